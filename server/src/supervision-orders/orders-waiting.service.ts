import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { ORDER_PLACES } from '@county/shared/supervision-orders/order-rules';
import type { OrderPlace } from '@county/shared/supervision-orders/order-routes';
import type { SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import { Inbox } from '../reminders/inbox.service.ts';
import { SupervisionOrders } from './orders.tables.ts';

/** What of the orders is on somebody's table: to sign for, to answer, to review. */
@Injectable()
export class OrdersWaiting implements OnModuleInit {
  constructor(private readonly inbox: Inbox) {}

  onModuleInit(): void {
    this.inbox.onWaiting((db, actor) => this.waiting(db, actor));
  }

  private async waiting(db: EntityManager, { role, unitId }: Actor): Promise<WaitingItem[]> {
    if (!unitId || role === 'administrator' || role === 'resident') return [];
    const own = { toUnitId: unitId };
    const items = [
      await item(db, 'to-receive', own, (count) => `${count} 份督办单待签收`),
      await item(db, 'to-answer', own, (count) => `${count} 份督办单待答复`),
    ];
    if (role === 'supervisor')
      items.push(await item(db, 'to-review', { toUnitId: Not(unitId) }, (count) => `${count} 份督办答复待审核`));
    return items.flat();
  }
}

async function item(
  db: EntityManager,
  place: OrderPlace,
  where: FindOptionsWhere<SupervisionOrder>,
  words: (count: number) => string,
): Promise<WaitingItem[]> {
  const count = await db.countBy(SupervisionOrders, { ...where, state: In([...ORDER_PLACES[place].states]) });
  if (!count) return [];
  return [
    {
      kind: `orders-${place}`,
      count,
      words: words(count),
      link: `/pages/supervision-orders/list/index?place=${place}`,
    },
  ];
}
