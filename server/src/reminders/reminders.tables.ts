import type { DeliveryState, Reminder, ReminderChannel, StandIn } from '@county/shared/reminders/reminder';
import {
  calendarDay,
  flag,
  instant,
  integer,
  json,
  nullable,
  primaryId,
  reference,
  table,
  text,
} from '../database/table.ts';

/** How many signs a reminder's cause and a delivery's slot may have. */
export const CAUSE_LENGTH = 160;
export const SLOT_LENGTH = 120;

export interface ReminderRow extends Reminder {
  deliveryId: string;
}

export const Reminders = table<ReminderRow>(
  'reminder',
  {
    id: primaryId(),
    deliveryId: reference(),
    personId: reference(),
    cause: text(CAUSE_LENGTH),
    source: text(30),
    subjectKind: text(30),
    subjectId: reference(),
    unitId: nullable(reference()),
    what: text(200),
    words: text(600),
    dueOn: nullable(calendarDay()),
    link: text(300),
    createdAt: instant(),
    shownAt: nullable(instant()),
    readAt: nullable(instant()),
  },
  {
    indices: [
      { name: 'reminder_cause', columns: ['personId', 'cause'], unique: true },
      { name: 'reminder_inbox', columns: ['personId', 'shownAt', 'id'] },
      { name: 'reminder_delivery', columns: ['deliveryId'] },
      { name: 'reminder_subject', columns: ['subjectId'] },
    ],
  },
);

/** What one person is told on one occasion, and how it went out: the row a channel's message is made from. */
export interface Delivery {
  id: string;
  /** Names the occasion: a person's digest of a day, a nudge. */
  slot: string;
  personId: string;
  sendAt: string;
  state: DeliveryState;
  /** Stays in the inbox alone: somebody is away, and another person gets it too. */
  isQuiet: boolean;
  channel: ReminderChannel | null;
  /** Channels that have surely refused it. */
  refusedBy: ReminderChannel[];
  tries: number;
  /** Until when nobody else touches it while it is handed over. */
  leaseUntil: string | null;
  shownAt: string | null;
  handedAt: string | null;
  reason: string | null;
  calledAt: string | null;
  calledByName: string | null;
  callId: string | null;
}

export const Deliveries = table<Delivery>(
  'delivery',
  {
    id: primaryId(),
    slot: text(SLOT_LENGTH),
    personId: reference(),
    sendAt: instant(),
    state: text(12),
    isQuiet: flag(),
    channel: nullable(text(10)),
    refusedBy: json(),
    tries: integer(),
    leaseUntil: nullable(instant()),
    shownAt: nullable(instant()),
    handedAt: nullable(instant()),
    reason: nullable(text(200)),
    calledAt: nullable(instant()),
    calledByName: nullable(text(60)),
    callId: nullable(reference()),
  },
  {
    indices: [
      { name: 'delivery_slot', columns: ['slot'], unique: true },
      { name: 'delivery_due', columns: ['state', 'sendAt', 'id'] },
      { name: 'delivery_person', columns: ['personId', 'state'] },
    ],
  },
);

/** What only one process at a time may do; held until `leaseUntil`. */
export interface TickLease {
  name: string;
  leaseUntil: string;
}

export const TickLeases = table<TickLease>('tick_lease', {
  name: { ...text(60), primary: true },
  leaseUntil: instant(),
});

export const StandIns = table<StandIn>(
  'stand_in',
  {
    id: primaryId(),
    personId: reference(),
    standInId: reference(),
    unitId: reference(),
    from: calendarDay(),
    until: calendarDay(),
    setByName: text(60),
    setAt: instant(),
  },
  { indices: [{ name: 'stand_in_unit', columns: ['unitId', 'until'] }] },
);
