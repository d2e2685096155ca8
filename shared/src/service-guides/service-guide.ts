import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { WritingState } from '../writings/writing-rules.ts';
import { DecisionTree } from './decision-tree.ts';

/** 事项类别 as the lists of government services name them. */
export const ServiceKind = z.enum([
  'licence',
  'confirmation',
  'payment',
  'public-service',
  'registration',
  'other-power',
]);
export type ServiceKind = z.infer<typeof ServiceKind>;

export const SERVICE_KIND_LABELS = {
  licence: '行政许可',
  confirmation: '行政确认',
  payment: '行政给付',
  'public-service': '公共服务',
  registration: '登记备案',
  'other-power': '其他行政权力',
} as const satisfies Record<ServiceKind, string>;

/** One paper to bring (rules G1): original or copy, how many, from where, a sample. */
export const GuideMaterial = z
  .object({
    key: z.string().trim().min(1).max(20),
    name: z.string().trim().min(2).max(80).meta({ label: '材料名称' }),
    form: z.enum(['original', 'copy', 'original-and-copy', 'electronic']).meta({ label: '原件或复印件' }),
    count: z.int().min(1).max(20).meta({ label: '份数' }),
    source: z.enum(['own', 'authority', 'form-here']).meta({ label: '材料来源' }),
    /** 由村委会开具、到派出所打印. */
    sourceWords: z.string().trim().max(100).meta({ label: '从哪里来' }),
    /** `always`, or only where an answer to the questions asks for it. */
    needed: z.enum(['always', 'by-answers']).meta({ label: '是否必需' }),
    note: z.string().trim().max(200).meta({ label: '说明' }),
    sampleId: z.uuid().nullable().meta({ label: '样例图片' }),
  })
  .meta({ id: 'GuideMaterial' });
export type GuideMaterial = z.infer<typeof GuideMaterial>;

export const MATERIAL_FORM_LABELS = {
  original: '原件',
  copy: '复印件',
  'original-and-copy': '原件和复印件',
  electronic: '电子件',
} as const satisfies Record<GuideMaterial['form'], string>;

export const MATERIAL_SOURCE_LABELS = {
  own: '自己有的',
  authority: '别处开具',
  'form-here': '现场填写',
} as const satisfies Record<GuideMaterial['source'], string>;

const Fee = z.discriminatedUnion('isCharged', [
  z.object({ isCharged: z.literal(false) }),
  z.object({
    isCharged: z.literal(true),
    basis: z.string().trim().min(2).max(200).meta({ label: '收费依据' }),
    standard: z.string().trim().min(2).max(200).meta({ label: '收费标准' }),
  }),
]);

/** All a guide says: the ten fields of the county's annex, row 9, and what a person needs besides. */
export const GuideContent = z
  .object({
    /** 事项名称. */
    title: z.string().trim().min(2).max(80).meta({ label: '事项名称' }),
    /** How people say it: 给孩子上户口. */
    plainTitle: z.string().trim().min(2).max(40).meta({ label: '通俗名称' }),
    /** Other everyday words it is looked for by. */
    everydayWords: z.array(z.string().trim().min(1).max(20)).max(20).meta({ label: '大家怎么说' }),
    /** 事项类别. */
    kind: ServiceKind.meta({ label: '事项类别' }),
    audience: z.enum(['people', 'business']).meta({ label: '办给谁' }),
    /** 办理依据. */
    basis: z.array(z.string().trim().min(4).max(200)).min(1).max(10).meta({ label: '办理依据' }),
    /** 受理机构; who takes the papers. */
    acceptingUnitId: z.uuid().meta({ label: '受理机构' }),
    /** Said in place of the unit's name where each place takes its own: 户籍地乡镇人民政府（街道办事处）. */
    acceptingWords: z.string().trim().max(60).optional().meta({ label: '受理机构说明' }),
    /** 审批机构; null where nothing is approved. */
    decidingUnitId: z.uuid().nullable().meta({ label: '审批机构' }),
    /** As above, where each township decides for itself. */
    decidingWords: z.string().trim().max(60).optional().meta({ label: '审批机构说明' }),
    /** 办事条件. */
    conditions: z.array(z.string().trim().min(2).max(200)).max(20).meta({ label: '办事条件' }),
    /** 申请资料. */
    materials: z.array(GuideMaterial).max(40).meta({ label: '申请资料' }),
    /** 基本流程. */
    steps: z
      .array(
        z.object({
          name: z.string().trim().min(2).max(30).meta({ label: '步骤' }),
          words: z.string().trim().max(200).meta({ label: '说明' }),
        }),
      )
      .min(1)
      .max(12)
      .meta({ label: '基本流程' }),
    /** 办理时限 in working days; 0 is at once. The promise is not longer than the law (rules G1). */
    limits: z.object({
      statutoryDays: z.int().min(0).max(730).nullable().meta({ label: '法定办理时限（工作日）' }),
      promisedDays: z.int().min(0).max(730).meta({ label: '承诺办理时限（工作日）' }),
    }),
    /** 收费情况. */
    fee: Fee,
    /** Where it is done on line; https only. */
    onlineUrl: z
      .string()
      .trim()
      .max(200)
      .refine((url) => url.startsWith('https://'), '网上办理的网址应以 https:// 开头')
      .nullable()
      .meta({ label: '网上办理' }),
    questions: z
      .array(
        z.object({
          question: z.string().trim().min(4).max(100).meta({ label: '问题' }),
          answer: z.string().trim().min(2).max(400).meta({ label: '回答' }),
        }),
      )
      .max(20)
      .meta({ label: '常见问题' }),
    mistakes: z.array(z.string().trim().min(4).max(200)).max(10).meta({ label: '常见错误' }),
    /** A named person to ring, at an office phone. */
    contact: z.object({
      name: z.string().trim().min(2).max(30).meta({ label: '咨询人' }),
      post: z.string().trim().max(40).meta({ label: '职务' }),
      phone: z
        .string()
        .trim()
        .refine((phone) => /^[0-9+() -]{3,20}(?:转\d{1,6})?$/.test(phone), '电话只写数字，例如 0800-5501234')
        .meta({ label: '咨询电话' }),
    }),
    tree: DecisionTree.nullable().meta({ label: '几个问题' }),
  })
  .meta({ id: 'GuideContent' });
export type GuideContent = z.infer<typeof GuideContent>;

export const GuideState = WritingState;
export type GuideState = WritingState;

export const GUIDE_STATE_LABELS = {
  draft: '草稿',
  proposed: '待审查',
  published: '已公开',
  withdrawn: '已撤下',
} as const satisfies Record<GuideState, string>;

/** In lists and in search; `publishedOn` is the day of the version shown. */
export const PublicGuideSummary = z
  .object({
    id: z.uuid(),
    title: z.string(),
    plainTitle: z.string(),
    everydayWords: z.array(z.string()),
    kind: ServiceKind,
    audience: GuideContent.shape.audience,
    unitId: z.uuid(),
    unitName: z.string(),
    promisedDays: z.int(),
    isCharged: z.boolean(),
    isOnline: z.boolean(),
    publishedOn: Day,
    /** First letters of the plain title in pinyin. */
    initials: z.string(),
  })
  .meta({ id: 'PublicGuideSummary' });
export type PublicGuideSummary = z.infer<typeof PublicGuideSummary>;

/** A published version, whole. */
export const PublicGuide = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    acceptingUnitName: z.string(),
    decidingUnitName: z.string().nullable(),
    content: GuideContent,
    /** Addresses of the sample pictures, by the materials' keys. */
    sampleUrls: z.record(z.string(), z.string()),
    version: z.int(),
    publishedAt: z.iso.datetime(),
    /** Null while it holds; else when the next version took its place. */
    supersededAt: z.iso.datetime().nullable(),
    reviewOn: Day,
    /** Why the guide was taken back, and when; null while it stands. */
    withdrawnReason: z.string().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PublicGuide' });
export type PublicGuide = z.infer<typeof PublicGuide>;

/** Why a guide that is public now is not found: on the day asked for it was not yet. */
export const NOT_YET_PUBLIC = 'not-yet-public';

export const PublicGuideVersion = z
  .object({
    version: z.int(),
    publishedAt: z.iso.datetime(),
    supersededAt: z.iso.datetime().nullable(),
    changed: z.array(z.string()),
  })
  .meta({ id: 'PublicGuideVersion' });
export type PublicGuideVersion = z.infer<typeof PublicGuideVersion>;

/** A guide as its unit's people see it: what is public, and what is being written. */
export const ServiceGuide = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    state: GuideState,
    /** Counts every save; a change says which it was made on. */
    revision: z.int().min(1),
    content: GuideContent,
    writtenBy: z.uuid(),
    writtenByName: z.string(),
    writtenAt: z.iso.datetime(),
    /** Everybody who had a hand in what is being written: none of them reviews it. */
    authorIds: z.array(z.uuid()),
    /** Why the review sent it back; null otherwise. */
    declineReason: z.string().nullable(),
    publishedVersion: z.int().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    /** By when the owner looks whether everything still holds. */
    reviewOn: Day,
    isStale: z.boolean(),
    /** Set from when it was taken back until it is public again. */
    withdrawnReason: z.string().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
    /** Addresses of the sample pictures, by the materials' keys. */
    sampleUrls: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ServiceGuide' });
export type ServiceGuide = z.infer<typeof ServiceGuide>;

export const ServiceGuideSummary = ServiceGuide.omit({ content: true, sampleUrls: true })
  .extend({ title: z.string(), plainTitle: z.string() })
  .meta({ id: 'ServiceGuideSummary' });
export type ServiceGuideSummary = z.infer<typeof ServiceGuideSummary>;

export const NewServiceGuide = z
  .object({
    id: z.uuid(),
    unitId: z.uuid().meta({ label: '主管单位' }),
    content: GuideContent,
    reviewOn: GivenDay.meta({ label: '下次核对日期' }),
  })
  .meta({ id: 'NewServiceGuide' });
export type NewServiceGuide = z.infer<typeof NewServiceGuide>;

export const GuideChange = z
  .object({
    id: z.uuid().meta({ label: '本次修改编号' }),
    onRevision: z.int().min(1).meta({ label: '修改所依据的版本' }),
    content: GuideContent,
    reviewOn: GivenDay.meta({ label: '下次核对日期' }),
  })
  .meta({ id: 'GuideChange' });
export type GuideChange = z.infer<typeof GuideChange>;
