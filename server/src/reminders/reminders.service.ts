import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { shanghaiDay, type Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Reminder } from '@county/shared/reminders/reminder';
import { grouped } from '@county/shared/grouped';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import {
  CAUSE_LENGTH,
  Deliveries,
  Reminders,
  SLOT_LENGTH,
  type Delivery,
  type ReminderRow,
} from './reminders.tables.ts';
import { StandInsService } from './stand-ins.service.ts';

/** The occasion of all that is said for a day: one message a day to a person. */
export const DIGEST = 'digest';

/** What people are told, as the feature that tells it says it. */
export interface ToRemind {
  /** The record it is about; of the unit that owes it, if one does. */
  subject: { kind: string; id: string; unitId: string | null };
  /** The feature that is asked, before each step, whether it still stands. */
  source: string;
  /** Names the cause: the same cause reaches the same person once, however often it is said. */
  cause: string;
  people: readonly string[];
  /** An instant. */
  when: string;
  /** The matter in at most 200 signs, then the sentence. */
  what: string;
  words: string;
  /** Page path with its query. */
  link: string;
  dueOn?: Day | null;
  /**
   * What goes out together as one message to a person: `digest` is the day's, said by whoever says anything for that
   * day; anything else is an occasion of its own, such as one nudge, named in at most 77 signs.
   */
  occasion: typeof DIGEST | string;
}

/** What a feature answers about reminders it caused. */
export interface ReminderSource {
  /** What can wait until its person looks: nobody is rung about it. */
  readonly canWait?: boolean;
  /** The ids of those whose duty still stands. */
  standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>>;
  /** Once reminders stand in the inboxes: for the histories of what they are about. Several people's at a time. */
  onShown?(db: EntityManager, reminders: readonly Reminder[]): Promise<void>;
  /** No channel surely took them to their people, who may never look into the inbox. Several people's at a time. */
  onUnreached?(db: EntityManager, reminders: readonly Reminder[]): Promise<void>;
  /** Somebody rang about them. */
  onCalled?(db: EntityManager, actor: Actor, reminders: readonly Reminder[], words: string): Promise<void>;
}

/** The small door through which every feature reminds people. */
@Injectable()
export class RemindersService {
  private readonly sources = new Map<string, ReminderSource>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly standIns: StandInsService,
  ) {}

  onSource(name: string, source: ReminderSource): void {
    this.sources.set(name, source);
  }

  sourceOf(name: string): ReminderSource | undefined {
    return this.sources.get(name);
  }

  /** The names of the sources about which nobody is rung. */
  sourcesThatCanWait(): string[] {
    return [...this.sources].flatMap(([name, { canWait }]) => (canWait ? [name] : []));
  }

  /** Plans reminders within the caller's unit of work: what is said there is kept, or neither. Answers how many are new. */
  async remind(db: EntityManager, sayings: readonly ToRemind[]): Promise<number> {
    const told = sayings.flatMap((saying) => saying.people.map((personId) => ({ saying, personId, isQuiet: false })));
    const withStandIns = await this.standIns.applied(db, told);
    const fresh = await this.notYetSaid(db, withStandIns);
    const bySlot = new Map<string, typeof fresh>();
    for (const one of fresh) {
      const slot = slotOf(one.saying, one.personId, one.isQuiet);
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), one]);
    }
    const deliveries = await this.openDeliveries(db, bySlot);
    const now = this.clock.now();
    const rows: ReminderRow[] = [];
    for (const [slot, some] of bySlot) {
      const delivery = deliveries.get(slot);
      // A digest that has gone out is not added to: what comes later is told tomorrow.
      if (!delivery || delivery.state !== 'waiting') continue;
      for (const one of some) rows.push(rowOf(one, delivery.id, now));
    }
    await insertNew(db, Reminders, rows, this.database.kind);
    return rows.length;
  }

  /** Everything planned about a record is dropped, once nothing is owed any more; what stands in an inbox stays there. */
  async stop(db: EntityManager, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length) await db.delete(Reminders, { subjectId: In([...subjectIds]), shownAt: IsNull() });
  }

  /** Those whose duty still stands; a source nobody answers for stands. */
  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const standing = new Set<string>();
    for (const [name, some] of grouped(reminders, ({ source }) => source)) {
      const source = this.sources.get(name);
      const ids = source ? await source.standing(db, some) : some.map(({ id }) => id);
      for (const id of ids) standing.add(id);
    }
    return standing;
  }

  private async notYetSaid<One extends { saying: ToRemind; personId: string }>(
    db: EntityManager,
    told: readonly One[],
  ): Promise<One[]> {
    const subjectIds = [...new Set(told.map(({ saying }) => saying.subject.id))];
    const causes = new Set(told.map(({ saying }) => saying.cause));
    const said = new Set<string>();
    for (let at = 0; at < subjectIds.length; at += BATCH) {
      const rows = await db.find(Reminders, {
        select: { id: true, personId: true, cause: true },
        where: { subjectId: In(subjectIds.slice(at, at + BATCH)) },
      });
      for (const { personId, cause } of rows) if (causes.has(cause)) said.add(`${personId} ${cause}`);
    }
    return told.filter(({ saying, personId }) => {
      const key = `${personId} ${saying.cause}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    });
  }

  /** The deliveries of the slots, made where there were none; held until the unit ends, so that none goes out meanwhile. */
  private async openDeliveries(
    db: EntityManager,
    bySlot: ReadonlyMap<string, readonly { saying: ToRemind; personId: string; isQuiet: boolean }[]>,
  ): Promise<Map<string, Delivery>> {
    const wanted = [...bySlot].map(([slot, some]): Delivery => {
      const sendAt = some.map(({ saying }) => saying.when).toSorted()[0]!;
      return { ...BLANK, id: newId(), slot, personId: some[0]!.personId, sendAt, isQuiet: some[0]!.isQuiet };
    });
    await insertNew(db, Deliveries, wanted, this.database.kind);
    const found = new Map<string, Delivery>();
    const slots = [...bySlot.keys()].toSorted();
    for (let at = 0; at < slots.length; at += BATCH) {
      const query = db
        .createQueryBuilder(Deliveries, 'delivery')
        .where('delivery.slot IN (:...slots)', { slots: slots.slice(at, at + BATCH) })
        .orderBy('delivery.slot');
      if (this.database.forUpdate) query.setLock('pessimistic_write');
      for (const row of await query.getMany()) found.set(row.slot, row);
    }
    await this.bringForward(db, bySlot, found);
    return found;
  }

  /** One message a day, at the earliest of the hours of what is in it. */
  private async bringForward(
    db: EntityManager,
    bySlot: ReadonlyMap<string, readonly { saying: ToRemind }[]>,
    deliveries: ReadonlyMap<string, Delivery>,
  ): Promise<void> {
    for (const [slot, some] of bySlot) {
      const delivery = deliveries.get(slot);
      const earliest = some.map(({ saying }) => saying.when).toSorted()[0]!;
      if (delivery?.state === 'waiting' && earliest < delivery.sendAt)
        await db.update(Deliveries, { id: delivery.id }, { sendAt: earliest });
    }
  }
}

const BATCH = 500;

const BLANK = {
  state: 'waiting',
  channel: null,
  refusedBy: [],
  tries: 0,
  leaseUntil: null,
  shownAt: null,
  handedAt: null,
  reason: null,
  calledAt: null,
  calledByName: null,
  callId: null,
} satisfies Partial<Delivery>;

function slotOf({ occasion, when, cause }: ToRemind, personId: string, isQuiet: boolean): string {
  const slot = `${occasion === DIGEST ? `${DIGEST}:${shanghaiDay(when)}` : occasion}:${personId}${isQuiet ? ':quiet' : ''}`;
  // MariaDB's INSERT IGNORE would cut it, and what is said would then be found by nobody.
  if (slot.length > SLOT_LENGTH || cause.length > CAUSE_LENGTH)
    throw new Error(`A reminder's occasion or cause is too long: ${occasion}, ${cause}`);
  return slot;
}

function rowOf(
  { saying, personId }: { saying: ToRemind; personId: string },
  deliveryId: string,
  createdAt: string,
): ReminderRow {
  const { subject, source, cause, what, words, link, dueOn = null } = saying;
  return {
    id: newId(),
    deliveryId,
    personId,
    cause,
    source,
    subjectKind: subject.kind,
    subjectId: subject.id,
    unitId: subject.unitId,
    what: within(what, 200),
    words: within(words, 600),
    dueOn,
    link,
    createdAt,
    shownAt: null,
    readAt: null,
  };
}

const within = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
