import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  BookingConfirmation,
  BookingLookUp,
  BookingView,
  MovedBooking,
} from '@county/shared/appointments/booking';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import { canCancel, canChange, canHold } from '@county/shared/appointments/booking-rules';
import { timeInWords } from '@county/shared/appointments/booking-words';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { findRows, updateRow } from '../database/plain-rows.ts';
import { dayCursor, readDayCursor } from '../http/page-cursor.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { SignInAttempts } from '../people/sign-in-attempts.service.ts';
import { BookableServices, Bookings, type BookingRow } from './appointments.tables.ts';
import { BookingCodes } from './booking-codes.service.ts';
import { BookingKeys } from './booking-keys.service.ts';
import { BookingNotices } from './booking-notices.service.ts';
import { BookingPlaces } from './booking-places.service.ts';
import { BookingViews } from './booking-views.service.ts';
import { Holds, JustTaken, toNull } from './holds.service.ts';
import { PersonLimits } from './person-limits.service.ts';
import { ServiceTimes } from './service-times.service.ts';

/** Nobody changes their mind so often; a programme would fill the row. */
const MOST_CHANGES = 30;

type Who = Pick<BookingConfirmation, 'name' | 'phone' | 'bookedBy'>;

/** Bookings as those who made them read and change them, by their link or their number. */
@Injectable()
export class BookingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly attempts: SignInAttempts,
    private readonly codes: BookingCodes,
    private readonly keys: BookingKeys,
    private readonly places: BookingPlaces,
    private readonly holds: Holds,
    private readonly limits: PersonLimits,
    private readonly times: ServiceTimes,
    private readonly notices: BookingNotices,
    private readonly views: BookingViews,
  ) {}

  /** A hold that has lapsed is still confirmed while nobody else has taken the place. */
  async confirm(bookingId: string, { key, ...who }: BookingConfirmation, actor: Actor | undefined) {
    let confirmed = await this.confirmHeld(bookingId, key, who, actor);
    if (confirmed === 'lapsed') {
      await this.demandStillGiven(bookingId);
      confirmed = await this.confirmHeld(bookingId, key, who, actor, { isLapsed: true });
    }
    if (typeof confirmed === 'string') throw this.holds.gone();
    return confirmed;
  }

  /** Answers `lapsed` for a hold that has, unless it is known that the time is given all the same; `gone` for none. */
  private confirmHeld(
    bookingId: string,
    key: string,
    who: Who,
    actor: Actor | undefined,
    { isLapsed = false } = {},
  ): Promise<BookingView | Repeated<BookingView> | 'lapsed' | 'gone'> {
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, Bookings, { id: bookingId });
      if (!row) return 'gone';
      this.keys.demand(row, key, actor);
      if (row.state !== 'held') return this.confirmedBefore(db, row, who);
      if (!isLapsed && row.heldUntil! <= this.clock.now()) return 'lapsed';
      const [service] = await findRows(db, BookableServices, 'id = ?', [row.serviceId]);
      const changed = {
        ...this.sealed(who),
        // Whoever signed in only now, to be reminded, has it as their own all the same.
        personId: row.personId ?? (actor?.role === 'resident' ? actor.personId : null),
        state: 'booked' as const,
        code: await this.codes.fresh(db),
        heldUntil: null,
        heldFrom: null,
        requests: [],
        madeAt: this.clock.now(),
      };
      const booked: BookingRow = { ...row, ...changed };
      await this.limits.demand(db, service!, booked, row.id);
      await updateRow(db, Bookings, bookingId, changed);
      // Nothing was planned for what was only held.
      if (booked.personId) await this.notices.plan(db, booked);
      await this.record(db, actor, 'confirmBooking', row.id);
      return this.views.own(db, booked, service);
    });
  }

  get(bookingId: string, key: string | undefined, actor: Actor | undefined): Promise<BookingView> {
    return this.database.read(async (db) => {
      const row = this.keys.demand(await db.findOneBy(Bookings, { id: bookingId }), key, actor);
      return this.views.own(db, demandBooked(row));
    });
  }

  /** By number and phone. */
  async find(asked: BookingLookUp): Promise<BookingView> {
    const wayOut = '请拿着预约号到服务点，或打服务点的电话';
    const row = await this.attempts.lookUp('booking', asked, wayOut, async () => {
      const booking = await this.database.read((db) => db.findOneBy(Bookings, { code: asked.code }));
      return booking && this.isOf(booking, asked.phone) ? booking : null;
    });
    if (!row) throw notFound('这个预约', '请核对预约号和约的时候留的手机号');
    return this.database.read((db) => this.views.own(db, row));
  }

  async move(bookingId: string, { id, key, day, minute }: MovedBooking, actor: Actor | undefined) {
    const before = await this.database.read((db) => db.findOneBy(Bookings, { id: bookingId }));
    const service = await this.holds.service(demandBooked(this.keys.demand(before, key, actor)).serviceId);
    const isRepeat = before!.requests.includes(id);
    const slot = isRepeat ? null : await this.times.slot(service, day, minute);
    const target = { poolId: service.poolId, day, minute, minutes: service.settings.minutes };
    if (!isRepeat) await this.places.prepare([target]);
    const moved = await this.database
      .work(async (db) => {
        const row = (await this.database.findForChange(db, Bookings, { id: bookingId }))!;
        if (row.requests.includes(id)) {
          if (row.day !== day || row.minute !== minute) throw idTaken();
          return new Repeated(await this.views.own(db, row));
        }
        const now = this.clock.now();
        demand(canChange(service.settings, row, now));
        demand(canHold(service.settings, { day, minute }, now));
        if (row.requests.length >= MOST_CHANGES)
          demand(refused('wrong-state', '这个预约改过太多次了；还要改，请打服务点的电话'));
        await this.places.takeBackLapsed(db, target.poolId, day);
        if (!(await this.places.move(db, row, target, row.via, slot))) throw new JustTaken();
        const words = `从 ${timeInWords(row.day, row.minute)} 改到 ${timeInWords(day, minute)}`;
        const steps = [...row.steps, { at: now, words, byName: null }];
        const changed = { ...target, keptAt: null, steps, requests: [...row.requests, id] };
        await updateRow(db, Bookings, bookingId, changed);
        await this.notices.plan(db, { ...row, ...changed });
        await this.record(db, actor, 'moveBooking', bookingId);
        return this.views.own(db, { ...row, ...changed });
      })
      .catch(toNull);
    return moved ?? this.holds.refuse({ serviceId: service.id, day, minute }, 'move');
  }

  /** The place is free at once. */
  cancel(bookingId: string, key: string, actor: Actor | undefined) {
    return this.database.work(async (db) => {
      const found = await this.database.findForChange(db, Bookings, { id: bookingId });
      const row = demandBooked(this.keys.demand(found, key, actor));
      if (row.state === 'cancelled') return new Repeated(await this.views.own(db, row));
      const service = await db.findOneByOrFail(BookableServices, { id: row.serviceId });
      const now = this.clock.now();
      demand(canCancel(service.settings, row, now));
      const steps = [...row.steps, { at: now, words: '本人取消', byName: null }];
      const changed = { state: 'cancelled' as const, endedAt: now, steps };
      await updateRow(db, Bookings, bookingId, changed);
      await this.places.giveBack(db, row, row.via);
      await this.notices.stop(db, row);
      await this.record(db, actor, 'cancelBooking', bookingId);
      return this.views.own(db, { ...row, ...changed });
    });
  }

  /** Those of a WeChat account, the latest day first. */
  listOwn(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<BookingView>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(Bookings, 'booking')
        .where('booking.personId = :personId AND booking.state <> :held', { personId: actor.personId, held: 'held' })
        .orderBy('booking.day', 'DESC')
        .addOrderBy('booking.id', 'DESC')
        .limit(limit + 1);
      const after = readDayCursor(cursor);
      if (after) query.andWhere('(booking.day < :day OR (booking.day = :day AND booking.id < :id))', after);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1)! : undefined;
      return { items: await this.views.owns(db, shown), next: last ? dayCursor(last) : null };
    });
  }

  /** One that lapsed may lie about for long: meanwhile its time may have come, or been closed. */
  private async demandStillGiven(bookingId: string): Promise<void> {
    const row = await this.database.read((db) => db.findOneBy(Bookings, { id: bookingId }));
    if (row?.state !== 'held' || row.heldUntil! > this.clock.now()) return;
    const service = await this.holds.service(row.serviceId);
    demand(canHold(service.settings, row, this.clock.now()));
    await this.times.slot(service, row.day, row.minute);
  }

  private async confirmedBefore(db: EntityManager, row: BookingRow, { name, phone, bookedBy }: Who) {
    const opened = (sealed: string | null) => sealed && this.cipher.decrypt(sealed);
    const isSame =
      opened(row.name) === name &&
      opened(row.phone) === phone &&
      opened(row.bookedByName) === (bookedBy?.name ?? null) &&
      opened(row.bookedByPhone) === (bookedBy?.phone ?? null);
    if (!isSame) throw idTaken();
    return new Repeated(await this.views.own(db, row));
  }

  private sealed({ name, phone, bookedBy }: Who) {
    return {
      name: this.cipher.encrypt(name),
      phone: this.cipher.encrypt(phone),
      phoneHash: this.cipher.hash(`booking-phone ${phone}`),
      bookedByName: bookedBy && this.cipher.encrypt(bookedBy.name),
      bookedByPhone: bookedBy && this.cipher.encrypt(bookedBy.phone),
    };
  }

  private isOf({ phone, bookedByPhone }: BookingRow, given: string): boolean {
    return [phone, bookedByPhone].some((sealed) => sealed !== null && this.cipher.decrypt(sealed) === given);
  }

  private record(db: EntityManager, actor: Actor | undefined, action: AuditAction, subjectId: string) {
    return this.audit.record(db, actor ?? null, { action, subjectKind: 'booking', subjectId });
  }
}

/** What is only held is no booking yet. */
function demandBooked(row: BookingRow): BookingRow {
  if (row.state === 'held') throw notFound('这个预约', '还没有填完，请回到预约页继续填');
  return row;
}
