import type { Day } from '../../calendar/day.ts';
import type { Assignment, Light } from './assignment.ts';
import { isLate, isOpen } from './assignment-rules.ts';
import { owesReport } from './report-periods.ts';

type Line = Pick<Assignment, 'dueOn' | 'status' | 'completedOn' | 'reportedPeriod'> & { dueSoonOn: Day | null };

/**
 * The line's light (rules S2): red past its day; amber from `dueSoonOn` (30 working days before), or while the current
 * period of a line without a due day is not reported on; grey without a due day otherwise; else green.
 */
export function lightOf(line: Line, today: Day): Light {
  if (line.status === 'withdrawn') return 'grey';
  if (line.dueOn === null) return owesReport(line, today) ? 'amber' : 'grey';
  if (isLate(line, today)) return 'red';
  if (isOpen(line.status) && line.dueSoonOn !== null && today >= line.dueSoonOn) return 'amber';
  return 'green';
}
