import { listBookingsToRing, rangAboutBooking } from '@county/shared/appointments/booking-desk-routes';
import { timeInWords } from '@county/shared/appointments/booking-words';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { callable, ring } from '../../../platform/device';
import { newId } from '../../../platform/ids';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Card, Flow, Stack } from '../../../ui/surface';
import '../appointments.scss';

/** Whom only the telephone reaches, with the number and what to say. */
export default function ToRingPage() {
  const staff = useStaff();
  const { point = '' } = useRouter().params;
  const shown = useCall(listBookingsToRing, staff && point ? { params: { pointId: point } } : null);
  if (!staff) return <SignInFirst title="要打电话告知的" />;
  if (!point || isNotThere(shown.failure))
    return <NotThere title="要打电话告知的" what="这个服务点" failure={shown.failure} />;
  return (
    <Page title="要打电话告知的" about="这几位在微信里通知不到，变动要打电话说；查看完整手机号会留下记录">
      <Answer of={shown}>
        {({ items }) =>
          items.length ? (
            // Another change is another call.
            items.map((booking) => (
              <OneToRing
                key={`${booking.id} ${booking.toBeRungAbout}`}
                booking={booking}
                onRung={() => void shown.reload()}
              />
            ))
          ) : (
            <Card>
              <EmptyState icon="circle-check" title="都告诉到了" />
            </Card>
          )
        }
      </Answer>
    </Page>
  );
}

function OneToRing({ booking, onRung }: { booking: StaffBookingView; onRung(): void }) {
  const [id] = useState(newId);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const { name, phone, bookedByName } = booking;
  const words = booking.toBeRungAbout ?? '';
  const rang = async () => {
    setBusy(true);
    const answer = await call(rangAboutBooking, { params: { bookingId: booking.id }, body: { id, words } });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onRung();
  };
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <Box>
          <Box className="row-title">{`${name ?? '已删除姓名'}${phone ? ` ${phone}` : ''}`}</Box>
          <Box className="row-about">{`${timeInWords(booking.day, booking.minute)} ${booking.serviceName}`}</Box>
        </Box>
        <Box>{words}</Box>
        {phone ? null : <Box className="row-about">{noPhone(bookedByName)}</Box>}
        <Flow>
          {phone ? (
            <Button icon="phone" onPress={() => void ring(callable(phone))} label={`打电话给${name ?? ''}`}>
              打电话
            </Button>
          ) : null}
          <Button kind="primary" icon="check" busy={busy} onPress={() => void rang()} label={`已经告诉${name ?? ''}`}>
            已经告诉了
          </Button>
        </Flow>
      </Stack>
    </Card>
  );
}

const noPhone = (bookedByName: string | null): string =>
  bookedByName ? `没有留手机号，请找代约的 ${bookedByName} 转告` : '没有留手机号，请当面转告';
