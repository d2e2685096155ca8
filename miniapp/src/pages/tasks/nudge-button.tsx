import type { NudgeChoice } from '@county/shared/nudges/nudge';
import { useState } from 'react';
import { NudgeSheet } from '../../components/nudge-sheet';
import { Button } from '../../ui/button';

interface NudgeButtonProps {
  lines: NudgeChoice;
  words: string;
  disabledReason?: string | null;
  /** After it is sent: the history has one entry more. */
  onDone?(): void;
}

/** 催办 of one line or of a task's units, from where they are read. */
export function NudgeButton({ lines, words, disabledReason = null, onDone }: NudgeButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="bell" wide disabledReason={disabledReason} onPress={() => setOpen(true)}>
        {words}
      </Button>
      {open ? <NudgeSheet lines={lines} onDone={onDone} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
