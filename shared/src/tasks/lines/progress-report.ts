import * as z from '../../zod.ts';
import { areDistinct } from '../../distinct.ts';
import { AttachedFile } from '../../files/stored-file.ts';

/** 进展填报. Never changed after it is filed; a correction is a new report. */
export const ProgressReport = z
  .object({
    /** Made on the phone, so that sending twice files once. */
    id: z.uuid().meta({ label: '填报编号' }),
    assignmentId: z.uuid(),
    /** Null says 本期无进展: an answer, and not 0 %. */
    percent: z.int().min(0).max(100).nullable().meta({ label: '完成百分比' }),
    /** The period it answers, where the task has no due day; else null. */
    period: z.string().max(10).nullable().meta({ label: '填报期次' }),
    note: z.string().trim().min(1).max(2000).meta({ label: '做了什么' }),
    problems: z.string().trim().max(1000).nullable().meta({ label: '存在问题' }),
    nextStep: z.string().trim().max(1000).nullable().meta({ label: '下一步' }),
    /** Asked for when the percent is below the last one. */
    lowerReason: z.string().trim().max(500).nullable().meta({ label: '百分比降低的原因' }),
    /** Ids made on the phone; a photo may arrive before or after the words. */
    photoIds: z.array(z.uuid()).max(9).meta({ label: '照片' }),
    /** Filed by the unit itself, or entered for a unit that rang. */
    source: z.enum(['self', 'phone']).meta({ label: '填报方式' }),
    filedBy: z.uuid(),
    filedByName: z.string().max(60),
    filedAt: z.iso.datetime(),
  })
  .meta({ id: 'ProgressReport' });
export type ProgressReport = z.infer<typeof ProgressReport>;

export const NewProgressReport = ProgressReport.pick({ id: true, percent: true, note: true })
  .extend({
    period: ProgressReport.shape.period.default(null),
    problems: ProgressReport.shape.problems.default(null),
    nextStep: ProgressReport.shape.nextStep.default(null),
    lowerReason: ProgressReport.shape.lowerReason.default(null),
    photoIds: ProgressReport.shape.photoIds.refine(areDistinct, '有照片选了两次，请去掉一张').default([]),
    source: ProgressReport.shape.source.default('self'),
    /** The newest report the writer had seen; somebody else's after it is told of. */
    afterReportId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'NewProgressReport' });
export type NewProgressReport = z.infer<typeof NewProgressReport>;

/** A report with its photos: those that arrived carry signed links, the others are still awaited. */
export const ProgressReportView = ProgressReport.omit({ photoIds: true })
  .extend({ photos: z.array(AttachedFile) })
  .meta({ id: 'ProgressReportView' });
export type ProgressReportView = z.infer<typeof ProgressReportView>;

/** A report as filed, and whether somebody else of the unit filed one meanwhile: both are kept. */
export const FiledReport = ProgressReportView.extend({
  alsoFiled: z.object({ byName: z.string(), at: z.iso.datetime() }).nullable(),
}).meta({ id: 'FiledReport' });
export type FiledReport = z.infer<typeof FiledReport>;
