import { v7 as newId } from 'uuid';
import type { NewBookableService } from '@county/shared/appointments/bookable-service';
import type { BookingView, HeldPlace } from '@county/shared/appointments/booking';
import type { Answer, CountyOptions } from './county.ts';
import { MappedCounty } from './mapped-county.ts';

const MORNING = [{ from: '08:30', to: '12:00', places: 1 }];

/** A county in which things can be booked, and what its people do with it. */
export class BookingCounty {
  private constructor(readonly map: MappedCounty) {}

  static async start(options: CountyOptions = {}): Promise<BookingCounty> {
    return new BookingCounty(await MappedCounty.start(options));
  }

  get county() {
    return this.map.county;
  }

  ask(method: string, path: string, body?: object, token?: string): Promise<Answer> {
    return this.county.ask(method, path, { token, body });
  }

  /** At 石桥村's station, every half hour of the morning, one place each; no lead time. */
  async newService(over: Partial<NewBookableService> = {}): Promise<NewBookableService> {
    return {
      id: newId(),
      pointId: over.pointId ?? (await this.map.point()).id,
      name: '办社保卡',
      windowId: null,
      guideId: null,
      minutes: 30,
      everyMinutes: 30,
      week: [MORNING, MORNING, MORNING, MORNING, MORNING, [], []],
      exceptions: [],
      leadMinutes: 0,
      horizonDays: 14,
      walkInShare: 0,
      placesForOld: 0,
      limitPerPerson: 2,
      cutOffMinutes: 60,
      maxExtensions: 2,
      noShowPolicy: null,
      note: '',
      isOffered: true,
      ...over,
    };
  }

  async service(over: Partial<NewBookableService> = {}): Promise<NewBookableService> {
    const service = await this.newService(over);
    const { status, body } = await this.map.as('village-officer', 'POST', '/bookable-services', service);
    if (status !== 201) throw new Error(`the service was not taken: ${JSON.stringify(body)}`);
    return service;
  }

  async freeTimes(serviceId: string, day: string): Promise<string[]> {
    const { body } = await this.ask('GET', `/public/bookable-services/${serviceId}/free-times?from=${day}&days=1`);
    return body.days[0].times.map(({ minute, left }: { minute: number; left: number }) => `${clock(minute)} ×${left}`);
  }

  hold(serviceId: string, day: string, time: string, over: object = {}, token?: string): Promise<Answer> {
    return this.ask('POST', '/bookings', { id: newId(), serviceId, day, minute: minuteOf(time), ...over }, token);
  }

  confirm({ id, key }: HeldPlace, over: object = {}, token?: string): Promise<Answer> {
    const body = { key, name: '石大娘', phone: '13800000001', ...over };
    return this.ask('POST', `/bookings/${id}/confirmations`, body, token);
  }

  /** A booking that stands. */
  async booked(serviceId: string, day: string, time: string, over: object = {}, token?: string): Promise<BookingView> {
    const held = await this.hold(serviceId, day, time, {}, token);
    if (held.status !== 201) throw new Error(`not held: ${JSON.stringify(held.body)}`);
    const { status, body } = await this.confirm(held.body, over, token);
    if (status !== 201) throw new Error(`not confirmed: ${JSON.stringify(body)}`);
    return body;
  }

  later(minutes: number): void {
    this.county.clock.set(new Date(Date.parse(this.county.clock.now()) + minutes * 60_000).toISOString());
  }

  close(): Promise<void> {
    return this.map.close();
  }
}

export const minuteOf = (time: string): number => Number(time.slice(0, -3)) * 60 + Number(time.slice(-2));
const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
