import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Measures } from '../measures/measures.service.ts';

/** How far the audit trail has been sealed. */
export interface SealedUpTo {
  /** When it was last sealed; null before the first time. */
  lastSealedAt: string | null;
  /** For how long the oldest entry without a seal has been waiting; null where every entry has one. */
  unsealedSeconds: number | null;
}

/** Whether the audit trail is being sealed, for whoever watches the server. */
@Injectable()
export class AuditFigures implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly measures: Measures,
  ) {}

  onModuleInit(): void {
    const help = 'For how long the oldest entry of the audit trail has been without a seal; 0 where all have one';
    const unsealed = this.measures.gauge('county_audit_unsealed_seconds', help);
    this.measures.beforeReading('audit', async () => {
      const { unsealedSeconds } = await this.sealed();
      unsealed.set(unsealedSeconds ?? 0);
    });
  }

  sealed(): Promise<SealedUpTo> {
    return this.database.read(async (db) => {
      const first = async (sql: string, values: unknown[] = []) =>
        ((await db.query(sql, values)) as Record<string, string>[])[0];
      const seal = await first('SELECT `sealedAt`, `lastEntryId` FROM `audit_seal` ORDER BY `position` DESC LIMIT 1');
      const waiting = await first('SELECT `at` FROM `audit_entry` WHERE `id` > ? ORDER BY `id` LIMIT 1', [
        seal?.lastEntryId ?? '',
      ]);
      return {
        lastSealedAt: seal?.sealedAt ?? null,
        unsealedSeconds: waiting ? Math.max(0, (Date.parse(this.clock.now()) - Date.parse(waiting.at!)) / 1000) : null,
      };
    });
  }
}
