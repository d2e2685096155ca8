import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { Clock } from '../clock/clock.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { BookableServices, Bookings, type BookableServiceRow, type BookingRow } from './appointments.tables.ts';
import { ServiceTimes } from './service-times.service.ts';

/** As far as anything can be booked ahead, and no page shows more. */
const MOST = 5_000;

type Time = Pick<BookingRow, 'serviceId' | 'pointId' | 'day' | 'minute'>;

/** Bookings that stand in a time which is no longer given out, and on which nobody has decided: none is forgotten. */
@Injectable()
export class OutsideBookings {
  constructor(
    private readonly clock: Clock,
    private readonly points: PublicPoints,
    private readonly times: ServiceTimes,
  ) {}

  async at(db: EntityManager, point: PublicPoint): Promise<BookingRow[]> {
    const rows = await db.find(Bookings, {
      where: { pointId: point.id, ...this.undecided() },
      order: { day: 'ASC', minute: 'ASC', id: 'ASC' },
      take: MOST,
    });
    if (!rows.length) return [];
    const ids = [...new Set(rows.map(({ serviceId }) => serviceId))];
    const services = await db.findBy(BookableServices, { id: In(ids) });
    const isGiven = this.given(services, new Map([[point.id, point]]), await this.times.calendar());
    return rows.filter((row) => !isGiven(row));
  }

  /** The one reason that was written for all their days; null where there are several, or none. */
  async reasonOf(db: EntityManager, rows: readonly BookingRow[], point: PublicPoint): Promise<string | null> {
    const services = await db.findBy(BookableServices, {
      id: In([...new Set(rows.map(({ serviceId }) => serviceId))]),
    });
    const settingsOf = new Map(services.map(({ id, settings }) => [id, settings]));
    const reasons = rows.map(({ serviceId, day }) => this.times.reasonWritten(settingsOf.get(serviceId)!, point, day));
    const [first = null] = reasons;
    return reasons.every((one) => one === first) ? first : null;
  }

  /** How many there are, by point, at the points of these units; counted by their times, so that none is loaded. */
  async countIn(db: EntityManager, unitIds: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    if (!unitIds.length) return counts;
    const services = await db.findBy(BookableServices, { unitId: In([...unitIds]) });
    if (!services.length) return counts;
    const booked = await db
      .createQueryBuilder(Bookings, 'booking')
      .select('booking.serviceId', 'serviceId')
      .addSelect('booking.pointId', 'pointId')
      .addSelect('booking.day', 'day')
      .addSelect('booking.minute', 'minute')
      .addSelect('COUNT(*)', 'count')
      .where({ serviceId: In(services.map(({ id }) => id)), ...this.undecided() })
      .groupBy('booking.serviceId')
      .addGroupBy('booking.pointId')
      .addGroupBy('booking.day')
      .addGroupBy('booking.minute')
      .getRawMany<Time & { count: unknown }>();
    if (!booked.length) return counts;
    // Nobody has a time at a point that is there no more.
    const points = await this.points.byIds(booked.map(({ pointId }) => pointId));
    const isGiven = this.given(services, points, await this.times.calendar());
    for (const { count, ...time } of booked)
      if (points.has(time.pointId) && !isGiven(time))
        counts.set(time.pointId, (counts.get(time.pointId) ?? 0) + Number(count));
    return counts;
  }

  private undecided() {
    return { day: MoreThanOrEqual(this.clock.today()), state: 'booked', keptAt: IsNull() } as const;
  }

  /** Whether a time is given out as things are now; each day of a service is worked out once. */
  private given(
    services: readonly BookableServiceRow[],
    points: ReadonlyMap<string, PublicPoint>,
    calendar: WorkingCalendar,
  ): (time: Time) => boolean {
    const byId = new Map(services.map((one) => [one.id, one]));
    const known = new Map<string, Set<number>>();
    return ({ serviceId, pointId, day, minute }) => {
      const key = `${serviceId} ${day}`;
      let starts = known.get(key);
      if (!starts) {
        const { slots } = this.times.on(byId.get(serviceId)!.settings, points.get(pointId)!, calendar, day);
        known.set(key, (starts = new Set(slots.map((slot) => slot.minute))));
      }
      return starts.has(minute);
    };
  }
}
