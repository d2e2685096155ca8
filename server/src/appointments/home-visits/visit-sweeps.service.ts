import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Between, In, IsNull, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import { addDays, type Day } from '@county/shared/calendar/day';
import { workingDayOnOrAfter } from '@county/shared/calendar/working-days';
import { lastDayToErase } from '@county/shared/appointments/home-visits/home-visit-rules';
import { AuditService } from '../../audit/audit.service.ts';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { Clock } from '../../clock/clock.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { Database } from '../../database/database.ts';
import { ReminderTicks, type Planned } from '../../reminders/reminder-ticks.service.ts';
import { HomeVisitRequests, HomeVisits, HomeVisitSteps } from './home-visits.tables.ts';
import { ERASED } from './sealed-people.service.ts';
import { VisitNotices } from './visit-notices.service.ts';

const BATCH = 100;

/** What follows from a day: whoever goes tomorrow is told, and what was kept long enough is erased (rules D2). */
@Injectable()
export class VisitSweeps implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly calendar: CalendarService,
    private readonly notices: VisitNotices,
    private readonly ticks: ReminderTicks,
  ) {}

  onModuleInit(): void {
    this.ticks.onPlan(() => this.remind());
    this.ticks.onPlan(() => this.erase());
  }

  /** On the last working day before: a visit on a Monday is told on Friday. */
  private async remind(): Promise<Planned> {
    const today = this.clock.today();
    const calendar = await this.calendar.calendar();
    if (workingDayOnOrAfter(calendar, today).day !== today) return { planned: 0, isWhole: true };
    const until = workingDayOnOrAfter(calendar, addDays(today, 1)).day;
    const where = { state: 'planned', day: Between(addDays(today, 1), until), remindedOn: IsNull() } as const;
    const found = await this.database.read((db) => db.find(HomeVisits, { select: { id: true }, where, take: 500 }));
    if (!found.length) return { planned: 0, isWhole: true };
    const planned = await this.database.work(async (db) => {
      const ids = found.map(({ id }) => id);
      const order = { id: 'ASC' } as const;
      const lock = this.database.lock('pessimistic_write');
      const visits = await db.find(HomeVisits, { where: { ...where, id: In(ids) }, order, ...lock });
      if (!visits.length) return 0;
      await db.update(HomeVisits, { id: In(visits.map(({ id }) => id)) }, { remindedOn: today });
      return this.notices.visitsAhead(db, visits, today);
    });
    return { planned, isWhole: found.length < 500 };
  }

  private async erase(): Promise<Planned> {
    const lastDay = lastDayToErase(this.clock.today(), this.settings.HOME_VISIT_KEEP_MONTHS);
    const where = {
      erasedAt: IsNull(),
      state: In(['done', 'declined', 'withdrawn']),
      lastOn: LessThanOrEqual(lastDay),
    };
    for (;;) {
      const rows = await this.database.read((db) =>
        db.find(HomeVisitRequests, { select: { id: true }, where, take: BATCH }),
      );
      if (!rows.length) break;
      await this.database.work((db) =>
        this.eraseRequests(
          db,
          rows.map(({ id }) => id),
        ),
      );
    }
    await this.eraseWordsOfTurns(lastDay);
    return { planned: 0, isWhole: true };
  }

  /** Of visits in turns, which nobody asked for: the card stays, and that somebody was there. */
  private async eraseWordsOfTurns(lastDay: Day): Promise<void> {
    const where = { requestId: IsNull(), words: Not(IsNull()), day: LessThanOrEqual(lastDay) };
    for (;;) {
      const rows = await this.database.read((db) => db.find(HomeVisits, { select: { id: true }, where, take: BATCH }));
      if (!rows.length) return;
      const ids = rows.map(({ id }) => id);
      await this.database.work((db) => db.update(HomeVisits, { id: In(ids) }, { words: null }));
    }
  }

  /** The person goes, and every word anybody wrote; that there was a request, and what came of it, stays to be counted. */
  async eraseRequests(db: EntityManager, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    const of = { requestId: In([...ids]) };
    await db.update(HomeVisitRequests, { id: In([...ids]) }, { ...ERASED, erasedAt: this.clock.now() });
    await db.update(HomeVisitSteps, of, { words: null });
    await db.update(HomeVisits, of, { words: null });
    for (const id of ids) {
      const act = { action: 'eraseHomeVisitRequest' as const, subjectKind: 'home-visit-request', subjectId: id };
      await this.audit.record(db, null, act);
    }
  }
}
