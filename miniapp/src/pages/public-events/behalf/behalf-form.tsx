import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { addStaffSignUp } from '@county/shared/public-events/event-day-routes';
import type { SignUpTerms } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import {
  HEARING_NAME_NOTICE,
  personalDataNotice,
  placesInWords,
  sessionInWords,
} from '@county/shared/public-events/event-words';
import { NewStaffSignUp, type StaffSignUpView } from '@county/shared/public-events/sign-up';
import { canSignUp } from '@county/shared/public-events/sign-up-rules';
import { getSite } from '@county/shared/site/site';
import { useState } from 'react';
import { call } from '../../../api/call';
import { useDraft } from '../../../api/drafts';
import { failureSentence, issueAt, type Failure } from '../../../api/failure';
import { useCall } from '../../../api/use-call';
import { now, today } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Checks, Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { ActionBar, Card, Section, Stack } from '../../../ui/surface';
import { NotNow } from '../desk-page';
import { OnePerson, type Person } from '../sign-up/one-person';

type Way = NewStaffSignUp['via'];

const WAYS: readonly { value: Way; label: string; about?: string }[] = [
  { value: 'paper', label: '纸质登记', about: '照着村里、社区收上来的名单录入' },
  { value: 'phone', label: '打电话来报的' },
  { value: 'counter', label: '到现场来报的' },
];

interface Form {
  /** The same for every try, so that a second one is no second sign-up. */
  id: string;
  via: Way;
  sessionKey: string;
  groupKey: string;
  people: Person[];
  phone: string;
  contactName: string;
  agrees: readonly 'names'[];
}

interface BehalfFormProps {
  event: PublicEvent;
  terms: SignUpTerms;
  onMade(signUp: StaffSignUpView): void;
}

const newPerson = (): Person => ({ id: newId(), name: '', answers: {} });

/** Who comes, by which way they told it, and how to reach them; several people of one list at once. */
export function BehalfForm({ event, terms, onMade }: BehalfFormProps) {
  const sessions = inOrderOfTime(event.sessions);
  const { groups } = event.content;
  const empty = (via: Way = 'paper'): Form => ({
    id: newId(),
    via,
    sessionKey: sessions.length === 1 ? sessions[0]!.key : '',
    groupKey: groups.length === 1 ? groups[0]!.key : '',
    people: [newPerson()],
    phone: '',
    contactName: '',
    agrees: [],
  });
  const [first] = useState(empty);
  const draft = useDraft<Form>(`event-behalf-${event.id}`, first);
  const form = draft.value;
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const keepMonths = useCall(getSite, {}).data?.eventKeepMonths;
  const isHearing = event.kind === 'hearing';
  const standing = { isCancelled: event.isCancelled, isDrawn: event.isDrawn };
  const verdicts = sessions.map((session) =>
    canSignUp(event.content, session, standing, { now: now(), byStaff: true }),
  );
  const shut = verdicts.find((verdict) => !verdict.allowed);
  if (shut && !shut.allowed && verdicts.every((verdict) => !verdict.allowed))
    return <NotNow title="现在不能报名">{shut.reason}</NotNow>;

  const send = async () => {
    const { agrees, contactName, phone, ...rest } = form;
    const checked = checkInput(NewStaffSignUp, {
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
    const answer = await call(addStaffSignUp, { body: checked.value });
    setBusy(false);
    if (!answer.ok) {
      if (answer.failure.kind === 'refused') setIssues(answer.failure.problem.issues);
      return setFailure(answer.failure);
    }
    draft.discard();
    onMade(answer.reply);
  };
  const placesOf = (groupKey: string) =>
    event.counts.find((one) => one.sessionKey === form.sessionKey && one.groupKey === groupKey);
  const only = groups.length === 1 ? placesOf(groups[0]!.key) : undefined;
  return (
    <>
      <Notice kind="info" title="请先念给本人听">
        {keepMonths ? personalDataNotice(event.unitName, keepMonths) : null}
        {isHearing ? HEARING_NAME_NOTICE : null}
      </Notice>
      <Card>
        <Stack>
          <Choice<Way> label="怎么报的" options={WAYS} value={form.via} onChange={(via) => draft.change({ via })} />
          {sessions.length > 1 ? (
            <Choice
              label="哪一场"
              options={sessions.map((session) => ({ value: session.key, label: sessionInWords(session, today()) }))}
              value={form.sessionKey || null}
              onChange={(sessionKey) => draft.change({ sessionKey })}
              error={issueAt(issues, 'sessionKey')}
            />
          ) : null}
          {groups.length > 1 ? (
            <Choice
              label="以什么身份参加"
              options={groups.map(({ key, name, who }) => {
                const places = placesOf(key);
                return {
                  value: key,
                  label: name,
                  about: [who, places && !terms.draw ? placesInWords(places) : ''].filter(Boolean).join('；'),
                };
              })}
              value={form.groupKey || null}
              onChange={(groupKey) => draft.change({ groupKey })}
              error={issueAt(issues, 'groupKey')}
            />
          ) : null}
          {only && !terms.draw ? <Box>{placesInWords(only)}</Box> : null}
        </Stack>
      </Card>
      {form.people.map((person, at) => (
        <OnePerson
          key={person.id}
          at={at}
          count={form.people.length}
          person={person}
          fields={terms.fields}
          issues={issues}
          onChange={(changed) =>
            draft.change({ people: form.people.map((one) => (one.id === changed.id ? changed : one)) })
          }
          onRemove={() => draft.change({ people: form.people.filter(({ id }) => id !== person.id) })}
        />
      ))}
      {form.people.length < terms.mostPeople ? (
        <Button icon="user-plus" onPress={() => draft.change({ people: [...form.people, newPerson()] })}>
          再加一个人
        </Button>
      ) : (
        <Box className="row-about">{`一份最多 ${terms.mostPeople} 人；还有人的，报好这一份再报一份。`}</Box>
      )}
      <Section title="联系谁" about="有变动时通知；各有各的手机号，就各报一份">
        <Card>
          <Stack>
            <Field
              label="手机号"
              kind="phone"
              optional
              hint="没有手机就不填，把报名号写在纸条上"
              value={form.phone}
              onChange={(phone) => draft.change({ phone })}
              error={issueAt(issues, 'phone')}
            />
            <Field
              label="联系人姓名"
              hint="不写就是第一位"
              optional
              value={form.contactName}
              onChange={(contactName) => draft.change({ contactName })}
              error={issueAt(issues, 'contactName')}
            />
            {isHearing ? (
              <Checks
                label="公布姓名"
                options={[{ value: 'names', label: '本人同意公布姓名和所代表的方面' }]}
                values={form.agrees}
                onChange={(agrees) => draft.change({ agrees })}
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
          {form.people.length > 1 ? `报名 ${form.people.length} 人` : '报名'}
        </Button>
      </ActionBar>
    </>
  );
}
