import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { NewNudge, NudgeChoice, NudgedUnit, NudgePreview, NudgeSummary, NudgeView } from './nudge.ts';

/** Those who may nudge at all; which lines is asked of each. */
const NUDGERS = ['unit-lead', 'supervisor'] as const;
const params = z.object({ nudgeId: z.uuid() });

export const previewNudge = route({
  method: 'POST',
  path: '/nudges/previews',
  summary: '催办之前先看：多少项、多少单位、多少人，哪些要打电话，哪些今天催过；不发送',
  access: NUDGERS,
  body: z.object({ lines: NudgeChoice }),
  response: NudgePreview,
});

export const sendNudge = route({
  method: 'POST',
  path: '/nudges',
  summary: '催办选定的任务；没有催办的在答复里说明',
  access: NUDGERS,
  body: NewNudge,
  response: NudgeView,
});

export const listNudges = route({
  method: 'GET',
  path: '/nudges',
  summary: '催办，新的在前：自己发的，或自己可以看的全部',
  access: STAFF,
  query: PageQuery.extend({
    part: z.enum(['own', 'all']).default('all').meta({ label: '范围' }),
    breakdownId: z.uuid().optional().meta({ label: '任务分解表' }),
  }),
  response: pageOf(NudgeSummary),
});

export const readNudge = route({
  method: 'GET',
  path: '/nudges/:nudgeId',
  summary: '一次催办',
  access: STAFF,
  params,
  response: NudgeView,
});

export const listNudgedUnits = route({
  method: 'GET',
  path: '/nudges/:nudgeId/units',
  summary: '一次催办的各单位：哪些任务、通知了谁、怎样送达；按单位列表顺序，不计数、不排名',
  access: STAFF,
  params,
  query: PageQuery,
  response: pageOf(NudgedUnit),
});
