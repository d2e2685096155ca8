import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 as idOf } from 'uuid';
import { missingNoticeStep } from '@county/shared/calendar/calendar-rules';
import { atHour, shanghaiTime } from '@county/shared/calendar/day';
import { isWorkingDay } from '@county/shared/calendar/working-days';
import type { Reminder } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Posts } from '../people/posts.service.ts';
import { ReminderTicks, type Planned } from '../reminders/reminder-ticks.service.ts';
import { DIGEST, RemindersService, type ReminderSource } from '../reminders/reminders.service.ts';
import { CalendarService } from './calendar.service.ts';

const SOURCE = 'calendar';
const HOUR = 9;
/** The namespace of ids made from years. */
const YEARS = '6a1f3c52-9d0c-5a7e-8a4e-2b1d9c7f4e60';

/** Reminds administrators that a year's holiday notice should be in by now (rules T3). */
@Injectable()
export class MissingNoticeReminders implements ReminderSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly posts: Posts,
    private readonly reminders: RemindersService,
    private readonly ticks: ReminderTicks,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(SOURCE, this);
    this.ticks.onPlan(() => this.plan());
  }

  /** As long as the notice is missing. */
  async standing(_db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const { knownYears } = await this.calendar.calendar();
    return new Set(reminders.filter(({ cause }) => !knownYears.has(Number(cause.split(':')[1]))).map(({ id }) => id));
  }

  private async plan(): Promise<Planned> {
    const today = this.clock.today();
    const calendar = await this.calendar.calendar();
    const step = missingNoticeStep(calendar, today);
    const isTime = Number(shanghaiTime(this.clock.now()).slice(0, 2)) >= HOUR && isWorkingDay(calendar, today);
    if (step === null || !isTime) return { planned: 0, isWhole: true };
    const [year] = step.split(':') as [string];
    const planned = await this.database.work(async (db) => {
      const people = (await this.posts.ofRole(db, 'administrator')).map(({ personId }) => personId);
      return this.reminders.remind(db, [
        {
          subject: { kind: 'calendar', id: idOf(year, YEARS), unitId: null },
          source: SOURCE,
          cause: `calendar:${step}`,
          people: [...new Set(people)],
          when: atHour(today, HOUR),
          what: `${year} 年的放假安排`,
          words: `还没有录入，${year} 年的期限暂按双休计算`,
          link: `/pages/calendar/index/index?year=${year}`,
          occasion: DIGEST,
        },
      ]);
    });
    return { planned, isWhole: true };
  }
}
