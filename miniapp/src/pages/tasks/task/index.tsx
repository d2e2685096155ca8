import { ASSIGNMENT_PART_LABELS } from '@county/shared/tasks/assignment';
import { getTask } from '@county/shared/tasks/task-routes';
import type { TaskLine, TaskView } from '@county/shared/tasks/task-views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { withQuery } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ProgressBar } from '../../../ui/progress-bar';
import { Card, Columns, Facts, Flow, Row, Section, Stack } from '../../../ui/surface';
import { dueInWords, StateTag, TimeTag } from '../line-state';
import { AddUnitsSheet } from './add-units-sheet';
import { TaskContacts } from './task-contacts';
import { TaskTimeline } from './task-timeline';

/** A whole task: its words as printed, and every unit that has a part in it. */
export default function TaskPage() {
  const { id: taskId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getTask, staff ? { params: { taskId } } : null);
  const [adding, setAdding] = useState(false);
  if (!staff) return <SignInFirst title="整项任务" />;
  return (
    <Page title={view.data ? `任务 ${view.data.number}` : '整项任务'} about={view.data?.breakdownTitle} wide>
      <Answer of={view} shape="words">
        {(task) => (
          <>
            <Columns
              main={<Lines task={task} onAdd={staff.role === 'supervisor' ? () => setAdding(true) : undefined} />}
              side={
                <>
                  <Words task={task} />
                  <Flow>
                    <Button
                      icon="printer"
                      href={withQuery('/pages/tasks/sheet/index', { id: task.breakdownId, taskId: task.id })}
                    >
                      打印
                    </Button>
                  </Flow>
                  <TaskContacts taskId={task.id} />
                </>
              }
            />
            <TaskTimeline taskId={task.id} />
            {adding ? <AddUnitsSheet task={task} onDone={view.reload} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Words({ task }: { task: TaskView }) {
  return (
    <Card>
      <Facts
        facts={[
          { name: '具体工作', value: task.concreteWork || '未写' },
          { name: '类别', value: task.category || '未写' },
          { name: '原文责任单位', value: task.unitsPhrase || '未写' },
          { name: '原文时限', value: task.duePhrase || '未写' },
        ]}
      />
    </Card>
  );
}

function Lines({ task, onAdd }: { task: TaskView; onAdd: (() => void) | undefined }) {
  const lines = task.assignments.filter(({ parentId, status }) => parentId === null && status !== 'withdrawn');
  const action =
    onAdd && task.withdrawnReason === null ? (
      <Button icon="plus" onPress={onAdd}>
        添加责任单位
      </Button>
    ) : undefined;
  return (
    <>
      <Card>
        <Stack>
          <Box as="h2" className="section-title">
            {task.mainTask}
          </Box>
          {task.withdrawnReason ? (
            <Notice kind="warn" title="这项任务已撤销">
              {task.withdrawnReason}
            </Notice>
          ) : null}
          {task.unresolvedPhrase ? (
            <Notice kind="warn" title={`待明确：${task.unresolvedPhrase}`}>
              原文没有写明是哪些单位，由督查员逐个添加。
            </Notice>
          ) : null}
          {task.openSetPhrase ? (
            <Notice kind="info" title={`开放范围：${task.openSetPhrase}`}>
              还可以有其他单位参加，由督查员逐个添加。
            </Notice>
          ) : null}
        </Stack>
      </Card>
      <Section title={`责任单位 ${lines.length} 个`} action={action}>
        <Card flush>
          {lines.length ? (
            lines.map((line) => <LineRow key={line.id} line={line} />)
          ) : (
            <EmptyState icon="users" title="还没有责任单位">
              督查员添加后，各单位就能看到这项任务。
            </EmptyState>
          )}
        </Card>
      </Section>
    </>
  );
}

function LineRow({ line }: { line: TaskLine }) {
  return (
    <Row
      title={line.unitName}
      about={`${ASSIGNMENT_PART_LABELS[line.part]} · ${dueInWords(line)}`}
      to={withQuery('/pages/tasks/line/index', { id: line.id })}
      foot={
        <>
          <ProgressBar percent={line.percent} />
          <Flow>
            <StateTag status={line.status} />
            <TimeTag line={line} />
          </Flow>
        </>
      }
    />
  );
}
