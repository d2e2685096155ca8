import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import {
  NewAcknowledgement,
  NewAssignments,
  NewClosing,
  NewCompletion,
  NewHandDown,
  NewReturn,
  NewWithdrawal,
} from './lines/assignment-step.ts';
import { NewWaitingReport } from './lines/waiting-report.ts';
import { FiledReport, NewProgressReport } from './lines/progress-report.ts';
import { NewPublicLine, PublicLine, PublicLineReview } from './public/public-line.ts';
import { AssignmentFilter, TaskFilter } from './overview/task-filters.ts';
import { AssignmentSummary, AssignmentView, ListedAssignment, TaskSummary, TaskView } from './task-views.ts';

const params = z.object({ assignmentId: z.uuid() });

export const listTasks = route({
  method: 'GET',
  path: '/tasks',
  summary: '任务列表',
  access: STAFF,
  query: TaskFilter.extend(PageQuery.shape),
  response: pageOf(TaskSummary),
});

export const getTask = route({
  method: 'GET',
  path: '/tasks/:taskId',
  summary: '一项任务和各单位的进度',
  access: STAFF,
  params: z.object({ taskId: z.uuid() }),
  response: TaskView,
});

export const listAssignments = route({
  method: 'GET',
  path: '/assignments',
  summary: '本单位（或所辖单位）承担的任务',
  access: STAFF,
  query: AssignmentFilter.extend(PageQuery.shape),
  response: pageOf(ListedAssignment),
});

export const getAssignment = route({
  method: 'GET',
  path: '/assignments/:assignmentId',
  summary: '一个单位在一项任务上的责任、填报和经过',
  access: STAFF,
  params,
  response: AssignmentView,
});

/** Sent by the page when the unit first opens the line; no button. */
export const acknowledgeAssignment = route({
  method: 'POST',
  path: '/assignments/:assignmentId/acknowledgements',
  summary: '签收（单位首次打开时自动）',
  access: STAFF,
  params,
  body: NewAcknowledgement,
  response: AssignmentSummary,
});

export const fileProgressReport = route({
  method: 'POST',
  path: '/assignments/:assignmentId/reports',
  summary: '责任单位填报进展',
  access: STAFF,
  params,
  body: NewProgressReport,
  response: FiledReport,
});

export const sayWaitingReport = route({
  method: 'PUT',
  path: '/assignments/:assignmentId/waiting-reports',
  summary: '手机告知：有一份填报已提交、尚未发出',
  access: STAFF,
  params,
  body: NewWaitingReport,
  response: z.object({ waiting: z.boolean() }),
});

export const takeWaitingReport = route({
  method: 'DELETE',
  path: '/waiting-reports/:reportId',
  summary: '手机告知：那份填报不发了',
  access: STAFF,
  params: z.object({ reportId: z.uuid() }),
  response: z.object({ waiting: z.boolean() }),
});

export const completeAssignment = route({
  method: 'POST',
  path: '/assignments/:assignmentId/completions',
  summary: '责任单位负责人确认办结',
  access: STAFF,
  params,
  body: NewCompletion,
  response: AssignmentSummary,
});

export const returnAssignment = route({
  method: 'POST',
  path: '/assignments/:assignmentId/returns',
  summary: '督查员退回，写明理由',
  access: STAFF,
  params,
  body: NewReturn,
  response: AssignmentSummary,
});

export const closeAssignment = route({
  method: 'POST',
  path: '/assignments/:assignmentId/closings',
  summary: '督查员核验后销号',
  access: STAFF,
  params,
  body: NewClosing,
  response: AssignmentSummary,
});

export const addAssignments = route({
  method: 'POST',
  path: '/tasks/:taskId/assignments',
  summary: '添加责任单位：开放范围和待明确的，由督查员逐个落实',
  access: ['supervisor'],
  params: z.object({ taskId: z.uuid() }),
  body: NewAssignments,
  response: z.object({ created: z.array(AssignmentSummary), alreadyThere: z.array(z.uuid()) }),
});

export const withdrawAssignment = route({
  method: 'POST',
  path: '/assignments/:assignmentId/withdrawals',
  summary: '督查员撤销一个单位的任务，写明理由；分解到村的一并撤销',
  access: STAFF,
  params,
  body: NewWithdrawal,
  response: AssignmentSummary,
});

export const handDownAssignment = route({
  method: 'POST',
  path: '/assignments/:assignmentId/hand-downs',
  summary: '分解到所辖单位（村、社区）',
  access: STAFF,
  params,
  body: NewHandDown,
  response: z.object({ created: z.array(AssignmentSummary), alreadyThere: z.array(z.uuid()) }),
});

export const proposePublicLine = route({
  method: 'POST',
  path: '/assignments/:assignmentId/public-lines',
  summary: '起草对外公开的进展文字',
  access: STAFF,
  params,
  body: NewPublicLine,
  response: PublicLine,
});

export const reviewPublicLine = route({
  method: 'POST',
  path: '/public-lines/:publicLineId/reviews',
  summary: '审查公开文字（起草人以外的负责人或督查员）',
  access: ['unit-lead', 'supervisor'],
  params: z.object({ publicLineId: z.uuid() }),
  body: PublicLineReview,
  response: PublicLine,
});
