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
  /** What an earlier try sent whose answer was lost: it may have arrived. */
  unanswered: NewSignUp | null;
}

interface Sending<Body extends NewSignUp, Reply> {
  /** By the shared schema; of what everybody fills in, and the way by which staff were told. */
  check(filled: object): Checked<Body>;
  send(body: Body): Promise<Answer<Reply>>;
  /** `isEarlier`: what arrived is an earlier try; what was changed since is not in it. */
  onSent(reply: Reply, isEarlier: boolean): void | Promise<void>;
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
    unanswered: null,
  }));
  const draft = useDraft<SignUpDraft>(`${key}-${event.id}`, first);
  const form = draft.value;
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  const sendOnce = async (body: Body): Promise<{ answer: Answer<Reply>; isEarlier: boolean }> => {
    const answer = await send(body);
    const isTaken = !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'id-taken';
    // The earlier try had arrived: asked for again, it is answered with what came of it.
    if (isTaken && form.unanswered) return { answer: await send(form.unanswered as Body), isEarlier: true };
    return { answer, isEarlier: false };
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
      else draft.change({ unanswered: form.unanswered ?? checked.value });
      return setFailure(answer.failure);
    }
    draft.discard();
    await onSent(answer.reply, isEarlier);
  };
  return { form, change: draft.change, issues, failure, busy, submit };
}
