import { listPublicBreakdowns, listPublicTasks } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { BREAKDOWN_KIND_LABELS } from '@county/shared/tasks/breakdowns/task-breakdown';
import type { PublicBreakdown, PublicTask } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { useList } from '../../../api/use-list';
import { goTo, withQuery } from '../../../platform/navigation';
import { ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { PublicFindings } from '../finding/public-findings';
import { dueInWords } from '../../../components/line-due';
import { StateTag } from '../line-state';

const FIRST_SHOWN = 6;

/** What the county has promised and how far it is, for anybody; nothing internal. */
export default function PublicTasks() {
  const plans = useList(listPublicBreakdowns, { query: {} });
  const [chosenId, setChosenId] = useState<string>();
  return (
    <Page title="公开的任务进展" about="县里今年要办的事，由谁办、什么时候办好、办到哪一步">
      <ListAnswer
        of={plans}
        empty={
          <Card>
            <EmptyState icon="megaphone" title="目前没有公开的计划">
              计划公开后，在这里能看到每项任务的责任单位、时限和进展。
            </EmptyState>
          </Card>
        }
      >
        {(items) => {
          const plan = items.find(({ id }) => id === chosenId) ?? items[0]!;
          return (
            <>
              {items.length > 1 ? (
                <Choice
                  label="看哪一份"
                  options={items.map(({ id, title, kind }) => ({
                    value: id,
                    label: title,
                    about: BREAKDOWN_KIND_LABELS[kind],
                  }))}
                  value={plan.id}
                  onChange={setChosenId}
                />
              ) : null}
              {plan.kind === 'inspection' ? (
                <PublicFindings key={plan.id} plan={plan} />
              ) : (
                <Plan key={plan.id} plan={plan} />
              )}
            </>
          );
        }}
      </ListAnswer>
    </Page>
  );
}

function Plan({ plan }: { plan: PublicBreakdown }) {
  const tasks = useList(listPublicTasks, { query: { breakdownId: plan.id, limit: 50 } });
  return (
    <Section
      title={plan.title}
      about={`共 ${plan.taskCount} 项任务，各责任单位都已办结的有 ${plan.completedTaskCount} 项`}
    >
      <ListAnswer
        of={tasks}
        empty={
          <EmptyState icon="list-checks" title="这份计划还没有任务">
            稍后再来看看。
          </EmptyState>
        }
      >
        {(items) => (
          <>
            {items.map((task) => (
              <OneTask key={task.id} task={task} />
            ))}
          </>
        )}
      </ListAnswer>
    </Section>
  );
}

function OneTask({ task }: { task: PublicTask }) {
  const [all, setAll] = useState(false);
  const done = task.lines.filter(({ status }) => status === 'completed' || status === 'closed').length;
  const told = [...task.lines].sort((a, b) => Number(b.publicLine !== null) - Number(a.publicLine !== null));
  const shown = all ? told : told.slice(0, FIRST_SHOWN);
  const questions = withQuery('/pages/task-questions/task/index', { id: task.id });
  return (
    <Card>
      <Stack>
        <Box as="h3" className="row-title">{`${task.number}．${task.mainTask}`}</Box>
        <Box className="row-about">
          {task.lines.length
            ? `${task.duePhrase} · ${task.lines.length} 个单位，${done} 个已办结`
            : `${task.duePhrase} · 责任单位待明确`}
        </Box>
        {shown.map((line) => (
          <Box key={line.unitName}>
            <Flow>
              <Box as="span">{line.unitName}</Box>
              <StateTag status={line.status} />
            </Flow>
            <Box className="row-about">{line.publicLine ?? dueInWords(line)}</Box>
          </Box>
        ))}
        {told.length > FIRST_SHOWN ? (
          <Button kind="quiet" onPress={() => setAll(!all)}>
            {all ? '收起' : `看全部 ${told.length} 个单位`}
          </Button>
        ) : null}
        <Button icon="circle-help" href={questions} onPress={() => void goTo(questions)}>
          提问和答复
        </Button>
      </Stack>
    </Card>
  );
}
