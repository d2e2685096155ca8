import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import { canGiveRole } from '@county/shared/people/people-rules';
import type { RosterPreview, RosterRow } from '@county/shared/people/roster';
import type { PreviewRemark } from '@county/shared/preview-remark';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { readUpload } from '../documents/read-upload.service.ts';
import { notFound } from '../http/refusal.ts';
import type { Upload } from '../http/upload.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { OTHER_NAME, PeopleService } from './people.service.ts';
import { RosterPreviews } from './people.tables.ts';
import { PhoneCipher } from './phone-cipher.service.ts';
import { readRoster, type RosterLine } from './roster-sheet.ts';

const KEPT_MS = 24 * 3_600_000;

/** A line with the unit it names, or the words why it stays out. */
type Placed = { line: RosterLine; unitId: string } | { line: RosterLine; refusal: string; column: string };

/** Rosters: a dry run first, then the good rows; the same roster again changes nothing. */
@Injectable()
export class RostersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly units: OrgUnitsService,
    private readonly people: PeopleService,
  ) {}

  async preview(actor: Actor, upload: Upload): Promise<RosterPreview> {
    const grids = await readUpload(upload);
    const { lines, remarks } = readRoster(grids);
    const placed = await this.place(actor, lines);
    const rows = await this.rows(placed);
    const expiresAt = new Date(Date.parse(this.clock.now()) + KEPT_MS).toISOString();
    const preview = {
      id: newId(),
      sourceName: upload.name,
      rows,
      remarks: [...remarks, ...remarksOf(placed, grids[0]?.name ?? upload.name)],
      expiresAt,
    };
    await this.database.work(async (db) => {
      await db.delete(RosterPreviews, { expiresAt: LessThan(this.clock.now()) });
      // Phone numbers wait for the confirmation as they will be kept: encrypted.
      const content = this.cipher.encrypt(JSON.stringify(lines));
      await db.insert(RosterPreviews, { id: preview.id, createdBy: actor.personId, content, expiresAt });
      await this.audit.record(db, actor, { action: 'previewRoster', subjectKind: 'roster', subjectId: preview.id });
    });
    return preview;
  }

  async confirm(actor: Actor, previewId: string): Promise<{ rows: RosterRow[] }> {
    const stored = await this.database.read((db) =>
      db.findOneBy(RosterPreviews, { id: previewId, createdBy: actor.personId }),
    );
    if (!stored || stored.expiresAt < this.clock.now()) throw notFound('这份名册预览', '预览只保留一天，请重新上传');
    const placed = await this.place(actor, JSON.parse(this.cipher.decrypt(stored.content)) as RosterLine[]);
    const rows = await this.rows(placed);
    await this.database.work(async (db) => {
      for (const entry of placed) {
        if (!('unitId' in entry)) continue;
        const { name, phone, role } = entry.line;
        await this.people.add(actor, { id: newId(), name, phone, unitId: entry.unitId, role });
      }
      await this.audit.record(db, actor, { action: 'confirmRoster', subjectKind: 'roster', subjectId: previewId });
    });
    return { rows };
  }

  private async place(actor: Actor, lines: readonly RosterLine[]): Promise<Placed[]> {
    const unitNames = await this.units.names();
    const seen = new Set<string>();
    /** One phone is one person's, in whichever unit. */
    const names = new Map<string, string>();
    const placed: Placed[] = [];
    for (const line of lines) {
      const unit = unitNames.find(line.unitName)?.unit;
      const may = unit && canGiveRole(actor, unit.id, line.role);
      if (!unit)
        placed.push({ line, refusal: `没有叫“${line.unitName}”的单位，请改正名称或先添加别名`, column: '单位' });
      else if (may && !may.allowed) placed.push({ line, refusal: may.reason, column: '角色' });
      else if (seen.has(line.phone + unit.id))
        placed.push({ line, refusal: '同一手机号在名册里出现了两次', column: '手机号' });
      else if ((names.get(line.phone) ?? line.name) !== line.name)
        placed.push({ line, refusal: `名册里“${names.get(line.phone)}”也是这个手机号，请核对`, column: '手机号' });
      else if (await this.people.isKnownOtherwise(line.phone, line.name))
        placed.push({ line, refusal: OTHER_NAME, column: '姓名' });
      else placed.push({ line, unitId: unit.id });
      if (unit) seen.add(line.phone + unit.id);
      if (!names.has(line.phone)) names.set(line.phone, line.name);
    }
    return placed;
  }

  private async rows(placed: readonly Placed[]): Promise<RosterRow[]> {
    return Promise.all(
      placed.map(async (entry) => {
        const { row, name, phone, unitName, role } = entry.line;
        const outcome = 'unitId' in entry ? await this.people.outcomeOfAdding(phone, entry.unitId, role) : 'refused';
        return { row, name, phoneEnding: phone.slice(-4), unitName, role, outcome };
      }),
    );
  }
}

function remarksOf(placed: readonly Placed[], place: string): PreviewRemark[] {
  return placed.flatMap((entry) =>
    'refusal' in entry
      ? [{ severity: 'error' as const, place, row: entry.line.row, column: entry.column, message: entry.refusal }]
      : [],
  );
}
