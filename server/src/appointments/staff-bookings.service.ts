import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { SlotTime } from '@county/shared/appointments/booking';
import { canAddExtra, canBookForSomeone, canGive, canServe } from '@county/shared/appointments/booking-rules';
import type { NewStaffBooking, StaffBookingView } from '@county/shared/appointments/staff-booking';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { BookableServices, Bookings, type BookableServiceRow, type BookingRow } from './appointments.tables.ts';
import { BookingChanges } from './booking-changes.service.ts';
import { BookingCodes } from './booking-codes.service.ts';
import { BookingPlaces } from './booking-places.service.ts';
import { BookingViews } from './booking-views.service.ts';
import { BLANK, Holds, JustTaken, toNull } from './holds.service.ts';
import { PersonLimits } from './person-limits.service.ts';
import { ServiceTimes } from './service-times.service.ts';

/** Bookings that staff make, look at and change: of the own unit's points, and those one made for somebody. */
@Injectable()
export class StaffBookings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly codes: BookingCodes,
    private readonly places: BookingPlaces,
    private readonly holds: Holds,
    private readonly limits: PersonLimits,
    private readonly times: ServiceTimes,
    private readonly changes: BookingChanges,
    private readonly views: BookingViews,
  ) {}

  async add(actor: Actor, asked: NewStaffBooking): Promise<StaffBookingView | Repeated<StaffBookingView>> {
    const service = await this.holds.service(asked.serviceId);
    demand(asked.via === 'extra' ? canAddExtra(service.unitId, actor) : canBookForSomeone(actor));
    if (asked.via === 'phone' || asked.via === 'counter') demand(canServe(service.unitId, actor));
    demand(canGive(service.settings, asked, this.clock.now(), true));
    const slot = await this.times.slot(service, asked.day, asked.minute);
    const row = this.newBooking(service, actor, asked);
    await this.places.prepare([row]);
    const made = await this.database
      .work(async (db) => {
        const earlier = await db.findOneBy(Bookings, { id: asked.id });
        if (earlier) return new Repeated(await this.again(db, earlier, actor, asked));
        if (asked.via !== 'extra') await this.limits.demand(db, service, row, row.id);
        await this.places.takeBackLapsed(db, row.poolId, row.day);
        if (!(await this.places.take(db, row, row.via, slot))) throw new JustTaken();
        const booked = { ...row, code: await this.codes.fresh(db) };
        await db.insert(Bookings, booked);
        await this.record(db, actor, 'addStaffBooking', row.id, asked.via);
        return this.views.staffOne(db, booked);
      })
      .catch(toNull);
    return made ?? this.holds.refuse(asked, 'staff');
  }

  /** With the whole phone, which is why each look is recorded. */
  get(actor: Actor, bookingId: string): Promise<StaffBookingView> {
    return this.database.work(async (db) => {
      const row = await this.known(db, actor, await db.findOneBy(Bookings, { id: bookingId }));
      await this.record(db, actor, 'readStaffBooking', bookingId);
      const [view] = await this.views.staff(db, [row], { whole: true });
      return view!;
    });
  }

  async move(actor: Actor, bookingId: string, { id, reason, ...to }: SlotTime & { id: string; reason: string }) {
    const before = await this.database.read(async (db) =>
      this.known(db, actor, await db.findOneBy(Bookings, { id: bookingId })),
    );
    const target = await this.changes.target(before, id, to);
    const moved = await this.database
      .work(async (db) => {
        const row = await this.known(db, actor, await this.database.findForChange(db, Bookings, { id: bookingId }));
        if (row.requests.includes(id)) return new Repeated(await this.views.staffOne(db, row));
        return this.views.staffOne(db, await this.changes.move(db, actor, row, { id, reason, target }));
      })
      .catch(toNull);
    return moved ?? this.holds.refuse({ serviceId: before.serviceId, ...to }, 'staff');
  }

  cancel(actor: Actor, bookingId: string, { id, reason }: { id: string; reason: string }) {
    return this.database.work(async (db) => {
      const row = await this.known(db, actor, await this.database.findForChange(db, Bookings, { id: bookingId }));
      if (row.requests.includes(id)) return new Repeated(await this.views.staffOne(db, row));
      return this.views.staffOne(db, await this.changes.cancel(db, actor, row, { id, reason }));
    });
  }

  /** 已电话告知: of these words; whatever changed since is still to be told. */
  rang(actor: Actor, bookingId: string, { id, words }: { id: string; words: string }) {
    return this.database.work(async (db) => {
      const row = await this.known(db, actor, await this.database.findForChange(db, Bookings, { id: bookingId }));
      if (row.requests.includes(id)) return new Repeated(await this.views.staffOne(db, row));
      if (row.toBeRungAbout === null) demand(refused('wrong-state', '这个预约没有要打电话告知的变动'));
      if (row.toBeRungAbout !== words) demand(refused('wrong-state', '这个预约刚又有变动，请刷新看过，再打一次电话'));
      const step = { at: this.clock.now(), words: `已电话告知：${words}`, byName: actor.name };
      const changed = { toBeRungAbout: null, steps: [...row.steps, step], requests: [...row.requests, id] };
      await db.update(Bookings, { id: bookingId }, changed);
      await this.record(db, actor, 'rangAboutBooking', bookingId);
      return this.views.staffOne(db, { ...row, ...changed });
    });
  }

  /** One of the own unit's points, or one that the actor made; what is only held is nobody's yet. */
  private async known(db: EntityManager, actor: Actor, row: BookingRow | null): Promise<BookingRow> {
    if (!row || row.state === 'held') throw notFound('这个预约');
    if (row.madeBy === actor.personId) return row;
    const service = await db.findOneByOrFail(BookableServices, { id: row.serviceId });
    if (!canServe(service.unitId, actor).allowed) throw notFound('这个预约');
    return row;
  }

  private newBooking(
    { id: serviceId, pointId, poolId, settings }: BookableServiceRow,
    actor: Actor,
    { id, day, minute, via, name, phone, extraReason }: NewStaffBooking,
  ): BookingRow {
    return {
      ...BLANK,
      id,
      serviceId,
      pointId,
      poolId,
      day,
      minute,
      minutes: settings.minutes,
      via,
      extraReason,
      state: 'booked',
      name: this.cipher.encrypt(name),
      phone: phone && this.cipher.encrypt(phone),
      phoneHash: phone && this.cipher.hash(`booking-phone ${phone}`),
      bookedByName: this.cipher.encrypt(actor.name),
      madeBy: actor.personId,
      madeAt: this.clock.now(),
    };
  }

  private async again(db: EntityManager, row: BookingRow, actor: Actor, asked: NewStaffBooking) {
    const opened = (sealed: string | null) => sealed && this.cipher.decrypt(sealed);
    // Where it stands may have changed since it was made.
    const isWhereAsked = row.steps.length > 0 || (row.day === asked.day && row.minute === asked.minute);
    const isSame =
      isWhereAsked &&
      row.madeBy === actor.personId &&
      row.serviceId === asked.serviceId &&
      row.via === asked.via &&
      row.extraReason === asked.extraReason &&
      opened(row.name) === asked.name &&
      opened(row.phone) === asked.phone;
    if (!isSame) throw idTaken();
    return this.views.staffOne(db, row);
  }

  private record(
    db: EntityManager,
    actor: Actor,
    action: AuditAction,
    subjectId: string,
    detail: string | null = null,
  ) {
    return this.audit.record(db, actor, { action, subjectKind: 'booking', subjectId, detail });
  }
}
