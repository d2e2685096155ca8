import * as z from '../zod.ts';
import { GivenDay } from '../calendar/day.ts';
import { areDistinct } from '../distinct.ts';
import { ClockTime } from '../service-map/opening-hours.ts';
import { Position } from '../service-map/position.ts';
import { GuideContent } from '../service-guides/service-guide.ts';

export const EventKind = z.enum(['open-day', 'meeting', 'deliberation', 'hearing']);
export type EventKind = z.infer<typeof EventKind>;

/** What it is about, for those who look for what concerns them. */
export const EventSubject = z.enum([
  'government-services',
  'education',
  'health',
  'social-security',
  'care',
  'agriculture',
  'environment',
  'construction',
  'traffic',
  'safety',
  'market',
  'culture',
  'finance',
  'governance',
  'other',
]);
export type EventSubject = z.infer<typeof EventSubject>;

/** One time at which it takes place; places are counted for each by itself. */
export const EventSession = z
  .object({
    key: z.uuid().meta({ label: '场次' }),
    name: z.string().trim().max(30).meta({ label: '场次名称' }),
    day: GivenDay.meta({ label: '日期' }),
    from: ClockTime.meta({ label: '开始时间' }),
    to: ClockTime.meta({ label: '结束时间' }),
  })
  .meta({ id: 'EventSession' });
export type EventSession = z.infer<typeof EventSession>;

/** More places than any hall of a county has. */
export const MOST_SEATS = 10_000;

/** Who may join: 人大代表, 政协委员, 居民; the seats are those of each session. */
export const EventGroup = z
  .object({
    key: z.uuid().meta({ label: '参加对象' }),
    name: z.string().trim().min(1).max(20).meta({ label: '参加对象' }),
    /** 本县年满 18 周岁的居民. */
    who: z.string().trim().max(100).meta({ label: '参加条件' }),
    seats: z.int().min(0).max(MOST_SEATS).meta({ label: '每场名额' }),
  })
  .meta({ id: 'EventGroup' });
export type EventGroup = z.infer<typeof EventGroup>;

/** Something else that is asked of whoever signs up, and what for: without a purpose nothing may be asked. */
export const EventField = z
  .object({
    key: z.string().trim().min(1).max(20),
    label: z.string().trim().min(1).max(30).meta({ label: '要填的内容' }),
    purpose: z.string().trim().min(4).max(100).meta({ label: '用途' }),
    kind: z.enum(['text', 'choice', 'yes-no']).meta({ label: '填写方式' }),
    options: z.array(z.string().trim().min(1).max(30)).max(12).meta({ label: '选项' }),
    isRequired: z.boolean().meta({ label: '必填' }),
  })
  .meta({ id: 'EventField' });
export type EventField = z.infer<typeof EventField>;

/** Places by lot: everybody's number and the public number it is drawn by are published, so that anyone can draw again. */
export const DrawTerms = z
  .object({
    /** Which public number it will be, fixed before sign-up closes: 12月10日收盘的上证指数，去掉小数点. */
    seedSource: z.string().trim().min(6).max(100).meta({ label: '抽签所用的公开数字' }),
    drawnOn: GivenDay.meta({ label: '抽签日期' }),
  })
  .meta({ id: 'DrawTerms' });
export type DrawTerms = z.infer<typeof DrawTerms>;

export const SignUpTerms = z
  .object({
    opensAt: z.iso.datetime().meta({ label: '报名开始' }),
    closesAt: z.iso.datetime().meta({ label: '报名截止' }),
    /** Until so many hours before a session one can withdraw here. */
    withdrawHours: z.int().min(0).max(720).meta({ label: '最晚提前几小时退出' }),
    /** People in one sign-up. */
    mostPeople: z.int().min(1).max(20).meta({ label: '一次最多几人' }),
    fields: z.array(EventField).max(10).meta({ label: '还要填的内容' }),
    /** Null: first come, first served. */
    draw: DrawTerms.nullable().meta({ label: '抽签' }),
  })
  .meta({ id: 'SignUpTerms' });
export type SignUpTerms = z.infer<typeof SignUpTerms>;

export const EventAttachment = z
  .object({
    fileId: z.uuid(),
    title: z.string().trim().min(2).max(60).meta({ label: '附件名称' }),
    /** Of a hearing: what the participants must have seven days before. */
    isPaper: z.boolean().meta({ label: '听证材料' }),
  })
  .meta({ id: 'EventAttachment' });
export type EventAttachment = z.infer<typeof EventAttachment>;

/** What a hearing has besides. */
export const HearingTerms = z
  .object({
    /** By when every participant has the papers: seven days before at the latest (rules C1). */
    papersBy: GivenDay.meta({ label: '材料送达日期' }),
    speakingMinutes: z.int().min(1).max(60).meta({ label: '每人发言时间（分钟）' }),
    rules: z.string().trim().max(1000).meta({ label: '听证纪律' }),
  })
  .meta({ id: 'HearingTerms' });
export type HearingTerms = z.infer<typeof HearingTerms>;

/** All a notice says. */
export const EventContent = z
  .object({
    title: z.string().trim().min(4).max(60).meta({ label: '主题' }),
    kind: EventKind.meta({ label: '类型' }),
    subject: EventSubject.meta({ label: '领域' }),
    /** What one will see there, or what is talked about. */
    intro: z.string().trim().min(10).max(1000).meta({ label: '内容介绍' }),
    programme: z
      .array(
        z.object({
          time: ClockTime.nullable().meta({ label: '时间' }),
          words: z.string().trim().min(2).max(100).meta({ label: '安排' }),
        }),
      )
      .max(30)
      .meta({ label: '活动安排' }),
    sessions: z
      .array(EventSession)
      .min(1)
      .max(20)
      .refine((all) => areDistinct(all.map(({ key }) => key)), '有两个场次编号相同，请删去重新添加')
      .meta({ label: '场次' }),
    place: z
      .object({
        /** A service point, or a position with words. */
        pointId: z.uuid().nullable().meta({ label: '服务点' }),
        words: z.string().trim().max(100).meta({ label: '地点' }),
        position: Position.nullable().meta({ label: '地图位置' }),
      })
      .meta({ label: '地点' }),
    groups: z
      .array(EventGroup)
      .min(1)
      .max(10)
      .refine((all) => areDistinct(all.map(({ key }) => key)), '有两类参加对象编号相同，请删去重新添加')
      .meta({ label: '参加对象' }),
    /** Null: whoever wants just comes. */
    signUp: SignUpTerms.nullable().meta({ label: '报名' }),
    bring: z.string().trim().max(200).meta({ label: '要带什么' }),
    /** Steps, lifts, sign language; empty where nothing is known, which is said. */
    accessibility: z.string().trim().max(200).meta({ label: '无障碍' }),
    contact: GuideContent.shape.contact,
    streamUrl: z
      .string()
      .trim()
      .max(200)
      .refine((url) => url.startsWith('https://'), '直播网址应以 https:// 开头')
      .nullable()
      .meta({ label: '直播' }),
    attachments: z
      .array(EventAttachment)
      .max(10)
      .refine((all) => areDistinct(all.map(({ fileId }) => fileId)), '有附件选了两次，请去掉一个')
      .meta({ label: '附件' }),
    hearing: HearingTerms.nullable().meta({ label: '听证' }),
  })
  .meta({ id: 'EventContent' });
export type EventContent = z.infer<typeof EventContent>;
