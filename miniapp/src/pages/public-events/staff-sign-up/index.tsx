import { codeInWords } from '@county/shared/people/receipt-code';
import { getStaffSignUp, rangAboutSignUp } from '@county/shared/public-events/event-day-routes';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { SIGN_UP_VIA_LABELS, sessionInWords, waitingInWords } from '@county/shared/public-events/event-words';
import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import type { StaffSignUpView } from '@county/shared/public-events/sign-up';
import { useRouter } from '@tarojs/taro';
import { call } from '../../../api/call';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { ToBeRung } from '../../../components/to-be-rung';
import { today } from '../../../platform/clock';
import { callable, ring } from '../../../platform/device';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Row, Section, Stack } from '../../../ui/surface';
import { AttendeeTag } from '../signed/attendee-tag';
import '../public-events.scss';
import { WithdrawFor } from './withdraw-for';

/** One sign-up for the organiser's people, with the whole phone; every look at it is recorded. */
export default function StaffSignUpPage() {
  const staff = useStaff();
  const { id = '' } = useRouter().params;
  const signUp = useCall(getStaffSignUp, staff && id ? { params: { signUpId: id } } : null);
  const eventId = signUp.data?.eventId;
  const event = useCall(getPublicEvent, eventId ? { params: { eventId } } : null);
  if (!staff) return <SignInFirst title="一份报名" />;
  if (!id || isNotThere(signUp.failure)) return <NotThere title="一份报名" what="这份报名" failure={signUp.failure} />;
  return (
    <Page title="一份报名" about="查看完整手机号会留下记录">
      <Answer of={signUp} shape="words">
        {(shown) => (
          <Answer of={event} shape="words">
            {(told) => <Shown signUp={shown} event={told} onChange={() => void signUp.reload()} />}
          </Answer>
        )}
      </Answer>
    </Page>
  );
}

interface ShownProps {
  signUp: StaffSignUpView;
  event: PublicEvent;
  onChange(): void;
}

function Shown({ signUp, event, onChange }: ShownProps) {
  const { attendees, phone, contactName, code, via, steps, madeAt, toBeRungAbout } = signUp;
  const session = event.sessions.find(({ key }) => key === signUp.sessionKey);
  const group = event.content.groups.find(({ key }) => key === signUp.groupKey);
  const labelOf = (key: string) =>
    event.content.signUp?.fields.find((field) => field.key === key)?.label ?? '填写的内容';
  return (
    <>
      {toBeRungAbout === null ? null : (
        <ToBeRung
          words={toBeRungAbout}
          onRang={(id, words) => call(rangAboutSignUp, { params: { signUpId: signUp.id }, body: { id, words } })}
          onDone={onChange}
        />
      )}
      <Card>
        <Facts
          facts={[
            { name: '活动', value: event.title },
            { name: '时间', value: session ? sessionInWords(session, today()) : '这一场已经取消' },
            { name: '身份', value: group?.name ?? '' },
            { name: '报名号', value: code ? codeInWords(code) : '已按期删除' },
            { name: '怎么报的', value: `${SIGN_UP_VIA_LABELS[via]}，${timeInWords(madeAt)}` },
            { name: '联系人', value: contactName ?? '已按期删除' },
          ]}
        />
      </Card>
      {phone ? (
        <Card flush>
          <Row icon="phone" title={phone} about="点一下拨打" onPress={() => void ring(callable(phone))} />
        </Card>
      ) : (
        <Notice kind="info" title="没有留手机号" />
      )}
      <Section title="参加的人">
        <Card flush>
          {attendees.map((one) => (
            <Row
              key={one.id}
              title={one.name}
              about={[
                one.waitingPlace === null ? '' : waitingInWords(one.waitingPlace),
                one.state === 'entered' ? `抽签编号 ${one.number}` : '',
                one.speakingPlace === null ? '' : `第 ${one.speakingPlace} 个发言`,
                one.arrivedAt ? `${timeInWords(one.arrivedAt)} 到场` : '',
                ...Object.entries(one.answers).map(([key, answer]) => `${labelOf(key)}：${answer}`),
              ]
                .filter(Boolean)
                .join(' · ')}
              end={<AttendeeTag state={one.state} />}
            />
          ))}
        </Card>
      </Section>
      {steps.length ? (
        <Section title="变动">
          <Card>
            <Stack>
              {steps.map(({ at, words, byName }) => (
                <Box key={`${at}${words}`}>{[timeInWords(at), words, byName].filter(Boolean).join('，')}</Box>
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
      <WithdrawFor signUp={signUp} event={event} onChange={onChange} />
    </>
  );
}
