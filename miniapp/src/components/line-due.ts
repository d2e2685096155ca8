import { dayInWords, daysBetween } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { daysLeft, isLate, isOpen } from '@county/shared/tasks/lines/assignment-rules';
import { lightOf } from '@county/shared/tasks/lines/line-light';
import { today } from '../platform/clock';

type Timed = Pick<Assignment, 'dueOn' | 'status' | 'completedOn'>;
/** What the light of a line is made of. */
export type Lit = Timed & Pick<Assignment, 'reportedPeriod'> & { dueSoonOn: string | null };

/** "还有 12 天", "逾期 3 天", "逾期 2 天完成": a late completion stays late for ever. */
export function timeInWords(line: Timed): string {
  const left = daysLeft(line, today());
  if (left === null || line.dueOn === null) return '无固定时限';
  if (line.completedOn && !isOpen(line.status)) {
    const late = daysBetween(line.dueOn, line.completedOn);
    return late > 0 ? `逾期 ${late} 天完成` : '按期完成';
  }
  if (left === 0) return '今天到期';
  return left < 0 ? `逾期 ${-left} 天` : `还有 ${left} 天`;
}

/** "6月30日 周二（还有 12 天）". */
export function dueInWords(line: Timed): string {
  return line.dueOn ? `${dayInWords(line.dueOn, today())}（${timeInWords(line)}）` : '无固定时限，按期报进展';
}

/** 退回待改, 已逾期或快到期, 其他: the order in which a person should look. */
export function urgencyOf(line: Lit): 'returned' | 'pressing' | 'other' {
  if (line.status === 'returned') return 'returned';
  if (!isOpen(line.status)) return 'other';
  return isLate(line, today()) || lightOf(line, today()) === 'amber' ? 'pressing' : 'other';
}
