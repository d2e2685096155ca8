import * as z from '../zod.ts';

/** What may be wrong about a point. */
export const CorrectionSubject = z.enum(['phone', 'hours', 'place', 'services', 'accessibility', 'closed', 'other']);
export type CorrectionSubject = z.infer<typeof CorrectionSubject>;

export const CORRECTION_SUBJECT_LABELS = {
  phone: '电话不对',
  hours: '时间不对',
  place: '位置不对',
  services: '办的事不对',
  accessibility: '进门、无障碍情况不对',
  closed: '已经没有这个点了',
  other: '其他',
} as const satisfies Record<CorrectionSubject, string>;

/** A resident's word that something about a point is wrong; nobody has to say who they are. */
export const PointCorrection = z
  .object({
    id: z.uuid(),
    pointId: z.uuid(),
    subject: CorrectionSubject.meta({ label: '哪里不对' }),
    words: z.string().trim().min(2).max(200).meta({ label: '应该是怎样' }),
    state: z.enum(['open', 'confirmed', 'declined']),
    reportedAt: z.iso.datetime(),
    /** The unit's word, shown to whoever reported it. */
    answer: z.string().max(200).nullable(),
    answeredByName: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PointCorrection' });
export type PointCorrection = z.infer<typeof PointCorrection>;

export const NewPointCorrection = PointCorrection.pick({ id: true, subject: true, words: true }).meta({
  id: 'NewPointCorrection',
});
export type NewPointCorrection = z.infer<typeof NewPointCorrection>;

/** As whoever reported it sees it, by the number made on their own phone. */
export const ReportedCorrection = PointCorrection.omit({ answeredByName: true })
  .extend({ pointName: z.string() })
  .meta({ id: 'ReportedCorrection' });
export type ReportedCorrection = z.infer<typeof ReportedCorrection>;

export const CorrectionView = PointCorrection.extend({
  pointName: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
}).meta({ id: 'CorrectionView' });
export type CorrectionView = z.infer<typeof CorrectionView>;

/** Confirmed: the officer has put the point right in the same breath or says that it is being done. */
export const CorrectionAnswer = z
  .object({
    outcome: z.enum(['confirmed', 'declined']).meta({ label: '处理结果' }),
    answer: z.string().trim().min(2).max(200).meta({ label: '答复' }),
  })
  .meta({ id: 'CorrectionAnswer' });
export type CorrectionAnswer = z.infer<typeof CorrectionAnswer>;
