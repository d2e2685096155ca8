import * as z from '../../zod.ts';
import { PageQuery, pageOf } from '../../http/page.ts';
import { route } from '../../http/route.ts';
import { STAFF } from '../../people/role.ts';
import { LedgerFilter } from '../overview/task-filters.ts';
import { BreakdownChange, BreakdownSummary, CarryForward } from './task-breakdown.ts';
import { LedgerLine, PublicBreakdown, PublicTask, PublicTaskView } from '../task-views.ts';

const params = z.object({ breakdownId: z.uuid() });

export const listBreakdowns = route({
  method: 'GET',
  path: '/task-breakdowns',
  summary: '任务分解表列表',
  access: STAFF,
  query: PageQuery,
  response: pageOf(BreakdownSummary),
});

export const getBreakdown = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId',
  summary: '一份任务分解表',
  access: STAFF,
  params,
  response: BreakdownSummary,
});

export const changeBreakdown = route({
  method: 'PATCH',
  path: '/task-breakdowns/:breakdownId',
  summary: '改名，或决定是否向社会公开',
  access: ['supervisor'],
  params,
  body: BreakdownChange,
  response: BreakdownSummary,
});

export const carryForwardBreakdown = route({
  method: 'POST',
  path: '/task-breakdowns/:breakdownId/carry-forwards',
  summary: '结转到新年度：复制全部任务，时限整体后移',
  access: ['supervisor'],
  params,
  body: CarryForward,
  response: BreakdownSummary,
});

export const downloadBreakdownXlsx = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/breakdown.xlsx',
  summary: '任务分解表下载（Excel）：原来的各列，加办理情况；再导入不改变任何任务',
  access: STAFF,
  params,
  response: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const downloadBreakdownDocx = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/breakdown.docx',
  summary: '任务分解表下载（Word）：原来的各列，加办理情况；再导入不改变任何任务',
  access: STAFF,
  params,
  response: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});

export const readLedger = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/ledger',
  summary: '台账：任务 x 单位',
  access: STAFF,
  params,
  query: LedgerFilter.extend(PageQuery.shape),
  response: pageOf(LedgerLine),
});

export const downloadLedger = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/ledger.xlsx',
  summary: '台账下载（Excel），含所用筛选条件',
  access: STAFF,
  params,
  query: LedgerFilter,
  response: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const listPublicBreakdowns = route({
  method: 'GET',
  path: '/public/task-breakdowns',
  summary: '已公开的计划',
  access: 'public',
  query: PageQuery,
  response: pageOf(PublicBreakdown),
});

export const listPublicTasks = route({
  method: 'GET',
  path: '/public/tasks',
  summary: '已公开计划的任务进展',
  access: 'public',
  query: PageQuery.extend({ breakdownId: z.uuid().optional().meta({ label: '计划' }) }),
  response: pageOf(PublicTask),
});

export const getPublicTask = route({
  method: 'GET',
  path: '/public/tasks/:taskId',
  summary: '一项已公开的任务',
  access: 'public',
  params: z.object({ taskId: z.uuid() }),
  response: PublicTaskView,
});
