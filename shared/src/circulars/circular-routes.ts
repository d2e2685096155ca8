import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { CircularChange, CircularDecision, CircularSubmission, NewCircular } from './circular.ts';
import { CIRCULAR_WORKING_DAYS } from './circular-rules.ts';
import { CircularCandidate, CircularSummary, CircularView } from './circular-views.ts';
import { NewObjection, NewReceipt, ObjectionDecision } from './objection.ts';

const params = z.object({ circularId: z.uuid() });

/** Which late lines. */
export const CandidateFilter = z.object({
  workingDays: z.coerce.number().int().min(0).max(250).default(CIRCULAR_WORKING_DAYS).meta({ label: '逾期工作日数' }),
  unitId: z.uuid().optional().meta({ label: '单位' }),
  taskId: z.uuid().optional().meta({ label: '任务' }),
});
export type CandidateFilter = z.infer<typeof CandidateFilter>;

export const listCircularCandidates = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/circular-candidates',
  summary: '可以列入通报的逾期任务，按时限先后',
  access: ['supervisor'],
  params: z.object({ breakdownId: z.uuid() }),
  query: PageQuery.extend(CandidateFilter.shape),
  response: pageOf(CircularCandidate),
});

export const draftCircular = route({
  method: 'POST',
  path: '/circulars',
  summary: '起草通报',
  access: ['supervisor'],
  body: NewCircular,
  response: CircularView,
});

export const listCirculars = route({
  method: 'GET',
  path: '/circulars',
  summary: '通报，新的在前',
  access: STAFF,
  query: PageQuery,
  response: pageOf(CircularSummary),
});

export const readCircular = route({
  method: 'GET',
  path: '/circulars/:circularId',
  summary: '一份通报',
  access: STAFF,
  params,
  response: CircularView,
});

export const changeCircular = route({
  method: 'PUT',
  path: '/circulars/:circularId',
  summary: '修改起草中的通报',
  access: ['supervisor'],
  params,
  body: CircularChange,
  response: CircularView,
});

export const submitCircular = route({
  method: 'POST',
  path: '/circulars/:circularId/submissions',
  summary: '提交负责人批准；各项情况以当日为准',
  access: ['supervisor'],
  params,
  body: CircularSubmission,
  response: CircularView,
});

export const decideCircular = route({
  method: 'POST',
  path: '/circulars/:circularId/decisions',
  summary: '负责人批准印发或退回',
  access: STAFF,
  params,
  body: CircularDecision,
  response: CircularView,
});

export const withdrawCircular = route({
  method: 'POST',
  path: '/circulars/:circularId/withdrawals',
  summary: '收回待批准的通报，或作废起草中的通报',
  access: ['supervisor'],
  params,
  body: CircularSubmission,
  response: CircularView,
});

export const receiveCircular = route({
  method: 'POST',
  path: '/circulars/:circularId/receipts',
  summary: '签收通报，或登记书面送达',
  access: STAFF,
  params,
  body: NewReceipt,
  response: CircularView,
});

export const objectToCircular = route({
  method: 'POST',
  path: '/circulars/:circularId/objections',
  summary: '被通报单位对一项提出异议，申请复核',
  access: STAFF,
  params,
  body: NewObjection,
  response: CircularView,
});

export const decideObjection = route({
  method: 'POST',
  path: '/circulars/:circularId/objections/:objectionId/decisions',
  summary: '复核异议：维持、更正或撤销',
  access: ['supervisor'],
  params: params.extend({ objectionId: z.uuid() }),
  body: ObjectionDecision,
  response: CircularView,
});

export const downloadCircular = route({
  method: 'GET',
  path: '/circulars/:circularId/document',
  summary: '通报的 Word 文档',
  access: STAFF,
  params,
  response: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});
