import * as z from '../../zod.ts';
import { GivenDay } from '../../calendar/day.ts';
import { areDistinct } from '../../distinct.ts';
import { AttachedFile } from '../../files/stored-file.ts';
import { AssignmentPart } from './assignment.ts';

/** What happened to an assignment besides reports. */
export const AssignmentStepKind = z.enum([
  'acknowledged',
  'completed',
  'returned',
  'closed',
  'handed-down',
  'withdrawn',
  'moved',
  'added',
  'plan-changed',
  'extension-asked',
  'extension-granted',
  'extension-declined',
  'circular-issued',
  'objection-made',
  'objection-decided',
  'limit-moved',
  'order-issued',
  'order-answered',
  'order-returned',
  'order-accepted',
  'order-withdrawn',
  'measure-stated',
  'measure-agreed',
  'measure-returned',
  'recheck-met',
  'recheck-unmet',
  'rectification-set',
  'withheld',
  'made-public',
  'reminded',
  'rung',
  'reminder-moved',
  'nudged',
]);
export type AssignmentStepKind = z.infer<typeof AssignmentStepKind>;

export const ASSIGNMENT_STEP_LABELS = {
  acknowledged: '签收',
  completed: '办结',
  returned: '退回',
  closed: '销号',
  'handed-down': '分解到村',
  withdrawn: '撤销',
  moved: '移交',
  added: '添加责任单位',
  'plan-changed': '任务分解表修订',
  'extension-asked': '申请延期',
  'extension-granted': '同意延期',
  'extension-declined': '不同意延期',
  'circular-issued': '被通报',
  'objection-made': '提出异议',
  'objection-decided': '异议复核',
  'limit-moved': '期限随放假安排调整',
  'reminder-moved': '提醒随放假安排调整',
  'order-issued': '被督办',
  'order-answered': '答复督办单',
  'order-returned': '督办答复被退回',
  'order-accepted': '督办单办结',
  'order-withdrawn': '督办单撤回',
  'measure-stated': '提出整改措施',
  'measure-agreed': '同意整改措施',
  'measure-returned': '退回整改措施',
  'recheck-met': '复查：整改到位',
  'recheck-unmet': '复查：未到位，退回',
  'rectification-set': '标明整改类型',
  withheld: '不公开',
  'made-public': '对外公开',
  reminded: '提醒',
  rung: '电话通知',
  nudged: '催办',
} as const satisfies Record<AssignmentStepKind, string>;

/** What of a report or a completion a remark is about. */
export const RemarkField = z.enum(['percent', 'note', 'problems', 'nextStep', 'photos', 'summary', 'proof', 'files']);
export type RemarkField = z.infer<typeof RemarkField>;

export const REMARK_FIELD_LABELS = {
  percent: '完成百分比',
  note: '做了什么',
  problems: '存在问题',
  nextStep: '下一步',
  photos: '填报的照片',
  summary: '办结说明',
  proof: '办结依据',
  files: '办结的附图',
} as const satisfies Record<RemarkField, string>;

/** 退回时对某一项的意见: shown on the phone beside the field where it is put right. */
export const ReturnRemark = z
  .object({ field: RemarkField, words: z.string().trim().min(1).max(300).meta({ label: '意见' }) })
  .meta({ id: 'ReturnRemark' });
export type ReturnRemark = z.infer<typeof ReturnRemark>;

/** One entry of an assignment's history; never changed. */
export const AssignmentStep = z
  .object({
    id: z.uuid().meta({ label: '操作编号' }),
    assignmentId: z.uuid(),
    kind: AssignmentStepKind,
    words: z.string().max(2000).nullable(),
    /** Words, a link or a document number that shows it is done. */
    proof: z.string().max(500).nullable(),
    fileIds: z.array(z.uuid()).max(9),
    /** Of a return: what is to be put right, field by field. */
    remarks: z.array(ReturnRemark).max(8).nullable(),
    by: z.uuid(),
    byName: z.string().max(60),
    at: z.iso.datetime(),
  })
  .meta({ id: 'AssignmentStep' });
export type AssignmentStep = z.infer<typeof AssignmentStep>;

export const AssignmentStepView = AssignmentStep.omit({ fileIds: true, by: true })
  .extend({ files: z.array(AttachedFile) })
  .meta({ id: 'AssignmentStepView' });
export type AssignmentStepView = z.infer<typeof AssignmentStepView>;

const id = AssignmentStep.shape.id;

export const NewAcknowledgement = z.object({ id }).meta({ id: 'NewAcknowledgement' });

/** 办结: the unit's word that it is done, with proof. */
export const NewCompletion = z
  .object({
    id,
    summary: z.string().trim().min(1).max(2000).meta({ label: '办结说明' }),
    proof: z.string().trim().min(1).max(500).meta({ label: '办结依据' }),
    fileIds: AssignmentStep.shape.fileIds
      .refine(areDistinct, '有附件选了两次，请去掉一份')
      .default([])
      .meta({ label: '附件' }),
  })
  .meta({ id: 'NewCompletion' });
export type NewCompletion = z.infer<typeof NewCompletion>;

/** 退回: by a supervisor of another unit, with a reason the officer sees. */
export const NewReturn = z
  .object({
    id,
    reason: z.string().trim().min(1).max(1000).meta({ label: '退回理由' }),
    remarks: z
      .array(ReturnRemark)
      .max(8)
      .refine((remarks) => areDistinct(remarks.map(({ field }) => field)), '同一项只写一条意见')
      .default([])
      .meta({ label: '逐项意见' }),
  })
  .meta({ id: 'NewReturn' });
export type NewReturn = z.infer<typeof NewReturn>;

/** 销号: checked and struck off, final. */
export const NewClosing = z
  .object({ id, words: z.string().trim().max(1000).nullable().default(null).meta({ label: '核验意见' }) })
  .meta({ id: 'NewClosing' });
export type NewClosing = z.infer<typeof NewClosing>;

/** 添加责任单位: lines for units the plan did not name itself. */
export const NewAssignments = z
  .object({
    unitIds: z.array(z.uuid()).min(1).max(200).meta({ label: '责任单位' }),
    part: AssignmentPart.default('responsible').meta({ label: '职责' }),
    reason: z.string().trim().min(2).max(500).meta({ label: '添加依据' }),
    /** Whether these are the units that stood as 待明确. */
    settles: z.boolean().default(false).meta({ label: '待明确的单位已落实' }),
  })
  .meta({ id: 'NewAssignments' });
export type NewAssignments = z.infer<typeof NewAssignments>;

export const NewWithdrawal = z
  .object({ id, reason: z.string().trim().min(2).max(500).meta({ label: '撤销理由' }) })
  .meta({ id: 'NewWithdrawal' });
export type NewWithdrawal = z.infer<typeof NewWithdrawal>;

/** 分解到村: the unit's line given on to units under it. */
export const NewHandDown = z
  .object({
    id,
    unitIds: z
      .array(z.uuid())
      .min(1)
      .max(100)
      .refine(areDistinct, '接收单位里有重复的，请各选一次')
      .meta({ label: '接收单位' }),
    dueOn: GivenDay.nullable().meta({ label: '完成时限' }),
    words: z.string().trim().max(500).nullable().default(null).meta({ label: '工作要求' }),
  })
  .meta({ id: 'NewHandDown' });
export type NewHandDown = z.infer<typeof NewHandDown>;
