import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, type FindOptionsWhere } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import type { PointSheetPreview, PointSheetRow } from '@county/shared/service-map/point-sheet';
import type { Datum } from '@county/shared/service-map/position';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { readUpload } from '../../documents/read-upload.service.ts';
import { notFound } from '../../http/refusal.ts';
import { Download } from '../../http/replies.ts';
import type { Upload } from '../../http/upload.ts';
import { PointChanges } from '../point-changes.service.ts';
import { ServicePoints, type PointRow } from '../service-map.tables.ts';
import { geoJsonFeatures, geoJsonLines, isGeoJson, writeGeoJson } from './geo-json.ts';
import { PlacedLines, type KeptSheet, type PlacedLine } from './placed-lines.service.ts';
import { MOST_LINES, sheetLines, type ReadSheet } from './sheet-lines.ts';
import { PointSheets } from './sheets.tables.ts';

/** At the top of the file: within a decorated class the compiler leaves `.ts` in an address that is imported late. */
const loadPointWorkbook = () => import('./point-workbook.ts');

const KEPT_MS = 24 * 3_600_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Points as sheets: taken along, changed, and brought back, tried first; an export brought back changes nothing. */
@Injectable()
export class PointSheetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly placing: PlacedLines,
    private readonly changes: PointChanges,
  ) {}

  async workbook(actor: Actor): Promise<Download> {
    const points = await this.own(actor, false);
    const title = `服务点（${actor.unitName ?? '全县'}，${this.clock.today()}）`;
    const { pointWorkbook } = await loadPointWorkbook();
    return new Download(await pointWorkbook(points, title), XLSX, `服务点-${this.clock.today()}.xlsx`);
  }

  async geoJson(actor: Actor): Promise<Download> {
    const bytes = Buffer.from(writeGeoJson(await this.own(actor, true)));
    return new Download(bytes, 'application/geo+json', `服务点-${this.clock.today()}.geojson`);
  }

  async preview(actor: Actor, upload: Upload, datum: Datum): Promise<PointSheetPreview> {
    const isGeo = isGeoJson(upload.bytes);
    const read = isGeo ? readGeoJson(upload) : sheetLines(await readUpload(upload));
    demandFew(read.lines.length);
    const newIds = read.lines.map(() => newId());
    const kept: KeptSheet = { datum, isGeoJson: isGeo, lines: read.lines, newIds, versions: {} };
    const id = newId();
    const expiresAt = new Date(Date.parse(this.clock.now()) + KEPT_MS).toISOString();
    const placed = await this.database.read((db) => this.placing.place(db, actor, kept));
    for (const { before } of placed) if (before) kept.versions[before.id] = before.version;
    await this.database.work(async (db) => {
      await db.delete(PointSheets, { expiresAt: LessThan(this.clock.now()) });
      await db.insert(PointSheets, { id, createdBy: actor.personId, content: JSON.stringify(kept), expiresAt });
      await this.audit.record(db, actor, { action: 'previewPointSheet', subjectKind: 'point-sheet', subjectId: id });
    });
    const remarks = [...read.remarks, ...placed.flatMap((one) => one.remarks)];
    return { id, sourceName: upload.name, rows: placed.map(({ row }) => row), remarks, expiresAt };
  }

  /** The good rows go in; sent again it changes nothing more. */
  confirm(actor: Actor, previewId: string, ownPoints: readonly number[]): Promise<{ rows: PointSheetRow[] }> {
    return this.database.work(async (db) => {
      const stored = await db.findOneBy(PointSheets, { id: previewId, createdBy: actor.personId });
      if (!stored || stored.expiresAt < this.clock.now())
        throw notFound('这份服务点表的预览', '预览只保留一天，请重新上传');
      const sheet = JSON.parse(stored.content) as KeptSheet;
      const placed = await this.placing.place(db, actor, sheet, new Set(ownPoints));
      for (const one of placed) await this.put(actor, one);
      await this.audit.record(db, actor, {
        action: 'confirmPointSheet',
        subjectKind: 'point-sheet',
        subjectId: previewId,
      });
      return { rows: placed.map(({ row }) => row) };
    });
  }

  private async put(actor: Actor, { row, facts, pointId, unitId, before }: PlacedLine): Promise<void> {
    if (!facts) return;
    if (row.outcome === 'added') await this.changes.add(actor, { id: pointId, unitId, ...facts });
    if (row.outcome === 'changed' && before)
      await this.changes.change(actor, pointId, { id: newId(), onVersion: before.version, ...facts });
  }

  private own(actor: Actor, isGeo: boolean) {
    return this.database.read(async (db) => {
      const scope = scopeOf(actor);
      const where: FindOptionsWhere<PointRow> = {
        withdrawnReason: IsNull(),
        ...(scope ? { unitId: In([...scope]) } : {}),
      };
      const rows = await db.find(ServicePoints, { where, order: { unitId: 'ASC', id: 'ASC' } });
      return this.placing.shown(rows, isGeo, await this.placing.county(db));
    });
  }
}

function readGeoJson({ bytes }: Upload): ReadSheet {
  const features = geoJsonFeatures(bytes.toString('utf8'));
  if (!features) throw unreadable('这不是完整的 GeoJSON：要有 FeatureCollection 和 features，请重新导出再上传');
  // Before any is read: what is no point gets a remark each.
  demandFew(features.length);
  return geoJsonLines(features);
}

function demandFew(count: number): void {
  if (count > MOST_LINES) throw unreadable(`表里有 ${count} 个服务点，超过 ${MOST_LINES} 个的上限，请分成几份上传`);
}

function unreadable(message: string): HttpException {
  const issues = [{ path: ['file'], message }];
  return new HttpException({ code: 'unreadable-document', message, issues }, HttpStatus.BAD_REQUEST);
}
