import { cancelBooking, getBooking } from '@county/shared/appointments/appointment-routes';
import type { BookingView } from '@county/shared/appointments/booking';
import { isAhead } from '@county/shared/appointments/booking-rules';
import { clockOf, timeInWords } from '@county/shared/appointments/booking-words';
import { dayInWords } from '@county/shared/calendar/day';
import { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../../api/call';
import { failureSentence, type Failure } from '../../../api/failure';
import { keepBooking, keptBooking } from '../../../api/kept-bookings';
import { useCall } from '../../../api/use-call';
import { isNotThere } from '../../../components/not-there';
import { useRefresh } from '../../../api/use-refresh';
import { QueueNow } from '../../../components/queue-now';
import { RemindMe } from '../../../components/remind-me';
import { PlaceActions } from '../../../components/place-actions';
import { bookingPage, MY_BOOKINGS_PAGE, timesPage } from '../../../navigation/booking-pages';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/navigation';
import { FailureState, timeInWords as savedInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { ShareButton } from '../../../ui/share-button';
import { Skeleton } from '../../../ui/skeleton';
import { Card, Facts, Flow, Section, Stack } from '../../../ui/surface';
import '../appointments.scss';
import { OwnBookingTag } from '../booking-state';
import { BookingToCalendar } from './to-calendar';
import { WhatToBring } from './what-to-bring';
import { codeInWords } from '@county/shared/people/receipt-code';

const EVERY_HALF_MINUTE = 30_000;

/** A booking to keep: number, time, place, what to bring, the way there; readable without a signal. */
export default function BookingPage() {
  // A message's link has no key: it is read by the account the booking was made with.
  const { id = '', key } = useRouter().params;
  const asked = useCall(getBooking, id ? { params: { bookingId: id }, query: key ? { key } : {} } : null);
  const [kept, setKept] = useState(() => keptBooking(id));
  useEffect(() => {
    if (!asked.data || asked.savedAt) return;
    keepBooking(asked.data);
    setKept(keptBooking(id));
  }, [asked.data, asked.savedAt, id]);
  const isToday = (asked.data ?? kept?.booking)?.day === today();
  const { reload } = asked;
  // On the day somebody waits with the page open: being called shows by itself.
  useRefresh(
    useCallback(async () => {
      if (isToday) await reload();
    }, [isToday, reload]),
    EVERY_HALF_MINUTE,
  );
  // Too many asking, or a fault of ours, takes nothing from what is kept here.
  const isRefused = isNotThere(asked.failure);
  const booking = isRefused ? undefined : (asked.data ?? kept?.booking);
  if (!booking)
    return (
      <Page title="我的预约">
        <Card>
          {asked.failure || !id ? (
            <NotFound failure={isRefused ? undefined : asked.failure} />
          ) : (
            <Skeleton shape="words" count={8} />
          )}
        </Card>
      </Page>
    );
  const savedAt = asked.savedAt ?? kept?.savedAt;
  return (
    <Page title="我的预约" about={booking.serviceName}>
      {asked.failure && savedAt ? (
        <Notice kind="warn" title={`没有连上网络，这是 ${savedInWords(savedAt)} 存下的`}>
          到了窗口，报预约号就行。
        </Notice>
      ) : null}
      <Shown booking={booking} onChange={(changed) => (keepBooking(changed), asked.replace(changed))} />
    </Page>
  );
}

/** Said aloud as well: whoever waits may not look at the phone. */
function Called({ booking: { state, windowName, code } }: { booking: BookingView }) {
  const words = `叫到您了，请到${windowName ?? '窗口'}`;
  useEffect(() => {
    if (state === 'called') announce(words);
  }, [state, words]);
  if (state !== 'called') return null;
  return <Notice kind="warn" title={words}>{`报预约号 ${codeInWords(code)} 或姓名`}</Notice>;
}

/** The place is closed then, and nobody has decided yet what becomes of it: nobody is to stand before a shut door. */
function Broken({ booking: { state, day, brokenBy } }: { booking: BookingView }) {
  if (!brokenBy || state !== 'booked' || day < today()) return null;
  return (
    <Notice kind="danger" title={`这个时间停办，请先不要来：${brokenBy}`}>
      单位正在安排改期，会告诉您。也可以自己改时间，或打电话问。
    </Notice>
  );
}

/** What one does before going, and on the way. */
function Preparing({ booking }: { booking: BookingView }) {
  const { pointName: name, address, landmark, pointPhone: phone, places } = booking;
  const waits = booking.state === 'booked' && booking.day === today() && !booking.brokenBy;
  return (
    <>
      {booking.note ? <Notice kind="info" title={booking.note} /> : null}
      {waits ? <QueueNow pointId={booking.pointId} /> : null}
      <WhatToBring booking={booking} />
      <Section title="怎么去">
        <Card>
          <Stack>
            <PlaceActions place={{ name, address, landmark, phone, places }} />
          </Stack>
        </Card>
      </Section>
    </>
  );
}

function Shown({ booking, onChange }: { booking: BookingView; onChange(booking: BookingView): void }) {
  const { brokenBy } = booking;
  const comes = isAhead(booking, today());
  const stands = booking.state === 'booked' && comes;
  return (
    <>
      <Called booking={booking} />
      <Broken booking={booking} />
      <Card>
        <Stack>
          <Flow>
            <OwnBookingTag booking={booking} />
          </Flow>
          {booking.code ? (
            <Box className="booking-code">
              <Box className="row-about">预约号</Box>
              <Box className="booking-code-sign">{codeInWords(booking.code)}</Box>
              {comes && !brokenBy ? <Box className="row-about">到窗口报这个号，或报姓名和手机号</Box> : null}
            </Box>
          ) : null}
          <Box className="booking-when">{`${dayInWords(booking.day, today())} ${clockOf(booking.minute)}`}</Box>
          <Facts
            facts={[
              { name: '地点', value: [booking.pointName, booking.windowName].filter(Boolean).join('，') },
              { name: '大约要', value: `${booking.minutes} 分钟` },
              ...(booking.isErased
                ? [{ name: '个人信息', value: '已按期删除' }]
                : [
                    { name: '姓名', value: booking.name },
                    { name: '手机号', value: booking.maskedPhone ?? '没有手机' },
                  ]),
              ...(booking.bookedByName ? [{ name: '代约人', value: booking.bookedByName }] : []),
            ]}
          />
        </Stack>
      </Card>
      {booking.steps.length ? (
        <Notice kind="info" title="有过变动">
          {booking.steps.map(({ at, words }) => (
            <Box key={at}>{`${savedInWords(at)}：${words}`}</Box>
          ))}
        </Notice>
      ) : null}
      {comes ? <Preparing booking={booking} /> : null}
      {stands && !brokenBy ? (
        <Section title="别忘了" about="这一页已存在这台设备上，没有信号也能打开">
          <Card>
            <Stack>
              <BookingToCalendar booking={booking} />
              <ShareButton
                title={`${timeInWords(booking.day, booking.minute)} ${booking.pointName}`}
                path={bookingPage(booking.id, booking.key)}
                to="family"
              />
            </Stack>
          </Card>
        </Section>
      ) : null}
      {stands && !brokenBy ? <RemindMe /> : null}
      <Changes booking={booking} onChange={onChange} />
    </>
  );
}

/** Another time, or none: until the cut-off, and then the reason with the way out. */
function Changes({ booking, onChange }: { booking: BookingView; onChange(booking: BookingView): void }) {
  const { id, key, state, change, cancel: mayCancel } = booking;
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  if (state !== 'booked' || booking.day < today())
    return (
      <Button icon="calendar-days" href={timesPage(booking.serviceId)}>
        再约一次
      </Button>
    );
  const cancel = async () => {
    const words = `${timeInWords(booking.day, booking.minute)} 的时间会马上让给别人。`;
    if (!(await confirm({ title: '取消这个预约？', words, yes: '取消预约', no: '不取消', danger: true }))) return;
    setBusy(true);
    const answer = await call(cancelBooking, { params: { bookingId: id }, body: { key } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onChange(answer.reply);
  };
  const move = timesPage(booking.serviceId, { booking: id, key });
  return (
    <Section
      title="来不了？"
      about={change.allowed ? `${savedInWords(booking.changeableUntil)} 之前可以改期或取消` : undefined}
    >
      {failure ? <Notice kind="danger" title={failureSentence(failure)} /> : null}
      <Card>
        <Stack>
          <Button icon="calendar-days" wide disabledReason={change.reason} onPress={() => void goTo(move)}>
            改时间
          </Button>
          <Button icon="x" wide busy={busy} disabledReason={mayCancel.reason} onPress={() => void cancel()}>
            取消预约
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}

function NotFound({ failure }: { failure: Failure | undefined }) {
  if (failure) return <FailureState failure={failure} />;
  return (
    <EmptyState
      icon="calendar-days"
      title="没有找到这个预约"
      action={
        <Button kind="primary" icon="search" href={MY_BOOKINGS_PAGE}>
          用预约号和手机号找
        </Button>
      }
    >
      链接可能没有复制全，也可能办完已久、到期自动删除了。
    </EmptyState>
  );
}
