import * as z from '../../zod.ts';
import { PageQuery, pageOf } from '../../http/page.ts';
import { route } from '../../http/route.ts';
import { STAFF } from '../../people/role.ts';
import { FindingChange } from './finding.ts';
import { PublicFinding, TaskFinding } from './finding-views.ts';
import { NewRecheck, RecheckView } from './recheck.ts';
import { MeasureDecision, NewRectificationMeasure, RectificationMeasure } from './rectification-measure.ts';

const params = z.object({ assignmentId: z.uuid() });

export const stateMeasure = route({
  method: 'POST',
  path: '/assignments/:assignmentId/measures',
  summary: '责任单位提出整改措施和完成日期',
  access: STAFF,
  params,
  body: NewRectificationMeasure,
  response: RectificationMeasure,
});

export const decideMeasure = route({
  method: 'POST',
  path: '/measures/:measureId/decisions',
  summary: '督查员同意或退回整改措施',
  access: STAFF,
  params: z.object({ measureId: z.uuid() }),
  body: MeasureDecision,
  response: RectificationMeasure,
});

export const fileRecheck = route({
  method: 'POST',
  path: '/assignments/:assignmentId/rechecks',
  summary: '复查整改是否到位；未到位的退回',
  access: STAFF,
  params,
  body: NewRecheck,
  response: RecheckView,
});

export const changeFinding = route({
  method: 'PATCH',
  path: '/tasks/:taskId/finding',
  summary: '标明整改类型，或不公开及理由',
  access: STAFF,
  params: z.object({ taskId: z.uuid() }),
  body: FindingChange,
  response: TaskFinding,
});

export const listPublicFindings = route({
  method: 'GET',
  path: '/public/findings',
  summary: '已公开的督查审计问题和整改情况',
  access: 'public',
  query: PageQuery.extend({ breakdownId: z.uuid().optional().meta({ label: '问题清单' }) }),
  response: pageOf(PublicFinding),
});
