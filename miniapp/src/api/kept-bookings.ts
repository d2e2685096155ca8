import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import type { BookingView, HeldPlace } from '@county/shared/appointments/booking';
import { now } from '../platform/clock';
import { forget, keep, keptKeys, readKept } from '../platform/storage';

const BOOKING = 'booking:';
const HELD = 'held-place';

/** A booking as the server last told it, readable without a signal. */
export interface KeptBooking {
  booking: BookingView;
  savedAt: string;
}

export const keepBooking = (booking: BookingView): boolean =>
  keep(BOOKING + booking.id, { booking, savedAt: now() } satisfies KeptBooking);

export const keptBooking = (id: string): KeptBooking | undefined => readKept<KeptBooking>(BOOKING + id);

/** All that were made or opened on this device, the earliest to come first. */
export function keptBookings(): KeptBooking[] {
  const moment = ({ booking: { day, minute } }: KeptBooking) => `${day} ${String(minute).padStart(4, '0')}`;
  return keptKeys(BOOKING)
    .flatMap((key) => readKept<KeptBooking>(key) ?? [])
    .sort((one, other) => moment(one).localeCompare(moment(other)));
}

/** Nothing of whoever closed their account stays to be read by the next. */
export const forgetAllBookings = (): void => [...keptKeys(BOOKING), HELD].forEach(forget);

/** For a device that others use too. */
export const forgetBooking = (id: string): void => forget(BOOKING + id);

/** The place kept for whoever is filling in the form; what it is of stays when its time has lapsed. */
export interface KeptHold {
  hold: HeldPlace;
  service: PublicBookableService;
}

export const keepHold = (hold: KeptHold): boolean => keep(HELD, hold);
export const keptHold = (): KeptHold | undefined => readKept<KeptHold>(HELD);
/** The same while its time has not lapsed. */
export function liveHold(): KeptHold | undefined {
  const held = keptHold();
  return held && now() < held.hold.heldUntil ? held : undefined;
}

export const forgetHold = (): void => forget(HELD);
