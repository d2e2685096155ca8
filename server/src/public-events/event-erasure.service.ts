import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { addMonths } from '@county/shared/calendar/day';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { ReminderTicks } from '../reminders/reminder-ticks.service.ts';
import { Attendees, Events, SignUps } from './public-events.tables.ts';

const BATCH = 200;

/** With the tick: who came to an event is forgotten after the set time (rules D2); how many came stays. */
@Injectable()
export class EventErasure implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ticks: ReminderTicks,
  ) {}

  onModuleInit(): void {
    this.ticks.onPlan(async () => {
      await this.run();
      return { planned: 0, isWhole: true };
    });
  }

  async run(): Promise<void> {
    while ((await this.erase()) === BATCH);
  }

  private async erase(): Promise<number> {
    const before = addMonths(this.clock.today(), -this.settings.EVENT_KEEP_MONTHS);
    const rows = await this.database.read((db) =>
      db
        .createQueryBuilder(SignUps, 'one')
        .innerJoin(Events.options.name, 'event', 'event.id = one.eventId')
        .select('one.id', 'id')
        .where('one.isErased = :no AND event.lastDay < :before', { no: false, before })
        .limit(BATCH)
        .getRawMany<{ id: string }>(),
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length)
      await this.database.work(async (db) => {
        await db.update(SignUps, { id: In(ids) }, NOBODY);
        // The grade is a count; the words may tell who wrote them.
        for (const { id, feedback } of await db.findBy(SignUps, { id: In(ids), feedback: Not(IsNull()) }))
          if (feedback) await db.update(SignUps, { id }, { feedback: { ...feedback, words: '' } });
        await db.update(Attendees, { signUpId: In(ids) }, { name: null, answers: null });
      });
    return ids.length;
  }
}

const NOBODY = {
  contactName: null,
  phone: null,
  phoneHash: null,
  personId: null,
  code: null,
  addedAs: null,
  toBeRungAbout: null,
  steps: [],
  isErased: true,
};
