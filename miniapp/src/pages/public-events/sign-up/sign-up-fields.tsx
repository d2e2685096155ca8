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
import { getSite } from '@county/shared/site/site';
import type { ReactNode } from 'react';
import { failureSentence, issueAt, type Failure } from '../../../api/failure';
import { useCall } from '../../../api/use-call';
import { today } from '../../../platform/clock';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Checks, Choice } from '../../../ui/choice';
import { Notice } from '../../../ui/notice';
import { newPerson, OnePerson } from './one-person';
import type { SignUpDraft } from './use-sign-up-draft';

/** What becomes of names and phone numbers, said before they are asked for (rules D1). */
export function PersonalDataNotice({ event, title }: { event: PublicEvent; title: string }) {
  const keepMonths = useCall(getSite, {}).data?.eventKeepMonths ?? null;
  return (
    <Notice kind="info" title={title}>
      {personalDataNotice(event.unitName, keepMonths)}
      {event.kind === 'hearing' ? HEARING_NAME_NOTICE : null}
    </Notice>
  );
}

interface Part {
  event: PublicEvent;
  terms: SignUpTerms;
  form: SignUpDraft;
  change(part: Partial<SignUpDraft>): void;
  issues: FieldIssue[] | undefined;
}

/** Which session, and as what; nothing is asked where there is one of each. */
export function WhichPlace({ event, terms, form, change, issues }: Part) {
  const sessions = inOrderOfTime(event.sessions);
  const { groups } = event.content;
  const leftOf = (groupKey: string) => {
    const places = event.counts.find((one) => one.sessionKey === form.sessionKey && one.groupKey === groupKey);
    return places && !terms.draw ? placesInWords(places) : '';
  };
  const only = groups.length === 1 ? leftOf(groups[0]!.key) : '';
  return (
    <>
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
          options={groups.map(({ key, name, who }) => ({
            value: key,
            label: name,
            about: [who, leftOf(key)].filter(Boolean).join('；'),
          }))}
          value={form.groupKey || null}
          onChange={(groupKey) => change({ groupKey })}
          error={issueAt(issues, 'groupKey')}
        />
      ) : null}
      {only ? <Box>{only}</Box> : null}
    </>
  );
}

/** Everybody who comes, and room for as many as one sign-up takes. */
export function WhoComes({ terms, form, change, issues }: Part) {
  const { people } = form;
  return (
    <>
      {people.map((person, at) => (
        <OnePerson
          key={person.id}
          at={at}
          count={people.length}
          person={person}
          fields={terms.fields}
          issues={issues}
          onChange={(changed) => change({ people: people.map((one) => (one.id === changed.id ? changed : one)) })}
          onRemove={() => change({ people: people.filter(({ id }) => id !== person.id) })}
        />
      ))}
      {people.length < terms.mostPeople ? (
        <Button icon="user-plus" onPress={() => change({ people: [...people, newPerson()] })}>
          再加一个人
        </Button>
      ) : (
        <Box className="row-about">{`一份最多 ${terms.mostPeople} 人；还有人的，报好这一份再报一份。`}</Box>
      )}
    </>
  );
}

/** Of a hearing: names of those who take part are published, by their consent. */
export function NamesTold({ event, form, change, issues, label }: Part & { label: string }) {
  if (event.kind !== 'hearing') return null;
  return (
    <Checks
      label="公布姓名"
      options={[{ value: 'names', label }]}
      values={form.agrees}
      onChange={(agrees) => change({ agrees })}
      error={issueAt(issues, 'agreesToNames')}
    />
  );
}

/** Why it was not taken: in the server's words where it said no. */
export function NotTaken({ failure }: { failure: Failure | undefined }): ReactNode {
  return failure?.kind === 'refused' ? (
    <Notice kind="danger" title={failureSentence(failure)} />
  ) : (
    <FailureNotice failure={failure} />
  );
}
