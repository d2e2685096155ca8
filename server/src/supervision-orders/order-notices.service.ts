import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { NIL, v5 as idOf, v7 as newId } from 'uuid';
import { dayInWords } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Reminder } from '@county/shared/reminders/reminder';
import { owesAnswer } from '@county/shared/supervision-orders/order-rules';
import { orderStepAsHistory } from '@county/shared/supervision-orders/orders-due';
import type { OrderStep, SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import { stepOfKey } from '@county/shared/tasks/due-reminders/due-steps';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertNew, insertRows } from '../database/insert-row.ts';
import { RemindersService, type ReminderSource, type ToRemind } from '../reminders/reminders.service.ts';
import { OrderPeople } from './order-people.service.ts';
import { OrderSteps, SupervisionOrders } from './orders.tables.ts';

export const ORDER_SOURCE = 'supervision-order';

/** What people are told at once, by the step that was taken. */
type Notice = 'issued' | 'answered' | 'returned' | 'accepted' | 'withdrawn' | 'moved';

/** Names what was said of an order: of a step of its life, or of a step towards its answer day. */
export const orderCause = (orderId: string, about: Notice | 'due', which: string): string =>
  `order:${orderId}:${about}:${which}`;

export const orderPage = (id: string): string => `/pages/supervision-orders/order/index?id=${id}`;

/** Tells people what happened to an order at once, and answers whether what they were told still stands. */
@Injectable()
export class OrderNotices implements ReminderSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
    private readonly people: OrderPeople,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(ORDER_SOURCE, this);
  }

  /** To the unit, or to those who review; whatever was planned before this step and not shown yet is over. */
  async tell(db: EntityManager, order: SupervisionOrder, step: Pick<OrderStep, 'id' | 'by'>, notice: Notice) {
    await this.reminders.stop(db, [order.id]);
    const isForReview = notice === 'answered';
    const people = isForReview
      ? await this.people.reviewers(db, order, step.by)
      : await this.people.ofUnit(db, order.toUnitId);
    const saying: ToRemind = {
      ...this.saying(order),
      cause: orderCause(order.id, notice, step.id),
      people: people.filter((personId) => personId !== step.by),
      when: this.clock.now(),
      words: this.words(order, notice),
      dueOn: owesAnswer(order.state) ? order.answerBy : null,
      occasion: `order:${step.id}`,
    };
    await this.reminders.remind(db, [saying]);
  }

  /** What every saying about an order has in common. */
  saying(order: SupervisionOrder): Pick<ToRemind, 'subject' | 'source' | 'what' | 'link'> {
    return {
      subject: { kind: 'supervision-order', id: order.id, unitId: order.toUnitId },
      source: ORDER_SOURCE,
      what: `督办单 ${order.documentNumber}：${order.title}`,
      link: orderPage(order.id),
    };
  }

  /** What is owed stands until it is answered or its day moves; news stands until it was read. */
  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const orders = await this.ordersOf(db, reminders);
    const standing = reminders.filter((reminder) => {
      const order = orders.get(reminder.subjectId);
      if (!order) return false;
      const { about, which } = partsOf(reminder.cause);
      if (about === 'answered') return order.state === 'answered' && order.answerId === which;
      if (about === 'accepted' || about === 'withdrawn') return order.state === about && reminder.readAt === null;
      const isSameDay = order.answerBy === reminder.dueOn && order.toUnitId === reminder.unitId;
      return isSameDay && owesAnswer(order.state);
    });
    return new Set(standing.map(({ id }) => id));
  }

  /** One entry a step towards the answer day, however many people it was told to. */
  async onShown(db: EntityManager, reminders: readonly Reminder[]): Promise<void> {
    const causes = new Map(reminders.map(({ cause, subjectId }) => [cause, subjectId]));
    const entries = [...causes].flatMap(([cause, orderId]) => {
      const { about, which } = partsOf(cause);
      const step = about === 'due' ? stepOfKey(which.slice(which.indexOf(':') + 1)) : undefined;
      return step
        ? [{ ...this.entry(orderId), id: idOf(cause, ORDER_REMINDERS), words: orderStepAsHistory(step) }]
        : [];
    });
    await insertNew(db, OrderSteps, entries, this.database.kind);
  }

  async onCalled(db: EntityManager, actor: Actor, reminders: readonly Reminder[], words: string): Promise<void> {
    const { personId: by, name: byName, unitId } = actor;
    const orders = await this.ordersOf(db, reminders);
    const entries = [...orders.keys()].map((orderId): OrderStep => ({
      ...this.entry(orderId),
      id: newId(),
      kind: 'rung',
      words,
      by,
      byName,
      unitId,
    }));
    await insertRows(db, OrderSteps, entries);
  }

  private entry(orderId: string): Omit<OrderStep, 'id' | 'words'> {
    const blank = { answerBy: null, fileIds: [], unitId: null };
    return { ...blank, orderId, kind: 'reminded', by: NIL, byName: '系统', at: this.clock.now() };
  }

  private words(order: SupervisionOrder, notice: Notice): string {
    const until = dayInWords(order.answerBy, this.clock.today());
    return {
      issued: `请签收，并在 ${until} 前答复`,
      answered: `${order.toUnitName}已答复，等待审核`,
      returned: `答复被退回，请在 ${until} 前重新答复`,
      accepted: '答复已审核通过，督办单办结',
      withdrawn: '督办单已撤回，不必再答复',
      moved: `单位合并，督办单转由本单位办理，请在 ${until} 前答复`,
    }[notice];
  }

  private async ordersOf(db: EntityManager, reminders: readonly Reminder[]): Promise<Map<string, SupervisionOrder>> {
    const ids = [...new Set(reminders.map(({ subjectId }) => subjectId))];
    const orders = ids.length ? await db.findBy(SupervisionOrders, { id: In(ids) }) : [];
    return new Map(orders.map((order) => [order.id, order]));
  }
}

function partsOf(cause: string): { about: string; which: string } {
  const [, , about = '', ...which] = cause.split(':');
  return { about, which: which.join(':') };
}

/** The namespace of ids made from causes. */
const ORDER_REMINDERS = '0f0c8a53-7f6e-5a0e-8a35-5a1d3c7be2c4';
