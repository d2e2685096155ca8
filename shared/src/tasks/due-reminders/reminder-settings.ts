import * as z from '../../zod.ts';
import { GivenDay, type Day } from '../../calendar/day.ts';
import { areDistinct } from '../../distinct.ts';
import type { Actor } from '../../people/actor.ts';
import { allowed, refused, type Verdict } from '../../verdict.ts';

const days = z.int().min(1).max(60);

/** A span in which a plan's people are left in peace, such as the days of an inspection. */
export const QuietSpan = z
  .object({
    from: GivenDay.meta({ label: '不提醒的第一天' }),
    until: GivenDay.meta({ label: '不提醒的最后一天' }),
    why: z.string().trim().min(1).max(50).meta({ label: '原因' }),
  })
  .refine(({ from, until }) => from <= until, { message: '最后一天不能早于第一天', path: ['until'] })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= 62 * 86_400_000, {
    message: '一次最多停两个月，再长请直接关闭提醒',
    path: ['until'],
  })
  .meta({ id: 'QuietSpan' });
export type QuietSpan = z.infer<typeof QuietSpan>;

/** When a plan's people are reminded of what they owe (rules S3); counted in working days. */
export const ReminderSettings = z
  .object({
    isOn: z.boolean().meta({ label: '到期提醒' }),
    /** Working days before the due day. */
    before: z
      .array(days)
      .max(6)
      .refine((given) => areDistinct(given), '提前的天数有重复的，请去掉一个')
      .meta({ label: '到期前提醒' }),
    onDay: z.boolean().meta({ label: '到期当天提醒' }),
    /** Working days after it: to the unit. */
    lateUnit: days.nullable().meta({ label: '逾期提醒责任单位' }),
    /** To its lead, the unit above and the supervisors as well. */
    lateLeads: days.nullable().meta({ label: '逾期提醒负责人和督查员' }),
    /** The line may be named in a circular, which a head approves. */
    lateCircular: days.nullable().meta({ label: '逾期列入通报备选' }),
    /** The hour of the day, in Shanghai, from which the day's digest goes out. */
    hour: z.int().min(6).max(21).meta({ label: '提醒时间' }),
    quiet: z.array(QuietSpan).max(20).meta({ label: '不提醒的日子' }),
  })
  .refine(
    (given) => {
      const late = [given.lateUnit, given.lateLeads, given.lateCircular].filter((count) => count !== null);
      return late.every((count, at) => at === 0 || count > late[at - 1]!);
    },
    { message: '逾期后的提醒要一步比一步晚，例如 1、7、15', path: ['lateLeads'] },
  )
  .meta({ id: 'ReminderSettings' });
export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** What holds for a plan until somebody says otherwise (rules S3). */
export const USUAL_SETTINGS: ReminderSettings = {
  isOn: true,
  before: [30, 10, 3],
  onDay: true,
  lateUnit: 1,
  lateLeads: 7,
  lateCircular: 15,
  hour: 9,
  quiet: [],
};

export function canSetReminders(actor: Actor): Verdict {
  return actor.role === 'supervisor' ? allowed : refused('not-allowed', '由督查员设置提醒');
}

export function isQuiet({ quiet }: Pick<ReminderSettings, 'quiet'>, day: Day): boolean {
  return quiet.some(({ from, until }) => from <= day && day <= until);
}
