import { RECTIFICATION_LABELS, Rectification } from '@county/shared/tasks/findings/finding';
import { changeFinding } from '@county/shared/tasks/findings/finding-routes';
import type { TaskFinding } from '@county/shared/tasks/findings/finding-views';
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

interface ChangeFindingProps {
  taskId: string;
  finding: TaskFinding;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Which kind of rectification it is, and whether the public may know. */
export function ChangeFindingSheet({ taskId, finding, onDone, onClose }: ChangeFindingProps) {
  const [kind, setKind] = useState(finding.rectification);
  const [withheld, setWithheld] = useState(finding.withheldReason !== null);
  const [reason, setReason] = useState(finding.withheldReason ?? '');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const withheldReason = withheld ? reason : null;
    const body = { ...(kind ? { rectification: kind } : {}), withheldReason };
    const answer = await call(changeFinding, { params: { taskId }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast('已记录');
    await onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title="整改类型和是否公开"
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void save()}>
          保存
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Choice<Rectification>
          label="整改类型"
          options={Rectification.options.map((value) => ({ value, label: RECTIFICATION_LABELS[value] }))}
          value={kind}
          onChange={setKind}
        />
        <Switch
          label="这个问题不公开"
          about="已公开的文字也不再显示，理由留在记录里"
          value={withheld}
          onChange={setWithheld}
        />
        {withheld ? (
          <TextArea
            label="不公开的理由"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={setReason}
            error={issueAt(issues, 'withheldReason')}
          />
        ) : null}
      </Stack>
    </Sheet>
  );
}
