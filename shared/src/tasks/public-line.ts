import * as z from '../zod.ts';

/** The unit's own sentence for everybody; report words are never public. Another person approves it (先审查后公开). */
export const PublicLine = z
  .object({
    id: z.uuid().meta({ label: '公开文字编号' }),
    assignmentId: z.uuid(),
    words: z.string().trim().min(4).max(300).meta({ label: '公开文字' }),
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
  })
  .meta({ id: 'PublicLine' });
export type PublicLine = z.infer<typeof PublicLine>;

export const NewPublicLine = PublicLine.pick({ id: true, words: true }).meta({ id: 'NewPublicLine' });
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
