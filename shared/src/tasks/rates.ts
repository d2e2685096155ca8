import * as z from '../zod.ts';
import type { Day } from '../calendar/day.ts';
import type { Assignment } from './assignment.ts';
import { isOpen } from './assignment-rules.ts';

type Line = Pick<Assignment, 'status' | 'lastReportedAt' | 'dueOn' | 'completedOn'>;

/** How many of those that count; `of` 0 is no share at all, and never 0 %. */
export const Rate = z.object({ count: z.int().min(0), of: z.int().min(0) }).meta({ id: 'Rate' });
export type Rate = z.infer<typeof Rate>;

/** 填报率: of the lines that owe a report, those that have one; 本期无进展 is one. What was withdrawn owes nothing. */
export function completenessOf(lines: readonly Line[]): Rate {
  const owing = lines.filter(({ status }) => status !== 'withdrawn');
  return { count: owing.filter(({ lastReportedAt }) => lastReportedAt !== null).length, of: owing.length };
}

/**
 * 按时率: of the lines whose day has passed, or which were completed, those completed by their day. A line that is
 * not due yet, or has no due day, says nothing about punctuality and is left out (rules S2).
 */
export function timelinessOf(lines: readonly Line[], today: Day): Rate {
  const due = lines.filter(
    ({ status, dueOn }) => status !== 'withdrawn' && dueOn !== null && (dueOn < today || !isOpen(status)),
  );
  const inTime = due.filter(
    ({ status, dueOn, completedOn }) => !isOpen(status) && completedOn !== null && completedOn <= dueOn!,
  );
  return { count: inTime.length, of: due.length };
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
