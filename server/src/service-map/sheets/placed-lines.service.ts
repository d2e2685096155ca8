import { HttpException, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { FieldIssue } from '@county/shared/http/problem';
import type { Actor } from '@county/shared/people/actor';
import { canChangePoint, canKeepPoint, changedFacts } from '@county/shared/service-map/point-rules';
import type { PointSheetRemark, PointSheetRow } from '@county/shared/service-map/point-sheet';
import type { Datum } from '@county/shared/service-map/position';
import type { PointFacts } from '@county/shared/service-map/service-point';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { placesOf } from '../places.ts';
import { PointFactsCheck } from '../point-facts-check.service.ts';
import { ServicePoints, type PointRow } from '../service-map.tables.ts';
import { lineFacts, remarkOn, remarkOnIssue } from './line-facts.ts';
import type { SheetPoint } from './sheet-columns.ts';
import { SheetCounty } from './sheet-county.ts';
import type { SheetLine } from './sheet-lines.ts';

/** An upload as it waits for its confirmation. */
export interface KeptSheet {
  datum: Datum;
  /** GeoJSON shows positions in WGS-84. */
  isGeoJson: boolean;
  lines: SheetLine[];
  /** The id a line's point gets, should it be a new one. */
  newIds: string[];
  /** The version each point had when the preview was made. */
  versions: Record<string, number>;
}

/** What would become of a line: facts for a point, or remarks on its cells. */
export interface PlacedLine {
  line: SheetLine;
  row: PointSheetRow;
  remarks: PointSheetRemark[];
  pointId: string;
  unitId: string;
  before: PointRow | undefined;
  facts: PointFacts | undefined;
}

/** Holds the lines of an upload against the county as it is now. */
@Injectable()
export class PlacedLines {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly check: PointFactsCheck,
  ) {}

  async place(
    db: EntityManager,
    actor: Actor,
    sheet: KeptSheet,
    ownPoints: ReadonlySet<number> = new Set(),
  ): Promise<PlacedLine[]> {
    const county = await this.county(db);
    const wanted = sheet.lines.map((line, at) => idIn(line) || sheet.newIds[at]!);
    const rows = wanted.length ? await db.findBy(ServicePoints, { id: In(wanted.filter(isId)) }) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const seen = new Set<string>();
    const placed: PlacedLine[] = [];
    for (const [at, line] of sheet.lines.entries()) {
      const id = wanted[at]!;
      const one = await this.placeLine(db, actor, sheet, line, id, byId.get(id), county);
      if (seen.has(id)) refuse(one, [remarkOn(line, 'id', '这个编号在表里出现了两次，请只留一行')]);
      seen.add(id);
      this.settle(one, sheet, county, ownPoints.has(line.line));
      placed.push(one);
    }
    return placed;
  }

  /** A point as the sheet shows it. */
  async shown(rows: readonly PointRow[], isGeoJson: boolean, county: SheetCounty): Promise<SheetPoint[]> {
    return rows.map((row) => this.shownPoint(row, isGeoJson, county));
  }

  async county(db: EntityManager): Promise<SheetCounty> {
    const points = await db.find(ServicePoints, {
      select: { id: true, name: true, kind: true, places: true },
      where: { withdrawnReason: IsNull() },
    });
    return new SheetCounty(points, await this.units.names());
  }

  private shownPoint({ id, unitId, facts, places }: PointRow, isGeoJson: boolean, county: SheetCounty): SheetPoint {
    const position = isGeoJson && places ? { ...places.wgs84, datum: 'wgs84' as const } : facts.position;
    return {
      id,
      unitName: county.unitName(unitId),
      insideName: county.pointName(facts.insideId),
      servedNames: facts.servesUnitIds.map((unit) => county.unitName(unit)),
      facts: { ...facts, position },
      kept: facts.position,
    };
  }

  private async placeLine(
    db: EntityManager,
    actor: Actor,
    { datum, isGeoJson }: KeptSheet,
    line: SheetLine,
    pointId: string,
    before: PointRow | undefined,
    county: SheetCounty,
  ): Promise<PlacedLine> {
    const unitWords = line.cells.unit?.text ?? '';
    const unitId = before?.unitId ?? county.unitId(unitWords) ?? '';
    const unitName = unitId ? county.unitName(unitId) : unitWords;
    const { place, row } = line;
    const name = line.cells.name?.text ?? before?.name ?? '';
    const blank = { line: line.line, place, row, name, unitName, changed: [], likely: null };
    const placed: PlacedLine = {
      line,
      row: { ...blank, outcome: 'unchanged' },
      remarks: [],
      pointId,
      unitId,
      before,
      facts: undefined,
    };
    const wrong = refusalOf(actor, line, before, unitId, unitWords, county);
    if (wrong) return refuse(placed, [wrong]);
    const read = lineFacts(line, before && this.shownPoint(before, isGeoJson, county), county, datum);
    if ('remarks' in read) return refuse(placed, read.remarks);
    const issues = await this.issues(db, actor, { id: pointId, unitId }, read.facts, before?.facts);
    if (issues.length)
      return refuse(
        placed,
        issues.map((issue) => remarkOnIssue(line, issue)),
      );
    placed.facts = read.facts;
    return placed;
  }

  /** Says what a line whose facts are in order would do. */
  private settle(one: PlacedLine, sheet: KeptSheet, county: SheetCounty, isOwnPoint: boolean): void {
    const { facts, before, pointId, line, row } = one;
    if (!facts) return;
    if (before) {
      row.changed = changedFacts(before.facts, facts);
      // What the preview did not know came in by its first confirmation, which may be sent again.
      const previewed = sheet.versions[pointId] ?? 1;
      if (row.changed.length && previewed !== before.version)
        return void refuse(one, [
          remarkOn(line, 'name', '预览之后有人改过这个服务点，这一行没有写入，请重新上传再看一遍'),
        ]);
      row.outcome = row.changed.length ? 'changed' : 'unchanged';
      return;
    }
    const point = { name: facts.name, kind: facts.kind, places: facts.position && placesOf(facts.position) };
    row.likely = county.likely(point);
    row.outcome = row.likely && !isOwnPoint ? 'doubtful' : 'added';
    if (row.outcome === 'added') county.add({ ...point, id: pointId });
  }

  /** What the county's own check says of the facts, field by field. */
  private async issues(
    db: EntityManager,
    actor: Actor,
    point: Pick<PointRow, 'id' | 'unitId'>,
    facts: PointFacts,
    before: PointFacts | undefined,
  ): Promise<FieldIssue[]> {
    try {
      await this.check.demand(db, actor, point, facts, before);
      return [];
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      const { issues, message } = error.getResponse() as { issues?: FieldIssue[]; message: string };
      return issues ?? [{ path: ['name'], message }];
    }
  }
}

const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const idIn = (line: SheetLine) => line.cells.id?.text.toLowerCase() ?? '';

function refuse(placed: PlacedLine, remarks: PointSheetRemark[]): PlacedLine {
  placed.facts = undefined;
  placed.row.outcome = 'refused';
  placed.remarks.push(...remarks);
  return placed;
}

/** Why a line may not touch what it names. */
function refusalOf(
  actor: Actor,
  line: SheetLine,
  before: PointRow | undefined,
  unitId: string,
  unitWords: string,
  county: SheetCounty,
): PointSheetRemark | undefined {
  if (idIn(line) && !before)
    return remarkOn(line, 'id', '没有这个编号的服务点。新增的请把编号空着，其余请用导出的表来改');
  if (before) {
    const may = canChangePoint(before, actor);
    if (!may.allowed) return remarkOn(line, 'id', may.reason);
    const isOther = unitWords !== '' && unitWords !== county.unitName(unitId) && county.unitId(unitWords) !== unitId;
    return isOther ? remarkOn(line, 'unit', '所属单位不能在表里改，请撤下后由新单位登记') : undefined;
  }
  if (!unitWords) return remarkOn(line, 'unit', '没有写单位，请补上');
  if (!unitId) return remarkOn(line, 'unit', `没有叫“${unitWords.slice(0, 30)}”的单位，请改正名称`);
  const may = canKeepPoint(unitId, actor);
  return may.allowed ? undefined : remarkOn(line, 'unit', may.reason);
}
