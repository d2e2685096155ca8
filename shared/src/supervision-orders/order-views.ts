import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { AttachedFile } from '../files/stored-file.ts';
import { AssignmentStatus } from '../tasks/lines/assignment.ts';
import { OrderedLine, OrderStep, SupervisionOrder } from './supervision-order.ts';

/** A line one may order about, and the usual day for the answer. */
export const OrderChoices = z
  .object({
    toUnitId: z.uuid(),
    toUnitName: z.string(),
    lines: z.array(OrderedLine.extend({ status: AssignmentStatus })),
    /** False where the unit has more lines than are listed here. */
    isWhole: z.boolean(),
    answerBy: Day,
    workingDays: z.int(),
    /** Reckoned over a year without a holiday notice (rules T3). */
    isProvisional: z.boolean(),
  })
  .meta({ id: 'OrderChoices' });
export type OrderChoices = z.infer<typeof OrderChoices>;

export const SupervisionOrderSummary = SupervisionOrder.pick({
  id: true,
  documentNumber: true,
  title: true,
  state: true,
  answerBy: true,
  unitId: true,
  toUnitId: true,
  toUnitName: true,
  issuedOn: true,
})
  .extend({ lineCount: z.int() })
  .meta({ id: 'SupervisionOrderSummary' });
export type SupervisionOrderSummary = z.infer<typeof SupervisionOrderSummary>;

export const OrderStepView = OrderStep.omit({ fileIds: true, orderId: true, unitId: true })
  .extend({ files: z.array(AttachedFile), unitName: z.string().nullable() })
  .meta({ id: 'OrderStepView' });
export type OrderStepView = z.infer<typeof OrderStepView>;

export const SupervisionOrderView = SupervisionOrder.extend({
  unitName: z.string(),
  /** Whose it is to answer now; another than as printed once the unit has merged. */
  answeringUnitName: z.string(),
  /** As printed, with how each stands now. */
  lines: z.array(OrderedLine.extend({ status: AssignmentStatus })),
  /** The oldest first. */
  steps: z.array(OrderStepView),
  /** The usual day for another answer, should this one go back. */
  nextAnswerBy: Day,
  isProvisional: z.boolean(),
}).meta({ id: 'SupervisionOrderView' });
export type SupervisionOrderView = z.infer<typeof SupervisionOrderView>;
