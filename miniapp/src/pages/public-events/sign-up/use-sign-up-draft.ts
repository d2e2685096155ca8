import type { Checked } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import type { NewSignUp, NewStaffSignUp } from '@county/shared/public-events/sign-up';
import { useState } from 'react';
import { useDraft } from '../../../api/drafts';
import type { Failure } from '../../../api/failure';
import type { Answer } from '../../../api/wire';
import { newId } from '../../../platform/ids';
import { newPerson, type Person } from './one-person';

/** What is filled in to sign people up, by themselves or by staff. */
export interface SignUpDraft {
  /** The same for every try, so that a second one is no second sign-up. */
  id: string;
  via: NewStaffSignUp['via'];
  sessionKey: string;
  groupKey: string;
  people: Person[];
  phone: string;
  contactName: string;
  agrees: readonly 'names'[];
  /** What earlier tries sent whose answers were lost, the latest first: one of them may have arrived. */
  unanswered: readonly NewSignUp[];
}

interface Sending<Body extends NewSignUp, Reply> {
  /** By the shared schema; of what everybody fills in, and the way by which staff were told. */
  check(filled: object): Checked<Body>;
  send(body: Body): Promise<Answer<Reply>>;
  /** `isEarlier`: what arrived is an earlier try; what was changed since is not in it. */
  onSent(reply: Reply, isEarlier: boolean): void | Promise<void>;
}

/** More are not needed: which of them arrived is asked as soon as there is a signal. */
const MOST_TRIES = 10;

/** The answer to the try that arrived, of several with one id; `taken` where it was none of these. */
async function firstKnown<Body, Reply>(
  tries: readonly Body[],
  send: (body: Body) => Promise<Answer<Reply>>,
  taken: Answer<Reply>,
): Promise<Answer<Reply>> {
  let answer = taken;
  for (const body of tries) {
    answer = await send(body);
    const isAnother = !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'id-taken';
    if (!isAnother) return answer;
  }
  return answer;
}

/** A sign-up being filled in: kept on this device, checked by the shared schema, sent once however often it is tried. */
export function useSignUpDraft<Body extends NewSignUp, Reply>(
  event: PublicEvent,
  key: string,
  { check, send, onSent }: Sending<Body, Reply>,
) {
  const sessions = inOrderOfTime(event.sessions);
  const { groups } = event.content;
  const [first] = useState((): SignUpDraft => ({
    id: newId(),
    via: 'paper',
    sessionKey: sessions.length === 1 ? sessions[0]!.key : '',
    groupKey: groups.length === 1 ? groups[0]!.key : '',
    people: [newPerson()],
    phone: '',
    contactName: '',
    agrees: [],
    unanswered: [],
  }));
  const draft = useDraft<SignUpDraft>(`${key}-${event.id}`, first);
  const form = draft.value;
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  const sendOnce = async (body: Body): Promise<{ answer: Answer<Reply>; isEarlier: boolean }> => {
    const answer = await send(body);
    const isTaken = !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'id-taken';
    if (!isTaken) return { answer, isEarlier: false };
    // An earlier try had arrived: asked for again, it is answered with what came of it.
    return { answer: await firstKnown(form.unanswered as readonly Body[], send, answer), isEarlier: true };
  };
  const submit = async () => {
    const { id, via, sessionKey, groupKey, people, phone, contactName, agrees } = form;
    const checked = check({
      id,
      via,
      sessionKey,
      groupKey,
      people,
      eventId: event.id,
      phone: phone.trim() || null,
      contactName: contactName.trim() || null,
      agreesToNames: agrees.includes('names'),
    });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const { answer, isEarlier } = await sendOnce(checked.value);
    setBusy(false);
    if (!answer.ok) {
      if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues);
      else draft.change((now) => ({ unanswered: [checked.value, ...now.unanswered].slice(0, MOST_TRIES) }));
      return setFailure(answer.failure);
    }
    draft.discard();
    await onSent(answer.reply, isEarlier);
  };
  return { form, change: draft.change, issues, failure, busy, submit };
}
