import { addDays, daysBetween, lastDayOfMonth, shanghaiDay, type Day } from '../../calendar/day.ts';
import { allowed, refused, type Verdict } from '../../verdict.ts';
import type { Assignment } from './assignment.ts';
import { isOpen } from './assignment-rules.ts';
import type { ProgressReport } from './progress-report.ts';
import type { Task } from '../task.ts';

/** How often a task without a due day is reported on (rules P6). */
export type ReportEvery = 'month' | 'quarter' | 'half-year' | 'year';

/** A span of reporting; `key` is what reports are kept under, and sorts by time within one rhythm. */
export interface ReportPeriod {
  key: string;
  name: string;
  first: Day;
  last: Day;
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const QUARTERS = ['一', '二', '三', '四'] as const;

type Line = Pick<Assignment, 'dueOn' | 'status' | 'reportedPeriod'>;

/** The rhythm the due phrase asks for, a quarter where it names none; null for a task with a day of its own. */
export function reportEvery(dueOn: Day | null, duePhrase: string): ReportEvery | null {
  if (dueOn !== null) return null;
  if (/半年/.test(duePhrase)) return 'half-year';
  if (/季/.test(duePhrase)) return 'quarter';
  if (/[每按逐]个?(月|半月|周|旬|日|天)|月报/.test(duePhrase)) return 'month';
  if (/每年|逐年|年度/.test(duePhrase)) return 'year';
  return 'quarter';
}

/** The period a Shanghai day lies in. */
export function periodOf(day: Day, every: ReportEvery): ReportPeriod {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const part = Math.floor((month - 1) / MONTHS[every]);
  const first = `${year}-${String(part * MONTHS[every] + 1).padStart(2, '0')}-01`;
  const last = lastDayOfMonth(year, (part + 1) * MONTHS[every]);
  return { ...named(year, part, every), first, last };
}

function named(year: number, part: number, every: ReportEvery): Pick<ReportPeriod, 'key' | 'name'> {
  switch (every) {
    case 'month':
      return { key: `${year}-${String(part + 1).padStart(2, '0')}`, name: `${year}年${part + 1}月` };
    case 'quarter':
      return { key: `${year}-Q${part + 1}`, name: `${year}年第${QUARTERS[part]}季度` };
    case 'half-year':
      return { key: `${year}-H${part + 1}`, name: `${year}年${part ? '下' : '上'}半年` };
    case 'year':
      return { key: String(year), name: `${year}年` };
  }
}

/** Whether the latest report still answers for a day: it does to the last day of its period, in whatever rhythm. */
export function isAnsweredOn(reportedPeriod: string | null, day: Day): boolean {
  return reportedPeriod !== null && reportedPeriod >= periodOf(day, rhythmOf(reportedPeriod)).key;
}

/** Whether a line at work without a due day has still to be reported on for the current period. */
export function owesReport({ dueOn, status, reportedPeriod }: Line, today: Day): boolean {
  return dueOn === null && isOpen(status) && !isAnsweredOn(reportedPeriod, today);
}

/** The current period of a line at work that has not been answered yet; null when nothing is owed. */
export function owedPeriod(line: Line, { duePhrase }: Pick<Task, 'duePhrase'>, today: Day): ReportPeriod | null {
  const every = reportEvery(line.dueOn, duePhrase);
  return every && owesReport(line, today) ? periodOf(today, every) : null;
}

export interface AnsweredPeriod extends ReportPeriod {
  /** `late`: answered after its last day, for ever; `open`: the current one, still to be answered in time. */
  state: 'reported' | 'late' | 'missing' | 'open';
  /** Days between its last day and the first answer; 0 unless late. */
  daysLate: number;
}

/** Every period since the line was given out, the newest first, and whether it was answered, late or not at all. */
export function periodsOf(
  since: Day,
  every: ReportEvery,
  reports: readonly Pick<ProgressReport, 'period' | 'filedAt'>[],
  today: Day,
): AnsweredPeriod[] {
  const periods: AnsweredPeriod[] = [];
  for (let period = periodOf(today, every); period.last >= since; period = periodOf(addDays(period.first, -1), every)) {
    const days = reports.filter((report) => report.period === period.key).map(({ filedAt }) => shanghaiDay(filedAt));
    const inTime = days.some((day) => day <= period.last);
    const isOver = period.last < today;
    const state = inTime ? 'reported' : days.length ? 'late' : isOver ? 'missing' : 'open';
    const daysLate = state === 'late' ? Math.min(...days.map((day) => daysBetween(period.last, day))) : 0;
    periods.push({ ...period, state, daysLate });
  }
  return periods;
}

/** A period as ledgers, sheets and pages say it. */
export function periodStateInWords({ name, state, daysLate }: AnsweredPeriod): string {
  if (state === 'open') return `本期（${name}）还没有填报`;
  if (state === 'late') return `补报${name}，晚 ${daysLate} 天`;
  return state === 'missing' ? `${name}没有填报` : `${name}已填报`;
}

interface ReportedLine extends Line, Pick<Assignment, 'completedOn'> {
  assignedOn: Day;
  task: Pick<Task, 'duePhrase'>;
  /** For each period answered, its first report. */
  periodReports: readonly Pick<ProgressReport, 'period' | 'filedAt'>[];
}

/**
 * What is to be told of a line without a due day: the current period, and for ever those that were answered late or not
 * at all (rules S2), the newest first. Once it is completed no more periods are owed.
 */
export function periodNotes(line: ReportedLine, today: Day): AnsweredPeriod[] {
  const every = reportEvery(line.dueOn, line.task.duePhrase);
  if (!every || line.status === 'withdrawn') return [];
  const atWork = isOpen(line.status);
  const until = atWork ? today : (line.completedOn ?? today);
  const [current, ...earlier] = periodsOf(line.assignedOn, every, line.periodReports, until);
  const isCurrentTold = current && (atWork || current.state === 'late');
  const notes = earlier.filter(({ state }) => state !== 'reported');
  return isCurrentTold ? [current, ...notes] : notes;
}

/** Which period a report may answer: the current one, or one gone by since the line was given out; none in the future. */
export function canAnswerPeriod(
  key: string,
  every: ReportEvery,
  { since, today }: { since: Day; today: Day },
): Verdict {
  const current = periodOf(today, every);
  if (key === current.key) return allowed;
  // Another rhythm's key does not come back the same from its own first day.
  const first = firstDayOf(key);
  if (!first || periodOf(first, every).key !== key) return refused('wrong-state', '填报期次不对，请重新打开页面再选');
  const { name, last } = periodOf(first, every);
  if (key > current.key) return refused('wrong-state', `还没有到${name}，不能提前填报`);
  return last < since ? refused('wrong-state', `${name}时这项任务还没有交办，不用补报`) : allowed;
}

/** A key as people say it: 2026年第四季度. */
export function periodName(key: string): string {
  const first = firstDayOf(key);
  return first ? periodOf(first, rhythmOf(key)).name : key;
}

/** The rhythm a key is of, by its form. */
function rhythmOf(key: string): ReportEvery {
  if (key.includes('Q')) return 'quarter';
  if (key.includes('H')) return 'half-year';
  return key.includes('-') ? 'month' : 'year';
}

function firstDayOf(key: string): Day | undefined {
  const [, year, letter, part] = /^(20\d\d)(?:-([QH])?(\d{1,2}))?$/.exec(key) ?? [];
  if (!year) return undefined;
  const months = letter === 'Q' ? 3 : letter === 'H' ? 6 : 1;
  const month = part ? (Number(part) - 1) * months + 1 : 1;
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}-01` : undefined;
}
