import { v7 as newId } from 'uuid';
import type { EventContent } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import type { Answer, CountyOptions } from './county.ts';
import { MappedCounty } from './mapped-county.ts';

export const CHECKED = {
  outcome: 'published',
  secrecyCheck: '已核对，不涉密',
  personalDataCheck: '已核对，没有个人信息',
};

interface People {
  names?: readonly string[];
  phone?: string | null;
  token?: string;
  over?: object;
}

/** A county that holds open days, and what its people do with them. */
export class EventCounty {
  private phones = 0;

  private constructor(readonly map: MappedCounty) {}

  static async start(options: CountyOptions = {}): Promise<EventCounty> {
    return new EventCounty(await MappedCounty.start(options));
  }

  get county() {
    return this.map.county;
  }

  ask(method: string, path: string, body?: object, token?: string): Promise<Answer> {
    return this.county.ask(method, path, { token, body });
  }

  as(person: string, method: string, path: string, body?: object): Promise<Answer> {
    return this.map.as(person, method, path, body);
  }

  /** 青石镇's waterworks in a fortnight, twenty places, sign-up from now until three days before. */
  content(over: Partial<EventContent> = {}): EventContent {
    return {
      title: '走进青石镇自来水厂',
      kind: 'open-day',
      subject: 'environment',
      intro: '看一杯水从河里到家里要走多少路，厂长当面回答水价和水质的问题。',
      programme: [{ time: '09:00', words: '参观沉淀池' }],
      sessions: [{ key: newId(), name: '', day: '2026-12-15', from: '09:00', to: '11:00' }],
      place: {
        pointId: null,
        words: '青石镇水厂路 1 号',
        position: { longitude: 105.52, latitude: 31.47, datum: 'wgs84' },
      },
      groups: [{ key: newId(), name: '居民', who: '', seats: 20 }],
      signUp: {
        opensAt: '2026-11-25T00:00:00.000Z',
        closesAt: '2026-12-12T09:00:00.000Z',
        withdrawHours: 24,
        mostPeople: 5,
        fields: [],
        draw: null,
      },
      bring: '',
      accessibility: '门口有坡道',
      contact: { name: '秦向阳', post: '', phone: '0800-5501234' },
      streamUrl: null,
      attachments: [],
      hearing: null,
      ...over,
    };
  }

  async draft(over: Partial<EventContent> = {}, more: object = {}): Promise<PublicEventDraft> {
    const unitId = await this.map.unitId('青石镇');
    const event = { id: newId(), unitId, content: this.content(over), ...more };
    return good(await this.as('township-officer', 'POST', '/events', event));
  }

  /** Written by its officer, let out by its lead. */
  async event(over: Partial<EventContent> = {}, more: object = {}): Promise<PublicEventDraft> {
    return this.letOut(await this.draft(over, more));
  }

  /** On the price of water, on 20 December, with its papers attached. */
  async hearing(): Promise<PublicEventDraft> {
    const fileId = newId();
    const form = new FormData();
    form.set('id', fileId);
    form.set('file', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), '方案.pdf');
    good(await this.county.ask('POST', '/files', { token: await this.map.token('township-officer'), body: form }));
    return this.event({
      kind: 'hearing',
      sessions: [{ key: newId(), name: '', day: '2026-12-20', from: '09:00', to: '11:00' }],
      attachments: [{ fileId, title: '水价调整方案', isPaper: true }],
      hearing: { papersBy: '2026-12-13', speakingMinutes: 5, rules: '' },
    });
  }

  async letOut({ id, revision }: PublicEventDraft): Promise<PublicEventDraft> {
    const proposed = good<PublicEventDraft>(
      await this.as('township-officer', 'POST', `/events/${id}/proposals`, { onRevision: revision }),
    );
    const body = { onRevision: proposed.revision, review: CHECKED };
    return good(await this.as('unit-lead', 'POST', `/events/${id}/reviews`, body));
  }

  /** Another wording, let out. */
  async change(event: PublicEventDraft, content: EventContent): Promise<PublicEventDraft> {
    const { revision } = good<PublicEventDraft>(await this.as('township-officer', 'GET', `/events/${event.id}`));
    const change = { id: newId(), onRevision: revision, content };
    return this.letOut(good(await this.as('township-officer', 'POST', `/events/${event.id}/changes`, change)));
  }

  signUp(event: PublicEventDraft, { names = ['石大娘'], phone, token, over = {} }: People = {}): Promise<Answer> {
    return this.ask('POST', '/event-sign-ups', { ...this.newSignUp(event, { names, phone }), ...over }, token);
  }

  newSignUp({ id, content }: PublicEventDraft, { names = ['石大娘'], phone }: People = {}) {
    return {
      id: newId(),
      eventId: id,
      sessionKey: content.sessions[0]!.key,
      groupKey: content.groups[0]!.key,
      people: names.map((name) => ({ id: newId(), name })),
      phone: phone === undefined ? this.phone() : phone,
    };
  }

  async signedUp(event: PublicEventDraft, people: People = {}): Promise<SignUpView> {
    return good(await this.signUp(event, people));
  }

  read({ id, key }: Pick<SignUpView, 'id' | 'key'>): Promise<Answer> {
    return this.ask('GET', `/event-sign-ups/${id}?key=${key}`);
  }

  async states(signUps: readonly SignUpView[]): Promise<string[]> {
    const read = await Promise.all(signUps.map((one) => this.read(one)));
    return read.flatMap(({ body }) =>
      (body as SignUpView).attendees.map(({ state, waitingPlace }) =>
        waitingPlace ? `${state} ${waitingPlace}` : state,
      ),
    );
  }

  withdraw({ id, key }: SignUpView, over: object = {}): Promise<Answer> {
    return this.ask('POST', `/event-sign-ups/${id}/withdrawals`, { id: newId(), key, ...over });
  }

  seats({ id, content }: PublicEventDraft, seats: number, over: object = {}): Promise<Answer> {
    const [sessionKey, groupKey] = [content.sessions[0]!.key, content.groups[0]!.key];
    return this.as('township-officer', 'POST', `/events/${id}/seats`, {
      id: newId(),
      sessionKey,
      groupKey,
      seats,
      ...over,
    });
  }

  async public({ id }: Pick<PublicEventDraft, 'id'>): Promise<PublicEvent> {
    // Past the few seconds for which what everybody reads is kept.
    return good(await this.ask('GET', `/public/events/${id}?fresh=${newId()}`));
  }

  later(minutes: number): void {
    this.county.clock.set(new Date(Date.parse(this.county.clock.now()) + minutes * 60_000).toISOString());
  }

  close(): Promise<void> {
    return this.map.close();
  }

  private phone(): string {
    this.phones += 1;
    return `139${String(this.phones).padStart(8, '0')}`;
  }
}

/** The body of an answer that was one. */
export function good<Body>({ status, body }: Answer): Body {
  if (status > 201) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body as Body;
}
