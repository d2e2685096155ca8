import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Recurring } from '../clock/recurring.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { Meter } from './meter.ts';
import { networkOf } from './network-of.ts';
import { TrafficCounts } from './traffic.tables.ts';

const TELL_EVERY_MS = 2_000;
/** Whoever has taken less than this share of their minute here cannot be over it on all processes together. */
const BUSY_SHARE = 0.1;

/**
 * How much one person, and one network of people who are not signed in, may ask for in a minute. Counted in memory;
 * the busy ones' counts are told to the other processes through the database every two seconds, so that going from one
 * process to the next gains nothing. On SQLite there is one process, and nothing is written.
 */
@Injectable()
export class Traffic implements OnModuleInit, OnModuleDestroy {
  private readonly meter = new Meter();
  private readonly telling = new Recurring('telling counts of requests', () => this.tell(), { everyMs: TELL_EVERY_MS });

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    if (!this.database.hasOneWriter) this.telling.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.telling.stop();
  }

  /** Seconds to wait, 0 where the request may be served. */
  take(personId: string | undefined, address: string, units: number): number {
    const [subject, most] = personId
      ? [`person ${personId}`, this.settings.UNITS_PER_PERSON]
      : [`network ${networkOf(address)}`, this.settings.UNITS_PER_ADDRESS];
    return most === 0 ? 0 : this.meter.take(hashOf(subject), units, most, Date.now());
  }

  private async tell(): Promise<void> {
    const now = Date.now();
    const minute = this.meter.minuteOf(now);
    const mosts = [this.settings.UNITS_PER_PERSON, this.settings.UNITS_PER_ADDRESS].filter((most) => most > 0);
    if (!mosts.length) return;
    const busy = this.meter.untold(Math.min(...mosts) * BUSY_SHARE, now);
    if (!busy.length) return;
    const subjects = busy.map(({ subject }) => subject);
    const totals = await this.database.work(async (db) => {
      await db.delete(TrafficCounts, { minute: LessThan(minute - 1) });
      const rows = subjects.map((subject) => ({ subject, minute, units: 0 }));
      await insertNew(db, TrafficCounts, rows, this.database.kind);
      for (const { subject, units } of busy) await db.increment(TrafficCounts, { subject, minute }, 'units', units);
      return db.findBy(TrafficCounts, { minute, subject: In(subjects) });
    });
    const totalOf = new Map(totals.map(({ subject, units }) => [subject, units]));
    for (const told of busy) this.meter.heard(told, totalOf.get(told.subject) ?? 0, minute);
  }
}

const hashOf = (subject: string): string => createHash('sha256').update(subject).digest('hex');
