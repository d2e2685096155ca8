import type { Day } from '@county/shared/calendar/day';
import { invalidField } from './refusal.ts';

/** 400: no list gave this cursor out; an empty page would look like the end. */
export const badCursor = () => invalidField('cursor', '翻页标记无效，请从第一页重新打开');

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id where a page of a list ordered by ids ended; nothing for the first page. */
export function readIdCursor(cursor: string | undefined): string | undefined {
  if (!cursor) return undefined;
  if (!ID.test(cursor)) throw badCursor();
  return cursor;
}

/** The number of the version, say, where a page of a list counted down ended. */
export function readNumberCursor(cursor: string | undefined): number | undefined {
  if (!cursor) return undefined;
  if (!/^\d{1,9}$/.test(cursor)) throw badCursor();
  return Number(cursor);
}

/** Where the page after the cursor begins, in things that stand in their order already. */
export function startAfter<Item>(
  items: readonly Item[],
  cursor: string | undefined,
  idOf: (item: Item) => string,
): number {
  if (!cursor) return 0;
  const at = items.findIndex((item) => idOf(item) === cursor);
  if (at < 0) throw badCursor();
  return at + 1;
}

/** Where a list ordered by a time and an id ended. */
export interface TimePlace {
  at: string;
  id: string;
}

export const timeCursor = ({ at, id }: TimePlace): string => `${at}_${id}`;

export function readTimeCursor(cursor: string | undefined): TimePlace | undefined {
  if (!cursor) return undefined;
  const [, at, id] = /^([\dTZ:.-]{20,24})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!at || !id) throw badCursor();
  return { at, id };
}

/** Where a list of days, and within a day of ids, ended. */
export interface DayPlace {
  day: Day;
  id: string;
}

export const dayCursor = ({ day, id }: DayPlace): string => `${day}_${id}`;

export function readDayCursor(cursor: string | undefined): DayPlace | undefined {
  if (!cursor) return undefined;
  const [, day, id] = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!day || !id) throw badCursor();
  return { day, id };
}

/** The same, and within a day by the minute. */
export interface MinutePlace extends DayPlace {
  minute: number;
}

export const minuteCursor = ({ day, minute, id }: MinutePlace): string => `${day}_${minute}_${id}`;

export function readMinuteCursor(cursor: string | undefined): MinutePlace | undefined {
  if (!cursor) return undefined;
  const [, day, minute, id] = /^(\d{4}-\d\d-\d\d)_(\d{1,4})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!day || !id) throw badCursor();
  return { day, minute: Number(minute), id };
}

/** Where a list ordered by a whole number, such as a map's tile, and an id ended. */
export interface NumberPlace {
  number: number;
  id: string;
}

export const numberedCursor = ({ number, id }: NumberPlace): string => `${number}_${id}`;

export function readNumberedCursor(cursor: string | undefined): NumberPlace | undefined {
  if (!cursor) return undefined;
  const [, number, id] = /^(\d{1,10})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!number || !id) throw badCursor();
  return { number: Number(number), id };
}
