import { dayInWords, dueDayInWords } from '@county/shared/calendar/day';
import { RECTIFICATION_LABELS } from '@county/shared/tasks/findings/finding';
import { listPublicFindings } from '@county/shared/tasks/findings/finding-routes';
import {
  PUBLIC_FINDING_STATE_LABELS,
  type PublicFinding,
  type PublicFindingState,
} from '@county/shared/tasks/findings/finding-views';
import type { PublicBreakdown } from '@county/shared/tasks/task-views';
import { today } from '../../../platform/clock';
import { useList } from '../../../api/use-list';
import { ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { EmptyState } from '../../../ui/empty-state';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

const STATES = {
  rectifying: ['amber', 'clock'],
  completed: ['blue', 'circle-check'],
  closed: ['pine', 'badge-check'],
} as const satisfies Record<PublicFindingState, readonly [string, string]>;

/** What an inspection found and what became of it, in words that were approved for everybody. */
export function PublicFindings({ plan }: { plan: PublicBreakdown }) {
  const findings = useList(listPublicFindings, { query: { breakdownId: plan.id, limit: 50 } });
  const about = `已公开 ${plan.taskCount} 个问题，其中责任单位已完成整改的 ${plan.completedTaskCount} 个`;
  return (
    <Section title={plan.title} about={about}>
      <ListAnswer
        of={findings}
        empty={
          <Card>
            <EmptyState icon="list-checks" title="还没有公开的问题">
              问题经审查后在这里公开。
            </EmptyState>
          </Card>
        }
      >
        {(items) => (
          <>
            {items.map((finding) => (
              <OneFinding key={finding.id} finding={finding} />
            ))}
          </>
        )}
      </ListAnswer>
    </Section>
  );
}

function OneFinding({ finding }: { finding: PublicFinding }) {
  const { number, problem, rectification, lines } = finding;
  return (
    <Card>
      <Stack>
        <Box as="h3" className="row-title">{`${number}．${problem}`}</Box>
        {rectification ? <Box className="row-about">{RECTIFICATION_LABELS[rectification]}</Box> : null}
        {lines.map((line) => (
          <OneLine
            key={line.unitName}
            line={line}
            withoutDay={rectification === 'long-term' ? '长期坚持' : '没有定时限'}
          />
        ))}
      </Stack>
    </Card>
  );
}

function OneLine({ line, withoutDay }: { line: PublicFinding['lines'][number]; withoutDay: string }) {
  const [tone, icon] = STATES[line.state];
  const { measure, result, dueOn, completedOn } = line;
  return (
    <Box className="stack">
      <Flow>
        <Box as="span">{line.unitName}</Box>
        <Tag tone={tone} icon={icon}>
          {PUBLIC_FINDING_STATE_LABELS[line.state]}
        </Tag>
      </Flow>
      <Facts
        facts={[
          ...(measure ? [{ name: '整改措施', value: measure }] : []),
          {
            name: '整改时限',
            value: dueOn ? (completedOn ? dayInWords(dueOn, today()) : dueDayInWords(dueOn, today())) : withoutDay,
          },
          ...(completedOn ? [{ name: '完成日期', value: dayInWords(completedOn) }] : []),
          ...(result ? [{ name: '整改结果', value: result }] : []),
        ]}
      />
    </Box>
  );
}
