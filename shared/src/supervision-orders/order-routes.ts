import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { OrderChoices, SupervisionOrderSummary, SupervisionOrderView } from './order-views.ts';
import {
  NewOrderAnswer,
  NewOrderReceipt,
  NewOrderReview,
  NewOrderWithdrawal,
  NewSupervisionOrder,
} from './supervision-order.ts';

const params = z.object({ orderId: z.uuid() });

/** Where the orders of a list stand. */
export const OrderPlace = z.enum(['to-receive', 'to-answer', 'to-review', 'settled']).meta({ label: '办理情况' });
export type OrderPlace = z.infer<typeof OrderPlace>;

export const listOrderChoices = route({
  method: 'GET',
  path: '/org-units/:unitId/order-choices',
  summary: '可以督办的任务和通常的答复期限',
  access: ['supervisor'],
  params: z.object({ unitId: z.uuid() }),
  query: z.object({ assignmentId: z.uuid().optional().meta({ label: '任务' }) }),
  response: OrderChoices,
});

export const issueOrder = route({
  method: 'POST',
  path: '/supervision-orders',
  summary: '下达督办单，按年连续编号',
  access: ['supervisor'],
  body: NewSupervisionOrder,
  response: SupervisionOrderView,
});

export const listOrders = route({
  method: 'GET',
  path: '/supervision-orders',
  summary: '督办单，新的在前',
  access: STAFF,
  query: PageQuery.extend({
    place: OrderPlace.optional(),
    assignmentId: z.uuid().optional().meta({ label: '任务' }),
  }),
  response: pageOf(SupervisionOrderSummary),
});

export const readOrder = route({
  method: 'GET',
  path: '/supervision-orders/:orderId',
  summary: '一份督办单和它的办理经过',
  access: STAFF,
  params,
  response: SupervisionOrderView,
});

export const receiveOrder = route({
  method: 'POST',
  path: '/supervision-orders/:orderId/receipts',
  summary: '签收督办单（责任单位第一次打开）',
  access: STAFF,
  params,
  body: NewOrderReceipt,
  response: SupervisionOrderView,
});

export const answerOrder = route({
  method: 'POST',
  path: '/supervision-orders/:orderId/answers',
  summary: '答复督办单',
  access: STAFF,
  params,
  body: NewOrderAnswer,
  response: SupervisionOrderView,
});

export const reviewOrder = route({
  method: 'POST',
  path: '/supervision-orders/:orderId/reviews',
  summary: '审核答复：通过办结，或退回并重新定期限',
  access: ['supervisor'],
  params,
  body: NewOrderReview,
  response: SupervisionOrderView,
});

export const withdrawOrder = route({
  method: 'POST',
  path: '/supervision-orders/:orderId/withdrawals',
  summary: '撤回督办单；编号不再使用',
  access: ['supervisor'],
  params,
  body: NewOrderWithdrawal,
  response: SupervisionOrderView,
});

export const downloadOrder = route({
  method: 'GET',
  path: '/supervision-orders/:orderId/document',
  summary: '督办单的 Word 文档，可带答复',
  access: STAFF,
  params,
  query: z.object({ answer: z.enum(['true', 'false']).default('false').meta({ label: '带上答复' }) }),
  response: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});
