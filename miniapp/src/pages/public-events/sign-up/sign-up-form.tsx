import { checkInput } from '@county/shared/http/input';
import type { SignUpTerms } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { NewSignUp } from '@county/shared/public-events/sign-up';
import { placesInWords } from '@county/shared/public-events/event-words';
import { placesFor } from '@county/shared/public-events/sign-up-rules';
import { signUpForEvent } from '@county/shared/public-events/sign-up-routes';
import { call } from '../../../api/call';
import { issueAt } from '../../../api/failure';
import { keepSignUp } from '../../../api/kept-sign-ups';
import { signedPage } from '../../../navigation/event-pages';
import { replaceWith } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { ActionBar, Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { NamesTold, NotTaken, PersonalDataNotice, WhichPlace, WhoComes } from './sign-up-fields';
import { useSignUpDraft, type SignUpDraft } from './use-sign-up-draft';

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
  const waits = waitingWords(event, terms, form);
  const isOneOfMany = event.sessions.length > 1 || event.content.groups.length > 1;
  return (
    <>
      {waits ? (
        <Notice kind="warn" title={waits.title}>
          {waits.words}
        </Notice>
      ) : null}
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
      <ActionBar>
        <NotTaken failure={failure} />
        <Button kind="primary" icon="send" wide busy={busy} onPress={() => void submit()}>
          {waits?.isAll ? '排候补' : '提交报名'}
        </Button>
      </ActionBar>
    </>
  );
}

/** Whether whoever signs up now gets a place or waits for one: said before, so that nobody travels in vain. */
function waitingWords(event: PublicEvent, terms: SignUpTerms, { sessionKey, groupKey, people }: SignUpDraft) {
  const pool = event.counts.find((one) => one.sessionKey === sessionKey && one.groupKey === groupKey);
  const places = pool && !terms.draw ? placesFor(pool, people.length) : people.length;
  if (!pool || places >= people.length) return null;
  const later = '有人退出就按先后递补，马上告诉您。没有名额前先不要来。';
  return places
    ? { isAll: false, title: `只有 ${places} 个名额，其余的人排候补`, words: later }
    : { isAll: true, title: `${placesInWords(pool)}，现在报名是排候补`, words: later };
}
