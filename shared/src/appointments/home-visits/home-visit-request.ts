import * as z from '../../zod.ts';
import { Day, GivenDay } from '../../calendar/day.ts';
import { areDistinct } from '../../distinct.ts';
import { ContactPhone, PersonName } from '../../people/person.ts';

/**
 * asked → accepted → planned → on-the-way → done. Declined and withdrawn end it; a visit that met nobody, or is to be
 * continued, leads back to accepted.
 */
export const HomeVisitRequestState = z.enum([
  'asked',
  'accepted',
  'planned',
  'on-the-way',
  'done',
  'declined',
  'withdrawn',
]);
export type HomeVisitRequestState = z.infer<typeof HomeVisitRequestState>;

export const HOME_VISIT_STATE_LABELS = {
  asked: '等待受理',
  accepted: '已受理，待安排',
  planned: '已安排日期',
  'on-the-way': '已出发',
  done: '已办好',
  declined: '不能上门',
  withdrawn: '已撤回',
} as const satisfies Record<HomeVisitRequestState, string>;

/** Who asks: the person, somebody of the family, or village staff for somebody who cannot. */
export const AskedAs = z.enum(['self', 'family', 'village-staff']);
export type AskedAs = z.infer<typeof AskedAs>;

export const ASKED_AS_LABELS = {
  self: '本人申请',
  family: '家人代为申请',
  'village-staff': '村（社区）工作人员代为申请',
} as const satisfies Record<AskedAs, string>;

export const DayPart = z.enum(['any', 'morning', 'afternoon']);
export type DayPart = z.infer<typeof DayPart>;

export const DAY_PART_LABELS = { any: '全天都行', morning: '上午', afternoon: '下午' } as const satisfies Record<
  DayPart,
  string
>;

/** What is needed to find a door and be let in; nothing else is asked (rules D1). */
const told = {
  name: PersonName.meta({ label: '老人（残疾人）姓名' }),
  phone: ContactPhone.nullable(),
  villageId: z.uuid().meta({ label: '村（社区）' }),
  landmark: z.string().trim().min(2).max(60).meta({ label: '怎么找到家' }),
  wish: z.string().trim().max(200).meta({ label: '要办的事' }),
  /** Empty: any day. */
  suitableDays: z.array(GivenDay).max(14).refine(areDistinct, '同一天只选一次').meta({ label: '哪几天方便' }),
  dayPart: DayPart.meta({ label: '上午还是下午' }),
};

export const HomeVisitRequest = z
  .object({
    id: z.uuid(),
    /** Six signs to say on the telephone: 7K4MPX. */
    number: z.string().length(6),
    serviceId: z.uuid().meta({ label: '上门事项' }),
    unitId: z.uuid(),
    ...told,
    askedAs: AskedAs.meta({ label: '谁申请' }),
    state: HomeVisitRequestState,
    askedAt: z.iso.datetime(),
    /** When to come again, once a visit met nobody or is to be continued. */
    followUpOn: Day.nullable(),
  })
  .meta({ id: 'HomeVisitRequest' });
export type HomeVisitRequest = z.infer<typeof HomeVisitRequest>;

/** `noticeRead`: what becomes of these words was shown before they were asked for. */
export const NewHomeVisitRequest = HomeVisitRequest.pick({ id: true, serviceId: true })
  .extend({
    ...told,
    askedAs: z.enum(['self', 'family']).meta({ label: '谁申请' }),
    phone: ContactPhone,
    noticeRead: z
      .boolean()
      .refine((isRead) => isRead, '请先看“怎样使用这些信息”，再勾选')
      .meta({ label: '使用说明' }),
  })
  .meta({ id: 'NewHomeVisitRequest' });
export type NewHomeVisitRequest = z.infer<typeof NewHomeVisitRequest>;

/** By village staff: the person has been told by word of mouth; a phone may be missing. */
export const HomeVisitRequestOnBehalf = NewHomeVisitRequest.omit({ askedAs: true })
  .extend({ phone: ContactPhone.nullable() })
  .meta({ id: 'HomeVisitRequestOnBehalf' });
export type HomeVisitRequestOnBehalf = z.infer<typeof HomeVisitRequestOnBehalf>;

/** Where to find them and when; another thing to be done is another request. */
export const HomeVisitRequestChange = z
  .object({
    id: z.uuid(),
    /** Null leaves the number that is there: the page never had it whole. */
    phone: told.phone,
    landmark: told.landmark,
    wish: told.wish,
    suitableDays: told.suitableDays,
    dayPart: told.dayPart,
  })
  .meta({ id: 'HomeVisitRequestChange' });
export type HomeVisitRequestChange = z.infer<typeof HomeVisitRequestChange>;

/** What happened to a request, without a word about the person. */
export const HomeVisitStep = z
  .object({
    id: z.uuid(),
    kind: z.enum([
      'asked',
      'changed',
      'withdrawn',
      'accepted',
      'declined',
      'passed-on',
      'planned',
      'unplanned',
      'on-the-way',
      'done',
      'nobody-there',
      'to-be-continued',
    ]),
    at: z.iso.datetime(),
    unitName: z.string(),
    /** Null for the requester. */
    byName: z.string().nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'HomeVisitStep' });
export type HomeVisitStep = z.infer<typeof HomeVisitStep>;

export const HOME_VISIT_STEP_LABELS = {
  asked: '提出申请',
  changed: '修改申请',
  withdrawn: '撤回申请',
  accepted: '受理',
  declined: '不能上门',
  'passed-on': '转给其他单位',
  planned: '安排上门',
  unplanned: '取消安排',
  'on-the-way': '出发',
  done: '办好',
  'nobody-there': '家里没人',
  'to-be-continued': '还要再来',
} as const satisfies Record<HomeVisitStep['kind'], string>;

/** As whoever holds its number sees it: names and phones are not given back whole. */
export const AskedHomeVisit = HomeVisitRequest.omit({
  unitId: true,
  name: true,
  phone: true,
  landmark: true,
  wish: true,
})
  .extend({
    landmark: z.string().nullable(),
    wish: z.string().nullable(),
    serviceName: z.string(),
    unitName: z.string(),
    officePhone: z.string().nullable(),
    villageName: z.string(),
    maskedName: z.string(),
    maskedPhone: z.string().nullable(),
    /** The day of the visit, once planned. */
    visitOn: Day.nullable(),
    visitorName: z.string().nullable(),
    steps: z.array(HomeVisitStep),
    /** Erased after the set time: only what was done is left. */
    isErased: z.boolean(),
  })
  .meta({ id: 'AskedHomeVisit' });
export type AskedHomeVisit = z.infer<typeof AskedHomeVisit>;

export const HomeVisitLookUp = z
  .object({
    number: z
      .string()
      .trim()
      .overwrite((text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase())
      .length(6, '申请号是 6 位')
      .meta({ label: '申请号' }),
    phone: ContactPhone,
  })
  .meta({ id: 'HomeVisitLookUp' });
export type HomeVisitLookUp = z.infer<typeof HomeVisitLookUp>;

export const HomeVisitRequestSummary = HomeVisitRequest.pick({
  id: true,
  number: true,
  serviceId: true,
  unitId: true,
  villageId: true,
  askedAs: true,
  state: true,
  askedAt: true,
  suitableDays: true,
  dayPart: true,
  followUpOn: true,
})
  .extend({
    serviceName: z.string(),
    unitName: z.string(),
    villageName: z.string(),
    name: z.string().nullable(),
    maskedPhone: z.string().nullable(),
    visitOn: Day.nullable(),
  })
  .meta({ id: 'HomeVisitRequestSummary' });
export type HomeVisitRequestSummary = z.infer<typeof HomeVisitRequestSummary>;

export const HomeVisitRequestView = HomeVisitRequestSummary.extend({
  phone: z.string().nullable(),
  landmark: z.string().nullable(),
  wish: z.string().nullable(),
  /** The staff who asked on behalf. */
  askedByName: z.string().nullable(),
  /** The person's card, so that nothing is asked twice. */
  cardId: z.uuid().nullable(),
  /** Cards of the same village with this name or phone. */
  likelyCardIds: z.array(z.uuid()),
  visitId: z.uuid().nullable(),
  visitorName: z.string().nullable(),
  steps: z.array(HomeVisitStep),
  /** Other units whose range covers the village. */
  canPassTo: z.array(
    z.object({ serviceId: z.uuid(), serviceName: z.string(), unitId: z.uuid(), unitName: z.string() }),
  ),
}).meta({ id: 'HomeVisitRequestView' });
export type HomeVisitRequestView = z.infer<typeof HomeVisitRequestView>;

export const HomeVisitAcceptance = z
  .object({ id: z.uuid(), words: z.string().trim().max(200).default('').meta({ label: '给申请人的话' }) })
  .meta({ id: 'HomeVisitAcceptance' });
export type HomeVisitAcceptance = z.infer<typeof HomeVisitAcceptance>;

/** Never a bare no: the reason, and where the matter can be done instead. */
export const HomeVisitRefusal = z
  .object({
    id: z.uuid(),
    reason: z.string().trim().min(2).max(100).meta({ label: '不能上门的原因' }),
    wayOut: z.string().trim().min(2).max(100).meta({ label: '可以怎么办' }),
  })
  .meta({ id: 'HomeVisitRefusal' });
export type HomeVisitRefusal = z.infer<typeof HomeVisitRefusal>;

export const HomeVisitPassing = z
  .object({
    id: z.uuid(),
    serviceId: z.uuid().meta({ label: '转给哪个单位的事项' }),
    words: z.string().trim().min(2).max(200).meta({ label: '为什么转' }),
  })
  .meta({ id: 'HomeVisitPassing' });
export type HomeVisitPassing = z.infer<typeof HomeVisitPassing>;
