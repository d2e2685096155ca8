import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { areDistinct } from '../distinct.ts';

export const SupervisionOrderState = z.enum(['issued', 'received', 'answered', 'returned', 'accepted', 'withdrawn']);
export type SupervisionOrderState = z.infer<typeof SupervisionOrderState>;

export const SUPERVISION_ORDER_STATE_LABELS = {
  issued: '待签收',
  received: '待答复',
  answered: '待审核',
  returned: '退回重新答复',
  accepted: '已办结',
  withdrawn: '已撤回',
} as const satisfies Record<SupervisionOrderState, string>;

/** A line of the unit the order is about, as it stood on the day of issue; printed so whatever happens to it later. */
export const OrderedLine = z
  .object({
    assignmentId: z.uuid(),
    taskNumber: z.int(),
    mainTask: z.string(),
    breakdownTitle: z.string(),
    dueOn: Day.nullable(),
    percent: z.int().nullable(),
  })
  .meta({ id: 'OrderedLine' });
export type OrderedLine = z.infer<typeof OrderedLine>;

/** 督办单: a formal, numbered paper from above to one unit, which must answer it by a day. */
export const SupervisionOrder = z
  .object({
    id: z.uuid().meta({ label: '督办单编号' }),
    /** Its year and its place among that year's; none is left out. */
    year: z.int(),
    serial: z.int().min(1),
    /** 政督办〔2026〕1号 */
    documentNumber: z.string().max(60),
    title: z.string().trim().min(4).max(100).meta({ label: '标题' }),
    demand: z.string().trim().min(4).max(2000).meta({ label: '督办要求' }),
    reason: z.string().trim().min(4).max(1000).meta({ label: '督办事由' }),
    /** The last day for the answer; a return sets a new one. */
    answerBy: Day,
    state: SupervisionOrderState,
    /** The office that issued it. */
    unitId: z.uuid(),
    /** The unit that answers for it: as addressed, or its successor. */
    toUnitId: z.uuid().meta({ label: '责任单位' }),
    /** As printed on it. */
    toUnitName: z.string().max(100),
    issuedBy: z.uuid(),
    issuedByName: z.string().max(60),
    issuedAt: z.iso.datetime(),
    issuedOn: Day,
    receivedAt: z.iso.datetime().nullable(),
    receivedByName: z.string().max(60).nullable(),
    /** The answer that waits for its review, or was accepted; null while none does. */
    answerId: z.uuid().nullable(),
    /** Since when its present answer day holds: the day of issue, or of the last return. */
    demandedOn: Day,
  })
  .meta({ id: 'SupervisionOrder' });
export type SupervisionOrder = z.infer<typeof SupervisionOrder>;

/** One step of an order's life; never changed, so that every answer is kept. */
export const OrderStepKind = z.enum([
  'issued',
  'received',
  'answered',
  'returned',
  'accepted',
  'withdrawn',
  'moved',
  'reminded',
  'rung',
]);
export type OrderStepKind = z.infer<typeof OrderStepKind>;

export const ORDER_STEP_LABELS = {
  issued: '下达',
  received: '签收',
  answered: '答复',
  returned: '退回',
  accepted: '审核通过，办结',
  withdrawn: '撤回',
  moved: '移交',
  reminded: '提醒',
  rung: '电话通知',
} as const satisfies Record<OrderStepKind, string>;

export const OrderStep = z
  .object({
    id: z.uuid().meta({ label: '操作编号' }),
    orderId: z.uuid(),
    kind: OrderStepKind,
    words: z.string().max(2000).nullable(),
    /** The day an issue or a return sets. */
    answerBy: Day.nullable(),
    fileIds: z.array(z.uuid()).max(9),
    unitId: z.uuid().nullable(),
    by: z.uuid(),
    byName: z.string().max(60),
    at: z.iso.datetime(),
  })
  .meta({ id: 'OrderStep' });
export type OrderStep = z.infer<typeof OrderStep>;

const stepId = OrderStep.shape.id;
const answerBy = GivenDay.meta({ label: '答复期限' });

export const NewSupervisionOrder = SupervisionOrder.pick({
  id: true,
  toUnitId: true,
  title: true,
  demand: true,
  reason: true,
})
  .extend({
    answerBy,
    assignmentIds: z
      .array(z.uuid())
      .min(1)
      .max(50)
      .refine(areDistinct, '同一项任务只选一次')
      .meta({ label: '督办的任务' }),
  })
  .meta({ id: 'NewSupervisionOrder' });
export type NewSupervisionOrder = z.infer<typeof NewSupervisionOrder>;

/** 签收: the unit's first opening. */
export const NewOrderReceipt = z.object({ id: stepId }).meta({ id: 'NewOrderReceipt' });

export const NewOrderAnswer = z
  .object({
    id: stepId,
    words: z.string().trim().min(4).max(2000).meta({ label: '答复内容' }),
    fileIds: OrderStep.shape.fileIds
      .refine(areDistinct, '有附件选了两次，请去掉一份')
      .default([])
      .meta({ label: '附件' }),
  })
  .meta({ id: 'NewOrderAnswer' });
export type NewOrderAnswer = z.infer<typeof NewOrderAnswer>;

/** Of the answer the reviewer has read, and of no later one. */
const answerId = z.uuid().meta({ label: '答复' });

/** 审核: the answer is enough, or goes back with what is missing and a new day. */
export const NewOrderReview = z
  .discriminatedUnion('outcome', [
    z.object({
      id: stepId,
      outcome: z.literal('accepted'),
      answerId,
      words: z.string().trim().max(1000).nullable().default(null).meta({ label: '审核意见' }),
    }),
    z.object({
      id: stepId,
      outcome: z.literal('returned'),
      answerId,
      words: z.string().trim().min(4).max(1000).meta({ label: '退回理由' }),
      answerBy,
    }),
  ])
  .meta({ id: 'NewOrderReview' });
export type NewOrderReview = z.infer<typeof NewOrderReview>;

export const NewOrderWithdrawal = z
  .object({ id: stepId, words: z.string().trim().min(4).max(1000).meta({ label: '撤回理由' }) })
  .meta({ id: 'NewOrderWithdrawal' });
export type NewOrderWithdrawal = z.infer<typeof NewOrderWithdrawal>;
