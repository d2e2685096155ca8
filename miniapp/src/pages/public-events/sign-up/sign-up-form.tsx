import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import type { SignUpTerms } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import {
  HEARING_NAME_NOTICE,
  personalDataNotice,
  placesInWords,
  sessionInWords,
} from '@county/shared/public-events/event-words';
import { NewSignUp } from '@county/shared/public-events/sign-up';
import { signUpForEvent } from '@county/shared/public-events/sign-up-routes';
import { getSite } from '@county/shared/site/site';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { failureSentence, issueAt, type Failure } from '../../../api/failure';
import { keepSignUp } from '../../../api/kept-sign-ups';
import { useCall } from '../../../api/use-call';
import { signedPage } from '../../../navigation/event-pages';
import { today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { replaceWith } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Checks, Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { ActionBar, Card, Section, Stack } from '../../../ui/surface';
import { OnePerson, type Person } from './one-person';

interface Form {
  /** The same for every try, so that a second one is no second sign-up. */
  id: string;
  sessionKey: string;
  groupKey: string;
  people: Person[];
  phone: string;
  contactName: string;
  agrees: readonly 'names'[];
}

const newPerson = (): Person => ({ id: newId(), name: '', answers: {} });

/** Names, a phone, and what the notice says it needs; nothing else. */
export function SignUpForm({ event, terms }: { event: PublicEvent; terms: SignUpTerms }) {
  const sessions = inOrderOfTime(event.sessions);
  const { groups } = event.content;
  const [first] = useState((): Form => ({
    id: newId(),
    sessionKey: sessions.length === 1 ? sessions[0]!.key : '',
    groupKey: groups.length === 1 ? groups[0]!.key : '',
    people: [newPerson()],
    phone: '',
    contactName: '',
    agrees: [],
  }));
  const draft = useDraft<Form>(`event-sign-up-${event.id}`, first);
  const form = draft.value;
  const change = (more: Partial<Form>) => draft.change({ ...form, ...more });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const isHearing = event.kind === 'hearing';
  const site = useCall(getSite, {});

  const send = async () => {
    const { agrees, contactName, phone, ...rest } = form;
    const checked = checkInput(NewSignUp, {
      ...rest,
      eventId: event.id,
      phone: phone.trim() || null,
      contactName: contactName.trim() || null,
      agreesToNames: agrees.includes('names'),
    });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(signUpForEvent, { body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues);
      return setFailure(answer.failure);
    }
    keepSignUp(answer.reply);
    draft.discard();
    await replaceWith(signedPage(answer.reply.id, answer.reply.key));
  };

  const placesOf = (groupKey: string) =>
    event.counts.find((one) => one.sessionKey === form.sessionKey && one.groupKey === groupKey);
  const keepMonths = site.data?.eventKeepMonths;
  return (
    <>
      <Notice kind="info" title="怎样使用这些信息">
        {keepMonths ? personalDataNotice(event.unitName, keepMonths) : null}
        {isHearing ? HEARING_NAME_NOTICE : null}
      </Notice>
      {sessions.length > 1 || groups.length > 1 ? (
        <Card>
          <Stack>
            {sessions.length > 1 ? (
              <Choice
                label="哪一场"
                options={sessions.map((session) => ({ value: session.key, label: sessionInWords(session, today()) }))}
                value={form.sessionKey || null}
                onChange={(sessionKey) => change({ sessionKey })}
                error={issueAt(issues, 'sessionKey')}
              />
            ) : null}
            {groups.length > 1 ? (
              <Choice
                label="以什么身份参加"
                options={groups.map(({ key, name, who }) => {
                  const places = placesOf(key);
                  const left = places && !terms.draw ? placesInWords(places) : '';
                  return { value: key, label: name, about: [who, left].filter(Boolean).join('；') };
                })}
                value={form.groupKey || null}
                onChange={(groupKey) => change({ groupKey })}
                error={issueAt(issues, 'groupKey')}
              />
            ) : null}
          </Stack>
        </Card>
      ) : null}
      {form.people.map((person, at) => (
        <OnePerson
          key={person.id}
          at={at}
          count={form.people.length}
          person={person}
          fields={terms.fields}
          issues={issues}
          onChange={(changed) => change({ people: form.people.map((one) => (one.id === changed.id ? changed : one)) })}
          onRemove={() => change({ people: form.people.filter(({ id }) => id !== person.id) })}
        />
      ))}
      {form.people.length < terms.mostPeople ? (
        <Button icon="user-plus" onPress={() => change({ people: [...form.people, newPerson()] })}>
          再加一个人
        </Button>
      ) : null}
      <Section title="联系谁" about="有变动时通知">
        <Card>
          <Stack>
            <Field
              label="手机号"
              kind="phone"
              value={form.phone}
              onChange={(phone) => change({ phone })}
              autoComplete="tel"
              error={issueAt(issues, 'phone')}
            />
            <Field
              label="代报名人姓名"
              hint="替别人报的，写您自己的姓名"
              optional
              value={form.contactName}
              onChange={(contactName) => change({ contactName })}
              error={issueAt(issues, 'contactName')}
            />
            {isHearing ? (
              <Checks
                label="公布姓名"
                options={[{ value: 'names', label: '我同意公布姓名和所代表的方面' }]}
                values={form.agrees}
                onChange={(agrees) => change({ agrees })}
                error={issueAt(issues, 'agreesToNames')}
              />
            ) : null}
          </Stack>
        </Card>
      </Section>
      {failure?.kind === 'refused' ? (
        <Notice kind="danger" title={failureSentence(failure)} />
      ) : (
        <FailureNotice failure={failure} />
      )}
      <ActionBar>
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void send()}>
          提交报名
        </Button>
      </ActionBar>
    </>
  );
}
