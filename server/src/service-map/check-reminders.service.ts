import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { addDays, atHour, shanghaiTime } from '@county/shared/calendar/day';
import { workingDayOnOrAfter } from '@county/shared/calendar/working-days';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { ReminderTicks, type Planned } from '../reminders/reminder-ticks.service.ts';
import { PointNotices } from './point-notices.service.ts';
import { ServicePoints } from './service-map.tables.ts';
import { ServicePointsService } from './service-points.service.ts';

const HOUR = 9;
const BATCH = 100;

/** Asks units, once a cycle, whether what is said of their points still holds. */
@Injectable()
export class CheckReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly points: ServicePointsService,
    private readonly notices: PointNotices,
    private readonly ticks: ReminderTicks,
  ) {}

  onModuleInit(): void {
    this.ticks.onPlan(() => this.plan());
  }

  /** A point that was asked after is marked, so that a tick with nothing new reads next to nothing. */
  private async plan(): Promise<Planned> {
    const when = await this.nextDigest();
    let planned = 0;
    for (;;) {
      const ids = await this.database.read((db) => this.due(db));
      if (!ids.length) return { planned, isWhole: true };
      planned += await this.database.work((db) => this.ask(db, ids, when));
    }
  }

  /** Looks again under the lock: another process may have asked, or somebody checked, this instant. */
  private async ask(db: EntityManager, ids: readonly string[], when: string): Promise<number> {
    const held = await db.find(ServicePoints, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      ...this.database.lock('pessimistic_write'),
    });
    const tooOld = this.points.tooOld();
    const rows = held.filter(
      ({ askedOn, withdrawnReason, checkedOn }) =>
        askedOn === null && withdrawnReason === null && (checkedOn === null || checkedOn <= tooOld),
    );
    if (!rows.length) return 0;
    await db.update(ServicePoints, { id: In(rows.map(({ id }) => id)) }, { askedOn: this.clock.today() });
    return this.notices.checksDue(db, rows, when);
  }

  /** In the order of the index, each kind by itself: nothing but what is due is read. */
  private async due(db: EntityManager): Promise<string[]> {
    const unasked = { askedOn: IsNull(), withdrawnReason: IsNull() };
    const never = { ...unasked, checkedOn: IsNull() };
    const tooLongAgo = { ...unasked, checkedOn: LessThanOrEqual(this.points.tooOld()) };
    const ids: string[] = [];
    for (const where of [never, tooLongAgo]) {
      const order = { checkedOn: 'ASC', id: 'ASC' } as const;
      const rows = await db.find(ServicePoints, { select: { id: true }, where, order, take: BATCH });
      ids.push(...rows.map(({ id }) => id));
    }
    return ids;
  }

  /** A digest that has gone out takes nothing more in: past the hour it is the next working day's. */
  private async nextDigest(): Promise<string> {
    const today = this.clock.today();
    const isPast = Number(shanghaiTime(this.clock.now()).slice(0, 2)) >= HOUR;
    const { day } = workingDayOnOrAfter(await this.calendar.calendar(), isPast ? addDays(today, 1) : today);
    return atHour(day, HOUR);
  }
}
