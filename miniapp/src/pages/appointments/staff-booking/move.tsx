import { moveStaffBooking } from '@county/shared/appointments/booking-desk-routes';
import type { SlotTime } from '@county/shared/appointments/booking';
import { timeInWords } from '@county/shared/appointments/booking-words';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { useState } from 'react';
import { useActs } from '../../../api/use-acts';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Card, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { ChooseTime } from '../choose-time';

/** Moved by the place, with the reason said to whoever booked; who is asked on the telephone says the time themselves. */
export function Move({ booking, onChange }: { booking: StaffBookingView; onChange(): void }) {
  const [reason, setReason] = useState('');
  const [time, setTime] = useState<SlotTime>();
  const [isChoosing, setIsChoosing] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const act = useActs();
  const move = async () => {
    if (!time) return;
    setBusy(true);
    const wish = { reason: reason.trim(), ...time };
    const params = { bookingId: booking.id };
    const answer = await act(wish, (id) => call(moveStaffBooking, { params, body: { id, ...wish } }));
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(`已改到 ${timeInWords(time.day, time.minute)}`);
    onChange();
  };
  const missing = time ? (reason.trim().length < 2 ? '先写原因' : null) : '先选时间';
  return (
    <Section title="改到别的时间" about="原因会告诉群众；没有微信的要打电话">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          {time ? <Box className="booking-when">{`改到 ${timeInWords(time.day, time.minute)}`}</Box> : null}
          <Button icon="calendar-days" onPress={() => setIsChoosing(true)}>
            {time ? '换一个时间' : '选时间'}
          </Button>
          <Field
            label="改期原因"
            value={reason}
            onChange={setReason}
            maxLength={60}
            hint="如：本人来电要求，或系统升级"
          />
          <Button kind="primary" icon="check" busy={busy} disabledReason={missing} onPress={() => void move()}>
            改期
          </Button>
        </Stack>
      </Card>
      {isChoosing ? (
        <ChooseTime
          booking={booking}
          onChoose={(chosen) => {
            setTime(chosen);
            setIsChoosing(false);
          }}
          onClose={() => setIsChoosing(false)}
        />
      ) : null}
    </Section>
  );
}
