import { periodsOf, reportEvery, type AnsweredPeriod } from '@county/shared/tasks/report-periods';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { today } from '../../../platform/clock';
import type { IconName } from '../../../ui/icon-name';
import { Card, Flow, Section } from '../../../ui/surface';
import { Tag, type Tone } from '../../../ui/tag';

const STATES = {
  reported: ['pine', 'check', '按期报'],
  late: ['cinnabar', 'clock', '逾期补报'],
  missing: ['cinnabar', 'triangle-alert', '没有报'],
  open: ['amber', 'calendar-days', '本期待报'],
} as const satisfies Record<AnsweredPeriod['state'], readonly [Tone, IconName, string]>;

const MOST_SHOWN = 8;

/** Period by period: reported, late for ever, or not at all. Only where there is no due day, and for who may read. */
export function PeriodsPart({ line }: { line: AssignmentView }) {
  const every = reportEvery(line.dueOn, line.task.duePhrase);
  if (!every || !line.mayReadReports || line.status === 'withdrawn') return null;
  const periods = periodsOf(line.assignedOn, every, line.reports, today());
  return (
    <Section title="各期填报">
      <Card>
        <Flow>
          {periods.slice(0, MOST_SHOWN).map(({ key, name, state }) => {
            const [tone, icon, words] = STATES[state];
            return (
              <Tag key={key} tone={tone} icon={icon}>
                {`${name} ${words}`}
              </Tag>
            );
          })}
        </Flow>
      </Card>
    </Section>
  );
}
