import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { monthBounds } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { Database } from '../database/database.ts';
import { Download } from '../http/replies.ts';
import { entryLine, fileEnd, fileHead, sealLine } from './audit-file.ts';
import { AuditService, unsealed } from './audit.service.ts';
import { AuditSeals, type AuditSeal } from './audit.tables.ts';

/** A month of the trail to keep elsewhere: whole seals, so that each can be reckoned anew. */
@Injectable()
export class AuditExports {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async month(actor: Actor, month: string): Promise<Download<Readable>> {
    const act = { action: 'exportAudit' as const, subjectKind: 'audit', subjectId: null, detail: month };
    await this.database.work((db) => this.audit.record(db, actor, act));
    const lines = Readable.from(this.lines(month));
    return new Download(lines, 'text/csv; charset=utf-8', `操作日志 ${month}.csv`);
  }

  /** A seal at a time: a month of a county is never in memory whole. */
  private async *lines(month: string): AsyncGenerator<string> {
    const { first, last } = await this.database.read((db) => bounds(db, month));
    let before = await this.sealBefore(first);
    yield fileHead(month, before);
    let [entries, seals] = [0, 0];
    while (last !== null && before.lastEntryId < last) {
      const seal = await this.sealAfter(before.position);
      const rows = await this.database.read((db) => unsealed(db, before.lastEntryId, seal?.lastEntryId ?? last));
      yield rows.map(entryLine).join('') + (seal ? sealLine(seal) : '');
      entries += rows.length;
      if (!seal) break;
      seals += 1;
      before = seal;
    }
    yield fileEnd(entries, seals);
  }

  /** The last seal that ends before the entry. */
  private async sealBefore(entryId: string | null): Promise<Pick<AuditSeal, 'position' | 'hash' | 'lastEntryId'>> {
    const seal = await this.database.read((db) =>
      db
        .createQueryBuilder(AuditSeals, 'seal')
        .where('seal.lastEntryId < :entryId', { entryId: entryId ?? '' })
        .orderBy('seal.position', 'DESC')
        .limit(1)
        .getOne(),
    );
    return seal ?? { position: 0, hash: '', lastEntryId: '' };
  }

  private sealAfter(position: number): Promise<AuditSeal | null> {
    return this.database.read((db) => db.findOneBy(AuditSeals, { position: position + 1 }));
  }
}

/** The first and the last entry of a month in Shanghai, by their ids. */
async function bounds(db: EntityManager, month: string): Promise<{ first: string | null; last: string | null }> {
  const [row] = await db.query<{ first: string | null; last: string | null }[]>(
    'SELECT MIN(`id`) AS first, MAX(`id`) AS last FROM `audit_entry` WHERE `at` >= ? AND `at` < ?',
    monthBounds(month),
  );
  return row!;
}
