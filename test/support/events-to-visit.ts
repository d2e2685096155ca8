import { v7 as newId } from 'uuid';
import type { EventContent } from '@county/shared/public-events/event-content';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import type { County } from './county.ts';
import { CHECKED } from './event-county.ts';

const SIGN_UP_ON = '2026-11-25T02:00:00.000Z';
const VISITED_ON = '2026-11-26T02:00:00.000Z';

export interface EventsToVisit {
  /** Drawn, and taking place on the day of the visit. */
  drawn: string;
  /** The same, still to be drawn. */
  toDraw: string;
  hearing: string;
  /** One of the sign-ups of the first. */
  signUp: string;
}

/** Events of 青石镇 as its people find them on the day: one to check in at, one to draw for, one to be heard at. */
export async function eventsToVisit(county: County): Promise<EventsToVisit> {
  county.clock.set(SIGN_UP_ON);
  const as = async (person: string | null, method: string, route: string, body?: unknown) => {
    const token = person ? await county.signIn(person) : undefined;
    const reply = await county.ask(method, route, { token, body });
    if (reply.status > 201) throw new Error(`${route} answers ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const units = await as(null, 'GET', `/org-units?limit=200&text=${encodeURIComponent('青石镇')}`);
  const unitId = units.items.find(({ name }: { name: string }) => name === '青石镇').id;
  const letOut = async (content: EventContent): Promise<string> => {
    const { id, revision } = await as('township-officer', 'POST', '/events', { id: newId(), unitId, content });
    const proposed = await as('township-officer', 'POST', `/events/${id}/proposals`, { onRevision: revision });
    await as('unit-lead', 'POST', `/events/${id}/reviews`, { onRevision: proposed.revision, review: CHECKED });
    return id;
  };
  const signUp = async (eventId: string, { sessions, groups }: EventContent, names: readonly string[], at: number) => {
    const people = names.map((name) => ({ id: newId(), name }));
    const where = { eventId, sessionKey: sessions[0]!.key, groupKey: groups[0]!.key };
    const body = { id: newId(), ...where, people, phone: `1390000${1000 + at}`, agreesToNames: true };
    return (await as(null, 'POST', '/event-sign-ups', body)) as SignUpView;
  };
  const fill = async (content: EventContent) => {
    const eventId = await letOut(content);
    const made: SignUpView[] = [];
    for (const [at, names] of [['石大娘', '罗大爷'], ['陈建国'], ['李秀兰'], ['王德贵']].entries())
      made.push(await signUp(eventId, content, names, at));
    return { eventId, signUpId: made[0]!.id };
  };
  const drawn = await fill(openDay('青石镇自来水厂开放日'));
  const toDraw = await fill(openDay('青石镇污水处理厂开放日'));
  const hearing = await fill(await hearingContent(county));
  county.clock.set(VISITED_ON);
  const seed = { id: newId(), seed: '310245', repeated: '310245' };
  await as('township-officer', 'POST', `/events/${drawn.eventId}/draws`, seed);
  return { drawn: drawn.eventId, toDraw: toDraw.eventId, hearing: hearing.eventId, signUp: drawn.signUpId };
}

const openDay = (title: string): EventContent => ({
  title,
  kind: 'open-day',
  subject: 'environment',
  intro: '看一杯水从河里到家里要走多少路，厂长当面回答水价和水质的问题。',
  programme: [{ time: '15:00', words: '参观沉淀池' }],
  sessions: [{ key: newId(), name: '', day: '2026-11-26', from: '15:00', to: '17:00' }],
  place: {
    pointId: null,
    words: '青石镇水厂路 1 号',
    position: { longitude: 105.52, latitude: 31.47, datum: 'wgs84' },
  },
  groups: [{ key: newId(), name: '居民', who: '', seats: 3 }],
  signUp: {
    opensAt: '2026-11-25T00:00:00.000Z',
    closesAt: '2026-11-25T09:00:00.000Z',
    withdrawHours: 2,
    mostPeople: 5,
    fields: [],
    draw: { seedSource: '11月25日全国性彩票公布的当期中奖号码', drawnOn: '2026-11-26' },
  },
  bring: '',
  accessibility: '门口有坡道',
  contact: { name: '秦向阳', post: '', phone: '0800-5501234' },
  streamUrl: null,
  attachments: [],
  hearing: null,
});

async function hearingContent(county: County): Promise<EventContent> {
  const fileId = newId();
  const form = new FormData();
  form.set('id', fileId);
  form.set('file', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), '方案.pdf');
  await county.ask('POST', '/files', { token: await county.signIn('township-officer'), body: form });
  const usual = openDay('青石镇自来水价格调整听证会');
  return {
    ...usual,
    kind: 'hearing',
    sessions: [{ key: newId(), name: '', day: '2026-12-10', from: '09:00', to: '11:00' }],
    groups: [{ key: newId(), name: '消费者', who: '', seats: 10 }],
    signUp: { ...usual.signUp!, closesAt: '2026-12-02T09:00:00.000Z', draw: null },
    attachments: [{ fileId, title: '水价调整方案', isPaper: true }],
    hearing: { papersBy: '2026-12-03', speakingMinutes: 5, rules: '' },
  };
}
