import { dayInWords } from '@county/shared/calendar/day';
import { codeInWords } from '@county/shared/people/receipt-code';
import {
  EVENT_KIND_LABELS,
  noPlaceYetInWords,
  sessionInWords,
  waitingInWords,
} from '@county/shared/public-events/event-words';
import type { AttendeeView, SignUpView } from '@county/shared/public-events/sign-up';
import { getSignUp } from '@county/shared/public-events/sign-up-routes';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { keepSignUp, keptSignUp } from '../../../api/kept-sign-ups';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { PlaceActions } from '../../../components/place-actions';
import { eventPage, signedPage } from '../../../navigation/event-pages';
import { today } from '../../../platform/clock';
import { FailureState, timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { QrPicture } from '../../../ui/qr-picture';
import { ShareButton } from '../../../ui/share-button';
import { Skeleton } from '../../../ui/skeleton';
import { Card, Facts, Row, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { AttendeeTag } from './attendee-tag';
import { Erased, PAST_EVENT } from './erased';
import { Feedback } from './feedback';
import { Withdraw } from './withdraw';
import '../public-events.scss';

/** A sign-up to keep: number, time, place, who has a place or waits where; readable without a signal. */
export default function SignedPage() {
  const { id = '', key = '' } = useRouter().params;
  const asked = useCall(getSignUp, id ? { params: { signUpId: id }, query: { key } } : null);
  const [kept] = useState(() => keptSignUp(id));
  useEffect(() => {
    if (asked.data && !asked.savedAt) keepSignUp(asked.data);
  }, [asked.data, asked.savedAt]);
  if (!id || isNotThere(asked.failure)) return <NotThere title="我的报名" what="这份报名" failure={asked.failure} />;
  const signUp = asked.data ?? kept?.signUp;
  const savedAt = asked.savedAt ?? kept?.savedAt;
  if (!signUp)
    return (
      <Page title="我的报名">
        <Card>{asked.failure ? <FailureState failure={asked.failure} /> : <Skeleton shape="words" count={8} />}</Card>
      </Page>
    );
  const about = `${EVENT_KIND_LABELS[signUp.kind]} · ${signUp.unitName}`;
  // Of a sign-up erased after its time nothing is left that would say who came.
  if (!signUp.code)
    return (
      <Page title="我的报名" about={about}>
        <Erased signUp={signUp} />
      </Page>
    );
  return (
    <Page title="我的报名" about={about}>
      {asked.failure && savedAt ? (
        <Notice kind="warn" title={`没有连上网络，这是 ${timeInWords(savedAt)} 存下的`}>
          到了现场，报报名号就行。
        </Notice>
      ) : null}
      <Shown signUp={signUp} onChange={(changed) => (keepSignUp(changed), asked.replace(changed))} />
    </Page>
  );
}

function Shown({ signUp, onChange }: { signUp: SignUpView; onChange(signUp: SignUpView): void }) {
  const { place, contact, session, attendees } = signUp;
  const takesPlace = signUp.cancelledReason === null;
  const isOver = session.day < today();
  const comes = takesPlace && !isOver && attendees.some(({ state }) => state !== 'withdrawn');
  const hasPlace = comes && attendees.some(({ state }) => state === 'confirmed');
  const without = comes ? noPlaceYetInWords(attendees) : '';
  const arrivedAt = arrivalOfAll(attendees);
  return (
    <>
      {takesPlace ? null : (
        <Notice kind="danger" title="活动已取消，请不要前往">{`原因：${signUp.cancelledReason}`}</Notice>
      )}
      {takesPlace && isOver ? <Notice kind="info" title={`活动已经过去（${dayInWords(session.day)}）`} /> : null}
      {without ? (
        <Notice kind="warn" title={without}>
          有了名额马上告诉您，没有名额前先不要来。
        </Notice>
      ) : null}
      <Card>
        <Stack>
          <Box className="sign-up-code">
            <Box className="row-about">报名号</Box>
            <Box className="sign-up-code-sign">{codeInWords(signUp.code)}</Box>
            {arrivedAt ? (
              <Tag tone="pine" icon="circle-check">{`${timeInWords(arrivedAt)} 已签到`}</Tag>
            ) : hasPlace ? (
              <>
                <Box className="row-about">到场报这个号签到</Box>
                <QrPicture text={signUp.code} label="报名号的二维码" />
                <Box className="row-about">也可以给工作人员扫</Box>
              </>
            ) : comes ? (
              <Box className="row-about">打电话问、退出，都报这个号</Box>
            ) : null}
          </Box>
          <Facts
            facts={[
              { name: '活动', value: signUp.title },
              { name: '时间', value: sessionInWords(session, isOver ? undefined : today()) },
              { name: '身份', value: signUp.groupName },
              ...(signUp.bring ? [{ name: '要带什么', value: signUp.bring }] : []),
              { name: '手机号', value: signUp.maskedPhone ?? '没有留手机号' },
            ]}
          />
        </Stack>
      </Card>
      <Section title="参加的人">
        <Card flush>
          {attendees.map((one) => (
            <Row key={one.id} title={one.name} about={standing(one, isOver)} end={<AttendeeTag state={one.state} />} />
          ))}
        </Card>
      </Section>
      {signUp.steps.length ? (
        <Notice kind="info" title="有过变动">
          {signUp.steps.map(({ at, words }) => (
            <Box key={`${at}${words}`}>{`${timeInWords(at)}：${words}`}</Box>
          ))}
        </Notice>
      ) : null}
      {comes ? (
        <Section title="怎么去">
          <Card>
            <Stack>
              <PlaceActions
                place={{
                  name: place.name,
                  address: place.address,
                  landmark: '',
                  phone: contact.phone,
                  places: place.places,
                }}
              />
            </Stack>
          </Card>
        </Section>
      ) : null}
      <Feedback signUp={signUp} onChange={onChange} />
      <Card flush>
        <Row
          icon="file-text"
          title={isOver ? '看这次活动' : '看活动安排'}
          about={isOver ? PAST_EVENT : '内容、时间、怎么去'}
          to={eventPage(signUp.eventId)}
        />
      </Card>
      {comes ? (
        <ShareButton
          title={`${sessionInWords(session, today())} ${signUp.title}`}
          path={signedPage(signUp.id, signUp.key)}
          to="family"
        />
      ) : null}
      <Withdraw signUp={signUp} onChange={onChange} />
    </>
  );
}

/** When the last of those who have a place came; null while one is still awaited. */
function arrivalOfAll(attendees: readonly AttendeeView[]): string | null {
  const seated = attendees.filter(({ state }) => state === 'confirmed').map(({ arrivedAt }) => arrivedAt ?? '');
  return seated.includes('') ? null : (seated.sort().at(-1) ?? null);
}

function standing(one: AttendeeView, isOver: boolean): string {
  const { waitingPlace, speakingPlace, number, state, arrivedAt } = one;
  if (arrivedAt) return `${timeInWords(arrivedAt)} 已签到`;
  if (state === 'entered') return `抽签编号 ${number}`;
  if (waitingPlace !== null && isOver) return '没有排到名额';
  if (waitingPlace !== null) return `${waitingInWords(waitingPlace)}，有人退出马上递补并告诉您`;
  return speakingPlace === null ? '' : `第 ${speakingPlace} 个发言`;
}
