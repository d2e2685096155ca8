import * as z from '../../zod.ts';
import { dayInWords, shanghaiDay, shanghaiTime, type Day } from '../../calendar/day.ts';

/**
 * 已提交、尚未发出: a report that was submitted and waits on somebody's phone, as the phone itself has said. It ends when
 * the report arrives or its writer throws it away; drafts are nobody's business and never told.
 */
export const WaitingReport = z
  .object({
    /** The id the report will be filed under. */
    id: z.uuid().meta({ label: '填报编号' }),
    assignmentId: z.uuid(),
    writtenBy: z.uuid(),
    writtenByName: z.string().max(60),
    /** When it was submitted on the phone. */
    writtenAt: z.iso.datetime().meta({ label: '提交时间' }),
    /** When the phone said so. */
    saidAt: z.iso.datetime(),
  })
  .meta({ id: 'WaitingReport' });
export type WaitingReport = z.infer<typeof WaitingReport>;

export const NewWaitingReport = WaitingReport.pick({ id: true, writtenAt: true }).meta({ id: 'NewWaitingReport' });
export type NewWaitingReport = z.infer<typeof NewWaitingReport>;

/**
 * Beside a line of a list: since when a report of it waits on a phone. Null where none does, and for who may not read
 * its reports.
 */
export const WaitingSince = z.object({ waitingSince: z.iso.datetime().nullable() });
export type WaitingSince = z.infer<typeof WaitingSince>;

/** "已提交、尚未发出（11月25日 周三 08:50）": not the same as nothing done yet. */
export function waitingInWords(since: string, today: Day): string {
  return `已提交、尚未发出（${dayInWords(shanghaiDay(since), today)} ${shanghaiTime(since)}）`;
}
