import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import {
  canAnswerOrder,
  canReadOrder,
  canReceiveOrder,
  canReviewOrder,
  canSetAnswerDay,
  canWithdrawOrder,
  owesAnswer,
} from '@county/shared/supervision-orders/order-rules';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import type {
  NewOrderAnswer,
  NewOrderReview,
  OrderStep,
  SupervisionOrder,
} from '@county/shared/supervision-orders/supervision-order';
import { refused } from '@county/shared/verdict';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { FilesService } from '../files/files.service.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { SessionsService } from '../people/sessions.service.ts';
import { OrderLife, type NewOrderStep } from './order-life.service.ts';
import { OrderNotices } from './order-notices.service.ts';
import { OrderViews } from './order-views.service.ts';
import { OrderSteps, SupervisionOrders } from './orders.tables.ts';

type Reply = SupervisionOrderView | Repeated<SupervisionOrderView>;

/** One thing done to an order: what is written, who may, and what it makes of the order. */
interface Move {
  step: NewOrderStep;
  /** Throws the refusal; called with the order as it stands. */
  ask: (order: SupervisionOrder, db: EntityManager) => void | Promise<void>;
  change: (order: SupervisionOrder) => Partial<SupervisionOrder>;
}

/** An order from its receipt to its end: every step once, seen by both sides, told to whom it concerns. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly units: OrgUnitsService,
    private readonly sessions: SessionsService,
    private readonly life: OrderLife,
    private readonly notices: OrderNotices,
    private readonly views: OrderViews,
  ) {
    this.units.onMerger((db, actor, unitId, intoUnitId) => this.moveToSuccessor(db, actor, unitId, intoUnitId));
  }

  /** 签收: the unit's first opening. Opening again, or by somebody else of it, changes nothing. */
  receive(actor: Actor, orderId: string, { id }: { id: string }): Promise<Reply> {
    return this.database.work(async (db) => {
      const order = await this.held(db, actor, orderId);
      demand(canReceiveOrder(order, actor));
      if (order.receivedAt) return new Repeated(await this.views.view(db, actor, order));
      if (await db.existsBy(OrderSteps, { id })) throw idTaken();
      return this.views.view(db, actor, await this.received(db, actor, order, id));
    });
  }

  answer(actor: Actor, orderId: string, { id, words, fileIds }: NewOrderAnswer): Promise<Reply> {
    return this.take(actor, orderId, {
      step: { id, kind: 'answered', words, fileIds },
      ask: (order) => demand(canAnswerOrder(order, actor)),
      change: () => ({ state: 'answered', answerId: id }),
    });
  }

  /** 审核: of the answer the reviewer has read. */
  review(actor: Actor, orderId: string, by: NewOrderReview): Promise<Reply> {
    const { id, outcome, words } = by;
    const answerBy = by.outcome === 'returned' ? by.answerBy : null;
    const today = this.clock.today();
    return this.take(actor, orderId, {
      step: { id, kind: outcome, words: words || null, answerBy },
      ask: async (order, db) => {
        const answer = order.answerId ? await db.findOneBy(OrderSteps, { id: order.answerId }) : null;
        const posts = await this.sessions.currentMemberships(db, actor.personId);
        demand(canReviewOrder(order, answer?.by ?? null, actor, posts));
        if (order.answerId !== by.answerId)
          demand(refused('wrong-state', '责任单位又作了新的答复，请重新打开看过再审核'));
        const day = answerBy === null ? undefined : canSetAnswerDay(answerBy, today);
        if (day && !day.allowed) throw invalidField('answerBy', day.reason);
      },
      change: () =>
        answerBy === null ? { state: 'accepted' } : { state: 'returned', answerBy, answerId: null, demandedOn: today },
    });
  }

  withdraw(actor: Actor, orderId: string, { id, words }: { id: string; words: string }): Promise<Reply> {
    return this.take(actor, orderId, {
      step: { id, kind: 'withdrawn', words },
      ask: (order) => demand(canWithdrawOrder(order, actor)),
      change: () => ({ state: 'withdrawn' }),
    });
  }

  private take(actor: Actor, orderId: string, { step, ask, change }: Move): Promise<Reply> {
    return this.database.work(async (db) => {
      let order = await this.held(db, actor, orderId);
      const earlier = await db.findOneBy(OrderSteps, { id: step.id });
      if (earlier) {
        if (!isSameStep(earlier, step, orderId, actor)) throw idTaken();
        return new Repeated(await this.views.view(db, actor, order));
      }
      await ask(order, db);
      // Whoever answers an order has it in hand.
      if (step.kind === 'answered' && !order.receivedAt) order = await this.received(db, actor, order, newId());
      const changes = change(order);
      const changed = { ...order, ...changes };
      await db.update(SupervisionOrders, { id: orderId }, changes);
      const written = await this.life.record(db, actor, changed, step);
      if (step.fileIds?.length) await this.files.claim(db, actor, 'order-answer', step.id, step.fileIds);
      await this.notices.tell(db, changed, written, step.kind as 'answered' | 'returned' | 'accepted' | 'withdrawn');
      return this.views.view(db, actor, changed);
    });
  }

  private async received(
    db: EntityManager,
    actor: Actor,
    order: SupervisionOrder,
    stepId: string,
  ): Promise<SupervisionOrder> {
    const changes = { state: 'received', receivedAt: this.clock.now(), receivedByName: actor.name } as const;
    await db.update(SupervisionOrders, { id: order.id }, changes);
    const received = { ...order, ...changes };
    await this.life.record(db, actor, received, { id: stepId, kind: 'received', words: null });
    return received;
  }

  /** The order, held until the unit of work ends; 404 for whom it does not concern. */
  private async held(db: EntityManager, actor: Actor, orderId: string): Promise<SupervisionOrder> {
    const order = await this.database.findForChange(db, SupervisionOrders, { id: orderId });
    if (!order || !canReadOrder(order, actor)) throw notFound('这份督办单');
    return order;
  }

  /** A merged unit's orders are its successor's to answer and to read; what they print stays. */
  private async moveToSuccessor(db: EntityManager, actor: Actor, unitId: string, successorId: string) {
    await db.update(SupervisionOrders, { unitId }, { unitId: successorId });
    const successor = await this.units.get(successorId);
    for (const { id } of await db.find(SupervisionOrders, { where: { toUnitId: unitId }, order: { id: 'ASC' } })) {
      const order = await this.database.findForChange(db, SupervisionOrders, { id });
      await db.update(SupervisionOrders, { id }, { toUnitId: successorId });
      if (!order || order.state === 'accepted' || order.state === 'withdrawn') continue;
      const moved = { ...order, toUnitId: successorId };
      const words = `单位合并，转由${successor.name}办理`;
      const written = await this.life.record(db, actor, moved, { id: newId(), kind: 'moved', words });
      if (owesAnswer(moved.state)) await this.notices.tell(db, moved, written, 'moved');
    }
    return { moved: 0, withdrawn: 0 };
  }
}

function isSameStep(earlier: OrderStep, step: NewOrderStep, orderId: string, actor: Actor): boolean {
  return (
    earlier.orderId === orderId &&
    earlier.kind === step.kind &&
    earlier.by === actor.personId &&
    earlier.words === step.words &&
    earlier.answerBy === (step.answerBy ?? null) &&
    earlier.fileIds.join() === (step.fileIds ?? []).join()
  );
}
