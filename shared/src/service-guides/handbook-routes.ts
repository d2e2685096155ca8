import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { PublicLineReview } from '../tasks/public/public-line.ts';
import { Handbook, HandbookChange, NewHandbook, PublicHandbook, PublicHandbookSummary } from './handbook.ts';
import { WholeGuides } from './whole-guides.ts';

const ofHandbook = z.object({ handbookId: z.uuid() });
const WRITERS = ['officer', 'unit-lead', 'supervisor', 'administrator'] as const;

export const listPublicHandbooks = route({
  method: 'GET',
  path: '/public/handbooks',
  summary: '一本通',
  access: 'public',
  query: PageQuery,
  response: pageOf(PublicHandbookSummary),
});

export const getPublicHandbook = route({
  method: 'GET',
  path: '/public/handbooks/:handbookId',
  summary: '一份一本通',
  access: 'public',
  params: ofHandbook,
  response: PublicHandbook,
});

export const getWholeGuides = route({
  method: 'GET',
  path: '/public/whole-guides',
  summary: '全部办事指南和一本通的全文，供手机存下，没有信号时查看',
  access: 'public',
  response: WholeGuides,
});

export const listHandbooks = route({
  method: 'GET',
  path: '/handbooks',
  summary: '本人范围内单位的一本通',
  access: WRITERS,
  query: PageQuery,
  response: pageOf(Handbook),
});

export const addHandbook = route({
  method: 'POST',
  path: '/handbooks',
  summary: '起草一本通',
  access: WRITERS,
  body: NewHandbook,
  response: Handbook,
});

export const changeHandbook = route({
  method: 'POST',
  path: '/handbooks/:handbookId/changes',
  summary: '修改一本通',
  access: WRITERS,
  params: ofHandbook,
  body: HandbookChange,
  response: Handbook,
});

export const proposeHandbook = route({
  method: 'POST',
  path: '/handbooks/:handbookId/proposals',
  summary: '提交审查',
  access: WRITERS,
  params: ofHandbook,
  body: z.object({ onRevision: z.int().min(1) }),
  response: Handbook,
});

export const reviewHandbook = route({
  method: 'POST',
  path: '/handbooks/:handbookId/reviews',
  summary: '审查：公开，或写明理由退回',
  access: WRITERS,
  params: ofHandbook,
  body: z.object({ onRevision: z.int().min(1), review: PublicLineReview }),
  response: Handbook,
});

export const withdrawHandbook = route({
  method: 'POST',
  path: '/handbooks/:handbookId/withdrawals',
  summary: '撤下一本通，说明原因',
  access: WRITERS,
  params: ofHandbook,
  body: z.object({ reason: z.string().trim().min(2).max(200).meta({ label: '撤下原因' }) }),
  response: Handbook,
});
