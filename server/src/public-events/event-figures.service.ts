import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Measures } from '../measures/measures.service.ts';

/** How full the events to come are, for whoever watches the server. */
@Injectable()
export class EventFigures implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly measures: Measures,
  ) {}

  onModuleInit(): void {
    const people = this.measures.gauge(
      'county_event_people',
      'People signed up for events that are not over: with a place, on a waiting list, or in a draw',
      ['state'],
    );
    this.measures.beforeReading('events', async () => {
      // By the index over the end: of all the events there ever were, those to come are few.
      const [sums] = await this.database.read(
        (db) =>
          db.query(
            `SELECT SUM(pool.\`taken\`) AS \`confirmed\`, SUM(pool.\`waiting\`) AS \`waiting\`, SUM(pool.\`entered\`) AS \`entered\`
             FROM \`public_event\` event JOIN \`event_pool\` pool ON pool.\`eventId\` = event.\`id\`
             WHERE event.\`endsAt\` > ? AND event.\`withdrawnAt\` IS NULL`,
            [this.clock.now()],
          ) as Promise<Record<string, number | string | null>[]>,
      );
      for (const state of ['confirmed', 'waiting', 'entered']) people.set({ state }, Number(sums?.[state] ?? 0));
    });
  }
}
