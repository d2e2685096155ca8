import * as z from '../zod.ts';
import { areDistinct } from '../distinct.ts';
import { Day, GivenDay } from './day.ts';
import { CalendarDay } from './working-days.ts';

/** Of a notice one may keep the days of: as far as plans reach. */
const Year = z.int().min(2000).max(2100).meta({ label: '年份' });

/** One exception as a notice states it; whose notice it is stands beside the list. */
export const NoticeDay = CalendarDay.pick({ kind: true })
  .extend({ date: GivenDay, name: z.string().trim().min(1).max(40).meta({ label: '节日' }) })
  .meta({ id: 'NoticeDay' });
export type NoticeDay = z.infer<typeof NoticeDay>;

const noticeDays = z
  .array(NoticeDay)
  .max(200)
  .refine((days) => areDistinct(days.map(({ date }) => date)), '有的日子写了两次，请各留一次')
  .meta({ label: '放假和上班的日子' });

/** What a reader of a notice should look at: `error` is not taken in, `warning` is but contradicts, `note` is harmless. */
export const NoticeRemark = z
  .object({
    severity: z.enum(['error', 'warning', 'note']),
    /** The words it is about; empty when it is about the whole. */
    excerpt: z.string(),
    message: z.string(),
  })
  .meta({ id: 'NoticeRemark' });
export type NoticeRemark = z.infer<typeof NoticeRemark>;

/** A limit reckoned in working days; the feature that sets it says what moves. */
export const MovedKind = z.enum(['question-answer', 'circular-objection', 'objection-decision', 'task-reminder']);
export type MovedKind = z.infer<typeof MovedKind>;

export const MOVED_KIND_LABELS = {
  'question-answer': '答复期限',
  'circular-objection': '提出异议的期限',
  'objection-decision': '异议复核的期限',
  'task-reminder': '到期提醒',
} as const satisfies Record<MovedKind, string>;

/** An open case whose last day a change of the calendar moves (rules T3). */
export const MovedCase = z
  .object({
    kind: MovedKind,
    /** Which case, in words without personal data. */
    words: z.string(),
    /** The page on which an administrator sees what it is about. */
    link: z.string(),
    from: Day,
    to: Day,
  })
  .meta({ id: 'MovedCase' });
export type MovedCase = z.infer<typeof MovedCase>;

/** What a change moves; the first of them where they are many. */
const Moves = z.object({ moves: z.array(MovedCase), moveCount: z.int() });

/** How many moved cases a reply lists. */
export const MOST_MOVES = 200;

/** 一年的放假安排: what the year's notice makes of single days. */
export const CalendarYear = z
  .object({
    year: z.int(),
    /** Whether the year's notice is in; while it is not, plain weekends are reckoned with. */
    isKnown: z.boolean(),
    /** The notice, by title and number. */
    source: z.string().nullable(),
    /** By the year's own notice, in order; New Year's may begin in the December before. */
    days: z.array(NoticeDay),
    /** Of this year, but by the next year's notice. */
    daysByNext: z.array(NoticeDay),
    /** Counts the changes, so that nobody writes over another's. */
    version: z.int(),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** 预览: the notice's text, or the days as edited. Nothing is stored. */
export const NewCalendarPreview = z
  .object({
    year: Year,
    text: z.string().trim().min(1).max(20_000).optional().meta({ label: '放假通知' }),
    days: noticeDays.optional(),
  })
  .refine(({ text, days }) => (text === undefined) !== (days === undefined), '请粘贴放假通知，或逐日修改')
  .meta({ id: 'NewCalendarPreview' });
export type NewCalendarPreview = z.infer<typeof NewCalendarPreview>;

export const CalendarPreview = z
  .object({
    year: z.int(),
    source: z.string().nullable(),
    days: z.array(NoticeDay),
    remarks: z.array(NoticeRemark),
    ...Moves.shape,
  })
  .meta({ id: 'CalendarPreview' });
export type CalendarPreview = z.infer<typeof CalendarPreview>;

/** The year's days as a whole, in the place of those it had; none takes the notice back. */
export const CalendarYearChange = z
  .object({
    id: z.uuid().meta({ label: '操作编号' }),
    /** The `version` of the year the person had before them. */
    version: z.int().min(0).meta({ label: '版本' }),
    source: z.string().trim().min(4).max(200).meta({ label: '依据' }),
    days: noticeDays,
  })
  .meta({ id: 'CalendarYearChange' });
export type CalendarYearChange = z.infer<typeof CalendarYearChange>;

export const ChangedCalendarYear = CalendarYear.extend(Moves.shape).meta({ id: 'ChangedCalendarYear' });
export type ChangedCalendarYear = z.infer<typeof ChangedCalendarYear>;
