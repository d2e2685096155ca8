import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { PublicLineReview } from '../tasks/public/public-line.ts';
import {
  AskedQuestion,
  NewTaskAnswer,
  NewTaskQuestion,
  PublicTaskQuestion,
  QuestionReferral,
  QuestionRefusal,
  TaskQuestionSummary,
  TaskQuestionView,
} from './task-question.ts';

const ofTask = z.object({ taskId: z.uuid() });
const params = z.object({ questionId: z.uuid() });

/** Those who answer and approve; an administrator has no part in it and sees no asker's name or phone. */
const ANSWERERS = ['officer', 'unit-lead', 'supervisor'] as const;

export const askTaskQuestion = route({
  method: 'POST',
  path: '/public/tasks/:taskId/questions',
  summary: '就一项公开的任务提问，不必登录',
  access: 'public',
  params: ofTask,
  body: NewTaskQuestion,
  response: AskedQuestion,
});

export const listPublicTaskQuestions = route({
  method: 'GET',
  path: '/public/tasks/:taskId/questions',
  summary: '一项公开任务的群众提问和答复，新的在前',
  access: 'public',
  params: ofTask,
  query: PageQuery,
  response: pageOf(PublicTaskQuestion),
});

/** The asker holds the number, made on their own phone. */
export const readAskedQuestion = route({
  method: 'GET',
  path: '/public/task-questions/:questionId',
  summary: '提问人凭编号查看办理情况和答复',
  access: 'public',
  params,
  response: AskedQuestion,
});

export const removeQuestionPhone = route({
  method: 'DELETE',
  path: '/public/task-questions/:questionId/phone',
  summary: '提问人凭编号删除留下的电话',
  access: 'public',
  params,
  response: AskedQuestion,
});

export const listTaskQuestions = route({
  method: 'GET',
  path: '/task-questions',
  summary: '群众提问：待答复的按提问先后，已办理的新的在前；只含本人范围内的单位',
  access: ANSWERERS,
  query: PageQuery.extend({ part: z.enum(['open', 'settled']).default('open').meta({ label: '待答复或已办理' }) }),
  response: pageOf(TaskQuestionSummary),
});

export const getTaskQuestion = route({
  method: 'GET',
  path: '/task-questions/:questionId',
  summary: '一条群众提问；含提问人的称呼和电话，每次查看都有记录',
  access: ANSWERERS,
  params,
  private: true,
  response: TaskQuestionView,
});

export const proposeTaskAnswer = route({
  method: 'POST',
  path: '/task-questions/:questionId/answers',
  summary: '起草答复和公开的问题，等另一人审查',
  access: ANSWERERS,
  params,
  body: NewTaskAnswer,
  response: TaskQuestionView,
});

export const reviewTaskAnswer = route({
  method: 'POST',
  path: '/task-answers/:answerId/reviews',
  summary: '审查答复：通过并公开，或说明理由退回',
  access: ANSWERERS,
  params: z.object({ answerId: z.uuid() }),
  body: PublicLineReview,
  response: TaskQuestionView,
});

export const referTaskQuestion = route({
  method: 'POST',
  path: '/task-questions/:questionId/referrals',
  summary: '督查员转给承担这项任务的另一个单位',
  access: ANSWERERS,
  params,
  body: QuestionReferral,
  response: TaskQuestionView,
});

export const declineTaskQuestion = route({
  method: 'POST',
  path: '/task-questions/:questionId/refusals',
  summary: '不予办理：与任务无关或辱骂他人的提问，理由给提问人看',
  access: ANSWERERS,
  params,
  body: QuestionRefusal,
  response: TaskQuestionView,
});
