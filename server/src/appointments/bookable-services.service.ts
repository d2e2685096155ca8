import { Injectable } from '@nestjs/common';
import { Between, In, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type * as http from '@county/shared/http/route';
import type {
  BookableServiceChange,
  BookableServiceView,
  BookingSettings,
  MonthPreview,
  NewBookableService,
} from '@county/shared/appointments/bookable-service';
import { canSetBookings } from '@county/shared/appointments/booking-rules';
import type { previewBookableMonth } from '@county/shared/appointments/booking-desk-routes';
import { addDays, lastDayOfMonth, type Day } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { readIdCursor } from '../http/page-cursor.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { BookableServices, Bookings, type BookableServiceRow } from './appointments.tables.ts';
import { BookingPlaces } from './booking-places.service.ts';
import { ServiceTimes } from './service-times.service.ts';

const MOST_CHANGES_KEPT = 50;
/** Whose places were given back already. */
const ENDED = ['cancelled'] as const;

type Wanted = http.Body<typeof previewBookableMonth>;

/** What can be booked at the points of the units one answers for. */
@Injectable()
export class BookableServicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly points: PublicPoints,
    private readonly times: ServiceTimes,
    private readonly places: BookingPlaces,
  ) {}

  list(actor: Actor, pointId: string | undefined, { limit, cursor }: PageQuery): Promise<Page<BookableServiceView>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(BookableServices, 'service')
        .orderBy('service.id')
        .limit(limit + 1);
      const scope = scopeOf(actor);
      if (scope) query.andWhere('service.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      if (pointId) query.andWhere('service.pointId = :pointId', { pointId });
      const after = readIdCursor(cursor);
      if (after) query.andWhere('service.id > :after', { after });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const points = await this.points.byIds(shown.map((row) => row.pointId));
      const items = shown.map((row) => viewOf(row, points.get(row.pointId)));
      return { items, next: rows.length > limit ? shown.at(-1)!.id : null };
    });
  }

  get(actor: Actor, serviceId: string): Promise<BookableServiceView> {
    return this.database.read(async (db) => {
      const row = demandServed(await db.findOneBy(BookableServices, { id: serviceId }), actor);
      return this.view(row);
    });
  }

  async add(actor: Actor, { id, pointId, ...settings }: NewBookableService) {
    const point = await this.points.get(pointId);
    demand(canSetBookings(point.unitId, actor));
    demandWindow(settings, point);
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(BookableServices, { id });
      if (earlier) {
        const isSame = earlier.pointId === pointId && earlier.version === 1 && isAlike(earlier.settings, settings);
        if (!isSame) throw idTaken();
        return new Repeated(await this.view(earlier));
      }
      const row: BookableServiceRow = {
        id,
        pointId,
        unitId: point.unitId,
        ...columnsOf(id, settings),
        version: 1,
        changes: [{ id, by: actor.personId }],
        ...this.written(actor),
      };
      await db.insert(BookableServices, row);
      await this.record(db, actor, 'addBookableService', id);
      return viewOf(row, point);
    });
  }

  async change(actor: Actor, serviceId: string, { id, onVersion, ...settings }: BookableServiceChange) {
    return this.database.work(async (db) => {
      const held = await this.database.findForChange(db, BookableServices, { id: serviceId });
      const row = demandServed(held, actor);
      const point = await this.points.get(row.pointId);
      const earlier = row.changes.find((one) => one.id === id);
      if (earlier) {
        if (earlier.by !== actor.personId || !isAlike(row.settings, settings)) throw idTaken();
        return new Repeated(viewOf(row, point));
      }
      if (row.version !== onVersion)
        demand(refused('wrong-state', `这个事项刚被${row.updatedByName}改过，请看过新的内容再改`));
      if (settings.windowId !== row.settings.windowId) demandWindow(settings, point);
      const changes = [...row.changes, { id, by: actor.personId }].slice(-MOST_CHANGES_KEPT);
      const columns = { ...columnsOf(serviceId, settings), changes, version: onVersion + 1, ...this.written(actor) };
      await db.update(BookableServices, { id: serviceId }, columns);
      if (columns.poolId !== row.poolId) await this.carryOver(db, serviceId, columns.poolId);
      await this.record(db, actor, 'changeBookableService', serviceId);
      return viewOf({ ...row, ...columns }, point);
    });
  }

  /** A month by settings that need not be saved; nothing is written. */
  async preview(actor: Actor, { pointId, serviceId, month, ...settings }: Wanted): Promise<MonthPreview> {
    const point = await this.points.get(pointId);
    demand(canSetBookings(point.unitId, actor));
    const [year, number] = month.split('-').map(Number) as [number, number];
    const [first, last] = [`${month}-01`, lastDayOfMonth(year, number)];
    const booked = serviceId ? await this.bookedOn(pointId, serviceId, first, last) : [];
    const calendar = await this.times.calendar();
    const days: MonthPreview['days'] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const { slots, why, provisional } = this.times.on(settings, point, calendar, day);
      const starts = new Set(slots.map(({ minute }) => minute));
      const own = booked.filter((one) => one.day === day);
      days.push({
        day,
        times: slots.length,
        places: slots.reduce((sum, slot) => sum + slot.places, 0),
        webPlaces: slots.reduce((sum, slot) => sum + slot.web, 0),
        why,
        provisional,
        bookingsOutside: own.filter(({ minute }) => !starts.has(minute)).length,
      });
    }
    return { days };
  }

  /** What is booked comes along to the other counter, or its places there would be given out a second time. */
  private async carryOver(db: EntityManager, serviceId: string, poolId: string): Promise<void> {
    // Who walked in took nothing that was given out.
    const via = Not('walk-in' as const);
    const where = { serviceId, day: MoreThanOrEqual(this.clock.today()), state: Not(In(ENDED)), via };
    const rows = await db.find(Bookings, { where, order: { id: 'ASC' }, ...this.database.lock('pessimistic_write') });
    await this.places.carryOver(db, rows, poolId);
  }

  private bookedOn(pointId: string, serviceId: string, from: Day, to: Day) {
    const where = {
      pointId,
      serviceId,
      day: Between(from, to),
      state: In(['booked', 'arrived', 'called', 'serving'] as const),
    };
    const select = { id: true, day: true, minute: true } as const;
    return this.database.read((db) => db.find(Bookings, { select, where }));
  }

  private async view(row: BookableServiceRow): Promise<BookableServiceView> {
    return viewOf(row, (await this.points.byIds([row.pointId])).get(row.pointId));
  }

  private written(actor: Actor) {
    return { updatedAt: this.clock.now(), updatedByName: actor.name };
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string) {
    return this.audit.record(db, actor, { action, subjectKind: 'bookable-service', subjectId });
  }
}

/** Its own places, or those of its window: all that is booked there is counted together. */
export function columnsOf(id: string, settings: BookingSettings) {
  const { name, guideId, isOffered, windowId } = settings;
  return { name, guideId, isOffered, poolId: windowId ?? id, settings };
}

function demandServed(row: BookableServiceRow | null, actor: Actor): BookableServiceRow {
  if (!row) throw notFound('这个可约事项');
  demand(canSetBookings(row.unitId, actor));
  return row;
}

function demandWindow({ windowId }: BookingSettings, { windows }: PublicPoint): void {
  if (windowId !== null && !windows.some(({ id }) => id === windowId))
    throw invalidField('windowId', '这个服务点没有这个窗口，请重新选择');
}

function viewOf(row: BookableServiceRow, point: PublicPoint | undefined): BookableServiceView {
  return {
    ...row,
    ...row.settings,
    pointName: point?.name ?? '（服务点已撤下）',
    windowName: point?.windows.find(({ id }) => id === row.settings.windowId)?.name ?? null,
    unitName: point?.unitName ?? '',
  };
}

const isAlike = (one: BookingSettings, other: BookingSettings): boolean =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());
