import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { PersonName, PhoneNumber } from '../people/person.ts';
import { BookingCode, BookingState, BookingStep, BookingVia, SlotTime } from './booking.ts';

/** A booking as the place's people see it; in lists the phone is masked. */
export const StaffBookingView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    state: BookingState,
    via: BookingVia,
    serviceId: z.uuid(),
    serviceName: z.string(),
    pointId: z.uuid(),
    windowId: z.uuid().nullable(),
    windowName: z.string().nullable(),
    day: Day,
    minute: z.int(),
    minutes: z.int(),
    /** Null once erased. */
    name: z.string().nullable(),
    phone: z.string().nullable(),
    bookedByName: z.string().nullable(),
    /** Why it stands above the places there are; null for others. */
    extraReason: z.string().nullable(),
    arrivedAt: z.iso.datetime().nullable(),
    calledAt: z.iso.datetime().nullable(),
    servedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    /** Something changed that nobody but a telephone can tell; null once they were rung, or told in WeChat. */
    toBeRungAbout: z.string().nullable(),
    /** When it was decided that it stands although its time is given out no longer. */
    keptAt: z.iso.datetime().nullable(),
    steps: z.array(BookingStep),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'StaffBookingView' });
export type StaffBookingView = z.infer<typeof StaffBookingView>;

/** For somebody who rings, comes, or has no phone; `extra` (加号) stands above the places, by the point's own people. */
export const NewStaffBooking = z
  .object({
    id: z.uuid(),
    serviceId: z.uuid().meta({ label: '可约事项' }),
    ...SlotTime.shape,
    via: z.enum(['village-staff', 'phone', 'counter', 'extra']).meta({ label: '怎么约的' }),
    name: PersonName,
    /** Null: has none. */
    phone: PhoneNumber.nullable().meta({ label: '手机号' }),
    extraReason: z.string().trim().min(2).max(60).nullable().default(null).meta({ label: '加号原因' }),
  })
  .refine(({ via, extraReason }) => (via === 'extra') === (extraReason !== null), {
    message: '加号要写明原因，不是加号就不用写',
    path: ['extraReason'],
  })
  .meta({ id: 'NewStaffBooking' });
export type NewStaffBooking = z.infer<typeof NewStaffBooking>;

/** What becomes of one booking in a time that is closed. */
export const ClosingDecision = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('move'), bookingId: z.uuid(), ...SlotTime.shape }),
    z.object({ kind: z.literal('cancel'), bookingId: z.uuid() }),
    z.object({ kind: z.literal('keep'), bookingId: z.uuid() }),
  ])
  .meta({ label: '怎么办' });
export type ClosingDecision = z.infer<typeof ClosingDecision>;

/** All of them at once, with one reason said to everybody: kept whole, or not at all. */
export const NewClosingDecisions = z
  .object({
    id: z.uuid(),
    /** The days that are to be closed, which nobody is moved to; null where they are closed already. */
    closed: z
      .object({ from: GivenDay.meta({ label: '起始日期' }), to: GivenDay.meta({ label: '截止日期' }) })
      .nullable()
      .default(null)
      .meta({ label: '停办的日子' }),
    reason: z.string().trim().min(2).max(60).meta({ label: '原因' }),
    decisions: z.array(ClosingDecision).min(1).max(200).meta({ label: '逐个决定' }),
  })
  .meta({ id: 'NewClosingDecisions' });
export type NewClosingDecisions = z.infer<typeof NewClosingDecisions>;

/** How many bookings at a point stand in a time that is given out no longer, and wait for a decision. */
export const OutsideCount = z.object({ pointId: z.uuid(), count: z.int().min(1) }).meta({ id: 'OutsideCount' });
export type OutsideCount = z.infer<typeof OutsideCount>;

/** When it happened at the counter, which may have been without signal until now. */
const happenedAt = z.iso.datetime().meta({ label: '发生时间' });

/** Somebody is here: by the code on their paper or phone, or by the booking chosen from the day's list by name. */
export const NewArrival = z
  .object({
    id: z.uuid(),
    bookingId: z.uuid().nullable().default(null).meta({ label: '预约' }),
    code: BookingCode.nullable().default(null),
    happenedAt,
  })
  .refine(({ bookingId, code }) => (bookingId === null) !== (code === null), {
    message: '请扫码或输入预约号，或从名单里选一个人',
    path: ['code'],
  })
  .meta({ id: 'NewArrival' });
export type NewArrival = z.infer<typeof NewArrival>;

/** Somebody who just comes; a name is not needed. */
export const NewWalkIn = z
  .object({
    id: z.uuid(),
    serviceId: z.uuid().meta({ label: '事项' }),
    name: z.string().trim().max(30).nullable().default(null).meta({ label: '姓名' }),
    happenedAt,
  })
  .meta({ id: 'NewWalkIn' });
export type NewWalkIn = z.infer<typeof NewWalkIn>;

/** 叫下一位: for one window, or whoever is next at the point. */
export const NewCallNext = z
  .object({ id: z.uuid(), windowId: z.uuid().nullable().default(null).meta({ label: '窗口' }), happenedAt })
  .meta({ id: 'NewCallNext' });
export type NewCallNext = z.infer<typeof NewCallNext>;

/** One step at the counter; sent again it is taken once, and a later state is never put back by an earlier one. */
export const NewCounterStep = z
  .object({
    id: z.uuid(),
    to: z.enum(['arrived', 'called', 'serving', 'done', 'no-show']).meta({ label: '办到哪一步' }),
    happenedAt,
  })
  .meta({ id: 'NewCounterStep' });
export type NewCounterStep = z.infer<typeof NewCounterStep>;

/** A point's day: everybody in order of their time, and what waits now. */
export const PointDay = z
  .object({
    pointId: z.uuid(),
    pointName: z.string(),
    day: Day,
    /** What somebody may come for here, named for the counter without a signal. */
    services: z.array(z.object({ id: z.uuid(), name: z.string() })),
    bookings: z.array(StaffBookingView),
    waiting: z.int(),
    /** What whoever comes now waits, as far as it can be told; null where nobody is served. */
    waitingMinutes: z.int().nullable(),
    /** Of this point, on any day: changes that have to be told by telephone, and bookings whose time is closed now. */
    toRing: z.int(),
    outside: z.int(),
  })
  .meta({ id: 'PointDay' });
export type PointDay = z.infer<typeof PointDay>;
