import * as z from '../../zod.ts';
import { GivenDay } from '../../calendar/day.ts';
import { PageQuery, pageOf } from '../../http/page.ts';
import { route } from '../../http/route.ts';
import {
  AskedHomeVisit,
  HomeVisitAcceptance,
  HomeVisitLookUp,
  HomeVisitPassing,
  HomeVisitRefusal,
  HomeVisitRequestChange,
  HomeVisitRequestOnBehalf,
  HomeVisitRequestSummary,
  HomeVisitRequestView,
  NewHomeVisitRequest,
} from './home-visit-request.ts';
import {
  HomeVisitServiceChange,
  HomeVisitServiceView,
  NewHomeVisitService,
  PublicHomeVisitService,
} from './home-visit-service.ts';

const ofService = z.object({ serviceId: z.uuid() });
const ofRequest = z.object({ requestId: z.uuid() });

/** Those who go to people's homes and those who lead them; overseers see no name and no phone here. */
export const VISITORS = ['officer', 'unit-lead'] as const;
const OFFERING = ['officer', 'unit-lead', 'supervisor'] as const;

export const listPublicHomeVisitServices = route({
  method: 'GET',
  path: '/public/home-visit-services',
  summary: '上门服务事项：谁来办、服务哪些村、给谁、要准备什么',
  access: 'public',
  query: PageQuery.extend({ villageId: z.uuid().optional().meta({ label: '村（社区）' }) }),
  response: pageOf(PublicHomeVisitService),
});

export const getPublicHomeVisitService = route({
  method: 'GET',
  path: '/public/home-visit-services/:serviceId',
  summary: '一项上门服务',
  access: 'public',
  params: ofService,
  response: PublicHomeVisitService,
});

export const askForHomeVisit = route({
  method: 'POST',
  path: '/public/home-visit-requests',
  summary: '本人或家人申请上门服务，不必登录',
  access: 'public',
  body: NewHomeVisitRequest,
  response: AskedHomeVisit,
});

/** The requester holds the id, made on their own phone. */
export const readAskedHomeVisit = route({
  method: 'GET',
  path: '/public/home-visit-requests/:requestId',
  summary: '申请人查看办到哪一步',
  access: 'public',
  params: ofRequest,
  response: AskedHomeVisit,
});

/** By POST, so that a phone number stands in no address. */
export const lookUpHomeVisit = route({
  method: 'POST',
  path: '/public/home-visit-look-ups',
  summary: '凭申请号和电话查看；次数有限',
  access: 'public',
  body: HomeVisitLookUp,
  response: AskedHomeVisit,
});

export const changeAskedHomeVisit = route({
  method: 'POST',
  path: '/public/home-visit-requests/:requestId/changes',
  summary: '申请人修改，到工作人员出发为止',
  access: 'public',
  params: ofRequest,
  body: HomeVisitRequestChange,
  response: AskedHomeVisit,
});

export const withdrawAskedHomeVisit = route({
  method: 'POST',
  path: '/public/home-visit-requests/:requestId/withdrawals',
  summary: '申请人撤回，到工作人员出发为止',
  access: 'public',
  params: ofRequest,
  body: z.object({ id: z.uuid() }),
  response: AskedHomeVisit,
});

export const askForHomeVisitOnBehalf = route({
  method: 'POST',
  path: '/home-visit-requests',
  summary: '村（社区）工作人员代为申请；没有电话也可以',
  access: VISITORS,
  body: HomeVisitRequestOnBehalf,
  response: AskedHomeVisit,
});

export const listHomeVisitRequests = route({
  method: 'GET',
  path: '/home-visit-requests',
  summary: '本单位要办的上门申请；或本人代为申请的',
  access: VISITORS,
  query: PageQuery.extend({
    part: z.enum(['asked', 'accepted', 'planned', 'settled', 'on-behalf']).default('asked').meta({ label: '哪一部分' }),
  }),
  private: true,
  response: pageOf(HomeVisitRequestSummary),
});

export const getHomeVisitRequest = route({
  method: 'GET',
  path: '/home-visit-requests/:requestId',
  summary: '一件上门申请，含电话和住处；谁看过有记录',
  access: VISITORS,
  params: ofRequest,
  private: true,
  response: HomeVisitRequestView,
});

export const acceptHomeVisit = route({
  method: 'POST',
  path: '/home-visit-requests/:requestId/acceptances',
  summary: '受理',
  access: VISITORS,
  params: ofRequest,
  body: HomeVisitAcceptance,
  response: HomeVisitRequestView,
});

export const declineHomeVisit = route({
  method: 'POST',
  path: '/home-visit-requests/:requestId/refusals',
  summary: '不能上门：原因，和可以怎么办',
  access: VISITORS,
  params: ofRequest,
  body: HomeVisitRefusal,
  response: HomeVisitRequestView,
});

export const passHomeVisitOn = route({
  method: 'POST',
  path: '/home-visit-requests/:requestId/passings',
  summary: '转给服务范围含这个村的另一单位',
  access: VISITORS,
  params: ofRequest,
  body: HomeVisitPassing,
  response: HomeVisitRequestSummary,
});

export const listHomeVisitServices = route({
  method: 'GET',
  path: '/home-visit-services',
  summary: '本人范围内单位的上门服务事项，含已停办的',
  access: OFFERING,
  query: PageQuery,
  response: pageOf(HomeVisitServiceView),
});

export const offerHomeVisitService = route({
  method: 'POST',
  path: '/home-visit-services',
  summary: '新增上门服务事项',
  access: OFFERING,
  body: NewHomeVisitService,
  response: HomeVisitServiceView,
});

export const changeHomeVisitService = route({
  method: 'POST',
  path: '/home-visit-services/:serviceId/changes',
  summary: '修改上门服务事项；依据的版本已变时不写入',
  access: OFFERING,
  params: ofService,
  body: HomeVisitServiceChange,
  response: HomeVisitServiceView,
});

export const withdrawHomeVisitService = route({
  method: 'POST',
  path: '/home-visit-services/:serviceId/withdrawals',
  summary: '停办一项上门服务，说明原因',
  access: OFFERING,
  params: ofService,
  body: z.object({ id: z.uuid(), reason: z.string().trim().min(2).max(200).meta({ label: '停办原因' }) }),
  response: HomeVisitServiceView,
});

export const countHomeVisits = route({
  method: 'GET',
  path: '/home-visit-counts',
  summary: '一段时间的上门件数，不含任何个人信息',
  access: ['officer', 'unit-lead', 'supervisor', 'administrator'],
  query: z.object({ from: GivenDay.meta({ label: '从哪天' }), to: GivenDay.meta({ label: '到哪天' }) }),
  response: z.object({
    items: z.array(
      z.object({
        unitId: z.uuid(),
        unitName: z.string(),
        requests: z.int(),
        done: z.int(),
        declined: z.int(),
        visits: z.int(),
      }),
    ),
  }),
});
