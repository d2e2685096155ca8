import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReminderQueue, type Operation } from '@county/shared/operation/operation';
import type { ReminderChannel } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Measures } from '../measures/measures.service.ts';
import { ReminderTicks } from './reminder-ticks.service.ts';

/** What has not reached its people, with the words a channel gave for it. */
type Undelivered = Operation['undelivered'][number];

/** What is looked at of a long row: the longest due of it tell how old it is. */
const MOST_LOOKED_AT = 2_000;
const RECENT_DAYS = 7;

/** How far reminders have got, for whoever watches the server. */
@Injectable()
export class ReminderFigures implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ticks: ReminderTicks,
    private readonly measures: Measures,
  ) {}

  onModuleInit(): void {
    const owed = this.measures.gauge(
      'county_reminders_owed',
      'Messages that are due: not yet in an inbox, to be handed to a channel, or being handed over',
      ['stage'],
    );
    const oldest = this.measures.gauge(
      'county_reminders_oldest_seconds',
      'For how long the oldest message has been waiting, by what it waits for; 0 where none waits',
      ['channel'],
    );
    const undelivered = this.measures.gauge(
      'county_reminders_undelivered',
      'Messages of the last seven days that surely or perhaps reached nobody',
      ['state'],
    );
    const tickAge = this.measures.gauge(
      'county_reminders_last_tick_age_seconds',
      'Since this process last planned and handed over whatever was due, or since its start where it never has',
    );
    this.measures.beforeReading('reminders', async () => {
      const [counts, ages, failed] = [await this.owed(), await this.oldestSeconds(), await this.undeliveredCounts()];
      for (const [stage, count] of Object.entries(counts)) owed.set({ stage }, count);
      for (const [channel, age] of ages) oldest.set({ channel }, age ?? 0);
      for (const [state, count] of Object.entries(failed)) undelivered.set({ state }, count);
      tickAge.set(this.secondsSince(this.ticks.lastEndedAt ?? this.ticks.startedAt));
    });
  }

  /** When a tick last ended in this process; null before the first. */
  get lastTickAt(): string | null {
    return this.ticks.lastEndedAt;
  }

  /** For how many seconds the oldest of each queue has waited; null where nothing waits. */
  oldestSeconds(): Promise<Map<ReminderQueue, number | null>> {
    return this.database.read(async (db) => {
      const ages = new Map<ReminderQueue, number | null>(ReminderQueue.options.map((queue) => [queue, null]));
      const [due] = await rowsOf<{ at: string | null }>(
        db,
        "SELECT MIN(`sendAt`) AS `at` FROM `delivery` WHERE `state` = 'waiting' AND `sendAt` <= ?",
        [this.clock.now()],
      );
      if (due?.at) ages.set('inbox', this.secondsSince(due.at));
      const ready = await rowsOf<{ channel: ReminderChannel | null; shownAt: string | null; sendAt: string }>(
        db,
        `SELECT \`channel\`, \`shownAt\`, \`sendAt\` FROM \`delivery\` WHERE \`state\` = 'ready' ORDER BY \`sendAt\` LIMIT ${MOST_LOOKED_AT}`,
      );
      for (const { channel, shownAt, sendAt } of ready) {
        const queue = channel ?? 'unchosen';
        const age = this.secondsSince(shownAt ?? sendAt);
        if (age > (ages.get(queue) ?? -1)) ages.set(queue, age);
      }
      return ages;
    });
  }

  /** The reasons, the most frequent first, of what nobody has rung about yet. */
  undelivered(): Promise<Undelivered[]> {
    return this.database.read((db) =>
      rowsOf<Undelivered>(
        db,
        `SELECT \`state\`, COALESCE(\`reason\`, '') AS \`reason\`, COUNT(*) AS \`count\` FROM (
           SELECT \`state\`, \`reason\`, \`calledAt\` FROM \`delivery\`
           WHERE \`state\` IN ('failed', 'uncertain') AND \`sendAt\` >= ? ORDER BY \`sendAt\` DESC LIMIT ${MOST_LOOKED_AT}
         ) AS \`recent\` WHERE \`calledAt\` IS NULL GROUP BY \`state\`, \`reason\` ORDER BY \`count\` DESC, \`reason\``,
        [this.recent()],
      ).then((rows) => rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))),
    );
  }

  private owed(): Promise<Record<'inbox' | 'channel' | 'handing', number>> {
    return this.database.read(async (db) => ({
      inbox: await countOf(db, "`state` = 'waiting' AND `sendAt` <= ?", [this.clock.now()]),
      channel: await countOf(db, "`state` = 'ready'"),
      handing: await countOf(db, "`state` = 'handing'"),
    }));
  }

  private undeliveredCounts(): Promise<Record<Undelivered['state'], number>> {
    return this.database.read(async (db) => ({
      failed: await countOf(db, "`state` = 'failed' AND `sendAt` >= ?", [this.recent()]),
      uncertain: await countOf(db, "`state` = 'uncertain' AND `sendAt` >= ?", [this.recent()]),
    }));
  }

  private recent(): string {
    return new Date(Date.parse(this.clock.now()) - RECENT_DAYS * 86_400_000).toISOString();
  }

  private secondsSince(instant: string): number {
    return Math.max(0, (Date.parse(this.clock.now()) - Date.parse(instant)) / 1000);
  }
}

async function countOf(db: EntityManager, where: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(db, `SELECT COUNT(*) AS \`count\` FROM \`delivery\` WHERE ${where}`, [
    ...values,
  ]);
  return Number(row!.count);
}

const rowsOf = <Row>(db: EntityManager, sql: string, values: unknown[] = []): Promise<Row[]> =>
  db.query(sql, values) as Promise<Row[]>;
