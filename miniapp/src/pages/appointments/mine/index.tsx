import { listOwnBookings } from '@county/shared/appointments/appointment-routes';
import type { BookingView } from '@county/shared/appointments/booking';
import { isAhead as isStillAhead } from '@county/shared/appointments/booking-rules';
import { timeInWords } from '@county/shared/appointments/booking-words';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { forgetBooking, keepBooking, keptBookings } from '../../../api/kept-bookings';
import { useSession } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { bookingPage, SERVICES_PAGE } from '../../../navigation/booking-pages';
import { today } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Row, Section } from '../../../ui/surface';
import { OwnBookingTag } from '../booking-state';
import { LookUp } from './look-up';

/** 我的预约: those kept on this device, those of the WeChat account, and any other by its number and phone. */
export default function MyBookingsPage() {
  const [kept, setKept] = useState(keptBookings);
  const refresh = () => setKept(keptBookings());
  useDidShow(refresh);
  const isWechat = useSession(({ token, way }) => Boolean(token) && way === 'wechat');
  const own = useCall(listOwnBookings, isWechat ? { query: { limit: 50 } } : null);
  useEffect(() => {
    own.data?.items.forEach(keepBooking);
    refresh();
  }, [own.data]);

  const bookings = kept.map(({ booking }) => booking);
  const isAhead = (booking: BookingView) => isStillAhead(booking, today());
  const ahead = bookings.filter(isAhead);
  const past = bookings.filter((booking) => !isAhead(booking)).reverse();
  const remove = async () => {
    const words = '只是从这台设备移除，预约本身不变；以后可用预约号和手机号找回。';
    if (!(await confirm({ title: '从本机移除这些预约？', words, yes: '移除' }))) return;
    bookings.forEach(({ id }) => forgetBooking(id));
    refresh();
  };
  return (
    <Page title="我的预约" about="存在这台设备上，没有信号也能看">
      {ahead.length ? (
        <Bookings title="还没有办的" of={ahead} />
      ) : (
        <Card>
          <EmptyState
            icon="calendar-days"
            title="没有要去办的预约"
            action={
              <Button kind="primary" icon="calendar-days" href={SERVICES_PAGE}>
                预约办理
              </Button>
            }
          >
            约好以后出现在这里。
          </EmptyState>
        </Card>
      )}
      <LookUp />
      {past.length ? <Bookings title="以前的" of={past} /> : null}
      {bookings.length ? (
        <Button kind="quiet" icon="trash-2" onPress={() => void remove()}>
          从本机移除
        </Button>
      ) : null}
    </Page>
  );
}

function Bookings({ title, of }: { title: string; of: readonly BookingView[] }) {
  return (
    <Section title={title}>
      <Card flush>
        {of.map((booking) => (
          <Row
            key={booking.id}
            icon="calendar-check"
            title={timeInWords(booking.day, booking.minute)}
            about={`${booking.serviceName} · ${booking.pointName}`}
            end={<OwnBookingTag booking={booking} />}
            to={bookingPage(booking.id, booking.key)}
          />
        ))}
      </Card>
    </Section>
  );
}
