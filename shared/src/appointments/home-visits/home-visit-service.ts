import * as z from '../../zod.ts';
import { areDistinct } from '../../distinct.ts';

/** Something a unit does at people's homes: 社保认证上门, 送件上门. */
export const HomeVisitService = z
  .object({
    id: z.uuid(),
    unitId: z.uuid().meta({ label: '服务单位' }),
    name: z.string().trim().min(2).max(30).meta({ label: '事项名称' }),
    forWhom: z.string().trim().min(2).max(100).meta({ label: '服务对象' }),
    /** What is to be ready at home; empty for nothing. */
    needed: z.string().trim().max(200).meta({ label: '要准备什么' }),
    /** How it goes, step by step in words. */
    course: z.string().trim().max(300).meta({ label: '服务流程' }),
    villageIds: z
      .array(z.uuid())
      .refine((ids) => ids.length > 0, '请选择服务哪些村（社区）')
      .max(500)
      .refine(areDistinct, '同一个村只选一次')
      .meta({ label: '服务哪些村' }),
    version: z.int().min(1),
    /** Why it is offered no more; null while it is. */
    withdrawnReason: z.string().max(200).nullable(),
  })
  .meta({ id: 'HomeVisitService' });
export type HomeVisitService = z.infer<typeof HomeVisitService>;

export const NewHomeVisitService = HomeVisitService.omit({ version: true, withdrawnReason: true }).meta({
  id: 'NewHomeVisitService',
});
export type NewHomeVisitService = z.infer<typeof NewHomeVisitService>;

export const HomeVisitServiceChange = NewHomeVisitService.omit({ unitId: true })
  .extend({ onVersion: z.int().min(1) })
  .meta({ id: 'HomeVisitServiceChange' });
export type HomeVisitServiceChange = z.infer<typeof HomeVisitServiceChange>;

export const PublicHomeVisitService = HomeVisitService.omit({ version: true, withdrawnReason: true })
  .extend({
    unitName: z.string(),
    /** To ask by voice. */
    officePhone: z.string().nullable(),
    villages: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'PublicHomeVisitService' });
export type PublicHomeVisitService = z.infer<typeof PublicHomeVisitService>;

export const HomeVisitServiceView = PublicHomeVisitService.extend({
  version: z.int().min(1),
  withdrawnReason: z.string().nullable(),
}).meta({ id: 'HomeVisitServiceView' });
export type HomeVisitServiceView = z.infer<typeof HomeVisitServiceView>;
