import * as z from '../../zod.ts';
import { GivenDay } from '../../calendar/day.ts';
import { PageQuery, pageOf } from '../../http/page.ts';
import { route } from '../../http/route.ts';
import { ConsentWithdrawal, ElderCardChange, ElderCardSummary, ElderCardView, NewElderCard } from './elder-card.ts';
import { VISITORS } from './home-visit-routes.ts';
import { NewHomeVisit, VisitDeparture, VisitOrder, VisitPlan, VisitResult, VisitTakenOff } from './visit-plan.ts';

const ofVisit = z.object({ visitId: z.uuid() });
const ofCard = z.object({ cardId: z.uuid() });

export const getVisitPlan = route({
  method: 'GET',
  path: '/home-visit-plans/:day',
  summary: '本单位一天的上门安排，按走的次序；谁看过有记录',
  access: VISITORS,
  params: z.object({ day: GivenDay }),
  response: VisitPlan,
});

export const planHomeVisit = route({
  method: 'POST',
  path: '/home-visits',
  summary: '把一件申请或一张服务卡排进某一天',
  access: VISITORS,
  body: NewHomeVisit,
  response: VisitPlan,
});

export const orderVisits = route({
  method: 'POST',
  path: '/home-visit-plans/:day/orders',
  summary: '改一个人这天走的次序；不给次序则按各村远近重排',
  access: VISITORS,
  params: z.object({ day: GivenDay }),
  body: VisitOrder,
  response: VisitPlan,
});

export const setOutForVisit = route({
  method: 'POST',
  path: '/home-visits/:visitId/departures',
  summary: '出发；此后申请人不能再改',
  access: VISITORS,
  params: ofVisit,
  body: VisitDeparture,
  response: VisitPlan,
});

export const tellVisitResult = route({
  method: 'POST',
  path: '/home-visits/:visitId/results',
  summary: '一户的结果；可以离线写好，以后再发',
  access: VISITORS,
  params: ofVisit,
  body: VisitResult,
  response: VisitPlan,
});

export const takeVisitOff = route({
  method: 'POST',
  path: '/home-visits/:visitId/removals',
  summary: '从这天的安排里取下，说明原因',
  access: VISITORS,
  params: ofVisit,
  body: VisitTakenOff,
  response: VisitPlan,
});

export const listElderCards = route({
  method: 'GET',
  path: '/elder-cards',
  summary: '本单位的服务卡；或本月该走访的。谁看过有记录',
  access: VISITORS,
  query: PageQuery.extend({
    part: z.enum(['all', 'due']).default('all').meta({ label: '哪一部分' }),
    villageId: z.uuid().optional().meta({ label: '村（社区）' }),
  }),
  private: true,
  response: pageOf(ElderCardSummary),
});

export const getElderCard = route({
  method: 'GET',
  path: '/elder-cards/:cardId',
  summary: '一张服务卡；谁看过有记录',
  access: VISITORS,
  params: ofCard,
  private: true,
  response: ElderCardView,
});

export const addElderCard = route({
  method: 'POST',
  path: '/elder-cards',
  summary: '建一张服务卡；同村已有同名或同电话的会先提示',
  access: VISITORS,
  body: NewElderCard,
  response: ElderCardView,
});

export const useElderCard = route({
  method: 'POST',
  path: '/elder-cards/:cardId/uses',
  summary: '一件申请用已有的服务卡，不再建第二张',
  access: VISITORS,
  params: ofCard,
  body: z.object({ requestId: z.uuid().meta({ label: '上门申请' }) }),
  response: ElderCardView,
});

export const changeElderCard = route({
  method: 'POST',
  path: '/elder-cards/:cardId/changes',
  summary: '修改服务卡；依据的版本已变时不写入',
  access: VISITORS,
  params: ofCard,
  body: ElderCardChange,
  response: ElderCardView,
});

export const withdrawCardConsent = route({
  method: 'POST',
  path: '/elder-cards/:cardId/consent-withdrawals',
  summary: '撤回同意：删去这张卡和由它而来的个人信息',
  access: VISITORS,
  params: ofCard,
  body: ConsentWithdrawal,
  response: z.object({ erasedAt: z.iso.datetime() }),
});
