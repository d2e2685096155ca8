import type { SlotTime } from '@county/shared/appointments/booking';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { timeInWords } from '@county/shared/appointments/booking-words';
import { addDays, type Day } from '@county/shared/calendar/day';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/dialog';
import { Stack } from '../../ui/surface';
import { StaffTimes } from './staff-times';

interface ChooseTimeProps {
  booking: StaffBookingView;
  closed?: { from: Day; to: Day } | undefined;
  onChoose(time: SlotTime): void;
  onClose(): void;
}

/** Another time for a booking that the place moves. */
export function ChooseTime({ booking, closed, onChoose, onClose }: ChooseTimeProps) {
  return (
    <Sheet title={`${booking.name ?? '这一位'} 改到什么时间`} onClose={onClose}>
      <Stack>
        <Notice kind="info" title={`原来：${timeInWords(booking.day, booking.minute)} ${booking.serviceName}`} />
        <StaffTimes
          serviceId={booking.serviceId}
          closed={closed}
          around={closed ? addDays(closed.to, 1) : booking.day}
          onChoose={(day, minute) => onChoose({ day, minute })}
        />
      </Stack>
    </Sheet>
  );
}
