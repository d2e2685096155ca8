import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import type { HeldPlace, HoldExtension, NewHold } from '@county/shared/appointments/booking';
import { canExtend, canHold, HOLD_MINUTES } from '@county/shared/appointments/booking-rules';
import { justTaken } from '@county/shared/appointments/booking-words';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { Measures, type Count } from '../measures/measures.service.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { BookableServices, Bookings, type BookableServiceRow, type BookingRow } from './appointments.tables.ts';
import { BookingKeys } from './booking-keys.service.ts';
import { BookingPlaces } from './booking-places.service.ts';
import { FreePlaces } from './free-places.service.ts';
import { ServiceTimes } from './service-times.service.ts';

/** A whole village may stand behind one address; a programme that holds everything does not get far. */
const MOST_HELD_FROM_ONE_ADDRESS = 20;

/** What somebody was about when another had the time already. */
const LOST = { step: ['hold', 'confirm', 'move', 'staff'] } as const;
type LostStep = (typeof LOST.step)[number];

/** Places kept for some minutes while somebody fills in the form. */
@Injectable()
export class Holds {
  private readonly count: Count<typeof LOST>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: PhoneCipher,
    private readonly keys: BookingKeys,
    private readonly places: BookingPlaces,
    private readonly times: ServiceTimes,
    private readonly free: FreePlaces,
    measures: Measures,
  ) {
    const help = 'Times that somebody else had a moment before, by what was asked for';
    this.count = measures.counter('county_slot_conflicts_total', help, LOST);
  }

  async hold(actor: Actor | undefined, address: string, asked: NewHold): Promise<HeldPlace | Repeated<HeldPlace>> {
    const service = await this.service(asked.serviceId);
    demand(canHold(service.settings, asked, this.clock.now()));
    const slot = await this.times.slot(service, asked.day, asked.minute);
    const row = this.newHold(service, actor, address, asked);
    await this.places.prepare([row]);
    const held = await this.database
      .work(async (db) => {
        const earlier = await db.findOneBy(Bookings, { id: asked.id });
        if (earlier && !isLapsed(earlier, this.clock.now())) return new Repeated(this.again(earlier, service, asked));
        await this.demandFew(db, row.heldFrom);
        await this.places.takeBackLapsed(db, row.poolId, row.day);
        if (!(await this.places.take(db, row, row.via, slot))) throw new JustTaken();
        await db.insert(Bookings, row);
        return this.view(row, service);
      })
      .catch(toNull);
    return held ?? (await this.heldMeanwhile(service, asked)) ?? this.refuse(asked, 'hold');
  }

  /** Sent twice at the same instant, the other one has taken the place. */
  private async heldMeanwhile(service: BookableServiceRow, asked: NewHold): Promise<Repeated<HeldPlace> | undefined> {
    const own = await this.database.read((db) => db.findOneBy(Bookings, { id: asked.id }));
    return own && !isLapsed(own, this.clock.now()) ? new Repeated(this.again(own, service, asked)) : undefined;
  }

  async extend(bookingId: string, { id, key }: HoldExtension, actor: Actor | undefined) {
    return this.database.work(async (db) => {
      const found = await this.database.findForChange(db, Bookings, { id: bookingId });
      const row = this.keys.demand(found, key, actor);
      const service = await this.serviceIn(db, row.serviceId);
      if (row.requests.includes(id)) return new Repeated(this.view(row, service));
      demand(canExtend(service.settings, { state: row.state, extensions: row.requests.length }));
      const heldUntil = this.until(Math.max(Date.parse(row.heldUntil!), Date.parse(this.clock.now())));
      const changed = { heldUntil, requests: [...row.requests, id] };
      await db.update(Bookings, { id: bookingId }, changed);
      return this.view({ ...row, ...changed }, service);
    });
  }

  /** Given back at once; a second time there is nothing to give, which is as well. */
  async release(bookingId: string, key: string, actor: Actor | undefined): Promise<{ id: string }> {
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, Bookings, { id: bookingId });
      if (!row) return { id: bookingId };
      this.keys.demand(row, key, actor);
      if (row.state !== 'held') demand(refused('wrong-state', '这个预约已经约好了，不来了请点“取消预约”'));
      await db.delete(Bookings, { id: bookingId });
      await this.places.giveBack(db, row, row.via);
      return { id: bookingId };
    });
  }

  /** 409 with what is still free, for whoever was a moment too late. */
  async refuse(asked: Pick<NewHold, 'serviceId' | 'day' | 'minute'>, step: LostStep): Promise<never> {
    this.count({ step });
    demand(refused('just-taken', justTaken(await this.free.nextFree(asked.serviceId, asked))));
    throw new Error('never');
  }

  /** For whoever confirms a place that was given to another when the hold had lapsed. */
  gone(): Error {
    this.count({ step: 'confirm' });
    return notFound('占住的时间', '保留时间已过，请重新选一个时间，填的内容还在');
  }

  service(id: string): Promise<BookableServiceRow> {
    return this.database.read((db) => this.serviceIn(db, id));
  }

  private async serviceIn(db: EntityManager, id: string): Promise<BookableServiceRow> {
    const service = await db.findOneBy(BookableServices, { id });
    if (!service) throw notFound('这个可约事项', '可能已经停止预约，请回到服务点重新选择');
    return service;
  }

  private again(earlier: BookingRow, service: BookableServiceRow, { serviceId, day, minute }: NewHold): HeldPlace {
    const isSame = earlier.serviceId === serviceId && earlier.day === day && earlier.minute === minute;
    if (!isSame || earlier.state !== 'held') throw idTaken();
    return this.view(earlier, service);
  }

  private newHold(
    { id: serviceId, pointId, poolId, settings }: BookableServiceRow,
    actor: Actor | undefined,
    address: string,
    { id, day, minute }: NewHold,
  ): BookingRow {
    const isResident = actor?.role === 'resident';
    return {
      ...BLANK,
      id,
      serviceId,
      pointId,
      poolId,
      day,
      minute,
      minutes: settings.minutes,
      state: 'held',
      via: isResident ? 'wechat' : 'web',
      heldUntil: this.until(Date.parse(this.clock.now())),
      heldFrom: this.cipher.hash(`booking-address ${address}`),
      personId: isResident ? actor.personId : null,
      madeAt: this.clock.now(),
    };
  }

  private async demandFew(db: EntityManager, heldFrom: string | null): Promise<void> {
    const live = { state: 'held', heldUntil: MoreThan(this.clock.now()) } as const;
    if ((await db.countBy(Bookings, { ...live, heldFrom: heldFrom! })) < MOST_HELD_FROM_ONE_ADDRESS) return;
    const message = '您所在的网络占住的时间太多了，请先填完或放回几个，10 分钟后再约';
    throw new HttpException({ code: 'too-many', message }, HttpStatus.TOO_MANY_REQUESTS);
  }

  private until(from: number): string {
    return new Date(from + HOLD_MINUTES * 60_000).toISOString();
  }

  private view({ id, serviceId, day, minute, minutes, heldUntil, requests }: BookingRow, service: BookableServiceRow) {
    const extensionsLeft = Math.max(0, service.settings.maxExtensions - requests.length);
    return { id, key: this.keys.of(id), serviceId, day, minute, minutes, heldUntil: heldUntil!, extensionsLeft };
  }
}

/** Ends a unit of work in which a place was not there any more. */
export class JustTaken extends Error {}

export const toNull = (error: unknown): null => {
  if (error instanceof JustTaken) return null;
  throw error;
};

const isLapsed = ({ state, heldUntil }: BookingRow, now: string): boolean => state === 'held' && heldUntil! <= now;

export const BLANK = {
  code: null,
  heldUntil: null,
  heldFrom: null,
  personId: null,
  name: null,
  phone: null,
  phoneHash: null,
  bookedByName: null,
  bookedByPhone: null,
  extraReason: null,
  madeBy: null,
  arrivedAt: null,
  calledAt: null,
  servedAt: null,
  endedAt: null,
  toBeRungAbout: null,
  keptAt: null,
  steps: [],
  requests: [],
  isErased: false,
} satisfies Partial<BookingRow>;
