import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';

/** One thing a person is told once: what, for which unit, until when, and the page where it is dealt with. */
export const Reminder = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    /** What it is told because of; the same cause reaches the same person once. */
    cause: z.string().max(160),
    /** The feature that answers whether it still stands. */
    source: z.string().max(30),
    subjectKind: z.string().max(30),
    subjectId: z.uuid(),
    unitId: z.uuid().nullable(),
    what: z.string().max(200),
    words: z.string().max(600),
    dueOn: Day.nullable(),
    /** Path of the page with its query. */
    link: z.string().max(300),
    createdAt: z.iso.datetime(),
    /** From when it stands in the inbox; null while it is only planned. */
    shownAt: z.iso.datetime().nullable(),
    /** Seen by its person; nobody counts it. */
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Reminder' });
export type Reminder = z.infer<typeof Reminder>;

/** A reminder as its person's inbox shows it. */
export const ReminderView = Reminder.pick({ id: true, what: true, words: true, dueOn: true, link: true, readAt: true })
  .extend({
    shownAt: z.iso.datetime(),
    unitName: z.string().nullable(),
    /** False once the work is done or the matter over: nothing is left to do. */
    stands: z.boolean(),
  })
  .meta({ id: 'ReminderView' });
export type ReminderView = z.infer<typeof ReminderView>;

/**
 * How a person's reminders of one occasion went out. `ready` waits for its channel, `handing` is being handed over;
 * `uncertain` may have arrived and is never repeated; `inbox` means no channel reached the person.
 */
export const DeliveryState = z.enum(['waiting', 'ready', 'handing', 'sent', 'failed', 'uncertain', 'inbox']);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const ReminderChannel = z.enum(['wechat', 'mail', 'sms']);
export type ReminderChannel = z.infer<typeof ReminderChannel>;

export const REMINDER_CHANNEL_LABELS = {
  wechat: '微信',
  mail: '邮件',
  sms: '短信',
} as const satisfies Record<ReminderChannel, string>;

/** How one person was reached, as whoever sent it sees it. */
export const Reached = z
  .object({
    /** For 已电话通知. */
    deliveryId: z.uuid(),
    personName: z.string(),
    unitName: z.string(),
    state: DeliveryState,
    channel: ReminderChannel.nullable(),
    reason: z.string().nullable(),
    shownAt: z.iso.datetime().nullable(),
    handedAt: z.iso.datetime().nullable(),
    isRead: z.boolean(),
    calledAt: z.iso.datetime().nullable(),
    calledByName: z.string().nullable(),
  })
  .meta({ id: 'Reached' });
export type Reached = z.infer<typeof Reached>;

/** How a delivery stands, in a few words: 已由微信送出, 站内可看，请电话通知. */
export function reachedInWords({ state, channel, calledAt }: Pick<Reached, 'state' | 'channel' | 'calledAt'>): string {
  if (calledAt) return '已电话通知';
  switch (state) {
    case 'waiting':
      return '等待发送';
    case 'ready':
    case 'handing':
      return '正在发送，站内已可看';
    case 'sent':
      return `已由${channel ? REMINDER_CHANNEL_LABELS[channel] : '系统'}送出`;
    case 'uncertain':
      return '不确定是否送到，请电话确认';
    case 'failed':
      return '没有送到，请电话通知';
    case 'inbox':
      return '只在站内，请电话通知';
  }
}

/** Somebody no channel has surely reached, and who has not looked either: to be rung. */
export const TelephoneEntry = z
  .object({
    deliveryId: z.uuid(),
    /** One call tells of all that waits for the same person. */
    personId: z.uuid(),
    personName: z.string(),
    unitId: z.uuid().nullable(),
    unitName: z.string().nullable(),
    /** The unit's office number; nobody's own. */
    officePhone: z.string().nullable(),
    contactName: z.string().nullable(),
    state: DeliveryState,
    reason: z.string().nullable(),
    shownAt: z.iso.datetime(),
    reminders: z.array(Reminder.pick({ id: true, what: true, words: true, link: true })),
  })
  .meta({ id: 'TelephoneEntry' });
export type TelephoneEntry = z.infer<typeof TelephoneEntry>;

/** 已电话通知: by whom and when is added by the server. */
export const NewCall = z
  .object({
    id: z.uuid().meta({ label: '操作编号' }),
    words: z.string().trim().max(200).nullable().default(null).meta({ label: '通话情况' }),
  })
  .meta({ id: 'NewCall' });
export type NewCall = z.infer<typeof NewCall>;

/** Who gets somebody's reminders while that person is away. */
export const StandIn = z
  .object({
    id: z.uuid().meta({ label: '编号' }),
    personId: z.uuid().meta({ label: '离开的人' }),
    standInId: z.uuid().meta({ label: '代收的人' }),
    unitId: z.uuid().meta({ label: '单位' }),
    from: GivenDay.meta({ label: '从哪天' }),
    until: GivenDay.meta({ label: '到哪天' }),
    setByName: z.string(),
    setAt: z.iso.datetime(),
  })
  .meta({ id: 'StandIn' });
export type StandIn = z.infer<typeof StandIn>;

export const NewStandIn = StandIn.omit({ setByName: true, setAt: true })
  .refine(({ from, until }) => from <= until, { message: '结束日期不能早于开始日期', path: ['until'] })
  .refine(({ personId, standInId }) => personId !== standInId, { message: '不能由本人代收', path: ['standInId'] })
  .meta({ id: 'NewStandIn' });
export type NewStandIn = z.infer<typeof NewStandIn>;

export const StandInView = StandIn.extend({
  personName: z.string(),
  standInName: z.string(),
  unitName: z.string(),
}).meta({ id: 'StandInView' });
export type StandInView = z.infer<typeof StandInView>;

/** Something on somebody's table: so many circulars to approve, questions to answer. */
export const WaitingItem = z
  .object({ kind: z.string().max(40), count: z.int().min(1), words: z.string(), link: z.string() })
  .meta({ id: 'WaitingItem' });
export type WaitingItem = z.infer<typeof WaitingItem>;
