import * as z from '../zod.ts';
import { GivenDay } from '../calendar/day.ts';
import { areDistinct } from '../distinct.ts';
import { PersonName, PhoneNumber } from '../people/person.ts';
import { LinkKey, receiptCode } from '../people/receipt-code.ts';
import { EventKind, EventSession } from './event-content.ts';
import { Possible } from '../possible.ts';
import { EventPlaceView } from './public-event.ts';

/** `entered`: in a draw still to be made. A place is somebody's while `confirmed`; nobody else's state changes it. */
export const AttendeeState = z.enum(['entered', 'confirmed', 'waiting', 'withdrawn']);
export type AttendeeState = z.infer<typeof AttendeeState>;

/** By which way; counted without names. */
export const SignUpVia = z.enum(['web', 'wechat', 'paper', 'phone', 'counter', 'walk-in']);
export type SignUpVia = z.infer<typeof SignUpVia>;

/** 报名号. */
export const SignUpCode = receiptCode('报名号');
export const SignUpKey = LinkKey.meta({ label: '报名链接' });

/** One who wants to come; the answers stand by the fields' keys. */
export const NewAttendee = z
  .object({
    id: z.uuid(),
    name: PersonName,
    answers: z.record(z.string().max(20), z.string().trim().max(200)).default({}).meta({ label: '填写的内容' }),
  })
  .meta({ id: 'NewAttendee' });
export type NewAttendee = z.infer<typeof NewAttendee>;

const people = z
  .array(NewAttendee)
  .min(1)
  .max(20)
  .refine((all) => areDistinct(all.map(({ id }) => id)), '有一位填了两次，请去掉一位')
  .meta({ label: '参加人' });

const what = {
  id: z.uuid(),
  eventId: z.uuid().meta({ label: '活动' }),
  sessionKey: z.uuid().meta({ label: '场次' }),
  groupKey: z.uuid().meta({ label: '参加对象' }),
  people,
  /** Whoever does it for others, and is told of changes; null: the first of the people. */
  contactName: PersonName.nullable().default(null).meta({ label: '代报名人姓名' }),
  /** Of a hearing: the names of its participants are published. */
  agreesToNames: z.boolean().default(false).meta({ label: '同意公布姓名' }),
};

/** By anybody; ids are made on the phone, and the same ones again are the same sign-up. */
export const NewSignUp = z
  .object({
    ...what,
    /** May be missing where somebody is signed in with WeChat. */
    phone: PhoneNumber.nullable().default(null).meta({ label: '手机号' }),
  })
  .meta({ id: 'NewSignUp' });
export type NewSignUp = z.infer<typeof NewSignUp>;

/** By staff, for somebody who wrote, rang or came; the phone may be missing. */
export const NewStaffSignUp = z
  .object({
    ...what,
    phone: PhoneNumber.nullable().meta({ label: '手机号' }),
    via: z.enum(['paper', 'phone', 'counter']).meta({ label: '怎么报的' }),
  })
  .meta({ id: 'NewStaffSignUp' });
export type NewStaffSignUp = z.infer<typeof NewStaffSignUp>;

/** One of a sign-up, as it stands. */
export const AttendeeView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: AttendeeState,
    /** In the order of signing up; what is drawn by. */
    number: z.int(),
    /** Among those who wait; null for the others. */
    waitingPlace: z.int().nullable(),
    /** When to speak at a hearing, from 1; null where it is not settled. */
    speakingPlace: z.int().nullable(),
    arrivedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AttendeeView' });
export type AttendeeView = z.infer<typeof AttendeeView>;

export const SignUpStep = z
  .object({ at: z.iso.datetime(), words: z.string(), byName: z.string().nullable() })
  .meta({ id: 'SignUpStep' });
export type SignUpStep = z.infer<typeof SignUpStep>;

/** How it was, said by whoever came; five grades, none chosen beforehand. */
export const EventFeedback = z
  .object({
    id: z.uuid(),
    grade: z.int().min(1).max(5).meta({ label: '满意度' }),
    words: z.string().trim().max(500).default('').meta({ label: '意见建议' }),
  })
  .meta({ id: 'EventFeedback' });
export type EventFeedback = z.infer<typeof EventFeedback>;

/** A sign-up as whoever made it sees it. */
export const SignUpView = z
  .object({
    id: z.uuid(),
    key: SignUpKey,
    code: z.string(),
    eventId: z.uuid(),
    title: z.string(),
    kind: EventKind,
    unitName: z.string(),
    session: EventSession,
    groupName: z.string(),
    place: EventPlaceView,
    bring: z.string(),
    contact: z.object({ name: z.string(), post: z.string(), phone: z.string() }),
    via: SignUpVia,
    attendees: z.array(AttendeeView),
    maskedPhone: z.string().nullable(),
    withdrawUntil: z.iso.datetime(),
    withdraw: Possible,
    giveFeedback: Possible,
    feedback: EventFeedback.nullable(),
    /** Null while it takes place. */
    cancelledReason: z.string().nullable(),
    /** What was changed of the event, or of this sign-up; the newest last. */
    steps: z.array(SignUpStep),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'SignUpView' });
export type SignUpView = z.infer<typeof SignUpView>;

export const SignUpLookUp = z.object({ code: SignUpCode, phone: PhoneNumber }).meta({ id: 'SignUpLookUp' });
export type SignUpLookUp = z.infer<typeof SignUpLookUp>;

/** Some of the people, or all where none is named. */
export const SignUpWithdrawal = z
  .object({
    id: z.uuid(),
    key: SignUpKey,
    attendeeIds: z.array(z.uuid()).max(20).default([]).meta({ label: '退出的人' }),
  })
  .meta({ id: 'SignUpWithdrawal' });
export type SignUpWithdrawal = z.infer<typeof SignUpWithdrawal>;

/** A sign-up as the organiser's people see it; in lists the phone is masked. */
export const StaffSignUpView = z
  .object({
    id: z.uuid(),
    eventId: z.uuid(),
    code: z.string(),
    sessionKey: z.uuid(),
    groupKey: z.uuid(),
    via: SignUpVia,
    contactName: z.string().nullable(),
    /** Null once erased, or where somebody has none. */
    phone: z.string().nullable(),
    attendees: z.array(AttendeeView.extend({ answers: z.record(z.string(), z.string()) })),
    /** Something changed that nobody but a telephone can tell; null once they were rung, or told in WeChat. */
    toBeRungAbout: z.string().nullable(),
    steps: z.array(SignUpStep),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'StaffSignUpView' });
export type StaffSignUpView = z.infer<typeof StaffSignUpView>;

/** When it happened at the door, which may have been without signal until now. */
const happenedAt = z.iso.datetime().meta({ label: '发生时间' });

/** By the code on their phone or paper, or chosen from the list; nobody named: all of the sign-up who have a place. */
export const NewCheckIn = z
  .object({
    id: z.uuid(),
    sessionKey: z.uuid().meta({ label: '场次' }),
    code: SignUpCode.nullable().default(null),
    attendeeIds: z.array(z.uuid()).max(20).default([]).meta({ label: '到场的人' }),
    happenedAt,
  })
  .refine(({ code, attendeeIds }) => code !== null || attendeeIds.length > 0, {
    message: '请扫码或输入报名号，或从名单里选人',
    path: ['code'],
  })
  .meta({ id: 'NewCheckIn' });
export type NewCheckIn = z.infer<typeof NewCheckIn>;

/** Noted by mistake: they are not here. What was noted of them after `happenedAt` stands. */
export const CheckInRemoval = z
  .object({
    id: z.uuid(),
    attendeeIds: z.array(z.uuid()).min(1).max(20).meta({ label: '记错的人' }),
    happenedAt,
  })
  .meta({ id: 'CheckInRemoval' });
export type CheckInRemoval = z.infer<typeof CheckInRemoval>;

/** Somebody who just comes; a name is not needed. */
export const NewEventWalkIn = z
  .object({
    id: z.uuid(),
    sessionKey: z.uuid().meta({ label: '场次' }),
    groupKey: z.uuid().meta({ label: '参加对象' }),
    name: PersonName.nullable().default(null),
    happenedAt,
  })
  .meta({ id: 'NewEventWalkIn' });
export type NewEventWalkIn = z.infer<typeof NewEventWalkIn>;

/** One at the door; the whole list is kept on the phone before the day, for a hall without signal. */
export const DoorEntry = z
  .object({
    attendeeId: z.uuid(),
    code: z.string(),
    name: z.string().nullable(),
    sessionKey: z.uuid(),
    groupKey: z.uuid(),
    state: AttendeeState,
    via: SignUpVia,
    speakingPlace: z.int().nullable(),
    arrivedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DoorEntry' });
export type DoorEntry = z.infer<typeof DoorEntry>;

/** What came of a check-in: who has come, and who of them came without a place. */
export const CheckedIn = z.object({ entries: z.array(DoorEntry) }).meta({ id: 'CheckedIn' });
export type CheckedIn = z.infer<typeof CheckedIn>;

/** The public number; `repeated` is typed a second time, for a draw is made once. */
export const NewDraw = z
  .object({
    id: z.uuid(),
    seed: z
      .string()
      .trim()
      .regex(/^[0-9]{1,40}$/, '只写数字，不带小数点和空格')
      .meta({ label: '公开数字' }),
    repeated: z.string().trim().max(40).meta({ label: '再输一遍' }),
  })
  .refine(({ seed, repeated }) => seed === repeated, { message: '两遍输入的数字不一样，请核对', path: ['repeated'] })
  .meta({ id: 'NewDraw' });
export type NewDraw = z.infer<typeof NewDraw>;

/** A draw as anyone can make it again: numbers in the order of their lots, the first have a place. */
export const PublicDraw = z
  .object({
    seed: z.string(),
    seedSource: z.string(),
    drawnAt: z.iso.datetime(),
    /** How a lot is reckoned, in words. */
    method: z.string(),
    pools: z.array(
      z.object({
        sessionKey: z.uuid(),
        groupKey: z.uuid(),
        seats: z.int(),
        lots: z.array(z.object({ number: z.int(), lot: z.string(), hasPlace: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'PublicDraw' });
export type PublicDraw = z.infer<typeof PublicDraw>;

/** 材料送达: the papers of a hearing have gone to everybody who takes part. */
export const PaperDelivery = z
  .object({ id: z.uuid(), sentOn: GivenDay.meta({ label: '送达日期' }) })
  .meta({ id: 'PaperDelivery' });
export type PaperDelivery = z.infer<typeof PaperDelivery>;

/** 听证参加人名单: those who speak in their order, then those who listen. */
export const ParticipantList = z
  .object({
    id: z.uuid(),
    attendeeIds: z
      .array(z.uuid())
      .min(1)
      .max(200)
      .refine(areDistinct, '有一位选了两次，请去掉一次')
      .meta({ label: '发言顺序' }),
  })
  .meta({ id: 'ParticipantList' });
export type ParticipantList = z.infer<typeof ParticipantList>;
