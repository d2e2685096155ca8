import { ASSIGNMENT_PART_LABELS, AssignmentPart } from '@county/shared/tasks/lines/assignment';
import { addAssignments } from '@county/shared/tasks/task-routes';
import type { TaskView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Choice, Switch } from '../../../ui/choice';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { UnitPicker, type ChosenUnit } from '../unit-picker';

interface AddUnitsSheetProps {
  task: TaskView;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Units for an open set or a 待明确, with the reason that stays on record. */
export function AddUnitsSheet({ task, onDone, onClose }: AddUnitsSheetProps) {
  const [chosen, setChosen] = useState<ChosenUnit[]>([]);
  const [part, setPart] = useState<AssignmentPart>('responsible');
  const [reason, setReason] = useState('');
  const [settles, setSettles] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const has = new Set(task.assignments.filter(({ status }) => status !== 'withdrawn').map(({ unitId }) => unitId));
  const send = async () => {
    setBusy(true);
    const answer = await call(addAssignments, {
      params: { taskId: task.id },
      body: { unitIds: chosen.map(({ unitId }) => unitId), part, reason, settles },
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast(`已添加 ${answer.reply.created.length} 个单位`);
    await onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="添加责任单位"
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          busy={busy}
          disabledReason={chosen.length ? null : '请先选择单位'}
          onPress={() => void send()}
        >
          {chosen.length ? `添加 ${chosen.length} 个单位` : '添加'}
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <UnitPicker
          label="责任单位"
          chosen={chosen}
          onChange={setChosen}
          except={has}
          error={issueAt(issues, 'unitIds')}
        />
        <Choice<AssignmentPart>
          label="职责"
          options={AssignmentPart.options.map((value) => ({ value, label: ASSIGNMENT_PART_LABELS[value] }))}
          value={part}
          onChange={setPart}
          error={issueAt(issues, 'part')}
        />
        <TextArea
          label="添加依据"
          hint="如：按附件2，或县长办公会要求"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={issueAt(issues, 'reason')}
        />
        {task.unresolvedPhrase ? (
          <Switch
            label="待明确的单位已落实"
            about={`不再显示“待明确：${task.unresolvedPhrase}”，原文仍保留`}
            value={settles}
            onChange={setSettles}
          />
        ) : null}
      </Stack>
    </Sheet>
  );
}
