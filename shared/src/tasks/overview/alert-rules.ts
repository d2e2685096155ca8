import type { Day } from '../../calendar/day.ts';
import {
  isProvisionalBetween,
  PROVISIONAL_WORDS,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../calendar/working-days.ts';
import type { Assignment } from '../lines/assignment.ts';
import { isOpen } from '../lines/assignment-rules.ts';
import type { AlertFinding } from './line-alert.ts';
import { owesReport } from '../lines/report-periods.ts';

/** Percent points under the median of the other units of the same task that count as behind. */
export const BEHIND_MARGIN = 20;
/** Reports of other units that a median needs to mean anything. */
export const LEAST_PEERS = 3;
/** Working days without a report after which an open line is silent. */
export const SILENT_WORKING_DAYS = 20;

export interface AlertLine extends Pick<Assignment, 'status' | 'percent' | 'dueOn' | 'reportedPeriod'> {
  /** The percents of its last two reports, the newest first. */
  lastPercents: readonly number[];
  /** The day it was given out, from which it is expected to report. */
  assignedOn: Day;
  /** The day of its last report; null where there is none. */
  reportedOn: Day | null;
}

type Peer = Pick<AlertLine, 'status' | 'percent'>;

/**
 * What an open line's figures say, by rules and no one's judgement. `peers` are the other units' lines of the same
 * task. A line that is done or withdrawn says nothing any more.
 */
export function alertsOf(
  line: AlertLine,
  peers: readonly Peer[],
  calendar: WorkingCalendar,
  today: Day,
): AlertFinding[] {
  if (!isOpen(line.status)) return [];
  return [behind(line, peers), falling(line), silent(line, calendar, today)].filter((found) => found !== null);
}

/** Behind its peers; said to be not computable where either side has too little to compare. */
function behind(line: AlertLine, peers: readonly Peer[]): AlertFinding | null {
  const percents = peers.filter(({ status }) => status !== 'withdrawn').flatMap(({ percent }) => percent ?? []);
  if (!peers.length) return null;
  if (percents.length < LEAST_PEERS)
    return { kind: 'not-computable', words: `其他单位已报的不足 ${LEAST_PEERS} 个，无法比较进度` };
  if (line.percent === null) return { kind: 'not-computable', words: '本单位还没有报过百分比，无法比较进度' };
  const median = medianOf(percents);
  if (median - line.percent < BEHIND_MARGIN) return null;
  return { kind: 'behind', words: `报 ${line.percent}%，同一任务的其他单位有一半已到 ${median}%` };
}

function falling({ lastPercents: [last, before] }: AlertLine): AlertFinding | null {
  if (last === undefined || before === undefined || last >= before) return null;
  return { kind: 'falling', words: `最近一次报 ${last}%，上一次报 ${before}%` };
}

/** Nothing heard since it was given out, or since its last report; whoever reports by periods owes no more than those. */
function silent(line: AlertLine, calendar: WorkingCalendar, today: Day): AlertFinding | null {
  const { assignedOn, reportedOn } = line;
  const since = reportedOn ?? assignedOn;
  const days = workingDaysBetween(calendar, since, today);
  if (days < SILENT_WORKING_DAYS || (line.dueOn === null && !owesReport(line, today))) return null;
  const words = reportedOn === null ? `交办后 ${days} 个工作日没有填报` : `已有 ${days} 个工作日没有新的填报`;
  const isProvisional = isProvisionalBetween(calendar, since, today);
  return { kind: 'silent', words: isProvisional ? `${words}（${PROVISIONAL_WORDS}）` : words };
}

/** The middle; between two middle ones half way, rounded down. */
export function medianOf(percents: readonly number[]): number {
  const sorted = [...percents].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : Math.floor((sorted[middle - 1]! + sorted[middle]!) / 2);
}
