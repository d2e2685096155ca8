import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { timeInWords } from '@county/shared/appointments/booking-words';
import { keptBookings } from '../../api/kept-bookings';
import { bookingPage, MY_BOOKINGS_PAGE, SERVICES_PAGE } from '../../navigation/booking-pages';
import { today } from '../../platform/clock';
import { Card, Row, Section } from '../../ui/surface';

/** 预约: choose a time before setting out; the next one made on this device comes first. */
export function Bookings() {
  const [kept, setKept] = useState(keptBookings);
  useDidShow(() => setKept(keptBookings()));
  const next = kept.find(({ booking }) => booking.state === 'booked' && booking.day >= today())?.booking;
  return (
    <Section title="预约">
      <Card flush>
        {next ? (
          <Row
            icon="calendar-check"
            title={timeInWords(next.day, next.minute)}
            about={`${next.serviceName} · ${next.pointName}`}
            to={bookingPage(next.id, next.key)}
          />
        ) : null}
        <Row icon="calendar-days" title="预约办理" about="选好时间再去，不用排队等" to={SERVICES_PAGE} />
        <Row icon="list-checks" title="我的预约" about="找回预约，改时间，取消" to={MY_BOOKINGS_PAGE} />
      </Card>
    </Section>
  );
}
