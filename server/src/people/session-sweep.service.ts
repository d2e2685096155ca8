import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { Recurring } from '../clock/recurring.ts';
import { Database } from '../database/database.ts';
import { Sessions } from './people.tables.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const BATCH = 500;

/**
 * Sessions that have expired go: nobody can act in one, no page shows one, and the audit trail says by itself who
 * signed in when. Any number of processes may sweep at once.
 */
@Injectable()
export class SessionSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweeping = new Recurring('sweeping sessions', (signal) => this.sweep(signal), {
    firstAfterMs: MINUTE_MS,
    everyMs: HOUR_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.sweeping.stop();
  }

  /** A few at a time, each in a unit of work of its own, so that whoever writes meanwhile does not wait for the rest. */
  async sweep(signal?: AbortSignal): Promise<void> {
    const hasExpired = { expiresAt: LessThanOrEqual(this.clock.now()) };
    for (let isMore = true; isMore && !signal?.aborted;) {
      const rows = await this.database.read((db) =>
        db.find(Sessions, { select: { id: true }, where: hasExpired, take: BATCH }),
      );
      // Asked again while deleting: one used at this instant has been lengthened.
      const ids = rows.map(({ id }) => id).sort();
      if (ids.length) await this.database.work((db) => db.delete(Sessions, { id: In(ids), ...hasExpired }));
      isMore = ids.length === BATCH;
    }
  }
}
