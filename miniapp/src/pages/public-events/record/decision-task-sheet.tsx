import type { EventDecision, EventRecord } from '@county/shared/public-events/event-record';
import { makeDecisionTask } from '@county/shared/public-events/event-record-routes';
import { listBreakdowns } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { listTasks } from '@county/shared/tasks/task-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useList } from '../../../api/use-list';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Select } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { OneUnit } from '../../service-guides/one-unit';
import type { ChosenUnit } from '../../tasks/unit-picker';

interface Props {
  eventId: string;
  decision: EventDecision;
  onClose(): void;
  onDone(record: EventRecord): void;
}

/** A decision goes on as a unit's line of a task in a plan; its words stand in the line's history. */
export function DecisionTaskSheet({ eventId, decision, onClose, onDone }: Props) {
  const plans = useList(listBreakdowns, { query: { limit: 200 } });
  const [planId, setPlanId] = useState('');
  const plan = plans.data?.find(({ id }) => id === planId) ?? plans.data?.[0];
  const tasks = useList(listTasks, plan ? { query: { breakdownId: plan.id, limit: 200 } } : null);
  const [taskId, setTaskId] = useState('');
  const [unit, setUnit] = useState<ChosenUnit | null>(null);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const give = async () => {
    if (!unit) return;
    setBusy(true);
    const body = { decisionKey: decision.key, taskId, unitId: unit.unitId };
    const answer = await call(makeDecisionTask, { params: { eventId }, body });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(`已转为${unit.unitName}的任务`);
    onDone(answer.reply);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  const why = taskId ? (unit ? null : '请先选责任单位') : '请先选任务';
  return (
    <Sheet
      title="转为任务"
      onClose={onClose}
      actions={
        <Button kind="primary" wide busy={busy} disabledReason={why} onPress={() => void give()}>
          转为任务
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>{decision.words}</Box>
        {(plans.data?.length ?? 0) > 1 ? (
          <Select
            label="计划"
            options={(plans.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            value={plan?.id ?? ''}
            onChange={(id) => {
              setPlanId(id);
              setTaskId('');
            }}
          />
        ) : null}
        <Select
          label="归到哪项任务"
          options={(tasks.data ?? []).map(({ id, number, mainTask }) => ({
            value: id,
            label: `${number}．${mainTask.slice(0, 30)}`,
          }))}
          value={taskId}
          onChange={setTaskId}
          error={issueAt(issues, 'taskId')}
        />
        <OneUnit label="责任单位" unit={unit} onChange={setUnit} error={issueAt(issues, 'unitId')} />
      </Stack>
    </Sheet>
  );
}
