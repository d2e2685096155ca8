import { v7 as newId } from 'uuid';
import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import type { NewServicePoint, PublicPoint, ServicePointView } from '@county/shared/service-map/service-point';
import { NOTHING_KNOWN } from '@county/shared/service-map/accessibility';
import { startRemindedCounty, type RemindedCounty } from './reminded-county.ts';
import type { Answer, CountyOptions } from './county.ts';

const OFFICE_DAY = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '17:30' },
];
export const OFFICE_HOURS: OpeningHours = {
  seasons: [{ from: null, to: null, week: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []] }],
  calendar: 'working-days',
  holidays: [],
  exceptions: [],
};

/** A county with its map, and what its people do with the points. */
export class MappedCounty {
  private tokens: Record<string, string> = {};
  private readonly units = new Map<string, string>();

  private constructor(readonly reminded: RemindedCounty) {}

  static async start(options: CountyOptions = {}): Promise<MappedCounty> {
    return new MappedCounty(await startRemindedCounty(options));
  }

  get county() {
    return this.reminded.county;
  }

  /** Sets the clock, in Shanghai; nobody is signed in any more. */
  at(day: string, time?: string): void {
    this.reminded.at(day, time);
    this.tokens = {};
  }

  async token(person: string): Promise<string> {
    return (this.tokens[person] ??= await this.county.signIn(person));
  }

  async as(person: string, method: string, path: string, body?: object): Promise<Answer> {
    return this.county.ask(method, path, { token: await this.token(person), body });
  }

  async unitId(name: string): Promise<string> {
    let id = this.units.get(name);
    if (!id) {
      const { body } = await this.county.ask('GET', `/org-units?limit=200&text=${encodeURIComponent(name)}`);
      id = body.items.find((unit: { name: string }) => unit.name === name)?.id as string | undefined;
      if (!id) throw new Error(`there is no unit ${name}`);
      this.units.set(name, id);
    }
    return id;
  }

  /** A service station of 石桥村 as its officer would put it in. */
  async newPoint(over: Partial<NewServicePoint> = {}): Promise<NewServicePoint> {
    return {
      id: newId(),
      unitId: await this.unitId('青石镇石桥村'),
      kind: 'service-station',
      name: '石桥村老年活动室代办点',
      address: '石桥村三组',
      landmark: '大榕树旁',
      position: { longitude: 105.52, latitude: 31.47, datum: 'wgs84' },
      phone: '0800-5519999',
      hours: OFFICE_HOURS,
      windows: [{ id: newId(), name: '代办窗口', services: [{ guideId: null, words: '代缴水费' }], hours: null }],
      staff: [{ name: '石小桥', duty: '代办员' }],
      accessibility: NOTHING_KNOWN,
      languages: ['普通话'],
      queueHint: '',
      photoId: null,
      servesUnitIds: [],
      insideId: null,
      ...over,
    };
  }

  /** A point that is there, put in by the village's officer. */
  async point(over: Partial<NewServicePoint> = {}): Promise<NewServicePoint> {
    const point = await this.newPoint(over);
    const { status, body } = await this.as('village-officer', 'POST', '/service-points', point);
    if (status !== 201) throw new Error(`the point was not taken: ${JSON.stringify(body)}`);
    return point;
  }

  async view(id: string, person = 'village-officer'): Promise<ServicePointView> {
    return (await this.as(person, 'GET', `/service-points/${id}`)).body;
  }

  /** Changes facts of a point, on the version given or the present one. */
  async change(person: string, { id: pointId, unitId: _unitId, ...facts }: NewServicePoint, over: object = {}) {
    const { version } = await this.view(pointId);
    const body = { ...facts, id: newId(), onVersion: version, ...over };
    return this.as(person, 'POST', `/service-points/${pointId}/changes`, body);
  }

  async publicPoints(query = ''): Promise<PublicPoint[]> {
    return (await this.county.ask('GET', `/public/service-points?limit=500${query}`)).body.items;
  }

  publicPoint(id: string): Promise<Answer> {
    return this.county.ask('GET', `/public/service-points/${id}`);
  }

  report(pointId: string, over: object = {}): Promise<Answer> {
    const body = { id: newId(), subject: 'phone', words: '电话打不通，换号了', ...over };
    return this.county.ask('POST', `/public/service-points/${pointId}/corrections`, { body });
  }

  close(): Promise<void> {
    return this.county.close();
  }
}
