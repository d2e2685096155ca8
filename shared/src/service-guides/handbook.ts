import * as z from '../zod.ts';
import { GuideState, PublicGuideSummary } from './service-guide.ts';

/** What a 一本通 says: one matter of a life across departments, its guides in order. */
export const HandbookContent = z
  .object({
    title: z.string().trim().min(2).max(60).meta({ label: '一本通名称' }),
    /** 孩子出生了. */
    matter: z.string().trim().min(2).max(40).meta({ label: '人生大事' }),
    intro: z.string().trim().max(400).meta({ label: '说明' }),
    steps: z
      .array(
        z.object({
          guideId: z.uuid().meta({ label: '办事指南' }),
          note: z.string().trim().max(200).meta({ label: '这一步要注意' }),
          /** Others may be done at the same time as this one. */
          isParallel: z.boolean().meta({ label: '可与上一步同时办' }),
        }),
      )
      .min(2)
      .max(20)
      .meta({ label: '步骤' }),
    /** Papers that are handed in once and then used by all. */
    submittedOnce: z.array(z.string().trim().min(2).max(80)).max(20).meta({ label: '只交一次的材料' }),
  })
  .meta({ id: 'HandbookContent' });
export type HandbookContent = z.infer<typeof HandbookContent>;

export const PublicHandbookSummary = z
  .object({
    id: z.uuid(),
    title: z.string(),
    matter: z.string(),
    unitName: z.string(),
    stepCount: z.int(),
    initials: z.string(),
  })
  .meta({ id: 'PublicHandbookSummary' });
export type PublicHandbookSummary = z.infer<typeof PublicHandbookSummary>;

export const PublicHandbook = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    content: HandbookContent,
    /** The guides of the steps that are public, in order; a guide taken back is missing. */
    guides: z.array(PublicGuideSummary),
    publishedAt: z.iso.datetime(),
    /** Why it was taken back, and when; null while it stands. */
    withdrawnReason: z.string().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PublicHandbook' });
export type PublicHandbook = z.infer<typeof PublicHandbook>;

export const Handbook = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    state: GuideState,
    revision: z.int().min(1),
    content: HandbookContent,
    writtenBy: z.uuid(),
    writtenByName: z.string(),
    writtenAt: z.iso.datetime(),
    /** Everybody who had a hand in what is being written: none of them reviews it. */
    authorIds: z.array(z.uuid()),
    declineReason: z.string().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    withdrawnReason: z.string().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Handbook' });
export type Handbook = z.infer<typeof Handbook>;

export const NewHandbook = z
  .object({ id: z.uuid(), unitId: z.uuid().meta({ label: '编写单位' }), content: HandbookContent })
  .meta({ id: 'NewHandbook' });
export type NewHandbook = z.infer<typeof NewHandbook>;

export const HandbookChange = z
  .object({ id: z.uuid(), onRevision: z.int().min(1), content: HandbookContent })
  .meta({ id: 'HandbookChange' });
export type HandbookChange = z.infer<typeof HandbookChange>;
