import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import type { Failure } from './failure';
import type { Answer } from './wire';

/** One call at a time, with what was wrong at its field and the rest above the button. */
export function useSending<T>(onDone: (reply: T) => void) {
  const [busy, setBusy] = useState(false);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const send = async (sending: Promise<Answer<T>>) => {
    setBusy(true);
    const answer = await sending;
    setBusy(false);
    const refusal = !answer.ok && answer.failure.kind === 'refused' ? answer.failure.problem.issues : undefined;
    setIssues(refusal);
    // What stands beside its field is not said twice.
    setFailure(answer.ok || refusal ? undefined : answer.failure);
    if (answer.ok) onDone(answer.reply);
  };
  return { send, busy, issues, failure, setIssues };
}
