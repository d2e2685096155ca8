import { EventKind } from '@county/shared/public-events/event-content';
import { inOrderOfTime, phaseOf } from '@county/shared/public-events/event-rules';
import { EVENT_KIND_LABELS, sessionInWords } from '@county/shared/public-events/event-words';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';
import { listPublicEvents } from '@county/shared/public-events/public-event-routes';
import { listOwnSignUps } from '@county/shared/public-events/sign-up-routes';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { keepSignUp, keptSignUps } from '../../../api/kept-sign-ups';
import { useSession } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { eventPage, signedPage } from '../../../navigation/event-pages';
import { now, today } from '../../../platform/clock';
import { ListAnswer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Segmented } from '../../../ui/choice';
import { EmptyState } from '../../../ui/empty-state';
import { Select } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { EventTag } from '../event-tag';
import { LookUp } from './look-up';

type Part = 'coming' | 'over';

const PARTS = [
  { value: 'coming', label: '要举行的' },
  { value: 'over', label: '已结束的' },
] as const;
const ANY = 'any';
const KINDS = [
  { value: ANY, label: '全部活动' },
  ...EventKind.options.map((kind) => ({ value: kind, label: EVENT_KIND_LABELS[kind] })),
];

/** 活动: open days, meetings, deliberations and hearings one can come to, the next first. */
export default function EventsPage() {
  const [part, setPart] = useState<Part>('coming');
  const [kind, setKind] = useState<string>(ANY);
  const asked = EventKind.safeParse(kind);
  const events = useList(listPublicEvents, { query: { part, ...(asked.success ? { kind: asked.data } : {}) } });
  return (
    <Page title="活动" about="政务开放日、会议旁听、议事协商、听证会，欢迎来看、来听、来说">
      <OwnSignUps />
      <Section title="全县的活动">
        <Stack>
          <Segmented label="哪一部分" options={PARTS} value={part} onChange={(chosen) => setPart(chosen)} />
          <Select label="类型" options={KINDS} value={kind} onChange={(chosen) => setKind(chosen || ANY)} />
        </Stack>
        <ListAnswer
          of={events}
          empty={
            <Card>
              <EmptyState icon="calendar-days" title={part === 'coming' ? '近期没有活动' : '还没有办过这类活动'}>
                {part === 'coming' ? '有新的活动会先在这里公告。' : '办过以后，纪要和答复会公布在这里。'}
              </EmptyState>
            </Card>
          }
        >
          {(items) => (
            <Card flush>
              {items.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </Card>
          )}
        </ListAnswer>
      </Section>
      <LookUp />
    </Page>
  );
}

function EventRow({ event }: { event: PublicEventSummary }) {
  const { sessions, signUp, seatsLeft, isCancelled } = event;
  const phase = phaseOf({ sessions, signUp }, isCancelled, now());
  const [first] = inOrderOfTime(sessions);
  const when = `${sessionInWords(first!, today())}${sessions.length > 1 ? ` 等 ${sessions.length} 场` : ''}`;
  const left =
    phase !== 'sign-up-open' || seatsLeft === null || event.isDraw
      ? ''
      : seatsLeft
        ? `还有 ${seatsLeft} 个名额`
        : '可以候补';
  return (
    <Row
      title={event.title}
      about={`${when} · ${event.placeName}`}
      foot={
        <>
          <Box className="row-about">
            {`${EVENT_KIND_LABELS[event.kind]} · ${event.unitName}${event.hasRecord ? ' · 纪要已公布' : ''}`}
          </Box>
          <EventTag phase={phase} more={left} />
        </>
      }
      to={eventPage(event.id)}
    />
  );
}

/** Those kept on this device and those of the WeChat account that are still to come. */
function OwnSignUps() {
  const [kept, setKept] = useState(keptSignUps);
  const refresh = () => setKept(keptSignUps());
  useDidShow(refresh);
  const isWechat = useSession(({ token, way }) => Boolean(token) && way === 'wechat');
  const own = useCall(listOwnSignUps, isWechat ? { query: { limit: 50 } } : null);
  useEffect(() => {
    own.data?.items.forEach(keepSignUp);
    refresh();
  }, [own.data]);
  const ahead = kept.filter(
    ({ session, attendees, cancelledReason }) =>
      session.day >= today() && cancelledReason === null && attendees.some(({ state }) => state !== 'withdrawn'),
  );
  if (!ahead.length) return null;
  return (
    <Section title="我报了名的">
      <Card flush>
        {ahead.map((one) => (
          <Row
            key={one.id}
            icon="calendar-check"
            title={one.title}
            about={sessionInWords(one.session, today())}
            to={signedPage(one.id, one.key)}
          />
        ))}
      </Card>
    </Section>
  );
}
