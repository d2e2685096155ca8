import { closeAssignment, withdrawAssignment } from '@county/shared/tasks/task-routes';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { toast } from '../../../ui/toast';

interface SheetProps {
  line: AssignmentView;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** 销号: checked, and final. */
export function CloseSheet({ line, onDone, onClose }: SheetProps) {
  const [words, setWords] = useState('');
  const id = useIdOf(words);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const close = async () => {
    setBusy(true);
    const answer = await call(closeAssignment, {
      params: { assignmentId: line.id },
      body: { id, words: words.trim() || null },
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast('已销号');
    await onDone();
  };
  return (
    <Sheet
      title={`销号：${line.unitName}`}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void close()}>
          确认销号
        </Button>
      }
    >
      <FailureNotice failure={failure} />
      <TextArea
        label="核验意见"
        optional
        hint="销号后不能再改，请先核对办结依据"
        value={words}
        onChange={setWords}
        maxLength={1000}
        rows={3}
      />
    </Sheet>
  );
}

/** 撤销: the unit no longer owes it; what it has reported stays. */
export function WithdrawSheet({ line, onDone, onClose }: SheetProps) {
  const [reason, setReason] = useState('');
  const id = useIdOf(reason);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    const answer = await call(withdrawAssignment, { params: { assignmentId: line.id }, body: { id, reason } });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    toast('已撤销');
    await onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title={`撤销：${line.unitName}`}
      onClose={onClose}
      actions={
        <Button kind="danger" busy={busy} onPress={() => void withdraw()}>
          确认撤销
        </Button>
      }
    >
      <FailureNotice failure={failure} />
      <TextArea
        label="撤销理由"
        hint="填报和经过都会保留；分解到村的一并撤销"
        value={reason}
        onChange={setReason}
        maxLength={500}
        rows={3}
        error={issueAt(issues, 'reason')}
      />
    </Sheet>
  );
}
