import { Injectable } from '@nestjs/common';
import { Between, In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import type { Day } from '@county/shared/calendar/day';
import { countsAs } from '@county/shared/appointments/booking-rules';
import type { BookingVia } from '@county/shared/appointments/booking';
import { cellsOf, type Slot, type Taken } from '@county/shared/appointments/slots';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { BookableServices, BookingCells, Bookings, type BookingRow } from './appointments.tables.ts';

/** Where places are taken: so many minutes of a day, of one pool. */
export type Stretch = Pick<BookingRow, 'poolId' | 'day' | 'minute' | 'minutes'>;
type OfService = Stretch & Pick<BookingRow, 'serviceId'>;

const NOTHING = { taken: 0, web: 0, extra: 0 };

/**
 * Counts the places. A place is taken by an update that names its limit, so that two who come at the same instant, to
 * whatever processes of the server, never both get the last one; rows are changed in the order of their key.
 */
@Injectable()
export class BookingPlaces {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes the rows that are counted in, in a unit of work of its own: who makes one would hold it shared, and stick. */
  async prepare(stretches: readonly Stretch[]): Promise<void> {
    this.database.mustBeOutsideWork('Making cells');
    for (const { poolId, day, minute, minutes } of stretches) {
      const cells = cellsOf(minute, minutes);
      const there = await this.database.read((db) => db.countBy(BookingCells, { poolId, day, minute: In(cells) }));
      if (there === cells.length) continue;
      const rows = cells.map((cell) => ({ poolId, day, minute: cell, ...NOTHING }));
      await this.database.work((db) => insertNew(db, BookingCells, rows, this.database.kind));
    }
  }

  /**
   * Takes one place in every cell, or answers false; the unit of work must then end in an error. False too where the
   * service has gone to another counter since the place was looked up: until the unit ends it stays where it is.
   */
  async take(db: EntityManager, row: OfService, via: BookingVia, slot: Slot | null): Promise<boolean> {
    if (!(await this.isStillThere(db, row.serviceId, row.poolId))) return false;
    return this.takeCells(db, row, cellsOf(row.minute, row.minutes), via, slot);
  }

  async giveBack(db: EntityManager, stretch: Stretch, via: BookingVia): Promise<void> {
    await this.giveBackCells(db, stretch, cellsOf(stretch.minute, stretch.minutes), via);
  }

  /** The same by the place itself, which may use what is kept from the web; counted as it was made. */
  moveByStaff(db: EntityManager, row: BookingRow, to: Stretch, slot: Slot): Promise<boolean> {
    return this.move(db, row, to, row.via, { ...slot, web: slot.bookable });
  }

  /** From one stretch to another, each row once and in order: two who change places with one another do not stick. */
  async move(db: EntityManager, from: OfService, to: Stretch, via: BookingVia, slot: Slot | null): Promise<boolean> {
    if (!(await this.isStillThere(db, from.serviceId, to.poolId))) return false;
    const isSamePoolDay = from.poolId === to.poolId && from.day === to.day;
    const [old, fresh] = [cellsOf(from.minute, from.minutes), cellsOf(to.minute, to.minutes)];
    const left = isSamePoolDay ? old.filter((cell) => !fresh.includes(cell)) : old;
    const added = isSamePoolDay ? fresh.filter((cell) => !old.includes(cell)) : fresh;
    const isBackFirst = keyOf(from) <= keyOf(to);
    if (isBackFirst) await this.giveBackCells(db, from, left, via);
    if (!(await this.takeCells(db, to, added, via, slot))) return false;
    if (!isBackFirst) await this.giveBackCells(db, from, left, via);
    return true;
  }

  /**
   * To another pool, whether there is room or not: these stand already, and what is full gives out no more. Within the
   * unit of work that holds the service, so that whoever takes a place meanwhile waits and then sees the new pool.
   */
  async carryOver(db: EntityManager, rows: readonly BookingRow[], poolId: string): Promise<void> {
    for (const row of rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))) {
      const cells = cellsOf(row.minute, row.minutes);
      const to = { ...row, poolId };
      const fresh = cells.map((minute) => ({ poolId, day: row.day, minute, ...NOTHING }));
      await insertNew(db, BookingCells, fresh, this.database.kind);
      await this.stepCells(db, to, cells, STEPS[countsAs(row.via)].taken);
      await this.giveBackCells(db, row, cells, row.via);
      await db.update(Bookings, { id: row.id }, { poolId });
    }
  }

  /** Gives back what was held and not confirmed in time, of one pool and day. */
  async takeBackLapsed(db: EntityManager, poolId: string, day: Day): Promise<void> {
    const lapsed = { state: 'held', heldUntil: LessThanOrEqual(this.clock.now()) } as const;
    const rows = await db.find(Bookings, { where: { ...lapsed, poolId, day }, order: { id: 'ASC' } });
    for (const row of rows) await this.takeBack(db, row);
  }

  /** The same, wherever it is; so many at a time. For the tick, so that none lies about where nobody looks. */
  async takeBackOld(until: string, most: number): Promise<number> {
    const where = { state: 'held', heldUntil: LessThanOrEqual(until) } as const;
    const rows = await this.database.read((db) => db.find(Bookings, { where, order: { id: 'ASC' }, take: most }));
    for (const row of rows) await this.database.work((db) => this.takeBack(db, row));
    return rows.length;
  }

  /** What is taken of some pools within some days, by pool and day; holds that have lapsed are free. */
  async taken(
    db: EntityManager,
    poolIds: readonly string[],
    from: Day,
    to: Day,
  ): Promise<Map<string, Map<number, Taken>>> {
    const found = new Map<string, Map<number, { taken: number; web: number }>>();
    if (!poolIds.length) return found;
    const within = { poolId: In([...poolIds]), day: Between(from, to) };
    for (const { poolId, day, minute, taken, web } of await db.findBy(BookingCells, {
      ...within,
      taken: MoreThan(0),
    })) {
      const key = dayKey(poolId, day);
      if (!found.has(key)) found.set(key, new Map());
      found.get(key)!.set(minute, { taken, web });
    }
    const lapsed = { state: 'held', heldUntil: LessThanOrEqual(this.clock.now()) } as const;
    for (const row of await db.findBy(Bookings, { ...within, ...lapsed })) {
      const cells = found.get(dayKey(row.poolId, row.day));
      for (const cell of cellsOf(row.minute, row.minutes)) {
        const one = cells?.get(cell);
        if (!one) continue;
        one.taken -= 1;
        if (countsAs(row.via) === 'web') one.web -= 1;
      }
    }
    return found;
  }

  private async isStillThere(db: EntityManager, id: string, poolId: string): Promise<boolean> {
    const select = { id: true } as const;
    const lock = this.database.lock('pessimistic_read');
    return (await db.findOne(BookableServices, { select, where: { id, poolId }, ...lock })) !== null;
  }

  private async takeBack(db: EntityManager, row: BookingRow): Promise<void> {
    const { id, poolId } = row;
    const lapsed = { id, poolId, state: 'held', heldUntil: LessThanOrEqual(this.clock.now()) } as const;
    const { affected } = await db.delete(Bookings, lapsed);
    if (affected === 1) await this.giveBack(db, row, row.via);
  }

  private async takeCells(
    db: EntityManager,
    { poolId, day }: Stretch,
    cells: readonly number[],
    via: BookingVia,
    slot: Slot | null,
  ): Promise<boolean> {
    if (!cells.length) return true;
    const kind = countsAs(via);
    const query = db.createQueryBuilder().update(BookingCells).set(STEPS[kind].taken);
    query.where({ poolId, day, minute: In([...cells]) });
    if (kind !== 'extra') query.andWhere('`taken` < :bookable', { bookable: slot?.bookable ?? 0 });
    if (kind === 'web') query.andWhere('`web` < :most', { most: slot?.web ?? 0 });
    const { affected } = await query.execute();
    return affected === cells.length;
  }

  private async giveBackCells(
    db: EntityManager,
    { poolId, day }: Stretch,
    cells: readonly number[],
    via: BookingVia,
  ): Promise<void> {
    if (cells.length) await this.stepCells(db, { poolId, day }, cells, STEPS[countsAs(via)].back);
  }

  private async stepCells(
    db: EntityManager,
    { poolId, day }: Pick<Stretch, 'poolId' | 'day'>,
    cells: readonly number[],
    step: (typeof STEPS)[keyof typeof STEPS]['taken' | 'back'],
  ): Promise<void> {
    const query = db.createQueryBuilder().update(BookingCells).set(step);
    await query.where({ poolId, day, minute: In([...cells]) }).execute();
  }
}

const plus = (column: string) => () => `\`${column}\` + 1`;
const minus = (column: string) => () => `\`${column}\` - 1`;
const STEPS = {
  web: { taken: { taken: plus('taken'), web: plus('web') }, back: { taken: minus('taken'), web: minus('web') } },
  bookable: { taken: { taken: plus('taken') }, back: { taken: minus('taken') } },
  extra: { taken: { extra: plus('extra') }, back: { extra: minus('extra') } },
};

export const dayKey = (poolId: string, day: Day): string => `${poolId} ${day}`;

const keyOf = ({ poolId, day, minute }: Stretch): string => `${poolId} ${day} ${String(minute).padStart(4, '0')}`;
