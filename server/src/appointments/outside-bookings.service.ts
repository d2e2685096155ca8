import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { Clock } from '../clock/clock.ts';
import { BookableServices, Bookings, type BookingRow } from './appointments.tables.ts';
import { ServiceTimes } from './service-times.service.ts';

/** As far as anything can be booked ahead, and no page shows more. */
const MOST = 5_000;

/** Bookings that stand in a time which is no longer given out, and on which nobody has decided: none is forgotten. */
@Injectable()
export class OutsideBookings {
  constructor(
    private readonly clock: Clock,
    private readonly times: ServiceTimes,
  ) {}

  async at(db: EntityManager, point: PublicPoint): Promise<BookingRow[]> {
    const rows = await db.find(Bookings, {
      where: { pointId: point.id, day: MoreThanOrEqual(this.clock.today()), state: 'booked', keptAt: IsNull() },
      order: { day: 'ASC', minute: 'ASC', id: 'ASC' },
      take: MOST,
    });
    if (!rows.length) return [];
    const ids = [...new Set(rows.map(({ serviceId }) => serviceId))];
    const services = new Map((await db.findBy(BookableServices, { id: In(ids) })).map((one) => [one.id, one]));
    const calendar = await this.times.calendar();
    const known = new Map<string, Set<number>>();
    const startsOn = ({ serviceId, day }: BookingRow) => {
      const key = `${serviceId} ${day}`;
      const found = known.get(key);
      if (found) return found;
      const { slots } = this.times.on(services.get(serviceId)!.settings, point, calendar, day);
      const starts = new Set(slots.map(({ minute }) => minute));
      known.set(key, starts);
      return starts;
    };
    return rows.filter((row) => !startsOn(row).has(row.minute));
  }
}
