import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { TickLeases } from './reminders.tables.ts';

const LONG_AGO = '2000-01-01T00:00:00.000Z';

/** What is best done by one process at a time; where a process dies, another takes over when its lease ends. */
@Injectable()
export class TickLeasesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether the lease is ours for so many seconds. */
  take(name: string, seconds: number): Promise<boolean> {
    return this.database.work(async (db) => {
      await insertNew(db, TickLeases, [{ name, leaseUntil: LONG_AGO }], this.database.kind);
      const lease = await this.database.findForChange(db, TickLeases, { name });
      const now = this.clock.now();
      if (!lease || lease.leaseUntil > now) return false;
      const leaseUntil = new Date(Date.parse(now) + seconds * 1000).toISOString();
      await db.update(TickLeases, { name }, { leaseUntil });
      return true;
    });
  }

  async end(name: string): Promise<void> {
    await this.database.work((db) => db.update(TickLeases, { name }, { leaseUntil: LONG_AGO }));
  }
}
