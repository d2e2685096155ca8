import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import type { EventContent } from '@county/shared/public-events/event-content';
import { stretchOf } from '@county/shared/public-events/event-rules';
import { placesFor, toPromote } from '@county/shared/public-events/sign-up-rules';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { Attendees, EventPools, type AttendeeRow, type EventPool } from './public-events.tables.ts';

export type PoolKey = Pick<EventPool, 'eventId' | 'sessionKey' | 'groupKey'>;

/**
 * Counts the places of each session and group. Whoever gives or takes one holds the pool's row until all is written, and
 * the row is changed by an update that names what it was read as: two who come at the same instant, to whatever
 * processes of the server, never both get the last one, and those who wait move up in their order.
 */
@Injectable()
export class EventPlacesService {
  constructor(private readonly database: Database) {}

  lock(db: EntityManager, { eventId, sessionKey, groupKey }: PoolKey): Promise<EventPool | null> {
    return this.database.findForChange(db, EventPools, { eventId, sessionKey, groupKey });
  }

  /** All of an event's, in the order of their keys, so that nobody waits in a ring. */
  lockAll(db: EntityManager, eventId: string): Promise<EventPool[]> {
    return db.find(EventPools, {
      where: { eventId },
      order: { sessionKey: 'ASC', groupKey: 'ASC' },
      ...this.database.lock('pessimistic_write'),
    });
  }

  of(db: EntityManager, eventId: string): Promise<EventPool[]> {
    return db.find(EventPools, { where: { eventId }, order: { sessionKey: 'ASC', groupKey: 'ASC' } });
  }

  /** Numbers and places for newcomers of a pool that is held: the first have one, the others wait or stand in the draw. */
  async take(
    db: EntityManager,
    pool: EventPool,
    newcomers: number,
    isDraw: boolean,
  ): Promise<{ firstNumber: number; confirmed: number }> {
    const confirmed = isDraw ? 0 : placesFor(pool, newcomers);
    const rest = newcomers - confirmed;
    await this.count(db, pool, {
      ...pool,
      taken: pool.taken + confirmed,
      waiting: pool.waiting + (isDraw ? 0 : rest),
      entered: pool.entered + (isDraw ? rest : 0),
      issued: pool.issued + newcomers,
    });
    return { firstNumber: pool.issued + 1, confirmed };
  }

  /** What some give back, of a pool that is held; answers those who move up for it. */
  async giveBack(db: EntityManager, pool: EventPool, given: readonly AttendeeRow[], mayPromote: boolean) {
    const inState = (state: AttendeeRow['state']) => given.filter((one) => one.state === state).length;
    const left = {
      ...pool,
      taken: pool.taken - inState('confirmed'),
      waiting: pool.waiting - inState('waiting'),
      entered: pool.entered - inState('entered'),
    };
    await this.count(db, pool, left);
    return mayPromote ? this.promote(db, left) : [];
  }

  /** Fewer seats take nobody's place; more let in exactly as many of those who wait. */
  async setSeats(db: EntityManager, pool: EventPool, seats: number, mayPromote: boolean): Promise<AttendeeRow[]> {
    const changed = { ...pool, seats };
    await this.count(db, pool, changed);
    return mayPromote ? this.promote(db, changed) : [];
  }

  /**
   * A pool for every session and group of a notice; seats follow it where it changes them. Answers who moves up: also
   * for a place that was given back while the event was cancelled.
   */
  async follow(
    db: EntityManager,
    eventId: string,
    content: EventContent,
    before: EventContent | null,
    now: string,
  ): Promise<AttendeeRow[]> {
    const wanted = content.sessions.flatMap(({ key: sessionKey }) =>
      content.groups.map(({ key: groupKey, seats }) => ({ eventId, sessionKey, groupKey, seats })),
    );
    const rows = wanted.map((one) => ({ ...one, taken: 0, waiting: 0, entered: 0, issued: 0 }));
    await insertNew(db, EventPools, rows, this.database.kind);
    const promoted: AttendeeRow[] = [];
    for (const pool of await this.lockAll(db, eventId)) {
      const group = content.groups.find(({ key }) => key === pool.groupKey);
      const old = before?.groups.find(({ key }) => key === pool.groupKey);
      if (!group || !old) continue;
      const session = content.sessions.find(({ key }) => key === pool.sessionKey);
      const mayPromote = session !== undefined && stretchOf(session).from > now;
      const seats = group.seats === old.seats ? pool.seats : group.seats;
      promoted.push(...(await this.setSeats(db, pool, seats, mayPromote)));
    }
    return promoted;
  }

  /** Of a draw: the first of the order have a place, the others wait in that order. */
  async draw(db: EntityManager, pool: EventPool, order: readonly AttendeeRow[]): Promise<AttendeeRow[]> {
    const confirmed = Math.min(order.length, pool.seats);
    const drawn = order.map((row, at) => ({
      ...row,
      place: at + 1,
      state: at < confirmed ? ('confirmed' as const) : ('waiting' as const),
    }));
    for (const { id, place, state } of drawn) await db.update(Attendees, { id }, { place, state });
    const waiting = order.length - confirmed;
    await this.count(db, pool, { ...pool, taken: pool.taken + confirmed, waiting, entered: 0 });
    return drawn;
  }

  /** How many wait before somebody who waits. */
  waitingBefore(db: EntityManager, { eventId, sessionKey, groupKey, place }: AttendeeRow): Promise<number> {
    return db
      .createQueryBuilder(Attendees, 'one')
      .where({ eventId, sessionKey, groupKey, state: 'waiting' })
      .andWhere('one.place < :place', { place })
      .getCount();
  }

  private async promote(db: EntityManager, pool: EventPool): Promise<AttendeeRow[]> {
    const count = toPromote(pool);
    if (!count) return [];
    const { eventId, sessionKey, groupKey } = pool;
    const rows = await db.find(Attendees, {
      where: { eventId, sessionKey, groupKey, state: 'waiting' },
      order: { place: 'ASC' },
      take: count,
    });
    for (const { id } of rows) await db.update(Attendees, { id }, { state: 'confirmed' });
    await this.count(db, pool, {
      ...pool,
      taken: pool.taken + rows.length,
      waiting: pool.waiting - rows.length,
    });
    return rows.map((row) => ({ ...row, state: 'confirmed' as const }));
  }

  /** From what it was read as to what it is now; anything else means that it was not held, and ends the unit. */
  private async count(db: EntityManager, from: EventPool, to: EventPool): Promise<void> {
    const { eventId, sessionKey, groupKey, seats, taken, waiting, entered, issued } = from;
    const isSame =
      to.seats === seats &&
      to.taken === taken &&
      to.waiting === waiting &&
      to.entered === entered &&
      to.issued === issued;
    if (isSame) return;
    const result = (await db.query(COUNT, [
      to.seats,
      to.taken,
      to.waiting,
      to.entered,
      to.issued,
      eventId,
      sessionKey,
      groupKey,
      taken,
      issued,
    ])) as unknown;
    // SQLite answers nothing of an update; a unit is alone there.
    const { affectedRows } = (result ?? {}) as { affectedRows?: number };
    if (affectedRows === 0)
      throw new Error(`The places of event ${eventId} were changed by somebody who did not hold them`);
  }
}

const COUNT = `
  UPDATE \`event_pool\` SET \`seats\` = ?, \`taken\` = ?, \`waiting\` = ?, \`entered\` = ?, \`issued\` = ?
  WHERE \`eventId\` = ? AND \`sessionKey\` = ? AND \`groupKey\` = ? AND \`taken\` = ? AND \`issued\` = ?`;
