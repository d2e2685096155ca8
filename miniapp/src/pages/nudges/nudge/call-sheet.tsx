import { recordCall } from '@county/shared/reminders/reminder-routes';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { TextArea } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

/** Who is being marked as rung. */
export interface Rung {
  deliveryId: string;
  personName: string;
}

interface CallSheetProps {
  rung: Rung;
  onDone(): Promise<void>;
  onClose(): void;
}

/** 已电话通知: with what was said, for the histories of the lines. */
export function CallSheet({ rung, onDone, onClose }: CallSheetProps) {
  const [words, setWords] = useState('');
  const id = useIdOf(words);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const body = { id, words: words.trim() || null };
    const answer = await call(recordCall, { params: { deliveryId: rung.deliveryId }, body });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast('已登记');
    onClose();
    await onDone();
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title={`已电话通知${rung.personName}`}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void send()}>
          登记
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <TextArea
          label="通话情况"
          optional
          hint="写进任务的经过"
          rows={3}
          maxLength={200}
          value={words}
          onChange={setWords}
          error={issueAt(issues, 'words')}
        />
      </Stack>
    </Sheet>
  );
}
