import { periodsOf, reportEvery } from '@county/shared/tasks/lines/report-periods';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { today } from '../../../platform/clock';
import { Card, Flow, Section } from '../../../ui/surface';
import { PeriodNote } from '../line-state';

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
          {periods.slice(0, MOST_SHOWN).map((period) => (
            <PeriodNote key={period.key} period={period} />
          ))}
        </Flow>
      </Card>
    </Section>
  );
}
