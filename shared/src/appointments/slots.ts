import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { DAY_MINUTES, minutesOf, minutesOfSpan } from '../service-map/clock-span.ts';
import { changeOn, hoursOn, indexOf } from '../service-map/opening-days.ts';
import type { OpeningHours } from '../service-map/opening-hours.ts';

/** What is counted is kept in cells of five minutes, so that long and short things share one counter. */
export const CELL_MINUTES = 5;

interface Span {
  readonly from: string;
  readonly to: string;
  readonly places: number;
}

/** What of a service's settings decides its times. */
export interface SlotPattern {
  readonly minutes: number;
  readonly everyMinutes: number;
  readonly week: readonly (readonly Span[])[];
  readonly exceptions: readonly { from: Day; to: Day; spans: readonly Span[]; reason: string }[];
  readonly walkInShare: number;
  readonly placesForOld: number;
}

/** One time that can be booked, with its places. */
export interface Slot {
  /** Minute of the day in Shanghai. */
  readonly minute: number;
  /** Everybody served at once. */
  readonly places: number;
  /** What may be booked at all: without the share of those who just come. */
  readonly bookable: number;
  /** What may be booked on the web: without the places kept for the old, too. */
  readonly web: number;
}

export interface DaySlots {
  readonly slots: readonly Slot[];
  /** Why there are none, in words; null where there are some. */
  readonly why: string | null;
  readonly provisional: boolean;
}

/**
 * The times of one day: the service's pattern where the place is open, holidays and worked weekends (调休) as the place
 * keeps them. A time lies whole within one span and one stretch of opening. Hours that are unknown give none.
 */
export function slotsOn(
  pattern: SlotPattern,
  hours: OpeningHours | null,
  calendar: WorkingCalendar,
  day: Day,
): DaySlots {
  if (!hours) return { slots: [], why: '开放时间不明，请先打电话', provisional: false };
  const open = hoursOn(hours, calendar, day);
  const { provisional } = open;
  const none = (why: string): DaySlots => ({ slots: [], why, provisional });
  if (open.spans.length === 0) return none(open.why ?? '不开门');
  const exception = changeOn(pattern.exceptions, day);
  const spans = exception ? exception.spans : spansOfWeek(pattern.week, day, open.rule === 'worked-weekend');
  if (spans.length === 0) return none(exception?.reason ?? '这天不接受预约');
  const stretches = joined(open.spans.map(minutesOfSpan));
  const slots = spans
    .flatMap((span) => slotsOfSpan(pattern, span))
    .filter(({ minute }) => stretches.some(({ from, to }) => from <= minute && minute + pattern.minutes <= to))
    .sort((one, other) => one.minute - other.minute);
  return { slots, why: slots.length ? null : '这天不接受预约', provisional };
}

/** What was written of a change on a day: of the service, else of the place; null where nobody wrote anything. */
export function reasonWritten(
  { exceptions }: Pick<SlotPattern, 'exceptions'>,
  hours: OpeningHours | null,
  day: Day,
): string | null {
  return (changeOn(exceptions, day) ?? changeOn(hours?.exceptions ?? [], day))?.reason ?? null;
}

/** The starts of the cells that a time of so many minutes keeps. */
export function cellsOf(minute: number, minutes: number): number[] {
  return Array.from({ length: Math.ceil(minutes / CELL_MINUTES) }, (_, at) => minute + at * CELL_MINUTES);
}

/** What is taken of one cell: altogether, and of that on the web. */
export interface Taken {
  readonly taken: number;
  readonly web: number;
}

/** How many may still book it on the web: as many as its fullest cell lets in. */
export function leftOnWeb(slot: Slot, minutes: number, taken: ReadonlyMap<number, Taken>): number {
  const lefts = cellsOf(slot.minute, minutes).map((cell) => {
    const one = taken.get(cell);
    return one ? Math.min(slot.web - one.web, slot.bookable - one.taken) : slot.web;
  });
  return Math.max(0, Math.min(...lefts));
}

/** How many staff may still book: those kept from the web too, but not the share of those who just come. */
export function leftForStaff(slot: Slot, minutes: number, taken: ReadonlyMap<number, Taken>): number {
  return leftOnWeb({ ...slot, web: slot.bookable }, minutes, taken);
}

/** A weekend day that is worked is kept as the place keeps it: with Friday's spans, unless the day has its own. */
function spansOfWeek(week: SlotPattern['week'], day: Day, isWorkedWeekend: boolean): readonly Span[] {
  const own = week[indexOf(day)] ?? [];
  return own.length === 0 && isWorkedWeekend ? (week[4] ?? []) : own;
}

function slotsOfSpan({ minutes, everyMinutes, walkInShare, placesForOld }: SlotPattern, span: Span): Slot[] {
  const [from, to] = [minutesOf(span.from), Math.min(minutesOf(span.to), DAY_MINUTES)];
  const bookable = span.places - Math.floor((span.places * walkInShare) / 100);
  const web = Math.max(0, bookable - placesForOld);
  const slots: Slot[] = [];
  for (let minute = from; minute + minutes <= to; minute += everyMinutes)
    slots.push({ minute, places: span.places, bookable, web });
  return slots;
}

/** Touching stretches are one (8:30–12:00, 12:00–17:00). */
function joined(spans: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = stretches[stretches.length - 1];
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else stretches.push({ ...span });
  }
  return stretches;
}
