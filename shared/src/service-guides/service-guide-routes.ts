import * as z from '../zod.ts';
import { GivenDay } from '../calendar/day.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { PublicLineReview } from '../tasks/public/public-line.ts';
import {
  GuideChange,
  NewServiceGuide,
  PublicGuide,
  PublicGuideSummary,
  PublicGuideVersion,
  ServiceGuide,
  ServiceGuideSummary,
} from './service-guide.ts';

const ofGuide = z.object({ guideId: z.uuid() });

/** Those who write and review guides: their own unit's, and those of the units under it. */
const WRITERS = ['officer', 'unit-lead', 'supervisor', 'administrator'] as const;

export const listPublicGuides = route({
  method: 'GET',
  path: '/public/service-guides',
  summary: '办事指南；可用日常的说法、拼音首字母查找',
  access: 'public',
  query: PageQuery.extend({
    words: z.string().trim().max(60).optional().meta({ label: '查找' }),
    unitId: z.uuid().optional().meta({ label: '单位' }),
    audience: z.enum(['people', 'business']).optional().meta({ label: '办给谁' }),
  }),
  response: pageOf(PublicGuideSummary),
});

export const getPublicGuide = route({
  method: 'GET',
  path: '/public/service-guides/:guideId',
  summary: '一份办事指南；给出日期时是那一天有效的版本，给出版次时是那一版',
  access: 'public',
  params: ofGuide,
  query: z.object({
    on: GivenDay.optional().meta({ label: '哪一天的版本' }),
    /** Goes before the day: of one day there may be several. */
    version: z.coerce.number().int().min(1).optional().meta({ label: '第几版' }),
  }),
  response: PublicGuide,
});

export const listPublicGuideVersions = route({
  method: 'GET',
  path: '/public/service-guides/:guideId/versions',
  summary: '一份办事指南公开过的各版，新的在前',
  access: 'public',
  params: ofGuide,
  query: PageQuery,
  response: pageOf(PublicGuideVersion),
});

export const listServiceGuides = route({
  method: 'GET',
  path: '/service-guides',
  summary: '本人范围内单位的办事指南',
  access: WRITERS,
  query: PageQuery.extend({
    part: z.enum(['all', 'to-review', 'stale', 'draft', 'withdrawn']).default('all').meta({ label: '哪一部分' }),
  }),
  response: pageOf(ServiceGuideSummary),
});

export const getServiceGuide = route({
  method: 'GET',
  path: '/service-guides/:guideId',
  summary: '一份办事指南，含正在写的文字',
  access: WRITERS,
  params: ofGuide,
  response: ServiceGuide,
});

export const addServiceGuide = route({
  method: 'POST',
  path: '/service-guides',
  summary: '起草办事指南',
  access: WRITERS,
  body: NewServiceGuide,
  response: ServiceGuide,
});

export const changeServiceGuide = route({
  method: 'POST',
  path: '/service-guides/:guideId/changes',
  summary: '修改办事指南；已公开的一版在新的一版审查通过之前不变',
  access: WRITERS,
  params: ofGuide,
  body: GuideChange,
  response: ServiceGuide,
});

export const proposeServiceGuide = route({
  method: 'POST',
  path: '/service-guides/:guideId/proposals',
  summary: '提交审查',
  access: WRITERS,
  params: ofGuide,
  body: z.object({ onRevision: z.int().min(1) }),
  response: ServiceGuide,
});

export const reviewServiceGuide = route({
  method: 'POST',
  path: '/service-guides/:guideId/reviews',
  summary: '审查：公开，或写明理由退回；起草人不能审查自己的文字',
  access: WRITERS,
  params: ofGuide,
  body: z.object({ onRevision: z.int().min(1), review: PublicLineReview }),
  response: ServiceGuide,
});

export const checkServiceGuide = route({
  method: 'POST',
  path: '/service-guides/:guideId/checks',
  summary: '核对过，仍然有效，写明下次核对日期',
  access: WRITERS,
  params: ofGuide,
  body: z.object({ onRevision: z.int().min(1), reviewOn: GivenDay.meta({ label: '下次核对日期' }) }),
  response: ServiceGuide,
});

export const withdrawServiceGuide = route({
  method: 'POST',
  path: '/service-guides/:guideId/withdrawals',
  summary: '撤下办事指南，说明原因；各版保留',
  access: WRITERS,
  params: ofGuide,
  body: z.object({ reason: z.string().trim().min(2).max(200).meta({ label: '撤下原因' }) }),
  response: ServiceGuide,
});
