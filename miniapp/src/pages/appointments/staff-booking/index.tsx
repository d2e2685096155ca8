import { cancelStaffBooking, getStaffBooking, rangAboutBooking } from '@county/shared/appointments/booking-desk-routes';
import { BOOKING_VIA_LABELS, timeInWords } from '@county/shared/appointments/booking-words';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useActs } from '../../../api/use-acts';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { isNotThere, NotThere } from '../../../components/not-there';
import { ToBeRung } from '../../../components/to-be-rung';
import { callable, ring } from '../../../platform/device';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice, timeInWords as savedInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Facts, Flow, Row, Section, Stack } from '../../../ui/surface';
import '../appointments.scss';
import { BookingTag } from '../booking-state';
import { Move } from './move';
import { codeInWords } from '@county/shared/people/receipt-code';

/** One booking for the place's own people, with the whole phone; every look at it is recorded. */
export default function StaffBookingPage() {
  const staff = useStaff();
  const { id = '' } = useRouter().params;
  const booking = useCall(getStaffBooking, staff && id ? { params: { bookingId: id } } : null);
  if (!staff) return <SignInFirst title="预约" />;
  if (!id || isNotThere(booking.failure)) return <NotThere title="预约" what="这个预约" failure={booking.failure} />;
  return (
    <Page title="预约" about="查看完整手机号会留下记录">
      <Answer of={booking} shape="words">
        {(shown) => <Shown booking={shown} onChange={() => void booking.reload()} />}
      </Answer>
    </Page>
  );
}

function Shown({ booking, onChange }: { booking: StaffBookingView; onChange(): void }) {
  const { name, phone, toBeRungAbout } = booking;
  return (
    <>
      <Card>
        <Stack>
          <Flow>
            <BookingTag state={booking.state} />
          </Flow>
          <Box className="booking-when">{timeInWords(booking.day, booking.minute)}</Box>
          <Facts
            facts={[
              { name: '姓名', value: name ?? '已按期删除' },
              { name: '办什么', value: [booking.serviceName, booking.windowName].filter(Boolean).join('，') },
              { name: '预约号', value: codeInWords(booking.code) },
              { name: '怎么约的', value: BOOKING_VIA_LABELS[booking.via] },
              ...(booking.bookedByName ? [{ name: '代约人', value: booking.bookedByName }] : []),
              ...(booking.extraReason ? [{ name: '加号原因', value: booking.extraReason }] : []),
            ]}
          />
        </Stack>
      </Card>
      {phone ? (
        <Card flush>
          <Row icon="phone" title={phone} about="点一下拨打" onPress={() => void ring(callable(phone))} />
        </Card>
      ) : (
        <Notice kind="info" title="没有留手机号" />
      )}
      {toBeRungAbout ? (
        <ToBeRung
          words={toBeRungAbout}
          onRang={(id, words) => call(rangAboutBooking, { params: { bookingId: booking.id }, body: { id, words } })}
          onDone={onChange}
        />
      ) : null}
      {booking.steps.length ? (
        <Section title="变动">
          <Card>
            {booking.steps.map(({ at, words, byName }) => (
              <Box key={at}>{[savedInWords(at), words, byName].filter(Boolean).join('，')}</Box>
            ))}
          </Card>
        </Section>
      ) : null}
      {booking.state === 'booked' ? (
        <>
          <Move booking={booking} onChange={onChange} />
          <Cancel booking={booking} onChange={onChange} />
        </>
      ) : null}
    </>
  );
}

interface PartProps {
  booking: StaffBookingView;
  onChange(): void;
}

/** Cancelled by the place, with the reason said to whoever booked. */
function Cancel({ booking, onChange }: PartProps) {
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const act = useActs();
  const cancel = async () => {
    setBusy(true);
    const wish = { reason: reason.trim() };
    const params = { bookingId: booking.id };
    const answer = await act(wish, (id) => call(cancelStaffBooking, { params, body: { id, ...wish } }));
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onChange();
  };
  return (
    <Section title="取消这个预约" about="原因会告诉群众；没有微信的要打电话">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Field label="取消原因" value={reason} onChange={setReason} maxLength={60} hint="如：系统升级，当天不能办" />
          <Button
            kind="danger"
            icon="x"
            busy={busy}
            disabledReason={reason.trim().length < 2 ? '先写原因' : null}
            onPress={() => void cancel()}
          >
            取消预约
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
