import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { PublicQueue } from '@county/shared/appointments/booking';
import { canServe, canStepAt } from '@county/shared/appointments/booking-rules';
import { inTurn, waitingMinutes } from '@county/shared/appointments/queue-rules';
import { CELL_MINUTES } from '@county/shared/appointments/slots';
import type {
  NewArrival,
  NewCallNext,
  NewCounterStep,
  NewWalkIn,
  PointDay,
} from '@county/shared/appointments/staff-booking';
import { shanghaiDay, shanghaiTime, type Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { minutesOf } from '@county/shared/service-map/clock-span';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { BookableServices, Bookings, type BookingRow } from './appointments.tables.ts';
import { BookingCodes } from './booking-codes.service.ts';
import { BookingViews } from './booking-views.service.ts';
import { BLANK } from './holds.service.ts';
import { OutsideBookings } from './outside-bookings.service.ts';

const EARLIEST_MS = 3 * 86_400_000;
const LATEST_MS = 5 * 60_000;

/** Which time a state is noted as. */
const NOTED_AS = {
  arrived: 'arrivedAt',
  called: 'calledAt',
  serving: 'servedAt',
  done: 'endedAt',
  'no-show': 'endedAt',
} as const;

/** A day at a point: who has a time, who came, whose turn it is. What was noted without signal may come later. */
@Injectable()
export class CounterQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly points: PublicPoints,
    private readonly codes: BookingCodes,
    private readonly views: BookingViews,
    private readonly outside: OutsideBookings,
  ) {}

  async day(actor: Actor, pointId: string, day: Day | undefined): Promise<PointDay> {
    const point = await this.served(actor, pointId);
    return this.database.read(async (db) => {
      const on = day ?? this.clock.today();
      const where = { pointId, day: on, state: Not('held' as const) };
      const rows = await db.find(Bookings, { where, order: { minute: 'ASC', id: 'ASC' } });
      const waiting = rows.filter(({ state }) => state === 'arrived').length;
      const services = await db.find(BookableServices, { where: { pointId }, order: { id: 'ASC' } });
      return {
        pointId,
        pointName: point.name,
        day: on,
        services: services.map(({ id, settings }) => ({ id, name: settings.name })),
        bookings: await this.views.staff(db, rows),
        waiting,
        waitingMinutes: waitingMinutes(rows),
        toRing: await db.countBy(Bookings, {
          pointId,
          day: MoreThanOrEqual(this.clock.today()),
          toBeRungAbout: Not(IsNull()),
        }),
        outside: (await this.outside.at(db, point)).length,
      };
    });
  }

  /** Of today, for everybody: only where the counter calls people, else a wait would be made up. */
  publicQueue(pointId: string): Promise<PublicQueue> {
    return this.database.read(async (db) => {
      const today = { pointId, day: this.clock.today() };
      const rows = await db.findBy(Bookings, { ...today, state: In(['arrived', 'called', 'serving'] as const) });
      const asOf = this.clock.now();
      if (!(await db.existsBy(Bookings, { ...today, calledAt: Not(IsNull()) })))
        return { waiting: null, minutes: null, asOf };
      const waiting = rows.filter(({ state }) => state === 'arrived').length;
      return { waiting, minutes: waitingMinutes(rows), asOf };
    });
  }

  async arrive(actor: Actor, pointId: string, { id, bookingId, code, happenedAt }: NewArrival) {
    await this.served(actor, pointId);
    this.demandWhen(happenedAt);
    return this.database.work(async (db) => {
      const found = await db.findOneBy(Bookings, bookingId ? { id: bookingId } : { code: code! });
      if (!found || found.state === 'held') throw notFound('这个预约', '请核对预约号，或按现场取号办理');
      if (found.pointId !== pointId) demand(refused('wrong-state', await this.elsewhere(found)));
      const row = (await this.database.findForChange(db, Bookings, { id: found.id }))!;
      if (row.day !== shanghaiDay(happenedAt))
        demand(refused('wrong-state', `这个预约是 ${row.day} 的，今天可以按现场取号办理`));
      return this.step(db, actor, row, { id, to: 'arrived', happenedAt });
    });
  }

  async walkIn(actor: Actor, pointId: string, { id, serviceId, name, happenedAt }: NewWalkIn) {
    await this.served(actor, pointId);
    this.demandWhen(happenedAt);
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(Bookings, { id });
      if (earlier) {
        const isSame =
          earlier.via === 'walk-in' &&
          earlier.serviceId === serviceId &&
          earlier.pointId === pointId &&
          (earlier.name && this.cipher.decrypt(earlier.name)) === name;
        if (!isSame) throw idTaken();
        return new Repeated(await this.views.staffOne(db, earlier));
      }
      const service = await db.findOneBy(BookableServices, { id: serviceId, pointId });
      if (!service) throw invalidField('serviceId', '这个服务点没有这个事项，请重新选择');
      const minute = minutesOf(shanghaiTime(happenedAt));
      const row: BookingRow = {
        ...BLANK,
        id,
        serviceId,
        pointId,
        poolId: service.poolId,
        minutes: service.settings.minutes,
        day: shanghaiDay(happenedAt),
        minute: minute - (minute % CELL_MINUTES),
        state: 'arrived',
        via: 'walk-in',
        code: await this.codes.fresh(db),
        name: name && this.cipher.encrypt(name),
        madeBy: actor.personId,
        arrivedAt: happenedAt,
        madeAt: this.clock.now(),
      };
      await db.insert(Bookings, row);
      await this.record(db, actor, 'addWalkIn', id);
      return this.views.staffOne(db, row);
    });
  }

  /** Two counters that call at once get one person each. */
  async callNext(actor: Actor, pointId: string, { id, windowId, happenedAt }: NewCallNext) {
    await this.served(actor, pointId);
    this.demandWhen(happenedAt);
    return this.database.work(async (db) => {
      const rows = await db.find(Bookings, {
        where: { pointId, day: shanghaiDay(happenedAt), state: Not('held' as const) },
        order: { id: 'ASC' },
        ...this.database.lock('pessimistic_write'),
      });
      const earlier = rows.find(({ requests }) => requests.includes(id));
      if (earlier) return new Repeated({ called: await this.views.staffOne(db, earlier) });
      const services = await db.findBy(BookableServices, { pointId });
      const windows = new Map(services.map((service) => [service.id, service.settings.windowId]));
      const isHere = ({ serviceId }: BookingRow) =>
        windowId === null || [windowId, null, undefined].includes(windows.get(serviceId));
      const [next] = inTurn(rows.filter((row) => row.state === 'arrived' && isHere(row)));
      if (!next) return { called: null };
      const called = await this.step(db, actor, next, { id, to: 'called', happenedAt });
      return { called: called instanceof Repeated ? called.reply : called };
    });
  }

  async stepOf(actor: Actor, bookingId: string, step: NewCounterStep) {
    this.demandWhen(step.happenedAt);
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, Bookings, { id: bookingId });
      if (!row || row.state === 'held') throw notFound('这个预约');
      const service = await db.findOneByOrFail(BookableServices, { id: row.serviceId });
      if (!canServe(service.unitId, actor).allowed) throw notFound('这个预约');
      return this.step(db, actor, row, step);
    });
  }

  private async step(db: EntityManager, actor: Actor, row: BookingRow, { id, to, happenedAt }: NewCounterStep) {
    if (row.requests.includes(id)) return new Repeated(await this.views.staffOne(db, row));
    demand(canStepAt(row, to, happenedAt));
    const times = { [NOTED_AS[to]]: happenedAt, ...(to === 'arrived' ? { endedAt: null } : {}) };
    const changed = { state: to, ...times, requests: [...row.requests, id] };
    await db.update(Bookings, { id: row.id }, changed);
    await this.record(db, actor, `booking:${to}`, row.id);
    return this.views.staffOne(db, { ...row, ...changed });
  }

  /** By the counter's own clock, which may be a little fast; older than some days is another visit. */
  private demandWhen(happenedAt: string): void {
    const ago = Date.parse(this.clock.now()) - Date.parse(happenedAt);
    if (ago < -LATEST_MS) throw invalidField('happenedAt', '发生时间在将来，请检查这台设备的时间');
    if (ago > EARLIEST_MS) throw invalidField('happenedAt', '超过 3 天的办理记录不能再补，请找管理员');
  }

  private async elsewhere({ pointId }: BookingRow): Promise<string> {
    const point = (await this.points.placesById([pointId])).get(pointId);
    return `这个预约约的是“${point?.name ?? '别的服务点'}”，要在这里办请按现场取号`;
  }

  private async served(actor: Actor, pointId: string): Promise<PublicPoint> {
    const point = await this.points.get(pointId);
    demand(canServe(point.unitId, actor));
    return point;
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string) {
    return this.audit.record(db, actor, { action, subjectKind: 'booking', subjectId });
  }
}
