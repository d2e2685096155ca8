import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FreeTimes, PublicBookableService } from '@county/shared/appointments/bookable-service';
import type { SlotTime } from '@county/shared/appointments/booking';
import { canHold, instantOfSlot } from '@county/shared/appointments/booking-rules';
import { leftForStaff, leftOnWeb, type Slot } from '@county/shared/appointments/slots';
import { addDays, daysBetween, type Day } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { Clock } from '../clock/clock.ts';
import { anywhere, contains } from '../database/contains.ts';
import { Database } from '../database/database.ts';
import { readIdCursor } from '../http/page-cursor.ts';
import { notFound } from '../http/refusal.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { BookableServices, type BookableServiceRow } from './appointments.tables.ts';
import { BookingPlaces, dayKey } from './booking-places.service.ts';
import { ServiceTimes } from './service-times.service.ts';

interface Wanted {
  pointId?: string | undefined;
  guideId?: string | undefined;
  name?: string | undefined;
}

/** The first free time, and how full its day is. */
interface FirstFree {
  time: SlotTime;
  on: NonNullable<PublicBookableService['firstDay']>;
}

type WithPoint = { row: BookableServiceRow; point: PublicPoint };

/** Most first free times are near: the days after these are read only for what is full until then. */
const NEAR_DAYS = 7;
const MOST_OFFERED = 6;

/** What can be booked, and which times are free: one grouped query of what is taken, nothing per time. */
@Injectable()
export class FreePlaces {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: BookingPlaces,
    private readonly times: ServiceTimes,
    private readonly points: PublicPoints,
  ) {}

  list({ pointId, guideId, name }: Wanted, { limit, cursor }: PageQuery): Promise<Page<PublicBookableService>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(BookableServices, 'service')
        .where({ isOffered: true })
        .orderBy('service.id')
        .limit(limit + 1);
      if (pointId) query.andWhere('service.pointId = :pointId', { pointId });
      if (guideId) query.andWhere('service.guideId = :guideId', { guideId });
      if (name) query.andWhere(contains('service.name', 'name'), { name: anywhere(name) });
      const after = readIdCursor(cursor);
      if (after) query.andWhere('service.id > :after', { after });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const items = await this.views(db, await this.withPoints(shown));
      return { items, next: rows.length > limit ? shown.at(-1)!.id : null };
    });
  }

  get(serviceId: string): Promise<PublicBookableService> {
    return this.database.read(async (db) => {
      const [view] = await this.views(db, [await this.atPoint(db, serviceId)]);
      return view!;
    });
  }

  freeTimes(serviceId: string, from: Day | undefined, days: number): Promise<FreeTimes> {
    return this.database.read(async (db) => {
      const one = await this.atPoint(db, serviceId);
      const first = from && from > this.clock.today() ? from : this.clock.today();
      return { days: await this.daysOf(db, one, first, days) };
    });
  }

  /** For staff: until a time is over, as far as the horizon; a full one is there too, with nothing left. */
  staffTimes(serviceId: string, from: Day | undefined, count: number): Promise<FreeTimes> {
    return this.database.read(async (db) => {
      const { row, point } = await this.atPoint(db, serviceId);
      const [today, now] = [this.clock.today(), this.clock.now()];
      const first = from && from > today ? from : today;
      const calendar = await this.times.calendar();
      const taken = await this.places.taken(db, [row.poolId], first, addDays(first, count - 1));
      const { minutes, horizonDays } = row.settings;
      const days = Array.from({ length: count }, (_, at): FreeTimes['days'][number] => {
        const day = addDays(first, at);
        const { slots, why, provisional } = this.times.on(row.settings, point, calendar, day);
        const cells = taken.get(dayKey(row.poolId, day)) ?? new Map();
        const isOpen = daysBetween(today, day) <= horizonDays;
        const times = slots
          .filter(({ minute }) => isOpen && instantOfSlot({ day, minute: minute + minutes }) > now)
          .map((slot) => ({ minute: slot.minute, left: leftForStaff(slot, minutes, cells) }));
        return {
          day,
          times,
          why: times.length ? null : (why ?? (isOpen ? '今天的时间已经过了' : '还没有开放预约')),
          provisional,
        };
      });
      return { days };
    });
  }

  /** The next few free times of a service, for whoever was a moment too late: that day's first, then the following. */
  nextFree(serviceId: string, around: SlotTime): Promise<SlotTime[]> {
    return this.database.read(async (db) => {
      const one = await this.atPoint(db, serviceId);
      const days = await this.daysOf(db, one, around.day, NEAR_DAYS);
      const free = days.flatMap(({ day, times }) => times.map(({ minute }) => ({ day, minute })));
      const later = free.filter(({ day, minute }) => day > around.day || minute > around.minute);
      return [...later, ...free.filter((slot) => !later.includes(slot))].slice(0, MOST_OFFERED);
    });
  }

  /** One at a point that is there, be it offered no more: what is booked is still moved. */
  private async atPoint(db: EntityManager, serviceId: string): Promise<WithPoint> {
    const row = await db.findOneBy(BookableServices, { id: serviceId });
    if (!row) throw notFound('这个可约事项', '可能已经停止预约，请回到服务点重新选择');
    return { row, point: await this.points.get(row.pointId) };
  }

  private async withPoints(rows: readonly BookableServiceRow[]): Promise<WithPoint[]> {
    const points = await this.points.byIds(rows.map(({ pointId }) => pointId));
    return rows.flatMap((row) => {
      const point = points.get(row.pointId);
      return point ? [{ row, point }] : [];
    });
  }

  private async daysOf(db: EntityManager, { row, point }: WithPoint, first: Day, count: number) {
    const [now, calendar] = [this.clock.now(), await this.times.calendar()];
    const taken = await this.places.taken(db, [row.poolId], first, addDays(first, count - 1));
    return Array.from({ length: count }, (_, at): FreeTimes['days'][number] => {
      const day = addDays(first, at);
      const { slots, why, provisional } = this.times.on(row.settings, point, calendar, day);
      const open = slots.filter(({ minute }) => canHold(row.settings, { day, minute }, now).allowed);
      const cells = taken.get(dayKey(row.poolId, day)) ?? new Map();
      const times = open
        .map((slot) => ({ minute: slot.minute, left: leftOnWeb(slot, row.settings.minutes, cells) }))
        .filter(({ left }) => left > 0);
      return { day, times, why: times.length ? null : (why ?? this.whyNone(row, day, open.length > 0)), provisional };
    });
  }

  private whyNone({ settings }: BookableServiceRow, day: Day, isFull: boolean): string {
    if (isFull) return '约满了';
    if (!settings.isOffered) return '暂停预约';
    if (daysBetween(this.clock.today(), day) > settings.horizonDays) return '还没有开放预约';
    return '来不及了，可以直接到现场取号';
  }

  private async views(db: EntityManager, some: readonly WithPoint[]): Promise<PublicBookableService[]> {
    const first = await this.firstFree(db, some);
    return some.map(({ row, point }) => ({
      ...row.settings,
      id: row.id,
      pointId: row.pointId,
      pointName: point.name,
      address: point.address,
      windowName: point.windows.find(({ id }) => id === row.settings.windowId)?.name ?? null,
      unitId: point.unitId,
      townshipName: point.townshipName,
      firstFree: first.get(row.id)?.time ?? null,
      firstDay: first.get(row.id)?.on ?? null,
    }));
  }

  private async firstFree(db: EntityManager, some: readonly WithPoint[]): Promise<Map<string, FirstFree>> {
    const found = new Map<string, FirstFree>();
    const today = this.clock.today();
    const farthest = Math.max(0, ...some.map(({ row }) => row.settings.horizonDays));
    const rounds = [
      { from: 0, to: Math.min(NEAR_DAYS, farthest) },
      { from: NEAR_DAYS + 1, to: farthest },
    ];
    for (const { from, to } of rounds) {
      const open = some.filter(({ row }) => !found.has(row.id) && row.settings.horizonDays >= from);
      if (from > to || !open.length) continue;
      const [first, last] = [addDays(today, from), addDays(today, to)];
      const taken = await this.places.taken(db, [...new Set(open.map(({ row }) => row.poolId))], first, last);
      const calendar = await this.times.calendar();
      for (const one of open) {
        const slot = this.firstOf(one, taken, calendar, first, Math.min(to, one.row.settings.horizonDays) - from + 1);
        if (slot) found.set(one.row.id, slot);
      }
    }
    return found;
  }

  private firstOf(
    { row, point }: WithPoint,
    taken: Awaited<ReturnType<BookingPlaces['taken']>>,
    calendar: Awaited<ReturnType<ServiceTimes['calendar']>>,
    first: Day,
    count: number,
  ): FirstFree | null {
    const now = this.clock.now();
    for (let at = 0; at < count; at += 1) {
      const day = addDays(first, at);
      const cells = taken.get(dayKey(row.poolId, day)) ?? new Map();
      const { slots } = this.times.on(row.settings, point, calendar, day);
      const left = (slot: Slot) => leftOnWeb(slot, row.settings.minutes, cells);
      const open = slots.filter(({ minute }) => canHold(row.settings, { day, minute }, now).allowed);
      const free = open.find((slot) => left(slot) > 0);
      if (!free) continue;
      const on = { left: sumOf(open.map(left)), places: sumOf(slots.map(({ web }) => web)) };
      return { time: { day, minute: free.minute }, on };
    }
    return null;
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
