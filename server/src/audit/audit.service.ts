import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { AuditEntry } from '@county/shared/audit/audit-entry';
import type { Actor } from '@county/shared/people/actor';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRow } from '../database/insert-row.ts';
import { currentRequest } from '../http/request-context.ts';
import { AuditEntries, AuditSeals, sealOf } from './audit.tables.ts';

const BATCH = 500;
/** Younger entries wait for the next seal: another process may still commit one with an earlier id. */
const SETTLED_MS = 60_000;

/** What is recorded of one act; who, when and from where are added. */
export type Act = { action: AuditAction } & Pick<AuditEntry, 'subjectKind' | 'subjectId'> &
  Partial<Pick<AuditEntry, 'outcome' | 'detail'>>;

type Who = Pick<Actor, 'personId' | 'unitId'> | null;

@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes an act into the trail within the unit of work that does it: both are kept, or neither. */
  async record(db: EntityManager, actor: Who, act: Act): Promise<void> {
    const request = currentRequest();
    const entry: AuditEntry = {
      id: newId(),
      at: this.clock.now(),
      personId: actor?.personId ?? null,
      unitId: actor?.unitId ?? null,
      outcome: 'done',
      detail: null,
      address: request?.address ?? null,
      requestId: request?.requestId ?? null,
      ...act,
    };
    await insertRow(db, AuditEntries, entry);
  }

  /** Seals what is not sealed yet. Runs apart from requests, so that a write need not wait for the chain. */
  async seal(): Promise<number> {
    return this.database.work(async (db) => {
      const last = await db.findOne(AuditSeals, { where: {}, order: { position: 'DESC' } });
      const settled = new Date(Date.parse(this.clock.now()) - SETTLED_MS).toISOString();
      const entries = (await unsealed(db, last?.lastEntryId ?? '')).filter((entry) => entry.at < settled);
      if (!entries.length) return 0;
      await db.insert(AuditSeals, {
        id: newId(),
        position: (last?.position ?? 0) + 1,
        firstEntryId: entries[0]!.id,
        lastEntryId: entries.at(-1)!.id,
        entryCount: entries.length,
        hash: sealOf(last?.hash ?? '', entries),
        sealedAt: this.clock.now(),
      });
      return entries.length;
    });
  }

  /** How many seals there are, and the position of the first that no longer fits its entries: null when the trail is whole. */
  async verify(): Promise<{ seals: number; broken: number | null }> {
    return this.database.read(async (db) => {
      let before = { position: 0, hash: '', lastEntryId: '' };
      const seals = await db.find(AuditSeals, { order: { position: 'ASC' } });
      for (const seal of seals) {
        if (seal.position !== before.position + 1) return { seals: seals.length, broken: before.position + 1 };
        const entries = await unsealed(db, before.lastEntryId, seal.lastEntryId);
        if (entries.length !== seal.entryCount || sealOf(before.hash, entries) !== seal.hash)
          return { seals: seals.length, broken: seal.position };
        before = seal;
      }
      return { seals: seals.length, broken: null };
    });
  }
}

/** In the order of their ids. */
export function unsealed(db: EntityManager, after: string, upTo?: string): Promise<AuditEntry[]> {
  const query = db.createQueryBuilder(AuditEntries, 'entry').where('entry.id > :after', { after }).orderBy('entry.id');
  if (upTo) query.andWhere('entry.id <= :upTo', { upTo });
  else query.take(BATCH);
  return query.getMany();
}
