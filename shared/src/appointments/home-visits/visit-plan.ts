import * as z from '../../zod.ts';
import { Day, GivenDay } from '../../calendar/day.ts';

export const HomeVisitOutcome = z.enum(['done', 'nobody-there', 'to-be-continued']);
export type HomeVisitOutcome = z.infer<typeof HomeVisitOutcome>;

export const HOME_VISIT_OUTCOME_LABELS = {
  done: '办好了',
  'nobody-there': '家里没人',
  'to-be-continued': '还要再来',
} as const satisfies Record<HomeVisitOutcome, string>;

/** One visit on a day's plan: for a request, or in its turn by a card. */
export const HomeVisit = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    day: GivenDay.meta({ label: '哪天去' }),
    requestId: z.uuid().nullable(),
    cardId: z.uuid().nullable(),
    assigneeId: z.uuid().meta({ label: '谁去' }),
    /** Its place on the day's route, from 1. */
    position: z.int().min(1),
    state: z.enum(['planned', 'on-the-way', 'done', 'nobody-there', 'to-be-continued', 'taken-off']),
    words: z.string().nullable(),
    followUpOn: Day.nullable(),
    /** When the visit took place; sent later where there was no signal. */
    happenedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'HomeVisit' });
export type HomeVisit = z.infer<typeof HomeVisit>;

export const NewHomeVisit = HomeVisit.pick({ id: true, day: true, assigneeId: true })
  .extend({ requestId: z.uuid().nullable().default(null), cardId: z.uuid().nullable().default(null) })
  .refine(({ requestId, cardId }) => (requestId === null) !== (cardId === null), {
    message: '请选一件申请，或一张服务卡',
    path: ['requestId'],
  })
  .meta({ id: 'NewHomeVisit' });
export type NewHomeVisit = z.infer<typeof NewHomeVisit>;

/** As the plan's page and its paper show it; everything needed at the door, since there may be no signal there. */
export const HomeVisitView = HomeVisit.extend({
  assigneeName: z.string(),
  /** Null once erased. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  villageId: z.uuid(),
  villageName: z.string(),
  landmark: z.string().nullable(),
  needs: z.array(z.string()),
  /** What is to be done: the service and the wish, or 定期走访. */
  what: z.string(),
  dayPart: z.string(),
}).meta({ id: 'HomeVisitView' });
export type HomeVisitView = z.infer<typeof HomeVisitView>;

export const VisitPlan = z
  .object({
    day: Day,
    unitId: z.uuid(),
    unitName: z.string(),
    visits: z.array(HomeVisitView),
  })
  .meta({ id: 'VisitPlan' });
export type VisitPlan = z.infer<typeof VisitPlan>;

/** One person's visits of a day in the order in which they are made; null: by the villages' places again. */
export const VisitOrder = z
  .object({ assigneeId: z.uuid().meta({ label: '谁去' }), visitIds: z.array(z.uuid()).max(100).nullable() })
  .meta({ id: 'VisitOrder' });
export type VisitOrder = z.infer<typeof VisitOrder>;

export const VisitDeparture = z
  .object({ id: z.uuid(), happenedAt: z.iso.datetime().meta({ label: '出发时间' }) })
  .meta({ id: 'VisitDeparture' });
export type VisitDeparture = z.infer<typeof VisitDeparture>;

export const VisitResult = z
  .object({
    id: z.uuid(),
    outcome: HomeVisitOutcome.meta({ label: '结果' }),
    words: z.string().trim().max(300).meta({ label: '情况' }),
    followUpOn: GivenDay.nullable().default(null).meta({ label: '下次哪天去' }),
    happenedAt: z.iso.datetime().meta({ label: '上门时间' }),
  })
  .refine(({ outcome, followUpOn }) => outcome !== 'to-be-continued' || followUpOn !== null, {
    message: '还要再来的，请写下次哪天去',
    path: ['followUpOn'],
  })
  .meta({ id: 'VisitResult' });
export type VisitResult = z.infer<typeof VisitResult>;

export const VisitTakenOff = z
  .object({ id: z.uuid(), reason: z.string().trim().min(2).max(200).meta({ label: '取消的原因' }) })
  .meta({ id: 'VisitTakenOff' });
export type VisitTakenOff = z.infer<typeof VisitTakenOff>;
