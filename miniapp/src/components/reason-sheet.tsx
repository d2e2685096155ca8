import { useState } from 'react';
import { issueAt, type Failure } from '../api/failure';
import { FailureNotice } from '../ui/answer';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import { Sheet } from '../ui/dialog';
import { TextArea } from '../ui/field';
import { Stack } from '../ui/surface';
import { toast } from '../ui/toast';

interface ReasonSheetProps {
  title: string;
  /** What follows from it. */
  words: string;
  label: string;
  hint: string;
  /** On the button. */
  yes: string;
  /** Said once it is done. */
  done: string;
  onClose(): void;
  /** Answers what went wrong, if anything. */
  send(reason: string): Promise<Failure | undefined>;
}

/** Takes something back from everybody, with the reason they read. */
export function ReasonSheet({ title, words, label, hint, yes, done, onClose, send }: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const takeBack = async () => {
    setBusy(true);
    const failed = await send(reason);
    setBusy(false);
    setFailure(failed);
    if (!failed) toast(done);
  };
  const issues = failure?.kind === 'refused' ? failure.problem.issues : undefined;
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button
          kind="danger"
          wide
          busy={busy}
          disabledReason={reason.trim().length < 2 ? '请先写原因' : null}
          onPress={() => void takeBack()}
        >
          {yes}
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Box>{words}</Box>
        <TextArea
          label={label}
          hint={hint}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={setReason}
          error={issueAt(issues, 'reason')}
        />
      </Stack>
    </Sheet>
  );
}
