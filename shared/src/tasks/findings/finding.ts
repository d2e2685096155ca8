import * as z from '../../zod.ts';

/** How a finding is put right: 立行立改 on the spot, 限期整改 by a day, 长期坚持 for good. */
export const Rectification = z.enum(['at-once', 'by-deadline', 'long-term']);
export type Rectification = z.infer<typeof Rectification>;

export const RECTIFICATION_LABELS = {
  'at-once': '立行立改',
  'by-deadline': '限期整改',
  'long-term': '长期坚持',
} as const satisfies Record<Rectification, string>;

/**
 * 督查审计发现的问题: what a task of an inspection has besides a task's own words. The problem as found is the task's
 * `mainTask`, the measure its table gives is `concreteWork`; both stay as printed.
 */
export const Finding = z
  .object({
    /** 检查单位, or the document it comes from. */
    source: z.string().max(200).meta({ label: '检查单位（来源）' }),
    requirement: z.string().max(2000).meta({ label: '整改要求' }),
    goal: z.string().max(2000).meta({ label: '整改目标' }),
    /** 责任人 as the table names them: posts and names, not accounts. */
    answerable: z.string().max(500).meta({ label: '责任人' }),
    /** By the table, or by a supervisor; null while nobody has said. */
    rectification: Rectification.nullable().meta({ label: '整改类型' }),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

export const BLANK_FINDING: Finding = { source: '', requirement: '', goal: '', answerable: '', rectification: null };

/** What a supervisor says of a finding: its kind, or that it is not for the public (不公开), with the reason on record. */
export const FindingChange = z
  .object({
    rectification: Rectification.meta({ label: '整改类型' }),
    /** Null: it may be made public after all. */
    withheldReason: z.string().trim().min(4).max(500).nullable().meta({ label: '不公开的理由' }),
  })
  .partial()
  .meta({ id: 'FindingChange' });
export type FindingChange = z.infer<typeof FindingChange>;
