import { Injectable } from '@nestjs/common';
import { LessThan, Not, In, type EntityManager } from 'typeorm';
import { canKeepYear, faultOf } from '@county/shared/calendar/calendar-rules';
import {
  MOST_MOVES,
  type CalendarPreview,
  type CalendarYear,
  type CalendarYearChange,
  type ChangedCalendarYear,
  type MovedCase,
  type NewCalendarPreview,
  type NoticeDay,
  type NoticeRemark,
} from '@county/shared/calendar/calendar-year';
import { dateInWords } from '@county/shared/calendar/day';
import { readHolidayNotice } from '@county/shared/calendar/holiday-notice';
import { workingCalendar, type CalendarDay } from '@county/shared/calendar/working-days';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRows } from '../database/insert-row.ts';
import { demand, idTaken, invalidField } from '../http/refusal.ts';
import { CalendarService } from './calendar.service.ts';
import { CalendarChanges, CalendarDays, type CalendarChangeRow } from './calendar.tables.ts';

/** A year's notice read, looked at before it is entered, and entered: open cases move with it (rules T3). */
@Injectable()
export class CalendarKeeping {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly calendar: CalendarService,
  ) {}

  read(year: number): Promise<CalendarYear> {
    return this.database.read((db) => this.view(db, year));
  }

  /** What is understood of a notice, or of days edited by hand, with the doubts and with what would move. */
  preview(actor: Actor, { year, text, days: edited = [] }: NewCalendarPreview): Promise<CalendarPreview> {
    demand(canKeepYear(year, this.clock.today()));
    const { source, days, remarks } =
      text === undefined
        ? { source: null, days: inOrder(edited), remarks: faultsOf(edited, year) }
        : readHolidayNotice(text, year);
    // A text that holds no days takes nothing back.
    if (text !== undefined && !days.length)
      return Promise.resolve({ year, source, days, remarks, moves: [], moveCount: 0 });
    return this.database.read(async (db) => {
      const taken = (await daysOfOthers(db, year, days)).map((words) => remarkOn(words));
      const moves = await this.move(db, await db.find(CalendarDays), year, days, {
        actor,
        source: source ?? '',
        apply: false,
      });
      return { year, source, days, remarks: [...taken, ...remarks], ...listed(moves) };
    });
  }

  /** The year's days as a whole. Sent again, it answers as the first time did. */
  async change(
    actor: Actor,
    year: number,
    { id, version, source, days: given }: CalendarYearChange,
  ): Promise<ChangedCalendarYear> {
    const days = inOrder(given);
    const changed = await this.database.work(async (db) => {
      const rows = await db.find(CalendarDays, this.database.lock('pessimistic_write'));
      const earlier = await db.findOneBy(CalendarChanges, { id });
      if (earlier) {
        if (!isSame(earlier, { year, source, days, by: actor.personId })) throw idTaken();
        const moves = JSON.parse(earlier.moves) as MovedCase[];
        return { ...(await this.view(db, year)), moves, moveCount: earlier.moveCount };
      }
      demand(canKeepYear(year, this.clock.today()));
      const [fault] = [...faultsOf(days, year).map(({ message }) => message), ...(await daysOfOthers(db, year, days))];
      if (fault) throw invalidField('days', fault);
      const before = await this.view(db, year);
      if (before.version !== version)
        demand(refused('wrong-state', `${year} 年的放假安排刚被别人改过，请重新打开，看过再录入`));
      if (before.source === source && saysSame(before.days, days)) return { ...before, moves: [], moveCount: 0 };
      await db.delete(CalendarDays, { noticeYear: year });
      await insertRows(db, CalendarDays, ofNotice(year, source, days));
      const moves = await this.move(db, rows, year, days, { actor, source, apply: true });
      const entry = { id, year, version: version + 1, source, days, moveCount: moves.length };
      const listedMoves = JSON.stringify(listed(moves).moves);
      await db.insert(CalendarChanges, { ...entry, moves: listedMoves, by: actor.personId, at: this.clock.now() });
      await this.record(db, actor, entry);
      return { ...(await this.view(db, year)), ...listed(moves) };
    });
    this.calendar.forget();
    return changed;
  }

  private move(
    db: EntityManager,
    rows: readonly CalendarDay[],
    year: number,
    days: readonly NoticeDay[],
    change: { actor: Actor; source: string; apply: boolean },
  ): Promise<MovedCase[]> {
    const others = rows.filter(({ noticeYear }) => noticeYear !== year);
    const after = workingCalendar([...others, ...ofNotice(year, change.source, days)]);
    return this.calendar.move(db, workingCalendar(rows), after, change);
  }

  private async view(db: EntityManager, year: number): Promise<CalendarYear> {
    const order = { date: 'ASC' } as const;
    const days = await db.find(CalendarDays, { where: { noticeYear: year }, order });
    const next = { noticeYear: year + 1, date: LessThan(String(year + 1)) };
    const daysByNext = await db.find(CalendarDays, { where: next, order });
    const version = (await db.maximum(CalendarChanges, 'version', { year })) ?? 0;
    return { year, isKnown: days.length > 0, source: days[0]?.source ?? null, days, daysByNext, version };
  }

  private record(
    db: EntityManager,
    actor: Actor,
    { id, year, source, days, moveCount }: Pick<CalendarChangeRow, 'id' | 'year' | 'source' | 'days' | 'moveCount'>,
  ): Promise<void> {
    const off = days.filter(({ kind }) => kind === 'holiday').length;
    const detail = `${year} 年：放假 ${off} 天，调休上班 ${days.length - off} 天，移动期限 ${moveCount} 件。依据：${source}`;
    return this.audit.record(db, actor, {
      action: 'changeCalendarYear',
      subjectKind: 'calendar-year',
      subjectId: id,
      detail,
    });
  }
}

const inOrder = (days: readonly NoticeDay[]): NoticeDay[] => [...days].sort((a, b) => (a.date < b.date ? -1 : 1));

const ofNotice = (noticeYear: number, source: string, days: readonly NoticeDay[]): CalendarDay[] =>
  days.map(({ date, kind, name }) => ({ date, kind, name, source, noticeYear }));

const listed = (moves: MovedCase[]) => ({ moves: moves.slice(0, MOST_MOVES), moveCount: moves.length });

const remarkOn = (message: string): NoticeRemark => ({ severity: 'error', excerpt: '', message });

function faultsOf(days: readonly NoticeDay[], year: number): NoticeRemark[] {
  return days.flatMap((day) => faultOf(day, year) ?? []).map(remarkOn);
}

/** Of the days, those the notice of another year has arranged already, in words. */
async function daysOfOthers(db: EntityManager, year: number, days: readonly NoticeDay[]): Promise<string[]> {
  const dates = In(days.map(({ date }) => date));
  const taken = days.length ? await db.findBy(CalendarDays, { date: dates, noticeYear: Not(year) }) : [];
  return taken.map(
    ({ date, noticeYear }) => `${dateInWords(date)}已由 ${noticeYear} 年的通知安排，请到 ${noticeYear} 年修改`,
  );
}

function saysSame(before: readonly NoticeDay[], after: readonly NoticeDay[]): boolean {
  const words = (days: readonly NoticeDay[]) => days.map(({ date, kind, name }) => `${date} ${kind} ${name}`).join();
  return words(before) === words(after);
}

function isSame(
  earlier: CalendarChangeRow,
  { days, ...said }: Pick<CalendarChangeRow, 'year' | 'source' | 'days' | 'by'>,
): boolean {
  const isEqual = (Object.keys(said) as (keyof typeof said)[]).every((key) => earlier[key] === said[key]);
  return isEqual && saysSame(earlier.days, days);
}
