import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { grouped } from '@county/shared/grouped';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Deliveries, Reminders, type Delivery, type ReminderRow } from './reminders.tables.ts';
import { DIGEST, RemindersService } from './reminders.service.ts';

const AT_A_TIME = 100;

/** Puts what has come due into the inboxes: only what still stands, in one unit of work with the histories it enters. */
@Injectable()
export class Showing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
  ) {}

  /** Answers how many deliveries were shown; digests only where they are whole. */
  async showDue({ digests }: { digests: boolean }): Promise<number> {
    let shown = 0;
    for (;;) {
      const ids = await this.due(digests);
      if (!ids.length) return shown;
      shown += await this.database.work((db) => this.show(db, ids));
    }
  }

  private async due(digests: boolean): Promise<string[]> {
    const rows = await this.database.read((db) => {
      const query = db
        .createQueryBuilder(Deliveries, 'delivery')
        .select('delivery.id', 'id')
        .where("delivery.state = 'waiting' AND delivery.sendAt <= :now", { now: this.clock.now() })
        .orderBy('delivery.sendAt')
        .addOrderBy('delivery.id')
        .limit(AT_A_TIME);
      if (!digests) query.andWhere('delivery.slot NOT LIKE :digest', { digest: `${DIGEST}:%` });
      return query.getRawMany<{ id: string }>();
    });
    return rows.map(({ id }) => id);
  }

  /** Looks again under the lock: another process may have shown them this instant, or the work may be done. */
  private async show(db: EntityManager, ids: readonly string[]): Promise<number> {
    const query = db
      .createQueryBuilder(Deliveries, 'delivery')
      .where("delivery.id IN (:...ids) AND delivery.state = 'waiting'", { ids })
      .orderBy('delivery.id');
    if (this.database.forUpdate) query.setLock('pessimistic_write');
    const deliveries = await query.getMany();
    if (!deliveries.length) return 0;
    const planned = await db.findBy(Reminders, { deliveryId: In(deliveries.map(({ id }) => id)), shownAt: IsNull() });
    const standing = await this.reminders.standing(db, planned);
    const over = planned.filter(({ id }) => !standing.has(id)).map(({ id }) => id);
    if (over.length) await db.delete(Reminders, { id: In(over) });
    const left = planned.filter(({ id }) => standing.has(id));
    const shown = await this.mark(db, deliveries, left);
    for (const [source, some] of grouped(left, (reminder) => reminder.source))
      await this.reminders.sourceOf(source)?.onShown?.(db, some);
    return shown;
  }

  private async mark(
    db: EntityManager,
    deliveries: readonly Delivery[],
    reminders: readonly ReminderRow[],
  ): Promise<number> {
    const now = this.clock.now();
    const withAny = new Set(reminders.map(({ deliveryId }) => deliveryId));
    const empty = deliveries.filter(({ id }) => !withAny.has(id)).map(({ id }) => id);
    if (empty.length) await db.delete(Deliveries, { id: In(empty) });
    if (!reminders.length) return 0;
    await db.update(Reminders, { id: In(reminders.map(({ id }) => id)) }, { shownAt: now });
    const kept = deliveries.filter(({ id }) => withAny.has(id));
    for (const [isQuiet, some] of grouped(kept, (delivery) => delivery.isQuiet)) {
      const changes = { state: isQuiet ? 'inbox' : 'ready', shownAt: now } as const;
      await db.update(Deliveries, { id: In(some.map(({ id }) => id)) }, changes);
    }
    return kept.length;
  }
}
