import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SlotTime } from '@county/shared/appointments/booking';
import { canGive } from '@county/shared/appointments/booking-rules';
import { timeInWords } from '@county/shared/appointments/booking-words';
import type { Slot } from '@county/shared/appointments/slots';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { alsoToTell } from '@county/shared/people/to-tell';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { demand } from '../http/refusal.ts';
import { Bookings, type BookingRow } from './appointments.tables.ts';
import { BookingNotices } from './booking-notices.service.ts';
import { BookingPlaces, type Stretch } from './booking-places.service.ts';
import { Holds, JustTaken } from './holds.service.ts';
import { ServiceTimes } from './service-times.service.ts';

/** Where a booking is to go, looked up before the unit of work begins; null where it has gone there before. */
export type Target = { stretch: Stretch; slot: Slot } | null;

interface Change {
  id: string;
  reason: string;
}

/** What a place changes of bookings, each told to whoever made it: in WeChat, or by a telephone call that is noted. */
@Injectable()
export class BookingChanges {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly places: BookingPlaces,
    private readonly holds: Holds,
    private readonly times: ServiceTimes,
    private readonly notices: BookingNotices,
  ) {}

  async target(row: BookingRow, requestId: string, { day, minute }: SlotTime): Promise<Target> {
    if (row.requests.includes(requestId)) return null;
    const service = await this.holds.service(row.serviceId);
    demand(canGive(service.settings, { day, minute }, this.clock.now(), false));
    const slot = await this.times.slot(service, day, minute);
    const stretch = { poolId: service.poolId, day, minute, minutes: service.settings.minutes };
    await this.places.prepare([stretch]);
    return { stretch, slot };
  }

  /** Ends the unit of work with JustTaken where the place is there no more. */
  async move(db: EntityManager, actor: Actor, row: BookingRow, change: Change & { target: Target }) {
    demandOpen(row);
    const { stretch, slot } = change.target!;
    await this.places.takeBackLapsed(db, stretch.poolId, stretch.day);
    // Moved by the place, not chosen on the web: it may stand on what is kept from the web.
    const isFree = await this.places.moveByStaff(db, row, stretch, slot);
    if (!isFree) throw new JustTaken();
    const words = `从 ${timeInWords(row.day, row.minute)} 改到 ${timeInWords(stretch.day, stretch.minute)}`;
    const moved = await this.keep(db, actor, { ...row, ...stretch, keptAt: null }, change, words);
    await this.notices.plan(db, moved);
    return this.tell(db, moved, change, words);
  }

  async cancel(db: EntityManager, actor: Actor, row: BookingRow, change: Change): Promise<BookingRow> {
    demandOpen(row);
    await this.places.giveBack(db, row, row.via);
    const words = `${timeInWords(row.day, row.minute)} 的预约取消了`;
    const ended = { ...row, state: 'cancelled' as const, endedAt: this.clock.now() };
    const cancelled = await this.keep(db, actor, ended, change, words);
    await this.notices.stop(db, row);
    return this.tell(db, cancelled, change, words);
  }

  async stay(db: EntityManager, actor: Actor, row: BookingRow, change: Change): Promise<BookingRow> {
    demandOpen(row);
    const words = `${timeInWords(row.day, row.minute)} 的预约照常办理`;
    const kept = await this.keep(db, actor, { ...row, keptAt: this.clock.now() }, change, words);
    return this.tell(db, kept, change, words);
  }

  private async keep(db: EntityManager, actor: Actor, row: BookingRow, { id, reason }: Change, words: string) {
    const step = { at: this.clock.now(), words: `${words}：${reason}`, byName: actor.name };
    const kept = { ...row, steps: [...row.steps, step], requests: [...row.requests, id] };
    const { id: bookingId, ...columns } = kept;
    await db.update(Bookings, { id: bookingId }, columns);
    await this.audit.record(db, actor, {
      action: 'changeBookingByStaff',
      subjectKind: 'booking',
      subjectId: bookingId,
      // The reason may tell of a person: it is kept with the booking, and erased with it.
      detail: words,
    });
    return kept;
  }

  private async tell(db: EntityManager, row: BookingRow, { id, reason }: Change, words: string): Promise<BookingRow> {
    const sentence = `${words}：${reason}`;
    if (await this.notices.changed(db, row, id, sentence)) return row;
    const toBeRungAbout = alsoToTell(row.toBeRungAbout, sentence);
    await db.update(Bookings, { id: row.id }, { toBeRungAbout });
    return { ...row, toBeRungAbout };
  }
}

function demandOpen({ state }: BookingRow): void {
  if (state !== 'booked') demand(refused('wrong-state', '这个预约已经取消，或已经在办理了'));
}
