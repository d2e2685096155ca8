import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { MovedCase } from '@county/shared/calendar/calendar-year';
import type { Day } from '@county/shared/calendar/day';
import {
  addWorkingDays,
  workingCalendar,
  type CalendarDay,
  type Reckoned,
  type WorkingCalendar,
} from '@county/shared/calendar/working-days';
import type { Actor } from '@county/shared/people/actor';
import { DUE_SOON_WORKING_DAYS } from '@county/shared/tasks/lines/assignment-rules';
import { Database } from '../database/database.ts';
import { CalendarDays } from './calendar.tables.ts';

/** A change of the calendar as a feature with limits hears of it. */
export interface CalendarChange {
  /** False while somebody only looks at what would move. */
  apply: boolean;
  /** Who enters the notice. */
  actor: Actor;
  /** The notice, for the history of what it moves. */
  source: string;
}

/**
 * What a feature does with its stored limits when the calendar changes: tells which open cases move, and when the change
 * applies writes the new day and a line in the case's own history, within the change's unit of work. Closed ones stay.
 */
export type CalendarListener = (
  db: EntityManager,
  before: WorkingCalendar,
  after: WorkingCalendar,
  change: CalendarChange,
) => Promise<MovedCase[]>;

/** How long one process may reckon by a calendar another process has changed. */
const FRESH_MS = 10_000;

interface Loaded {
  calendar: WorkingCalendar;
  /** By due day, the day from which it counts as due soon; reckoned once each. */
  dueSoon: Map<Day, Day>;
  until: number;
}

/** The county's working days. */
@Injectable()
export class CalendarService {
  private cached: Loaded | undefined;
  /** Counts the changes made here: what was read before one must not be kept after it. */
  private changes = 0;
  private readonly listeners: CalendarListener[] = [];

  constructor(private readonly database: Database) {}

  /** The calendar as it stands, for everything that is reckoned anew whenever it is looked at. */
  async calendar(): Promise<WorkingCalendar> {
    return (await this.load()).calendar;
  }

  /** The calendar for a day that is going to be stored; it does not change before the unit of work has ended. */
  async forStoring(db: EntityManager): Promise<WorkingCalendar> {
    return workingCalendar(await db.find(CalendarDays, this.database.lock('pessimistic_read')));
  }

  /** For a due day, the day from which it counts as due soon: 30 working days before. */
  async dueSoonDays(): Promise<(dueOn: Day | null) => Day | null> {
    const { calendar, dueSoon } = await this.load();
    return (dueOn) => {
      if (dueOn === null) return null;
      let day = dueSoon.get(dueOn);
      if (!day) dueSoon.set(dueOn, (day = addWorkingDays(calendar, dueOn, -DUE_SOON_WORKING_DAYS).day));
      return day;
    };
  }

  /** The last due day that counts as due soon on `today`. */
  async dueSoonUntil(today: Day): Promise<Reckoned> {
    return addWorkingDays(await this.calendar(), today, DUE_SOON_WORKING_DAYS);
  }

  /** Registers what is to happen to a feature's limits; features know the calendar, the calendar knows no feature. */
  onChange(listener: CalendarListener): void {
    this.listeners.push(listener);
  }

  /** What every feature has to move from one calendar to the other. */
  async move(
    db: EntityManager,
    before: WorkingCalendar,
    after: WorkingCalendar,
    change: CalendarChange,
  ): Promise<MovedCase[]> {
    const moves: MovedCase[] = [];
    for (const listener of this.listeners) moves.push(...(await listener(db, before, after, change)));
    return moves;
  }

  /** The exceptions themselves from a day on, for pages that reckon by them without a signal. */
  days(from: Day): Promise<CalendarDay[]> {
    return this.database.read((db) =>
      db.find(CalendarDays, { where: { date: MoreThanOrEqual(from) }, order: { date: 'ASC' } }),
    );
  }

  /** Whether any year's notice is in. */
  isKnown(): Promise<boolean> {
    return this.database.read((db) => db.exists(CalendarDays));
  }

  /** Takes in the notices a county starts with. */
  async seed(days: readonly CalendarDay[]): Promise<void> {
    // Several processes of one system may start at once.
    await this.database.work((db) =>
      db
        .createQueryBuilder()
        .insert()
        .into(CalendarDays)
        .values([...days])
        .orIgnore()
        .execute(),
    );
    this.forget();
  }

  /** To be called once a change is kept. */
  forget(): void {
    this.changes += 1;
    this.cached = undefined;
  }

  private async load(): Promise<Loaded> {
    if (this.cached && this.cached.until >= Date.now()) return this.cached;
    const seen = this.changes;
    const calendar = workingCalendar(await this.database.read((db) => db.find(CalendarDays)));
    const loaded: Loaded = { calendar, dueSoon: new Map(), until: Date.now() + FRESH_MS };
    if (seen === this.changes) this.cached = loaded;
    return loaded;
  }
}
