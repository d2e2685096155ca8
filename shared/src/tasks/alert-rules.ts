import type { Day } from '../calendar/day.ts';
import { workingDaysBetween, type WorkingCalendar } from '../calendar/working-days.ts';
import type { Assignment } from './assignment.ts';
import { isOpen } from './assignment-rules.ts';
import type { AlertFinding } from './line-alert.ts';

/** Percent points under the median of the other units of the same task that count as behind. */
export const BEHIND_MARGIN = 20;
/** Reports of other units that a median needs to mean anything. */
export const LEAST_PEERS = 3;
/** Working days without a report after which an open line is silent. */
export const SILENT_WORKING_DAYS = 20;

export interface AlertLine extends Pick<Assignment, 'status' | 'percent'> {
  /** The percents of its last two reports, the newest first. */
  lastPercents: readonly number[];
  /** The day of its last report, or the day it was given out. */
  heardOn: Day;
}

/**
 * What an open line's figures say, by rules and no one's judgement. `peers` are the other units' lines of the same
 * task. A line that is done or withdrawn says nothing any more.
 */
export function alertsOf(
  line: AlertLine,
  peers: readonly Pick<AlertLine, 'status' | 'percent'>[],
  calendar: WorkingCalendar,
  today: Day,
): AlertFinding[] {
  if (!isOpen(line.status)) return [];
  return [behind(line, peers), falling(line), silent(line, calendar, today)].filter((found) => found !== null);
}

/** Behind its peers; said to be not computable where either side has too little to compare. */
function behind(line: AlertLine, peers: readonly Pick<AlertLine, 'status' | 'percent'>[]): AlertFinding | null {
  const percents = peers.filter(({ status }) => status !== 'withdrawn').flatMap(({ percent }) => percent ?? []);
  if (!peers.length) return null;
  if (percents.length < LEAST_PEERS)
    return { kind: 'not-computable', words: `其他单位已报的不足 ${LEAST_PEERS} 个，无法比较进度` };
  if (line.percent === null) return { kind: 'not-computable', words: '本单位还没有报过百分比，无法比较进度' };
  const median = medianOf(percents);
  if (median - line.percent < BEHIND_MARGIN) return null;
  return { kind: 'behind', words: `报 ${line.percent}%，同一任务其他单位的中位数是 ${median}%` };
}

function falling({ lastPercents: [last, before] }: AlertLine): AlertFinding | null {
  if (last === undefined || before === undefined || last >= before) return null;
  return { kind: 'falling', words: `最近一次报 ${last}%，上一次报 ${before}%` };
}

function silent({ heardOn, percent }: AlertLine, calendar: WorkingCalendar, today: Day): AlertFinding | null {
  const days = workingDaysBetween(calendar, heardOn, today);
  if (days < SILENT_WORKING_DAYS) return null;
  return {
    kind: 'silent',
    words: percent === null ? `交办后 ${days} 个工作日没有填报` : `已有 ${days} 个工作日没有新的填报`,
  };
}

/** The middle; between two middle ones half way, rounded down. */
export function medianOf(percents: readonly number[]): number {
  const sorted = [...percents].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : Math.floor((sorted[middle - 1]! + sorted[middle]!) / 2);
}
