import { findBooking } from '@county/shared/appointments/appointment-routes';
import { BookingLookUp } from '@county/shared/appointments/booking';
import { checkInput } from '@county/shared/http/input';
import { call } from '../../../api/call';
import { keepBooking } from '../../../api/kept-bookings';
import { LookUpForm } from '../../../components/look-up-form';
import { bookingPage } from '../../../navigation/booking-pages';
import { goTo } from '../../../platform/navigation';

/** Finds a booking again by its number and the phone it was made with. */
export function LookUp() {
  return (
    <LookUpForm
      title="找回预约"
      about="换了手机，或家人帮忙约的，用预约号和手机号找"
      codeLabel="预约号"
      phoneHint="约的时候填的那个"
      check={(given) => checkInput(BookingLookUp, given)}
      find={(body) => call(findBooking, { body })}
      onFound={(booking) => {
        keepBooking(booking);
        return goTo(bookingPage(booking.id, booking.key));
      }}
    />
  );
}
