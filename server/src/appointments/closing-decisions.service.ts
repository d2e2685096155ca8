import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Between, In, IsNull, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import type {
  ClosingDecision,
  NewClosingDecisions,
  OutsideCount,
  StaffBookingView,
} from '@county/shared/appointments/staff-booking';
import { canServe } from '@county/shared/appointments/booking-rules';
import { timeInWords } from '@county/shared/appointments/booking-words';
import { dayInWords, type Day } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { minuteCursor, readMinuteCursor } from '../http/page-cursor.ts';
import { demand, invalidField, notFound } from '../http/refusal.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { Closures } from '../service-map/closures.service.ts';
import { Bookings, type BookingRow } from './appointments.tables.ts';
import { BookingChanges, type Target } from './booking-changes.service.ts';
import { BookingViews } from './booking-views.service.ts';
import { JustTaken } from './holds.service.ts';
import { OutsideBookings } from './outside-bookings.service.ts';

/** So many are worked through at a time; the rest show once these are done. */
const MOST_SHOWN = 200;

/** What becomes of bookings in a time that is closed: seen first, then each decided and told, none forgotten. */
@Injectable()
export class ClosingDecisions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly points: PublicPoints,
    private readonly closures: Closures,
    private readonly changes: BookingChanges,
    private readonly views: BookingViews,
    private readonly outside: OutsideBookings,
  ) {}

  onModuleInit(): void {
    this.closures.onClosure(async (db, pointId, { from, to }) => {
      const day = Between(from, to);
      const count = await db.countBy(Bookings, { pointId, day, state: 'booked', keptAt: IsNull() });
      if (!count) return null;
      const words = `这几天已有 ${count} 个预约，请先逐个改期、取消或保留`;
      const link = `/pages/appointments/closing/index?point=${pointId}&from=${from}&to=${to}`;
      return { kind: '预约', count, words, link };
    });
  }

  async list(actor: Actor, pointId: string, { from, to, limit, cursor }: PageQuery & { from: Day; to: Day }) {
    await this.demandServed(actor, pointId);
    return this.database.read(async (db): Promise<Page<StaffBookingView>> => {
      const query = db
        .createQueryBuilder(Bookings, 'booking')
        .where({ pointId, day: Between(from, to), state: 'booked' })
        .orderBy('booking.day')
        .addOrderBy('booking.minute')
        .addOrderBy('booking.id')
        .limit(limit + 1);
      const after = readMinuteCursor(cursor);
      if (after) query.andWhere(AFTER, after);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1)! : undefined;
      return { items: await this.views.staff(db, shown), next: last ? minuteCursor(last) : null };
    });
  }

  /** What nobody has decided on, though its time is closed. */
  async listOutside(actor: Actor, pointId: string): Promise<{ items: StaffBookingView[]; reason: string | null }> {
    await this.demandServed(actor, pointId);
    return this.database.read(async (db) => {
      const point = (await this.points.byIds([pointId])).get(pointId);
      // Nobody has a time at a point that is there no more.
      const rows = point ? await this.outside.at(db, point) : [];
      const shown = rows.slice(0, MOST_SHOWN);
      const reason = point ? await this.outside.reasonOf(db, shown, point) : null;
      return { items: await this.views.staff(db, shown), reason };
    });
  }

  /** How many of them there are, at each point one serves. */
  countOutside({ unitIds }: Actor): Promise<{ items: OutsideCount[] }> {
    return this.database.read(async (db) => {
      const counts = await this.outside.countIn(db, unitIds);
      return { items: [...counts].map(([pointId, count]) => ({ pointId, count })) };
    });
  }

  /** What changed and was told to nobody yet; with the whole numbers, which is why each look is recorded. */
  async toRing(actor: Actor, pointId: string): Promise<{ items: StaffBookingView[] }> {
    await this.demandServed(actor, pointId);
    return this.database.work(async (db) => {
      const where = { pointId, day: MoreThanOrEqual(this.clock.today()), toBeRungAbout: Not(IsNull()) };
      const order = { day: 'ASC', minute: 'ASC' } as const;
      const rows = await db.find(Bookings, { where, order, take: MOST_SHOWN });
      if (rows.length) {
        const what = { action: 'readBookingsToRing' as const, subjectKind: 'service-point', subjectId: pointId };
        await this.audit.record(db, actor, { ...what, detail: String(rows.length) });
      }
      return { items: await this.views.staff(db, rows, { whole: true }) };
    });
  }

  /** All of them, or none: a place that was taken meanwhile says which. */
  async decide(actor: Actor, pointId: string, { id, closed, reason, decisions }: NewClosingDecisions) {
    await this.demandServed(actor, pointId);
    const sorted = decisions.toSorted((one, other) => (one.bookingId < other.bookingId ? -1 : 1));
    if (new Set(sorted.map(({ bookingId }) => bookingId)).size < sorted.length)
      throw invalidField('decisions', '同一个预约只能有一个决定，请删去重复的');
    const before = await this.database.read((db) => this.rows(db, pointId, sorted));
    const targets = new Map<string, Target>();
    for (const decision of sorted)
      if (decision.kind === 'move') {
        if (closed && closed.from <= decision.day && decision.day <= closed.to)
          throw invalidField('decisions', `${dayInWords(decision.day, decision.day)} 也要停办，请改到别的日子`);
        targets.set(decision.bookingId, await this.changes.target(before.get(decision.bookingId)!, id, decision));
      }
    return this.database.work(async (db) => {
      const items: BookingRow[] = [];
      for (const decision of sorted)
        items.push(await this.apply(db, actor, pointId, decision, { id, reason, targets }));
      return { items: await this.views.staff(db, items) };
    });
  }

  private async apply(
    db: EntityManager,
    actor: Actor,
    pointId: string,
    decision: ClosingDecision,
    { id, reason, targets }: { id: string; reason: string; targets: ReadonlyMap<string, Target> },
  ): Promise<BookingRow> {
    const { bookingId, kind } = decision;
    const row = await this.database.findForChange(db, Bookings, { id: bookingId, pointId });
    if (!row) throw notFound('其中一个预约');
    if (row.requests.includes(id)) return row;
    if (kind === 'cancel') return this.changes.cancel(db, actor, row, { id, reason });
    if (kind === 'keep') return this.changes.stay(db, actor, row, { id, reason });
    try {
      return await this.changes.move(db, actor, row, { id, reason, target: targets.get(bookingId) ?? null });
    } catch (error) {
      if (!(error instanceof JustTaken)) throw error;
      const time = timeInWords(decision.day, decision.minute);
      demand(refused('just-taken', `${time} 刚刚被约走了，请给 ${row.code} 另选一个时间；其他的也还没有改`));
      throw error;
    }
  }

  private async rows(db: EntityManager, pointId: string, decisions: readonly ClosingDecision[]) {
    const rows = await db.findBy(Bookings, { pointId, id: In(decisions.map(({ bookingId }) => bookingId)) });
    if (rows.length < decisions.length) throw notFound('其中一个预约');
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async demandServed(actor: Actor, pointId: string): Promise<void> {
    demand(canServe(await this.points.unitOf(pointId), actor));
  }
}

const AFTER = `(booking.day > :day OR (booking.day = :day AND (booking.minute > :minute
  OR (booking.minute = :minute AND booking.id > :id))))`;
