import type { BookableServiceView } from '@county/shared/appointments/bookable-service';
import { getPointDay, listBookableServices } from '@county/shared/appointments/booking-desk-routes';
import type { CounterPerson } from '@county/shared/appointments/counter-acts';
import { waitingMinutes } from '@county/shared/appointments/queue-rules';
import type { PointDay } from '@county/shared/appointments/staff-booking';
import { addDays, dayInWords } from '@county/shared/calendar/day';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useRefresh } from '../../../api/use-refresh';
import { isNotThere, NotThere } from '../../../components/not-there';
import { useList, type LoadedList } from '../../../api/use-list';
import { closingPage, pointDayPage, timesPage, toRingPage } from '../../../navigation/booking-pages';
import { today } from '../../../platform/clock';
import { goTo, replaceWith } from '../../../platform/navigation';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Row, Section, Stack } from '../../../ui/surface';
import '../appointments.scss';
import { CheckIn } from './check-in';
import { OneAtCounter } from './one-at-counter';
import { Unsent } from './unsent';
import { useCounter } from './use-counter';

/** What the counter beside this one does is seen here soon after. */
const EVERY_15_SECONDS = 15_000;
/** Nobody comes to the window sooner than this. */
const CALL_REST_MS = 2_000;

type AtCounter = ReturnType<typeof useCounter>;

/** A place's day at the counter: who is here, who is next, who comes later. */
export default function DayPage() {
  const staff = useStaff();
  const { point: pointId = '', day = today() } = useRouter().params;
  const shown = useCall(getPointDay, staff && pointId ? { params: { pointId }, query: { day } } : null);
  useRefresh(shown.reload, EVERY_15_SECONDS);
  if (!staff) return <SignInFirst title="今天的预约" />;
  if (!pointId || isNotThere(shown.failure))
    return <NotThere title="今天的预约" what="这个服务点" failure={shown.failure} />;
  return (
    <Page
      wide
      title={day === today() ? '今天的预约' : `${dayInWords(day, today())} 的预约`}
      about={shown.data?.pointName}
    >
      <Flow>
        <Button icon="arrow-left" onPress={() => void replaceWith(pointDayPage(pointId, addDays(day, -1)))}>
          前一天
        </Button>
        <Button onPress={() => void replaceWith(pointDayPage(pointId, addDays(day, 1)))}>后一天</Button>
      </Flow>
      <Answer of={shown}>
        {(data) => <Day day={data} onChange={() => void shown.reload()} isToday={day === today()} />}
      </Answer>
    </Page>
  );
}

const HERE: readonly CounterPerson['state'][] = ['called', 'serving', 'arrived'];

function Day({ day, onChange, isToday }: { day: PointDay; onChange(): void; isToday: boolean }) {
  const counter = useCounter(day, onChange);
  const { people } = counter;
  const here = people
    .filter(({ state }) => HERE.includes(state))
    .sort((one, other) => HERE.indexOf(one.state) - HERE.indexOf(other.state));
  const ahead = people.filter(({ state }) => state === 'booked');
  const past = people.filter(({ state }) => state === 'done' || state === 'no-show' || state === 'cancelled');
  const list = (title: string, of: readonly CounterPerson[], words: string) => (
    <Section title={`${title}（${of.length}）`}>
      <Card flush>
        {of.length ? (
          of.map((booking) => (
            <OneAtCounter
              key={booking.id}
              pointId={day.pointId}
              booking={booking}
              onStep={(to) => counter.step(booking, to)}
              isToday={isToday}
            />
          ))
        ) : (
          <EmptyState icon="users" title={words} />
        )}
      </Card>
    </Section>
  );
  // Whoever stands at the counter calls and checks in all day: that comes first, on a small screen too.
  return (
    <Box className="counter">
      <Box className="counter-acts">
        {isToday ? (
          <Counter day={day} counter={counter} onChange={onChange} />
        ) : (
          <Card>
            <Box className="row-about">签到和叫号只在当天。</Box>
          </Card>
        )}
      </Box>
      <Box className="counter-people">
        {isToday ? list('在这里的', here, '现在没有人在等') : null}
        {list(isToday ? '还没到的' : '已约的', ahead, '没有预约')}
        {past.length ? list('办完和没来的', past, '') : null}
        <ToArrange day={day} hasBooked={ahead.length > 0} />
      </Box>
    </Box>
  );
}

/** Whom something changed for, and what nobody has decided on. */
function ToArrange({ day: { pointId, day, toRing, outside }, hasBooked }: { day: PointDay; hasBooked: boolean }) {
  if (!toRing && !outside && !hasBooked) return null;
  return (
    <Section title="变动">
      <Card flush>
        {outside ? (
          <Row
            icon="triangle-alert"
            title={`${outside} 个预约约在不办理的时间`}
            about="时间取消了，还没有决定改期、取消还是照常办"
            to={closingPage(pointId)}
          />
        ) : null}
        {toRing ? (
          <Row icon="phone" title={`${toRing} 位要打电话告知变动`} about="带号码和要说的话" to={toRingPage(pointId)} />
        ) : null}
        {hasBooked ? (
          <Row
            icon="split"
            title={day === today() ? '今天办不了了' : '这天办不了了'}
            about="约好的逐个改期、取消或照常办，并告诉每个人"
            to={closingPage(pointId, { from: day, to: day })}
          />
        ) : null}
      </Card>
    </Section>
  );
}

/** The acts of the counter: call, check in, give a number. */
function Counter({ day, counter, onChange }: { day: PointDay; counter: AtCounter; onChange(): void }) {
  const { people, waiting: unsent, onlyHere, refused, callTheNext } = counter;
  const waiting = people.filter(({ state }) => state === 'arrived').length;
  const minutes = waitingMinutes(people);
  // Read before anybody comes, so that a number is given without a signal too.
  const services = useList(listBookableServices, { query: { pointId: day.pointId, limit: 200 } });
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState<'walk-in' | 'behalf'>();
  const next = async () => {
    setBusy(true);
    await callTheNext();
    // A second tap of the same hand would call a second person to the same window.
    await new Promise((rested) => setTimeout(rested, CALL_REST_MS));
    setBusy(false);
  };
  return (
    <Section title="叫号">
      <Card>
        <Stack>
          <Box className="counter-number">
            {waiting ? `${waiting} 人在等` : '没有人在等'}
            {minutes ? `，约 ${minutes} 分钟` : ''}
          </Box>
          <Unsent count={unsent} onlyHere={onlyHere} refused={refused} />
          <Button kind="primary" icon="bell" wide busy={busy} onPress={() => void next()}>
            叫下一位
          </Button>
          <CheckIn
            pointId={day.pointId}
            people={people}
            onChange={onChange}
            onArrived={(one) => counter.step(one, 'arrived')}
          />
          <Flow>
            <Button icon="plus" onPress={() => setChoosing('walk-in')}>
              现场取号
            </Button>
            <Button icon="hand-heart" onPress={() => setChoosing('behalf')}>
              替人预约
            </Button>
          </Flow>
        </Stack>
      </Card>
      {choosing ? (
        <WhichService
          services={services}
          onNumber={choosing === 'walk-in' ? counter.giveNumber : undefined}
          onClose={() => setChoosing(undefined)}
        />
      ) : null}
    </Section>
  );
}

interface WhichServiceProps {
  services: LoadedList<BookableServiceView>;
  /** Gives a number to somebody who just comes; else a time is chosen. */
  onNumber: ((serviceId: string, serviceName: string) => Promise<void>) | undefined;
  onClose(): void;
}

/** What somebody has come for, or is booked for. */
function WhichService({ services, onNumber, onClose }: WhichServiceProps) {
  const choose = async (serviceId: string, name: string) => {
    onClose();
    await (onNumber ? onNumber(serviceId, name) : goTo(timesPage(serviceId, { behalf: '1' })));
  };
  return (
    <Sheet title="办什么" onClose={onClose}>
      <Answer of={services}>
        {(items) =>
          items.map(({ id, name, windowName }) => (
            <Row key={id} icon="calendar-days" title={name} about={windowName} onPress={() => void choose(id, name)} />
          ))
        }
      </Answer>
    </Sheet>
  );
}
