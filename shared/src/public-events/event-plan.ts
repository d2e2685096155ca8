import * as z from '../zod.ts';
import { EventKind } from './event-content.ts';

const Year = z.coerce.number().int().min(2000).max(2100).meta({ label: '年度' });

/** How an item stands, of the events that carry it out; never stored, and nobody is ranked by it. */
export const PlanItemState = z.enum(['planned', 'announced', 'held', 'missing', 'cancelled']);
export type PlanItemState = z.infer<typeof PlanItemState>;

export const PLAN_ITEM_STATE_LABELS = {
  planned: '计划中',
  announced: '已发通知',
  held: '已举行',
  missing: '到期未举行',
  cancelled: '已取消',
} as const satisfies Record<PlanItemState, string>;

/** One thing a unit means to hold in a year. */
export const EventPlanItem = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    year: z.int(),
    month: z.int().min(1).max(12),
    kind: EventKind,
    theme: z.string(),
    state: PlanItemState,
    eventId: z.uuid().nullable(),
    version: z.int(),
  })
  .meta({ id: 'EventPlanItem' });
export type EventPlanItem = z.infer<typeof EventPlanItem>;

export const NewEventPlanItem = z
  .object({
    id: z.uuid(),
    unitId: z.uuid().meta({ label: '单位' }),
    year: Year,
    month: z.int().min(1).max(12).meta({ label: '月份' }),
    kind: EventKind.meta({ label: '类型' }),
    theme: z.string().trim().min(2).max(60).meta({ label: '主题' }),
  })
  .meta({ id: 'NewEventPlanItem' });
export type NewEventPlanItem = z.infer<typeof NewEventPlanItem>;

export const EventPlanItemChange = NewEventPlanItem.pick({ id: true, month: true, kind: true, theme: true })
  .extend({ onVersion: z.int().min(1).meta({ label: '修改所依据的版本' }) })
  .meta({ id: 'EventPlanItemChange' });
export type EventPlanItemChange = z.infer<typeof EventPlanItemChange>;

/** A unit's year: what is planned, held and missing. */
export const EventPlan = z
  .object({
    unitId: z.uuid(),
    unitName: z.string(),
    year: z.int(),
    items: z.array(EventPlanItem),
    /** Public events of the year that no item asked for. */
    besides: z.array(z.object({ eventId: z.uuid(), title: z.string(), month: z.int(), kind: EventKind })),
  })
  .meta({ id: 'EventPlan' });
export type EventPlan = z.infer<typeof EventPlan>;

export const EventPlanQuery = z.object({ year: Year, unitId: z.uuid().optional().meta({ label: '单位' }) });
