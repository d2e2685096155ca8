import type { PublicEvent } from '@county/shared/public-events/event-record';
import { phaseOf } from '@county/shared/public-events/event-rules';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { getPublicEvent } from '@county/shared/public-events/public-event-routes';
import { isEventFull } from '@county/shared/public-events/sign-up-rules';
import { useRouter } from '@tarojs/taro';
import { useCall } from '../../../api/use-call';
import { EventTag } from '../../../components/event-tag';
import { isNotThere, NotThere } from '../../../components/not-there';
import { PlaceActions } from '../../../components/place-actions';
import { drawResultPage } from '../../../navigation/event-desk-pages';
import { eventPage, signedPage, signUpPage } from '../../../navigation/event-pages';
import { now } from '../../../platform/clock';
import { callable, ring } from '../../../platform/device';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ShareButton } from '../../../ui/share-button';
import { ActionBar, Card, Flow, Row, Section, Stack } from '../../../ui/surface';
import { Aftermath } from './aftermath';
import { Announcement } from './announcement';
import { ForStaff } from './for-staff';
import { OwnSignUp, useOwnSignUpsFor } from './own-sign-up';
import { Participants } from './participants';
import { Places } from './places';
import { EventToCalendar } from './to-calendar';

/** One event: what it is, when and where, how to join; and what came of it. */
export default function EventPage() {
  const { id = '' } = useRouter().params;
  const event = useCall(getPublicEvent, id ? { params: { eventId: id } } : null);
  if (!id || isNotThere(event.failure)) return <NotThere title="活动" what="这个活动" failure={event.failure} />;
  return (
    <Page
      title={event.data?.title ?? '活动'}
      about={event.data && `${EVENT_KIND_LABELS[event.data.kind]} · ${event.data.unitName}`}
    >
      <Answer of={event} shape="words">
        {(shown) => <Shown event={shown} />}
      </Answer>
    </Page>
  );
}

function Shown({ event }: { event: PublicEvent }) {
  const { content, place, changed, isCancelled } = event;
  const phase = phaseOf(content, isCancelled, now());
  const { name, address, places } = place;
  const { contact } = content;
  const isFull = phase === 'sign-up-open' && isEventFull(event);
  const own = useOwnSignUpsFor(event.id);
  return (
    <>
      {isCancelled ? (
        <Notice kind="danger" title="活动已取消，请不要前往">
          {`原因：${event.cancelledReason ?? ''}`}
        </Notice>
      ) : changed.length && phase !== 'over' ? (
        <Notice kind="warn" title={`有变动：${changed.join('、')}`}>
          下面是改过以后的内容。
        </Notice>
      ) : null}
      <Flow>
        <EventTag phase={phase} {...(isFull ? { more: '名额已满' } : {})} />
      </Flow>
      {phase === 'over' || isCancelled ? null : (
        <OwnSignUp of={own} eventId={event.id} isOpen={phase === 'sign-up-open'} />
      )}
      <ForStaff event={event} phase={phase} />
      {phase === 'over' ? <Aftermath event={event} /> : null}
      <Announcement event={event} />
      <Places event={event} phase={phase} />
      {event.isDrawn ? (
        <Card flush>
          <Row icon="split" title="看抽签结果" about="谁都能重算一遍" to={drawResultPage(event.id)} />
        </Card>
      ) : null}
      <Participants event={event} />
      <Section title="怎么去">
        <Card>
          <Stack>
            <Box>{[name, address].filter(Boolean).join('，')}</Box>
            <PlaceActions place={{ name, address, landmark: '', phone: contact.phone, places }} />
            <Box className="row-about">
              {content.accessibility ? `无障碍：${content.accessibility}` : '无障碍情况没有登记，需要帮助请先打电话。'}
            </Box>
          </Stack>
        </Card>
      </Section>
      <Section title="不清楚，打电话问">
        <Card flush>
          <Row
            icon="phone"
            title={contact.phone}
            about={[contact.name, contact.post].filter(Boolean).join('，')}
            onPress={() => void ring(callable(contact.phone))}
          />
        </Card>
      </Section>
      <Flow>
        {phase === 'over' || isCancelled ? null : <EventToCalendar event={event} />}
        <ShareButton title={event.title} path={eventPage(event.id)} to="family" />
      </Flow>
      {phase === 'sign-up-open' ? (
        <ActionBar>
          {own[0] ? (
            <Button kind="primary" icon="calendar-check" wide href={signedPage(own[0].id, own[0].key)}>
              看我的报名
            </Button>
          ) : (
            <Button kind="primary" icon="pencil" wide href={signUpPage(event.id)}>
              {isFull ? '名额已满，排候补' : '我要报名'}
            </Button>
          )}
        </ActionBar>
      ) : null}
    </>
  );
}
