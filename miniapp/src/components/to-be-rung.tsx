import { useState } from 'react';
import { useActs } from '../api/use-acts';
import type { Failure } from '../api/failure';
import type { Answer } from '../api/wire';
import { FailureNotice } from '../ui/answer';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

interface ToBeRungProps {
  /** What is to be said on the telephone. */
  words: string;
  /** Notes that it was said; these words, not later ones. */
  onRang(id: string, words: string): Promise<Answer<unknown>>;
  onDone(): void;
}

/** Somebody whom only the telephone reaches is to be told of a change. */
export function ToBeRung({ words, onRang, onDone }: ToBeRungProps) {
  const act = useActs();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const rang = async () => {
    setBusy(true);
    const answer = await act(words, (id) => onRang(id, words));
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onDone();
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <Notice
        kind="warn"
        title="请打电话告诉这位群众"
        action={
          <Button icon="check" busy={busy} onPress={() => void rang()}>
            已经打过电话
          </Button>
        }
      >
        {words}
      </Notice>
    </>
  );
}
