import { checkInput } from '@county/shared/http/input';
import { addStaffSignUp } from '@county/shared/public-events/event-day-routes';
import type { SignUpTerms } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { NewStaffSignUp, type StaffSignUpView } from '@county/shared/public-events/sign-up';
import { canSignUp } from '@county/shared/public-events/sign-up-rules';
import { call } from '../../../api/call';
import { issueAt } from '../../../api/failure';
import { now } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { ActionBar, Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { NotNow } from '../desk-page';
import { NamesTold, NotTaken, PersonalDataNotice, WhichPlace, WhoComes } from '../sign-up/sign-up-fields';
import { useSignUpDraft } from '../sign-up/use-sign-up-draft';

type Way = NewStaffSignUp['via'];

const WAYS: readonly { value: Way; label: string; about?: string }[] = [
  { value: 'paper', label: '纸质登记', about: '照着村里、社区收上来的名单录入' },
  { value: 'phone', label: '打电话来报的' },
  { value: 'counter', label: '到现场来报的' },
];

interface BehalfFormProps {
  event: PublicEvent;
  terms: SignUpTerms;
  onMade(signUp: StaffSignUpView): void;
}

/** Who comes, by which way they told it, and how to reach them; several people of one list at once. */
export function BehalfForm({ event, terms, onMade }: BehalfFormProps) {
  const { form, change, issues, failure, busy, submit } = useSignUpDraft(event, 'event-behalf', {
    check: (filled) => checkInput(NewStaffSignUp, filled),
    send: (body) => call(addStaffSignUp, { body }),
    onSent: (reply, isEarlier) => {
      if (isEarlier) toast('上一次其实已经报上了，后来改的没有算');
      onMade(reply);
    },
  });
  const standing = { isCancelled: event.isCancelled, isDrawn: event.isDrawn };
  const verdicts = event.sessions.map((session) =>
    canSignUp(event.content, session, standing, { now: now(), byStaff: true }),
  );
  const shut = verdicts.find((verdict) => !verdict.allowed);
  if (shut && !shut.allowed && verdicts.every((verdict) => !verdict.allowed))
    return <NotNow title="现在不能报名">{shut.reason}</NotNow>;
  const part = { event, terms, form, change, issues };
  return (
    <>
      <PersonalDataNotice event={event} title="请先念给本人听" />
      <Card>
        <Stack>
          <Choice<Way> label="怎么报的" options={WAYS} value={form.via} onChange={(via) => change({ via })} />
          <WhichPlace {...part} />
        </Stack>
      </Card>
      <WhoComes {...part} />
      <Section title="联系谁" about="有变动时通知；各有各的手机号，就各报一份">
        <Card>
          <Stack>
            <Field
              label="手机号"
              kind="phone"
              optional
              hint="没有手机就不填，把报名号写在纸条上"
              value={form.phone}
              onChange={(phone) => change({ phone })}
              error={issueAt(issues, 'phone')}
            />
            <Field
              label="联系人姓名"
              hint="不写就是第一位"
              optional
              value={form.contactName}
              onChange={(contactName) => change({ contactName })}
              error={issueAt(issues, 'contactName')}
            />
            <NamesTold {...part} label="本人同意公布姓名和所代表的方面" />
          </Stack>
        </Card>
      </Section>
      <ActionBar>
        <NotTaken failure={failure} />
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void submit()}>
          {form.people.length > 1 ? `报名 ${form.people.length} 人` : '报名'}
        </Button>
      </ActionBar>
    </>
  );
}
