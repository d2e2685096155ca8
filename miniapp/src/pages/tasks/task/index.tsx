import { ASSIGNMENT_PART_LABELS } from '@county/shared/tasks/lines/assignment';
import type { Actor } from '@county/shared/people/actor';
import { canChangeFinding } from '@county/shared/tasks/findings/finding-rules';
import { taskWord } from '@county/shared/tasks/breakdowns/task-breakdown';
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
import { dueInWords } from '../../../components/line-due';
import { PeriodTag, StateTag, TimeTag, WaitingTag } from '../line-state';
import { ChangeFindingSheet } from '../finding/change-finding-sheet';
import { NudgeButton } from '../nudge-button';
import { findingFacts, WithheldNotice } from '../finding/finding-facts';
import { RecheckTag } from '../finding/recheck-part';
import { AddUnitsSheet } from './add-units-sheet';
import { TaskContacts } from './task-contacts';
import { TaskTimeline } from './task-timeline';

/** A whole task: its words as printed, and every unit that has a part in it. */
export default function TaskPage() {
  const { id: taskId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(getTask, staff ? { params: { taskId } } : null);
  const [adding, setAdding] = useState(false);
  const [marking, setMarking] = useState(false);
  if (!staff) return <SignInFirst title="整项任务" />;
  return (
    <Page
      title={view.data ? `${taskWord(view.data.breakdownKind)} ${view.data.number}` : '整项任务'}
      about={view.data?.breakdownTitle}
      wide
    >
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
                    {task.finding && staff.role === 'supervisor' ? (
                      <Button icon="pencil" disabledReason={whyNotChange(task, staff)} onPress={() => setMarking(true)}>
                        整改类型和是否公开
                      </Button>
                    ) : null}
                  </Flow>
                  {staff.role === 'supervisor' && task.withdrawnReason === null ? (
                    <NudgeButton
                      words="催办没有办结的单位"
                      lines={{
                        by: 'filter',
                        breakdownId: task.breakdownId,
                        filter: { taskId: task.id, withHandedDown: 'no' },
                      }}
                    />
                  ) : null}
                  <TaskContacts taskId={task.id} />
                </>
              }
            />
            <TaskTimeline taskId={task.id} />
            {marking && task.finding ? (
              <ChangeFindingSheet
                taskId={task.id}
                finding={task.finding}
                onDone={view.reload}
                onClose={() => setMarking(false)}
              />
            ) : null}
            {adding ? <AddUnitsSheet task={task} onDone={view.reload} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

function whyNotChange(task: TaskView, staff: Actor): string | null {
  const units = task.assignments.filter(({ status }) => status !== 'withdrawn').map(({ unitId }) => unitId);
  const verdict = canChangeFinding(staff, units);
  return verdict.allowed ? null : verdict.reason;
}

function Words({ task }: { task: TaskView }) {
  return (
    <Card>
      <Facts
        facts={[
          { name: task.finding ? '整改措施' : '具体工作', value: task.concreteWork || '未写' },
          ...(task.finding ? findingFacts(task.finding) : []),
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
          {task.finding ? <Box className="row-about">存在问题</Box> : null}
          <Box as="h2" className="section-title">
            {task.mainTask}
          </Box>
          {task.finding ? <WithheldNotice finding={task.finding} /> : null}
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
            lines.map((line) => <LineRow key={line.id} line={line} task={task} />)
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

function LineRow({ line, task }: { line: TaskLine; task: TaskView }) {
  const finding = task.findingLines.find(({ assignmentId }) => assignmentId === line.id);
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
            <PeriodTag line={{ ...line, task }} />
            <WaitingTag line={line} />
            {finding?.recheck ? <RecheckTag outcome={finding.recheck.outcome} /> : null}
          </Flow>
          {finding?.measure ? <Box className="row-about">{`整改措施：${finding.measure}`}</Box> : null}
          {finding?.proof ? <Box className="row-about">{`整改依据：${finding.proof}`}</Box> : null}
          {finding?.recheck ? <Box className="row-about">{`复查：${finding.recheck.words}`}</Box> : null}
        </>
      }
    />
  );
}
