import { checkInput } from '@county/shared/http/input';
import type { SignUpTerms } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { NewSignUp } from '@county/shared/public-events/sign-up';
import { signUpForEvent } from '@county/shared/public-events/sign-up-routes';
import { call } from '../../../api/call';
import { issueAt } from '../../../api/failure';
import { keepSignUp } from '../../../api/kept-sign-ups';
import { signedPage } from '../../../navigation/event-pages';
import { replaceWith } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { ActionBar, Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { NamesTold, NotTaken, PersonalDataNotice, WhichPlace, WhoComes } from './sign-up-fields';
import { useSignUpDraft } from './use-sign-up-draft';

/** Names, a phone, and what the notice says it needs; nothing else. */
export function SignUpForm({ event, terms }: { event: PublicEvent; terms: SignUpTerms }) {
  const { form, change, issues, failure, busy, submit } = useSignUpDraft(event, 'event-sign-up', {
    check: (filled) => checkInput(NewSignUp, filled),
    send: (body) => call(signUpForEvent, { body }),
    onSent: async (reply, isEarlier) => {
      keepSignUp(reply);
      if (isEarlier) toast('上一次其实已经报上了，后来改的没有算');
      await replaceWith(signedPage(reply.id, reply.key));
    },
  });
  const part = { event, terms, form, change, issues };
  const isOneOfMany = event.sessions.length > 1 || event.content.groups.length > 1;
  return (
    <>
      <PersonalDataNotice event={event} title="怎样使用这些信息" />
      {isOneOfMany ? (
        <Card>
          <Stack>
            <WhichPlace {...part} />
          </Stack>
        </Card>
      ) : null}
      <WhoComes {...part} />
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
            <NamesTold {...part} label="我同意公布姓名和所代表的方面" />
          </Stack>
        </Card>
      </Section>
      <NotTaken failure={failure} />
      <ActionBar>
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void submit()}>
          提交报名
        </Button>
      </ActionBar>
    </>
  );
}
