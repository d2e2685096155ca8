import * as z from '../zod.ts';
import { GivenDay } from '../calendar/day.ts';
import { checkHours } from './opening-checks.ts';

/** Wall-clock time in Shanghai, `08:30`; `24:00` ends a day. */
export const ClockTime = z
  .string()
  .refine((time) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time), { error: '时间应写成 08:30', abort: true });
export type ClockTime = z.infer<typeof ClockTime>;

/** From one time to another; where `to` is not after `from`, it ends on the following day. */
export const TimeSpan = z
  .object({ from: ClockTime.meta({ label: '开门时间' }), to: ClockTime.meta({ label: '关门时间' }) })
  .meta({ id: 'TimeSpan' });
export type TimeSpan = z.infer<typeof TimeSpan>;

/** The spans of one day, none when closed. */
export const DaySpans = z.array(TimeSpan).max(6);
export type DaySpans = z.infer<typeof DaySpans>;

/** A day of any year, `05-01`. */
export const MonthDay = z
  .string()
  .refine((day) => /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day), { error: '日期应写成 05-01', abort: true });

/** The week as it is kept all the year, or from one day of the year to another (夏令时); a season may pass New Year. */
export const OpeningSeason = z
  .object({
    /** Both null: whenever no other season holds. The seasons together leave out no day of the year. */
    from: MonthDay.nullable().meta({ label: '季节起' }),
    to: MonthDay.nullable().meta({ label: '季节止' }),
    /** Monday first. */
    week: z.array(DaySpans).length(7).meta({ label: '一周的开放时间' }),
  })
  .meta({ id: 'OpeningSeason' });
export type OpeningSeason = z.infer<typeof OpeningSeason>;

/** Some days on which something else holds: closed for a reason, or other hours. Of two for one day the later holds. */
export const OpeningException = z
  .object({
    from: GivenDay.meta({ label: '起始日期' }),
    to: GivenDay.meta({ label: '截止日期' }),
    spans: DaySpans.meta({ label: '这几天的开放时间' }),
    /** Said to residents: 线路检修. */
    reason: z.string().trim().min(1).max(60).meta({ label: '原因' }),
  })
  .meta({ id: 'OpeningException' });
export type OpeningException = z.infer<typeof OpeningException>;

export const OpeningHours = z
  .object({
    seasons: z.array(OpeningSeason).min(1).max(4).meta({ label: '开放时间' }),
    /**
     * `working-days`: closed on public holidays, and open on weekends that are worked (调休) as on any working day.
     * `every-week`: the week holds whatever the calendar says (自助机).
     */
    calendar: z.enum(['working-days', 'every-week']).meta({ label: '节假日' }),
    /** Hours kept on public holidays, where they are kept at all. */
    holidays: DaySpans.meta({ label: '节假日值班时间' }),
    exceptions: z.array(OpeningException).max(60).meta({ label: '临时变动' }),
  })
  .superRefine((hours, context) => {
    for (const fault of checkHours(hours)) context.addIssue({ code: 'custom', ...fault });
  })
  .meta({ id: 'OpeningHours' });
export type OpeningHours = z.infer<typeof OpeningHours>;
