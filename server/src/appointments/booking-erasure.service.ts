import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { addMonths } from '@county/shared/calendar/day';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { ReminderTicks } from '../reminders/reminder-ticks.service.ts';
import { BookingGates, Bookings } from './appointments.tables.ts';
import { BookingPlaces } from './booking-places.service.ts';

const BATCH = 200;
const HOUR_MS = 3_600_000;

/** With the tick: who came is forgotten after the set time (rules D2), what was counted stays; old holds are given back. */
@Injectable()
export class BookingErasure implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: BookingPlaces,
    private readonly ticks: ReminderTicks,
  ) {}

  onModuleInit(): void {
    this.ticks.onPlan(async () => {
      await this.run();
      return { planned: 0, isWhole: true };
    });
  }

  async run(): Promise<void> {
    const hourAgo = new Date(Date.parse(this.clock.now()) - HOUR_MS).toISOString();
    await this.places.takeBackOld(hourAgo, BATCH);
    const isOld = { at: LessThan(new Date(Date.parse(this.clock.now()) - 24 * HOUR_MS).toISOString()) };
    const gates = await this.database.read((db) => db.countBy(BookingGates, isOld));
    if (gates) await this.database.work((db) => db.delete(BookingGates, isOld));
    while ((await this.erase()) === BATCH);
  }

  private async erase(): Promise<number> {
    const before = addMonths(this.clock.today(), -this.settings.BOOKING_KEEP_MONTHS);
    const where = { isErased: false, day: LessThan(before) };
    const rows = await this.database.read((db) => db.find(Bookings, { select: { id: true }, where, take: BATCH }));
    const ids = rows.map(({ id }) => id);
    if (ids.length) await this.database.work((db: EntityManager) => db.update(Bookings, { id: In(ids) }, ERASED));
    return ids.length;
  }
}

const ERASED = {
  name: null,
  phone: null,
  phoneHash: null,
  bookedByName: null,
  bookedByPhone: null,
  personId: null,
  heldFrom: null,
  toBeRungAbout: null,
  extraReason: null,
  code: null,
  steps: [],
  isErased: true,
};
