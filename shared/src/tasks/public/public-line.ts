import * as z from '../../zod.ts';

/** What becomes of words for everybody: written by one person, checked and let out by another (先审查后公开). */
export const ReviewedWords = z.object({
  state: z.enum(['proposed', 'published', 'declined']),
  writtenBy: z.uuid(),
  writtenByName: z.string().max(60),
  writtenAt: z.iso.datetime(),
  reviewedBy: z.uuid().nullable(),
  reviewedByName: z.string().max(60).nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  /** The reviewer's record that no secret is in it. */
  secrecyCheck: z.string().max(300).nullable(),
  /** The reviewer's record that no personal data is in it, and what the scan found. */
  personalDataCheck: z.string().max(300).nullable(),
  /** Why it was declined. */
  declineReason: z.string().max(500).nullable(),
});
export type ReviewedWords = z.infer<typeof ReviewedWords>;

/** Of a finding, what is made public apart: the problem's wording, what the unit will do, what came of it. */
export const PublicLineSubject = z.enum(['problem', 'measure', 'result']);
export type PublicLineSubject = z.infer<typeof PublicLineSubject>;

export const PUBLIC_LINE_SUBJECT_LABELS = {
  problem: '问题',
  measure: '整改措施',
  result: '整改结果',
} as const satisfies Record<PublicLineSubject, string>;

/** The unit's own sentence for everybody; report words are never public. */
export const PublicLine = z
  .object({
    id: z.uuid().meta({ label: '公开文字编号' }),
    assignmentId: z.uuid(),
    /** Null: how far the work is, as of any task. */
    subject: PublicLineSubject.nullable().meta({ label: '公开内容' }),
    words: z.string().trim().min(4).max(300).meta({ label: '公开文字' }),
    ...ReviewedWords.shape,
  })
  .meta({ id: 'PublicLine' });
export type PublicLine = z.infer<typeof PublicLine>;

export const NewPublicLine = PublicLine.pick({ id: true, words: true })
  .extend({ subject: PublicLine.shape.subject.default(null) })
  .meta({ id: 'NewPublicLine' });
export type NewPublicLine = z.infer<typeof NewPublicLine>;

export const PublicLineReview = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('published'),
      secrecyCheck: z.string().trim().min(1).max(300).meta({ label: '保密审查意见' }),
      personalDataCheck: z.string().trim().min(1).max(300).meta({ label: '个人信息审查意见' }),
    }),
    z.object({
      outcome: z.literal('declined'),
      reason: z.string().trim().min(1).max(500).meta({ label: '不予公开的理由' }),
    }),
  ])
  .meta({ id: 'PublicLineReview' });
export type PublicLineReview = z.infer<typeof PublicLineReview>;
