import * as z from '../../zod.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import type { Assignment } from '../lines/assignment.ts';
import { isOpen } from '../lines/assignment-rules.ts';
import { isAnsweredOn, periodOf, type ReportEvery } from '../lines/report-periods.ts';

/** A line as rates count it: with the rhythm it is reported in where it has no due day, and since when it owes. */
export interface RatedLine extends Pick<
  Assignment,
  'status' | 'lastReportedAt' | 'dueOn' | 'completedOn' | 'reportedPeriod'
> {
  every: ReportEvery | null;
  assignedOn: Day;
}

/** How many of those that count; `of` 0 is no share at all, and never 0 %. */
export const Rate = z.object({ count: z.int().min(0), of: z.int().min(0) }).meta({ id: 'Rate' });
export type Rate = z.infer<typeof Rate>;

/**
 * 填报率: of the lines that owe a report, those that have one; 本期无进展 is one. Without a due day it is the current
 * period's report that is owed. What was withdrawn owes nothing.
 */
export function completenessOf(lines: readonly RatedLine[], today: Day): Rate {
  const owing = lines.filter(({ status }) => status !== 'withdrawn');
  return { count: owing.filter((line) => hasReported(line, today)).length, of: owing.length };
}

/** Whether a line has the report it owes. */
export function hasReported(
  { status, dueOn, lastReportedAt, reportedPeriod }: Omit<RatedLine, 'every' | 'assignedOn' | 'completedOn'>,
  today: Day,
): boolean {
  return dueOn === null && isOpen(status) ? isAnsweredOn(reportedPeriod, today) : lastReportedAt !== null;
}

/**
 * 按时率: of the lines whose day has passed, or which were completed, those completed by their day. A line that is
 * not due yet says nothing about punctuality and is left out (rules S2). Without a due day the period's last day
 * stands for it: the current period answered is in time, the last one gone by without an answer is not.
 */
export function timelinessOf(lines: readonly RatedLine[], today: Day): Rate {
  const words = lines.map((line) => punctualityOf(line, today)).filter((inTime) => inTime !== null);
  return { count: words.filter(Boolean).length, of: words.length };
}

/** Whether a line is in time; null where nothing of it is due. */
function punctualityOf(line: RatedLine, today: Day): boolean | null {
  const { status, dueOn, completedOn } = line;
  if (status === 'withdrawn') return null;
  if (dueOn === null) return isOpen(status) ? periodPunctuality(line, today) : null;
  if (!isOpen(status)) return completedOn !== null && completedOn <= dueOn;
  return dueOn < today ? false : null;
}

function periodPunctuality({ every, assignedOn, reportedPeriod }: RatedLine, today: Day): boolean | null {
  if (!every) return null;
  if (isAnsweredOn(reportedPeriod, today)) return true;
  const lastDayBefore = addDays(periodOf(today, every).first, -1);
  return assignedOn > lastDayBefore || isAnsweredOn(reportedPeriod, lastDayBefore) ? null : false;
}

export function completenessInWords(rate: Rate): string {
  return rate.of === 0 ? '不涉及' : `已报 ${rate.count}/${rate.of}`;
}

/** `hasLines`: whether there is any work at all; without it the rate does not apply, with it nothing is due yet. */
export function timelinessInWords(rate: Rate, hasLines: boolean): string {
  if (rate.of > 0) return `按时 ${rate.count}/${rate.of}`;
  return hasLines ? '尚无到期' : '不涉及';
}

/** `87%`, rounded down so that 100 % means all; null where there is nothing to have a share of. */
export function shareOf({ count, of }: Rate): string | null {
  return of === 0 ? null : `${Math.floor((count * 100) / of)}%`;
}
