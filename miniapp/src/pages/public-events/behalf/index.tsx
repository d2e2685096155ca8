import { codeInWords } from '@county/shared/people/receipt-code';
import { sessionInWords, waitingInWords } from '@county/shared/public-events/event-words';
import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { today } from '../../../platform/clock';
import { goBack } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Row, Section, Stack } from '../../../ui/surface';
import { NotNow } from '../desk-page';
import { AttendeeTag } from '../signed/attendee-tag';
import '../public-events.scss';
import { BehalfForm } from './behalf-form';

/** 替人报名: from a list on paper, by telephone or across the counter, by whoever of the county is at work. */
export default function SignUpBehalfPage() {
  const staff = useStaff();
  const { id = '' } = useRouter().params;
  const event = useCall(getPublicEvent, staff && id ? { params: { eventId: id } } : null);
  const [made, setMade] = useState<StaffSignUpView>();
  if (!staff) return <SignInFirst title="替人报名" />;
  if (!id || isNotThere(event.failure)) return <NotThere title="替人报名" what="这个活动" failure={event.failure} />;
  return (
    <Page title="替人报名" about={event.data?.title}>
      <Answer of={event} shape="words">
        {(shown) =>
          made ? (
            <Made signUp={made} event={shown} onMore={() => (setMade(undefined), void event.reload())} />
          ) : shown.content.signUp ? (
            <BehalfForm event={shown} terms={shown.content.signUp} onMade={setMade} />
          ) : (
            <NotNow title="这个活动不用报名">到时候直接来。</NotNow>
          )
        }
      </Answer>
    </Page>
  );
}

interface MadeProps {
  signUp: StaffSignUpView;
  event: PublicEvent;
  onMore(): void;
}

/** What to write down for them: the number, and who has a place. */
function Made({ signUp, event, onMore }: MadeProps) {
  const session = event.sessions.find(({ key }) => key === signUp.sessionKey);
  const waits = signUp.attendees.some(({ state }) => state === 'waiting');
  return (
    <>
      <Notice
        kind={waits ? 'warn' : 'success'}
        title={waits ? '报名了，有人要等候补；请把下面的告诉本人' : '报好了，请把下面的写给本人'}
      >
        {signUp.phone ? '有变动时按留下的手机号通知。' : '没有留手机号，有变动时请您转告。'}
      </Notice>
      <Card>
        <Stack>
          <Box className="sign-up-code">
            <Box className="row-about">报名号</Box>
            <Box className="sign-up-code-sign">{codeInWords(signUp.code)}</Box>
            <Box className="row-about">到场报这个号签到</Box>
          </Box>
          <Facts
            facts={[
              ...(session ? [{ name: '时间', value: sessionInWords(session, today()) }] : []),
              { name: '地点', value: [event.place.name, event.place.address].filter(Boolean).join('，') },
            ]}
          />
        </Stack>
      </Card>
      <Section title="参加的人">
        <Card flush>
          {signUp.attendees.map(({ id, name, state, waitingPlace, number }) => (
            <Row
              key={id}
              title={name}
              about={
                waitingPlace === null ? (state === 'entered' ? `抽签编号 ${number}` : '') : waitingInWords(waitingPlace)
              }
              end={<AttendeeTag state={state} />}
            />
          ))}
        </Card>
      </Section>
      <Flow>
        <Button kind="primary" icon="user-plus" onPress={onMore}>
          再报一份
        </Button>
        <Button icon="undo-2" onPress={() => void goBack()}>
          返回
        </Button>
      </Flow>
    </>
  );
}
