import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { BookingSettings } from '@county/shared/appointments/bookable-service';

import { cellsOf } from '@county/shared/appointments/slots';
import { addDays } from '@county/shared/calendar/day';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRows } from '../database/insert-row.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import {
  BookableServices,
  BookingCells,
  Bookings,
  type BookableServiceRow,
  type BookingCell,
  type BookingRow,
} from './appointments.tables.ts';
import { columnsOf } from './bookable-services.service.ts';
import { BLANK } from './holds.service.ts';
import { ServiceTimes } from './service-times.service.ts';
import { codeFrom } from '@county/shared/people/receipt-code';

const MOST_SERVICES = 4;
const DAYS_BOOKED = 4;
/** Invented people with numbers nobody has. */
const PEOPLE = [
  ['石大娘', '13900000001'],
  ['陈建国', '13900000002'],
  ['李秀兰', '13900000003'],
  ['王德贵', '13900000004'],
] as const;

/** The demo's halls and township centres with what can be booked there, and some bookings around today. */
@Injectable()
export class DemoBookings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: PhoneCipher,
    private readonly points: PublicPoints,
    private readonly times: ServiceTimes,
  ) {}

  async seed(): Promise<void> {
    const services: BookableServiceRow[] = [];
    const bookings: BookingRow[] = [];
    for await (const some of this.points.all())
      for (const point of some) {
        if (point.kind !== 'service-centre' && point.kind !== 'service-hall') continue;
        const own = this.servicesOf(point);
        services.push(...own);
        for (const service of own.slice(0, 1)) bookings.push(...(await this.bookingsOf(service, point)));
      }
    await this.database.work(async (db) => {
      await insertRows(db, BookableServices, services);
      await insertRows(db, Bookings, bookings);
      await insertRows(db, BookingCells, cellsTaken(bookings));
    });
  }

  private servicesOf(point: PublicPoint): BookableServiceRow[] {
    const offered = point.windows.flatMap((window) => window.services.map((service) => ({ window, service })));
    return offered.slice(0, MOST_SERVICES).map(({ window, service }, at) => {
      const minutes = at % 2 ? 30 : 20;
      const id = newId();
      const settings = settingsOf(service.words, window.id, service.guideId, minutes);
      const written = { updatedAt: this.clock.now(), updatedByName: point.unitName };
      return {
        id,
        pointId: point.id,
        unitId: point.unitId,
        ...columnsOf(id, settings),
        version: 1,
        changes: [],
        ...written,
      };
    });
  }

  private async bookingsOf(service: BookableServiceRow, point: PublicPoint): Promise<BookingRow[]> {
    const calendar = await this.times.calendar();
    const rows: BookingRow[] = [];
    for (let ahead = 0; ahead < DAYS_BOOKED; ahead += 1) {
      const day = addDays(this.clock.today(), ahead);
      const { slots } = this.times.on(service.settings, point, calendar, day);
      for (const [at, { minute }] of slots.slice(3, 3 + PEOPLE.length - ahead).entries())
        rows.push(this.booking(service, day, minute, PEOPLE[at]!));
    }
    return rows;
  }

  private booking(
    { id: serviceId, pointId, poolId, settings }: BookableServiceRow,
    day: string,
    minute: number,
    [name, phone]: readonly [string, string],
  ): BookingRow {
    const id = newId();
    return {
      ...BLANK,
      id,
      serviceId,
      pointId,
      poolId,
      day,
      minute,
      minutes: settings.minutes,
      state: 'booked',
      via: 'web',
      code: codeFrom(Buffer.from(this.cipher.hash(id).slice(-56), 'hex')),
      name: this.cipher.encrypt(name),
      phone: this.cipher.encrypt(phone),
      phoneHash: this.cipher.hash(`booking-phone ${phone}`),
      madeAt: this.clock.now(),
    };
  }
}

function settingsOf(name: string, windowId: string, guideId: string | null, minutes: number): BookingSettings {
  const day = [
    { from: '08:30', to: '12:00', places: 2 },
    { from: '14:00', to: '17:30', places: 2 },
  ];
  return {
    name,
    windowId,
    guideId,
    minutes,
    everyMinutes: minutes,
    week: [day, day, day, day, day, [], []],
    exceptions: [],
    leadMinutes: 60,
    horizonDays: 14,
    walkInShare: 0,
    placesForOld: 1,
    limitPerPerson: 2,
    cutOffMinutes: 120,
    maxExtensions: 3,
    noShowPolicy: null,
    note: '',
    isOffered: true,
  };
}

function cellsTaken(bookings: readonly BookingRow[]): BookingCell[] {
  const cells = new Map<string, BookingCell>();
  for (const { poolId, day, minute: from, minutes } of bookings)
    for (const minute of cellsOf(from, minutes)) {
      const key = `${poolId} ${day} ${minute}`;
      const cell = cells.get(key) ?? { poolId, day, minute, taken: 0, web: 0, extra: 0 };
      cells.set(key, { ...cell, taken: cell.taken + 1, web: cell.web + 1 });
    }
  return [...cells.values()];
}
