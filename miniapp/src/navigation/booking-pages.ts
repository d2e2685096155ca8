import { withQuery } from '../platform/navigation';

export const SERVICES_PAGE = '/pages/appointments/services/index';
export const FILL_PAGE = '/pages/appointments/fill/index';
export const MY_BOOKINGS_PAGE = '/pages/appointments/mine/index';
export const BOOKABLE_PAGE = '/pages/appointments/manage/index';

export const bookingPage = (id: string, key: string) => withQuery('/pages/appointments/booking/index', { id, key });

/** Free times of one service; with a booking they are the times it can be moved to, `behalf` those for somebody else. */
export const timesPage = (service: string, more: { booking?: string; key?: string; behalf?: string } = {}) =>
  withQuery('/pages/appointments/times/index', { service, ...more });

/** `full`: the time has no place left, somebody can only be added (加号). */
export const behalfPage = (service: string, day: string, minute: number, isFull: boolean) =>
  withQuery('/pages/appointments/behalf/index', { service, day, minute, ...(isFull ? { full: '1' } : {}) });

export const editServicePage = (of: { id?: string; point?: string }) => withQuery('/pages/appointments/edit/index', of);
export const pointDayPage = (point: string, day?: string) => withQuery('/pages/appointments/day/index', { point, day });
/** The number on paper. */
export const slipPage = (point: string, id: string) => withQuery('/pages/appointments/slip/index', { point, id });
export const staffBookingPage = (id: string) => withQuery('/pages/appointments/staff-booking/index', { id });

/** What becomes of bookings in days that are closed; without days, of all whose time is given out no longer. */
export const closingPage = (point: string, days: { from?: string; to?: string } = {}) =>
  withQuery('/pages/appointments/closing/index', { point, ...days });
export const toRingPage = (point: string) => withQuery('/pages/appointments/to-ring/index', { point });
