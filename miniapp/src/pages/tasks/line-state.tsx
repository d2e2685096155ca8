import {
  ASSIGNMENT_STATUS_LABELS,
  type Assignment,
  type AssignmentStatus,
} from '@county/shared/tasks/lines/assignment';
import { lightOf } from '@county/shared/tasks/lines/line-light';
import {
  owedPeriod,
  periodNotes,
  periodStateInWords,
  type AnsweredPeriod,
} from '@county/shared/tasks/lines/report-periods';
import type { Task } from '@county/shared/tasks/task';
import type { HandDownTally, LedgerLine } from '@county/shared/tasks/task-views';
import { waitingInWords, type WaitingSince } from '@county/shared/tasks/lines/waiting-report';
import { timeInWords, type Lit } from '../../components/line-due';
import { today } from '../../platform/clock';
import type { IconName } from '../../ui/icon-name';
import { Tag, type Tone } from '../../ui/tag';

type PeriodLine = Pick<Assignment, 'dueOn' | 'status' | 'reportedPeriod'> & { task: Pick<Task, 'duePhrase'> };

const STATES = {
  assigned: ['stone', 'circle-dashed'],
  acknowledged: ['stone', 'eye'],
  'in-progress': ['pine', 'clock'],
  completed: ['blue', 'circle-check'],
  returned: ['blue', 'undo-2'],
  closed: ['pine', 'badge-check'],
  withdrawn: ['stone', 'circle-minus'],
} as const satisfies Record<AssignmentStatus, readonly [Tone, IconName]>;

/** The state of a line in colour, icon and word. */
export function StateTag({ status }: { status: AssignmentStatus }) {
  const [tone, icon] = STATES[status];
  return (
    <Tag tone={tone} icon={icon}>
      {ASSIGNMENT_STATUS_LABELS[status]}
    </Tag>
  );
}

/** How a line with a due day stands in time, as a tag; nothing where it stands in order. */
export function TimeTag({ line }: { line: Lit }) {
  if (line.dueOn === null) return null;
  const light = lightOf(line, today());
  if (light === 'red')
    return (
      <Tag tone="cinnabar" icon="triangle-alert">
        {timeInWords(line)}
      </Tag>
    );
  if (light === 'amber')
    return (
      <Tag tone="amber" icon="clock">
        {timeInWords(line)}
      </Tag>
    );
  return null;
}

/** Word of a report that waits on a phone: 已提交、尚未发出 is not the same as nothing done. */
export function WaitingTag({ line }: { line: WaitingSince }) {
  if (!line.waitingSince) return null;
  return (
    <Tag tone="amber" icon="cloud-off">
      {waitingInWords(line.waitingSince, today())}
    </Tag>
  );
}

const PERIOD_SIGNS = {
  open: ['amber', 'calendar-days'],
  late: ['cinnabar', 'clock'],
  missing: ['cinnabar', 'triangle-alert'],
  reported: ['pine', 'check'],
} as const satisfies Record<AnsweredPeriod['state'], readonly [Tone, IconName]>;

/** What is owed for the current period of a task without a due day; nothing once it is answered. */
export function PeriodTag({ line }: { line: PeriodLine }) {
  const owed = owedPeriod(line, line.task, today());
  return owed ? <PeriodNote period={{ ...owed, state: 'open', daysLate: 0 }} /> : null;
}

/** One period of a task without a due day: answered, answered late, missed, or still to be answered. */
export function PeriodNote({ period }: { period: AnsweredPeriod }) {
  const [tone, icon] = PERIOD_SIGNS[period.state];
  return (
    <Tag tone={tone} icon={icon}>
      {periodStateInWords(period)}
    </Tag>
  );
}

/** How a line of the ledger stands in time, in words: by its due day, or by the periods it is reported on. */
export function standingInWords(line: LedgerLine): string {
  const notes = periodNotes(line, today());
  return notes.length ? notes.map(periodStateInWords).join('；') : timeInWords(line);
}

/** "12 个村：已报 9，未报 3". */
export function tallyInWords({ units, reported, completed }: HandDownTally): string {
  const words = `${units} 个村（社区）：已报 ${reported}，未报 ${units - reported}`;
  return completed ? `${words}，已办结 ${completed}` : words;
}
