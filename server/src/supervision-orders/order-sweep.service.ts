import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { addDays, atHour } from '@county/shared/calendar/day';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import { isToldAbove, ordersDue } from '@county/shared/supervision-orders/orders-due';
import type { SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import { stepInWords, type DatedStep } from '@county/shared/tasks/due-reminders/due-steps';
import { USUAL_SETTINGS } from '@county/shared/tasks/due-reminders/reminder-settings';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { ReminderTicks, type Planned } from '../reminders/reminder-ticks.service.ts';
import { DIGEST, RemindersService, type ToRemind } from '../reminders/reminders.service.ts';
import { orderCause, OrderNotices } from './order-notices.service.ts';
import { OrderPeople } from './order-people.service.ts';
import { SupervisionOrders } from './orders.tables.ts';

/** Further ahead than the one working day before, over any holidays. */
const LOOKS_AHEAD_DAYS = 20;

/** Plans each day what units are to be told of the orders they have not answered. */
@Injectable()
export class OrderSweep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly ticks: ReminderTicks,
    private readonly reminders: RemindersService,
    private readonly notices: OrderNotices,
    private readonly people: OrderPeople,
  ) {}

  onModuleInit(): void {
    this.ticks.onPlan(() => this.sweep());
  }

  /**
   * The orders that wait are few: every tick looks at them, and a cause once told is not told again. From the day's first
   * minute on, so that they stand in the digest whenever that goes out; each process plans them itself before it shows
   * anything, so the digest is whole.
   */
  async sweep(): Promise<Planned> {
    const calendar = await this.calendar.calendar();
    const today = this.clock.today();
    const owing = await this.database.read((db) => this.owing(db));
    const due = owing.filter((order) => ordersDue(order, calendar, today));
    if (!due.length) return { planned: 0, isWhole: true };
    const planned = await this.database.work(async (db) => {
      const sayings: ToRemind[] = [];
      for (const { id } of due) {
        const order = await this.database.findForChange(db, SupervisionOrders, { id });
        // Answered since it was found.
        const step = order && ordersDue(order, calendar, today);
        if (step) sayings.push(await this.saying(db, order, step, calendar));
      }
      return this.reminders.remind(db, sayings);
    });
    return { planned, isWhole: true };
  }

  private async saying(
    db: EntityManager,
    order: SupervisionOrder,
    step: DatedStep,
    calendar: WorkingCalendar,
  ): Promise<ToRemind> {
    const { answerBy } = order;
    const today = this.clock.today();
    return {
      ...this.notices.saying(order),
      cause: orderCause(order.id, 'due', `${answerBy}:${step.key}`),
      people: await this.people.ofUnit(db, order.toUnitId, isToldAbove(step)),
      when: atHour(today, USUAL_SETTINGS.hour),
      words: `等待答复：${stepInWords(calendar, answerBy, step, today)}`,
      dueOn: answerBy,
      occasion: DIGEST,
    };
  }

  private owing(db: EntityManager) {
    return db.find(SupervisionOrders, {
      where: {
        state: In(['issued', 'received', 'returned']),
        answerBy: LessThanOrEqual(addDays(this.clock.today(), LOOKS_AHEAD_DAYS)),
      },
      order: { id: 'ASC' },
    });
  }
}
