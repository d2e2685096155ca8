import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import { beyondFields, issuesOf, type Failure } from './failure';
import type { Answer } from './wire';

/** One call at a time, with what was wrong at its field, where the form shows it, and the rest above the button. */
export function useSending<T>(onDone: (reply: T) => void, shown: readonly string[] = []) {
  const [busy, setBusy] = useState(false);
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const send = async (sending: Promise<Answer<T>>) => {
    setBusy(true);
    setIssues(undefined);
    setFailure(undefined);
    const answer = await sending;
    setBusy(false);
    if (answer.ok) return onDone(answer.reply);
    setIssues(issuesOf(answer.failure));
    setFailure(beyondFields(answer.failure, shown));
  };
  /** What the form itself finds wrong; what went wrong before is no longer so. */
  const setOwnIssues = (found: FieldIssue[] | undefined) => {
    setIssues(found);
    setFailure(undefined);
  };
  return { send, busy, issues, failure, setIssues: setOwnIssues };
}
