import type { Day } from '@county/shared/calendar/day';
import type { BookableService, BookingSettings } from '@county/shared/appointments/bookable-service';
import type { BookingState, BookingStep, BookingVia } from '@county/shared/appointments/booking';
import { MOST_TO_TELL } from '@county/shared/people/to-tell';
import {
  calendarDay,
  flag,
  instant,
  integer,
  json,
  largeJson,
  nullable,
  primaryId,
  reference,
  table,
  text,
} from '../database/table.ts';

/** A change of what can be booked, by the id its sender gave it. */
interface ServiceChange {
  id: string;
  by: string;
}

/** A bookable service as it is kept: its settings whole, and beside them what it is looked for by. */
export interface BookableServiceRow extends Pick<
  BookableService,
  'id' | 'pointId' | 'name' | 'guideId' | 'isOffered' | 'version' | 'updatedAt' | 'updatedByName'
> {
  /** Of the point. */
  unitId: string;
  /** Whose places are counted together: the window's, or its own. */
  poolId: string;
  settings: BookingSettings;
  changes: ServiceChange[];
}

export const BookableServices = table<BookableServiceRow>(
  'bookable_service',
  {
    id: primaryId(),
    pointId: reference(),
    unitId: reference(),
    poolId: reference(),
    name: text(60),
    guideId: nullable(reference()),
    isOffered: flag(),
    settings: largeJson(),
    version: integer(),
    changes: json(),
    updatedAt: instant(),
    updatedByName: text(60),
  },
  {
    indices: [
      { name: 'bookable_service_point', columns: ['pointId', 'id'] },
      { name: 'bookable_service_unit', columns: ['unitId', 'id'] },
      { name: 'bookable_service_guide', columns: ['guideId', 'id'] },
    ],
  },
);

/** What is taken of five minutes of a pool: altogether, of that on the web, and above the places (加号). */
export interface BookingCell {
  poolId: string;
  day: Day;
  minute: number;
  taken: number;
  web: number;
  extra: number;
}

export const BookingCells = table<BookingCell>('booking_cell', {
  poolId: primaryId(),
  day: { ...calendarDay(), primary: true },
  minute: { ...integer(), primary: true },
  taken: integer(),
  web: integer(),
  extra: integer(),
});

export interface BookingRow {
  id: string;
  serviceId: string;
  pointId: string;
  poolId: string;
  day: Day;
  minute: number;
  minutes: number;
  state: BookingState;
  via: BookingVia;
  /** Null while it is only held. */
  code: string | null;
  heldUntil: string | null;
  /** A keyed hash of the address that holds it. */
  heldFrom: string | null;
  /** The resident's WeChat account. */
  personId: string | null;
  /** Encrypted, as the three below; null once erased. */
  name: string | null;
  phone: string | null;
  phoneHash: string | null;
  bookedByName: string | null;
  bookedByPhone: string | null;
  extraReason: string | null;
  /** The member of staff who made it. */
  madeBy: string | null;
  arrivedAt: string | null;
  calledAt: string | null;
  servedAt: string | null;
  endedAt: string | null;
  toBeRungAbout: string | null;
  /** When it was decided that it stands although its time is no longer given out. */
  keptAt: string | null;
  steps: BookingStep[];
  /** What was asked of it and done, by the ids the senders gave: sent again it is not done again. */
  requests: string[];
  isErased: boolean;
  madeAt: string;
}

export const Bookings = table<BookingRow>(
  'booking',
  {
    id: primaryId(),
    serviceId: reference(),
    pointId: reference(),
    poolId: reference(),
    day: calendarDay(),
    minute: integer(),
    minutes: integer(),
    state: text(10),
    via: text(20),
    code: nullable(text(6)),
    heldUntil: nullable(instant()),
    heldFrom: nullable(text(64)),
    personId: nullable(reference()),
    name: nullable(text(200)),
    phone: nullable(text(200)),
    phoneHash: nullable(text(64)),
    bookedByName: nullable(text(200)),
    bookedByPhone: nullable(text(200)),
    extraReason: nullable(text(60)),
    madeBy: nullable(reference()),
    arrivedAt: nullable(instant()),
    calledAt: nullable(instant()),
    servedAt: nullable(instant()),
    endedAt: nullable(instant()),
    toBeRungAbout: nullable(text(MOST_TO_TELL)),
    keptAt: nullable(instant()),
    steps: json(),
    requests: json(),
    isErased: flag(),
    madeAt: instant(),
  },
  {
    indices: [
      { name: 'booking_point', columns: ['pointId', 'day', 'minute', 'id'] },
      { name: 'booking_pool', columns: ['poolId', 'day', 'state'] },
      { name: 'booking_service', columns: ['serviceId', 'day'] },
      { name: 'booking_held', columns: ['state', 'heldUntil'] },
      { name: 'booking_phone', columns: ['phoneHash', 'serviceId'] },
      { name: 'booking_person', columns: ['personId', 'day', 'id'] },
      { name: 'booking_code', columns: ['code'], unique: true },
      { name: 'booking_erasure', columns: ['isErased', 'day'] },
    ],
  },
);

/** Held while one person's bookings are counted, so that those sent at once are counted in a row. */
export interface BookingGate {
  keyHash: string;
  at: string;
}

export const BookingGates = table<BookingGate>(
  'booking_gate',
  { keyHash: { ...text(64), primary: true }, at: instant() },
  { indices: [{ name: 'booking_gate_at', columns: ['at'] }] },
);
