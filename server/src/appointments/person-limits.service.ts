import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canConfirm, instantOfSlot } from '@county/shared/appointments/booking-rules';
import type { BookingState } from '@county/shared/appointments/booking';
import { addDays, type Day } from '@county/shared/calendar/day';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { findRows } from '../database/plain-rows.ts';
import { demand } from '../http/refusal.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { BookingGates, Bookings, type BookableServiceRow, type BookingRow } from './appointments.tables.ts';

/** Who a booking counts for: a phone, and the WeChat account unless it was done for somebody else. */
type Who = Pick<BookingRow, 'phone' | 'personId' | 'bookedByName' | 'via'>;

/** By what a person's bookings are found. */
interface Own {
  where: string;
  /** The first is what it is known by now. */
  values: readonly string[];
}

/** What counts against somebody: still to come, or missed. */
const COUNTED: ReadonlySet<BookingState> = new Set(['booked', 'arrived', 'called', 'no-show']);

/** How often one person may book one thing; counted in a row, however many are sent at once. */
@Injectable()
export class PersonLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: PhoneCipher,
  ) {}

  /** Refuses with the reason; `exceptId` is the booking that is being confirmed. */
  async demand(db: EntityManager, service: BookableServiceRow, who: Who, exceptId: string): Promise<void> {
    const own = this.ownOf(who);
    if (!own.length) return;
    await this.passGates(db, own);
    const [today, now] = [this.clock.today(), this.clock.now()];
    const since = addDays(today, -(service.settings.noShowPolicy?.withinDays ?? 0));
    const rows = await this.ofPerson(db, own, since);
    const others = rows.filter(({ id, serviceId, state }) => {
      return id !== exceptId && serviceId === service.id && COUNTED.has(state);
    });
    const open = others.filter((row) => row.state !== 'no-show' && instantOfSlot(row) > now);
    const missedOn = others.filter(({ state }) => state === 'no-show').map(({ day }) => day);
    demand(canConfirm(service.settings, { open, missedOn }, today, who.via));
  }

  /**
   * By the person alone, who has few: asked for with the service or the states too, an engine looks through everybody
   * who booked the same thing.
   */
  private async ofPerson(db: EntityManager, own: readonly Own[], since: Day): Promise<BookingRow[]> {
    const found = new Map<string, BookingRow>();
    for (const { where, values } of own)
      for (const row of await findRows(db, Bookings, `${where} AND day >= ?`, [...values, since]))
        found.set(row.id, row);
    const moment = ({ day, minute }: BookingRow) => `${day} ${String(minute).padStart(4, '0')}`;
    return [...found.values()].toSorted((one, other) => (moment(one) < moment(other) ? -1 : 1));
  }

  private ownOf({ phone, personId, bookedByName }: Who): Own[] {
    const own: Own[] = [];
    if (phone) {
      const values = this.cipher.hashes(`booking-phone ${this.cipher.decrypt(phone)}`);
      own.push({ where: `phoneHash IN (${values.map(() => '?').join(', ')})`, values });
    }
    if (personId && !bookedByName) own.push({ where: 'personId = ? AND bookedByName IS NULL', values: [personId] });
    return own;
  }

  private async passGates(db: EntityManager, own: readonly Own[]): Promise<void> {
    if (this.database.hasOneWriter) return;
    const at = this.clock.now();
    const keys = own.map(({ values }) => values[0]!);
    for (const keyHash of keys.toSorted()) await db.upsert(BookingGates, { keyHash, at }, ['keyHash']);
  }
}
