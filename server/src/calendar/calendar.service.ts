import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  workingCalendar,
  type CalendarDay,
  type WorkingCalendar,
} from '@county/shared/calendar/working-days';
import type { Day } from '@county/shared/calendar/day';
import { DUE_SOON_WORKING_DAYS } from '@county/shared/tasks/assignment-rules';
import { Database } from '../database/database.ts';
import { CalendarDays } from './calendar.tables.ts';

/** The county's working days. */
@Injectable()
export class CalendarService {
  private loaded?: Promise<WorkingCalendar>;
  private readonly dueSoon = new Map<Day, Day>();

  constructor(private readonly database: Database) {}

  /** The calendar as it stands; read once, again after a change. */
  calendar(): Promise<WorkingCalendar> {
    this.loaded ??= this.database.read((db) => db.find(CalendarDays)).then(workingCalendar);
    return this.loaded;
  }

  /** For a due day, the day from which it counts as due soon: 30 working days before. */
  async dueSoonDays(): Promise<(dueOn: Day | null) => Day | null> {
    const calendar = await this.calendar();
    return (dueOn) => {
      if (dueOn === null) return null;
      let day = this.dueSoon.get(dueOn);
      if (!day) this.dueSoon.set(dueOn, (day = addWorkingDays(calendar, dueOn, -DUE_SOON_WORKING_DAYS).day));
      return day;
    };
  }

  /** The last due day that counts as due soon on `today`. */
  async dueSoonUntil(today: Day): Promise<Day> {
    return addWorkingDays(await this.calendar(), today, DUE_SOON_WORKING_DAYS).day;
  }

  /** Whether any year's notice is in. */
  isKnown(): Promise<boolean> {
    return this.database.read((db) => db.exists(CalendarDays));
  }

  /** Takes in a year's notice; a day given again replaces the earlier entry. */
  async enter(days: readonly CalendarDay[]): Promise<void> {
    await this.database.work(async (db) => {
      for (const day of days) await db.upsert(CalendarDays, day, ['date']);
    });
    this.loaded = undefined;
    this.dueSoon.clear();
  }
}
