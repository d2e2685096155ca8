import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Between, In, IsNull, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { reaches, scopeOf } from '@county/shared/people/scope';
import { canServeEvent, isMonthOver } from '@county/shared/public-events/event-rules';
import type {
  EventPlan,
  EventPlanItem,
  EventPlanItemChange,
  NewEventPlanItem,
  PlanItemState,
} from '@county/shared/public-events/event-plan';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { EventPlanItems, type EventPlanItemRow } from './event-outcomes.tables.ts';
import { Events, type EventRow } from './public-events.tables.ts';

/** What each unit means to hold in a year, and what came of it: units in their order, nobody ranked. */
@Injectable()
export class EventPlans implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
  ) {}

  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(EventPlanItems, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }

  list(actor: Actor, year: number, unitId: string | undefined): Promise<{ items: EventPlan[] }> {
    return this.database.read(async (db) => {
      const units = await this.units.all();
      const scope = scopeOf(actor);
      const wanted = unitId ? new Set(await this.units.underUnit(unitId)) : null;
      const isWanted = (id: string) => (!scope || scope.includes(id)) && (!wanted || wanted.has(id));
      const items = (await db.find(EventPlanItems, { where: { year }, order: { month: 'ASC', id: 'ASC' } })).filter(
        (item) => isWanted(item.unitId),
      );
      const held = (
        await db.findBy(Events, { firstDay: Between(`${year}-01-01`, `${year}-12-31`), withdrawnAt: IsNull() })
      ).filter((event) => isWanted(event.unitId));
      const made = await this.eventsOf(db, items);
      const plans = units.flatMap(({ id, name }): EventPlan[] => {
        const own = items.filter((item) => item.unitId === id);
        const besides = held.filter((event) => event.unitId === id && event.planItemId === null).map(besidesOf);
        if (!own.length && !besides.length) return [];
        const views = own.map((item) => viewOf(item, name, made.get(item.id), this.clock.now(), this.clock.today()));
        return [{ unitId: id, unitName: name, year, items: views, besides }];
      });
      return { items: plans };
    });
  }

  add(actor: Actor, sent: NewEventPlanItem): Promise<EventPlanItem | Repeated<EventPlanItem>> {
    return this.database.work(async (db): Promise<EventPlanItem | Repeated<EventPlanItem>> => {
      const earlier = await db.findOneBy(EventPlanItems, { id: sent.id });
      if (earlier) {
        const { unitId, year, addedBy } = earlier;
        if (unitId !== sent.unitId || year !== sent.year || addedBy !== actor.personId) throw idTaken();
        return new Repeated(await this.view(db, earlier));
      }
      demand(canServeEvent(sent.unitId, actor));
      await this.units.get(sent.unitId);
      const row: EventPlanItemRow = { ...sent, version: 1, addedBy: actor.personId, lastChangeId: sent.id };
      await db.insert(EventPlanItems, row);
      await this.record(db, actor, 'addEventPlanItem', row.id);
      return this.view(db, row);
    });
  }

  change(actor: Actor, itemId: string, { id, onVersion, month, kind, theme }: EventPlanItemChange) {
    return this.database.work(async (db): Promise<EventPlanItem | Repeated<EventPlanItem>> => {
      const row = await this.held(db, actor, itemId);
      if (row.lastChangeId === id) {
        if (row.month !== month || row.kind !== kind || row.theme !== theme) throw idTaken();
        return new Repeated(await this.view(db, row));
      }
      demandVersion(row, onVersion);
      const changes = { month, kind, theme, version: row.version + 1, lastChangeId: id };
      await db.update(EventPlanItems, { id: itemId }, changes);
      await this.record(db, actor, 'changeEventPlanItem', itemId);
      return this.view(db, { ...row, ...changes });
    });
  }

  drop(actor: Actor, itemId: string, onVersion: number): Promise<{ id: string }> {
    return this.database.work(async (db) => {
      if (!(await db.existsBy(EventPlanItems, { id: itemId }))) return { id: itemId };
      const row = await this.held(db, actor, itemId);
      demandVersion(row, onVersion);
      if (await db.existsBy(Events, { planItemId: itemId }))
        demand(refused('wrong-state', '这一项已经起草了活动，不能去掉；不办了请取消那个活动'));
      await db.delete(EventPlanItems, { id: itemId });
      await this.record(db, actor, 'dropEventPlanItem', itemId);
      return { id: itemId };
    });
  }

  private async held(db: EntityManager, actor: Actor, itemId: string): Promise<EventPlanItemRow> {
    const row = await this.database.findForChange(db, EventPlanItems, { id: itemId });
    if (!row || !reaches(actor, row.unitId)) throw notFound('年度计划的这一项');
    demand(canServeEvent(row.unitId, actor));
    return row;
  }

  private async view(db: EntityManager, row: EventPlanItemRow): Promise<EventPlanItem> {
    const made = await this.eventsOf(db, [row]);
    const name = (await this.units.byId()).get(row.unitId)?.name ?? '';
    return viewOf(row, name, made.get(row.id), this.clock.now(), this.clock.today());
  }

  /** The event of each item: one that stands before one that was cancelled. */
  private async eventsOf(db: EntityManager, items: readonly EventPlanItemRow[]): Promise<Map<string, EventRow>> {
    const events = items.length ? await db.findBy(Events, { planItemId: In(items.map(({ id }) => id)) }) : [];
    const standing = (event: EventRow) => (event.withdrawnAt === null && event.state !== 'withdrawn' ? 1 : 0);
    return new Map(
      events.sort((one, other) => standing(one) - standing(other)).map((event) => [event.planItemId!, event]),
    );
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'event-plan-item', subjectId });
  }
}

function viewOf(
  row: EventPlanItemRow,
  unitName: string,
  event: EventRow | undefined,
  now: string,
  today: Day,
): EventPlanItem {
  const { id, unitId, year, month, kind, theme, version } = row;
  const state = stateOf(row, event, now, today);
  return { id, unitId, unitName, year, month, kind, theme, version, eventId: event?.id ?? null, state };
}

function stateOf(
  { year, month }: Pick<EventPlanItemRow, 'year' | 'month'>,
  event: EventRow | undefined,
  now: string,
  today: Day,
): PlanItemState {
  if (event && (event.withdrawnAt !== null || event.state === 'withdrawn')) return 'cancelled';
  if (event && event.publishedVersion !== null) return event.endsAt! <= now ? 'held' : 'announced';
  return isMonthOver(year, month, today) ? 'missing' : 'planned';
}

const besidesOf = ({ id, content, firstDay, kind }: EventRow) => ({
  eventId: id,
  title: content.title,
  month: Number(firstDay!.slice(5, 7)),
  kind: kind!,
});

function demandVersion({ version }: EventPlanItemRow, onVersion: number): void {
  if (version !== onVersion) demand(refused('wrong-state', '这一项刚被别人改过，请刷新后再改'));
}
