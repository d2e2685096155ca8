import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { PersonName, PhoneNumber } from '../people/person.ts';
import { LinkKey, receiptCode } from '../people/receipt-code.ts';
import { GuideMaterial } from '../service-guides/service-guide.ts';
import { Places } from '../service-map/position.ts';
import { Possible } from '../possible.ts';

/** `held` for some minutes; then on its way through the counter. `no-show` and `cancelled` end it too. */
export const BookingState = z.enum(['held', 'booked', 'arrived', 'called', 'serving', 'done', 'no-show', 'cancelled']);
export type BookingState = z.infer<typeof BookingState>;

/** Who made it, by which way: never asked of the person, and counted without names. */
export const BookingVia = z.enum(['web', 'wechat', 'village-staff', 'phone', 'counter', 'extra', 'walk-in']);
export type BookingVia = z.infer<typeof BookingVia>;

/** 预约号. */
export const BookingCode = receiptCode('预约号');

export const BookingKey = LinkKey.meta({ label: '预约链接' });

const Minute = z.coerce.number().int().min(0).max(1435).meta({ label: '时间' });
export const SlotTime = z.object({ day: GivenDay.meta({ label: '日期' }), minute: Minute });
export type SlotTime = z.infer<typeof SlotTime>;

/** Holds one time for ten minutes; the id is made on the phone, and the same one again is the same place. */
export const NewHold = z
  .object({ id: z.uuid(), serviceId: z.uuid().meta({ label: '可约事项' }), ...SlotTime.shape })
  .meta({ id: 'NewHold' });
export type NewHold = z.infer<typeof NewHold>;

/** A place that is kept for some minutes. */
export const HeldPlace = z
  .object({
    id: z.uuid(),
    key: BookingKey,
    serviceId: z.uuid(),
    day: Day,
    minute: z.int(),
    minutes: z.int(),
    heldUntil: z.iso.datetime(),
    extensionsLeft: z.int(),
  })
  .meta({ id: 'HeldPlace' });
export type HeldPlace = z.infer<typeof HeldPlace>;

/** 再给我 10 分钟; sent again under the same id it is given once. */
export const HoldExtension = z.object({ id: z.uuid(), key: BookingKey }).meta({ id: 'HoldExtension' });
export type HoldExtension = z.infer<typeof HoldExtension>;

/** Who comes, and how to reach them; nothing else is asked (rules D1). `bookedBy`: whoever does it for family. */
export const BookingConfirmation = z
  .object({
    key: BookingKey,
    name: PersonName,
    phone: PhoneNumber,
    bookedBy: z
      .object({ name: PersonName.meta({ label: '代约人姓名' }), phone: PhoneNumber.meta({ label: '代约人手机号' }) })
      .nullable()
      .default(null)
      .meta({ label: '代约人' }),
  })
  .meta({ id: 'BookingConfirmation' });
export type BookingConfirmation = z.infer<typeof BookingConfirmation>;

export const MovedBooking = z.object({ id: z.uuid(), key: BookingKey, ...SlotTime.shape }).meta({ id: 'MovedBooking' });
export type MovedBooking = z.infer<typeof MovedBooking>;

/** What changed after it was made, and why: 改到 12月2日 9:30：线路检修. */
export const BookingStep = z
  .object({ at: z.iso.datetime(), words: z.string(), byName: z.string().nullable() })
  .meta({ id: 'BookingStep' });
export type BookingStep = z.infer<typeof BookingStep>;

/** A booking as whoever made it sees it. */
export const BookingView = z
  .object({
    id: z.uuid(),
    key: BookingKey,
    code: z.string(),
    state: BookingState,
    via: BookingVia,
    serviceId: z.uuid(),
    serviceName: z.string(),
    pointId: z.uuid(),
    pointName: z.string(),
    address: z.string(),
    landmark: z.string(),
    pointPhone: z.string().nullable(),
    places: Places.nullable(),
    windowName: z.string().nullable(),
    day: Day,
    minute: z.int(),
    minutes: z.int(),
    name: z.string(),
    /** 138****5678; null where somebody has none. */
    maskedPhone: z.string().nullable(),
    bookedByName: z.string().nullable(),
    note: z.string(),
    guideId: z.uuid().nullable(),
    guideTitle: z.string().nullable(),
    /** Of the guide as it stands on the day. */
    guideVersion: z.int().nullable(),
    materials: z.array(GuideMaterial.omit({ sampleId: true })),
    /** Until when it can be changed or cancelled here. */
    changeableUntil: z.iso.datetime(),
    /** Why its time is given out no more, while nobody has decided what becomes of it; null while it stands. */
    brokenBy: z.string().nullable(),
    /** Its names were deleted when their time was over. */
    isErased: z.boolean(),
    change: Possible,
    cancel: Possible,
    /** Why it was cancelled or moved by the place, the newest last. */
    steps: z.array(BookingStep),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'BookingView' });
export type BookingView = z.infer<typeof BookingView>;

/** A booking found again without its link: by its number and the phone it was made with. Attempts are limited. */
/** How it looks at a place's counter now, for those who mean to go; no names. */
export const PublicQueue = z
  .object({
    /** Null where nobody has been called today: the counter does without, and nothing is known. */
    waiting: z.int().nullable(),
    /** What whoever comes now waits; null where it cannot be told. */
    minutes: z.int().nullable(),
    asOf: z.iso.datetime(),
  })
  .meta({ id: 'PublicQueue' });
export type PublicQueue = z.infer<typeof PublicQueue>;

export const BookingLookUp = z.object({ code: BookingCode, phone: PhoneNumber }).meta({ id: 'BookingLookUp' });
export type BookingLookUp = z.infer<typeof BookingLookUp>;
