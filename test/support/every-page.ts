import { readFileSync } from 'node:fs';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import type { County } from './county.ts';
import { eventsToVisit, type EventsToVisit } from './events-to-visit.ts';

type Query = Record<string, string>;

/** Who looks at a page of the demo county (nobody signed in: null), and at which record. */
interface Visit {
  person: string | null;
  query?: (find: Finder) => Promise<Query>;
}

/** Looks records of the demo county up as their people would. */
class Finder {
  constructor(private readonly county: County) {}

  async get(person: string | null, route: string) {
    const token = person ? await this.county.signIn(person) : undefined;
    const { status, body } = await this.county.ask('GET', route, { token });
    if (status !== 200) throw new Error(`${route} answers ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  async post(person: string | null, route: string, body: object) {
    const token = person ? await this.county.signIn(person) : undefined;
    const reply = await this.county.ask('POST', route, { token, body });
    if (reply.status !== 201) throw new Error(`${route} answers ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  private made: Promise<EventsToVisit> | undefined;

  /** Of those that were made for the visit, once for all pages. */
  async event(which: keyof EventsToVisit): Promise<Query> {
    this.made ??= eventsToVisit(this.county);
    return { id: (await this.made)[which] };
  }

  /** The id of the first of a list that fits. */
  async first(person: string | null, route: string, fits: (item: never) => boolean = () => true): Promise<string> {
    const found = (await this.get(person, route)).items.find(fits);
    if (!found) throw new Error(`${person ?? 'nobody'} finds nothing under ${route}`);
    return found.id;
  }
}

const none = (person: string | null): Visit => ({ person });
const at = (person: string | null, query: (find: Finder) => Promise<Query>): Visit => ({ person, query });
const firstOf = (person: string | null, route: string, name = 'id'): Visit =>
  at(person, async (find) => ({ [name]: await find.first(person, route) }));

const planId = async (find: Finder): Promise<string> =>
  find.first(
    'supervisor',
    '/task-breakdowns',
    ({ carriedFromId }: { carriedFromId: string | null }) => !!carriedFromId,
  );
/** One in progress where the person has one; otherwise the first of theirs. */
const openLine = async (find: Finder, person: string): Promise<string> => {
  const { items } = await find.get(person, '/assignments?limit=200');
  return (items.find(({ status }: { status: string }) => status === 'in-progress') ?? items[0]).id;
};
const line = (person: string): Visit => at(person, async (find) => ({ id: await openLine(find, person) }));
const task = async (find: Finder): Promise<Query> => ({
  id: (await find.get('village-officer', '/assignments')).items[0].taskId,
});
const centre = async (find: Finder): Promise<string> =>
  find.first('township-officer', '/service-points', ({ name }: { name: string }) => name === '青石镇便民服务中心');
const ownPoint: Visit = at('township-officer', async (find) => ({ id: await centre(find) }));
const guide = async (find: Finder): Promise<string> =>
  find.first(null, '/public/service-guides', ({ plainTitle }: { plainTitle: string }) => plainTitle === '办社保卡');
/** An event for which one signs up now, by nothing but names and a phone. */
const openEvent = async (find: Finder): Promise<string> => {
  const { items } = await find.get(null, '/public/events?limit=100');
  const at = '2026-11-26T02:00:00.000Z';
  for (const { id, signUp, isCancelled, isDraw } of items) {
    if (!signUp || isCancelled || isDraw || signUp.opensAt > at || signUp.closesAt <= at) continue;
    const { content } = await find.get(null, `/public/events/${id}`);
    if (content.kind !== 'hearing' && !content.signUp.fields.length) return id;
  }
  throw new Error('no event of the demo takes sign-ups');
};
/** One that is over, with what came of it. */
const recordedEvent = (find: Finder): Promise<string> =>
  find.first(null, '/public/events?part=over&limit=100', ({ hasRecord }: { hasRecord: boolean }) => hasRecord);
const service = async (find: Finder): Promise<string> => find.first('township-officer', '/bookable-services');
const freeTime = async (find: Finder) => {
  const serviceId = await service(find);
  const { days } = await find.get(null, `/public/bookable-services/${serviceId}/free-times?from=2026-11-30&days=5`);
  const { day, times } = days.find(({ times: some }: { times: object[] }) => some.length);
  return { serviceId, day, minute: times[0].minute as number };
};
/** A resident's booking, with the key that opens it. */
const booking = async (find: Finder): Promise<Query> => {
  const { id, key } = await find.post(null, '/bookings', { id: newId(), ...(await freeTime(find)) });
  await find.post(null, `/bookings/${id}/confirmations`, { key, name: '石大娘', phone: '13800000001' });
  return { id, key };
};

const VISITS: Record<string, Visit> = {
  'tabs/home/index': none(null),
  'tabs/map/index': none(null),
  'tabs/affairs/index': none(null),
  'tabs/events/index': none(null),
  'tabs/me/index': none('village-officer'),
  'pages/tasks/my/index': none('village-officer'),
  'pages/tasks/line/index': line('village-officer'),
  'pages/tasks/report/index': line('village-officer'),
  'pages/tasks/complete/index': line('village-officer'),
  'pages/tasks/return/index': line('unit-lead'),
  'pages/tasks/recheck/index': line('supervisor'),
  'pages/tasks/hand-down/index': line('unit-lead'),
  'pages/tasks/extend/index': line('village-officer'),
  'pages/tasks/extensions/index': none('supervisor'),
  'pages/tasks/task/index': at('supervisor', task),
  'pages/tasks/outbox/index': none('village-officer'),
  'pages/tasks/breakdowns/index': none('supervisor'),
  'pages/tasks/preview/index': at('supervisor', async (find) => {
    const file = path.resolve(import.meta.dirname, '../../seeds/originals/annex-1-task-breakdown.txt');
    const text = readFileSync(file, 'utf8');
    return { id: (await find.post('supervisor', '/task-breakdowns/previews/from-text', { text })).id };
  }),
  'pages/tasks/ledger/index': at('supervisor', async (find) => ({ id: await planId(find) })),
  'pages/tasks/heat-table/index': at('supervisor', async (find) => ({ id: await planId(find) })),
  'pages/tasks/alerts/index': at('supervisor', async (find) => ({ id: await planId(find) })),
  'pages/tasks/reminder-settings/index': at('supervisor', async (find) => ({ id: await planId(find) })),
  'pages/tasks/sheet/index': at('township-officer', async (find) => ({
    id: await planId(find),
    unitId: (await find.get('township-officer', '/assignments?limit=1')).items[0].unitId,
  })),
  'pages/tasks/public/index': none(null),
  'pages/people/sign-in/index': none(null),
  'pages/people/invitation/index': none(null),
  'pages/people/index/index': none('administrator'),
  'pages/people/roster/index': none('administrator'),
  'pages/people/reminder-ways/index': none('village-officer'),
  'pages/people/sign-in-safety/index': none('administrator'),
  'pages/audit/index/index': none('administrator'),
  'pages/operation/index/index': none('administrator'),
  'pages/reminders/inbox/index': none('village-officer'),
  'pages/reminders/stand-ins/index': none('unit-lead'),
  'pages/reminders/telephone-list/index': none('supervisor'),
  'pages/circulars/list/index': none('supervisor'),
  'pages/circulars/draft/index': at('supervisor', async (find) => ({ breakdownId: await planId(find) })),
  'pages/circulars/circular/index': firstOf('supervisor', '/circulars'),
  'pages/supervision-orders/list/index': none('supervisor'),
  'pages/supervision-orders/issue/index': none('supervisor'),
  'pages/supervision-orders/order/index': firstOf('supervisor', '/supervision-orders'),
  'pages/about/index/index': none(null),
  'pages/about/privacy/index': none(null),
  'pages/about/own-data/index': none('resident'),
  'pages/complaints/new/index': none(null),
  'pages/complaints/list/index': none('administrator'),
  'pages/task-questions/task/index': firstOf(null, '/public/tasks'),
  'pages/task-questions/ask/index': firstOf(null, '/public/tasks'),
  'pages/task-questions/mine/index': none(null),
  'pages/task-questions/list/index': none('supervisor'),
  'pages/task-questions/question/index': firstOf('supervisor', '/task-questions'),
  'pages/nudges/list/index': none('supervisor'),
  'pages/nudges/nudge/index': at('supervisor', async (find) => {
    const lines = { by: 'filter', breakdownId: await planId(find), filter: {} };
    const body = { id: newId(), words: '请今天下班前填报进展', lines };
    return { id: (await find.post('supervisor', '/nudges', body)).id };
  }),
  'pages/service-map/point/index': at(null, async (find) => ({ id: await centre(find) })),
  'pages/service-map/correction/index': at(null, async (find) => ({ id: await centre(find) })),
  'pages/service-map/village/index': none(null),
  'pages/service-map/paper/index': none(null),
  'pages/service-map/manage/index': none('township-officer'),
  'pages/service-map/edit/index': ownPoint,
  'pages/service-map/history/index': ownPoint,
  'pages/service-map/check/index': ownPoint,
  'pages/service-map/closure/index': ownPoint,
  'pages/service-map/withdraw/index': ownPoint,
  'pages/service-map/corrections/index': none('township-officer'),
  'pages/service-map/sheet/index': none('township-officer'),
  'pages/service-map/codes/index': ownPoint,
  'pages/service-map/code/index': at(null, async (find) => {
    const { items } = await find.post('township-officer', `/service-points/${await centre(find)}/codes`, {});
    return { scene: items[0].key };
  }),
  'pages/appointments/home-visits/services/index': none(null),
  'pages/appointments/home-visits/offered/index': none('township-officer'),
  'pages/appointments/home-visits/offer/index': firstOf('township-officer', '/home-visit-services'),
  'pages/appointments/home-visits/ask/index': firstOf(null, '/public/home-visit-services', 'serviceId'),
  'pages/appointments/home-visits/request/index': none(null),
  'pages/appointments/home-visits/requests/index': none('township-officer'),
  'pages/appointments/home-visits/triage/index': firstOf('township-officer', '/home-visit-requests'),
  'pages/appointments/home-visits/plan/index': none('township-officer'),
  'pages/appointments/home-visits/cards/index': none('township-officer'),
  'pages/appointments/home-visits/card/index': none('township-officer'),
  'pages/appointments/services/index': at(null, async (find) => ({ point: await centre(find) })),
  'pages/appointments/times/index': at(null, async (find) => ({ service: await service(find) })),
  'pages/appointments/fill/index': none(null),
  'pages/appointments/booking/index': at(null, booking),
  'pages/appointments/mine/index': none(null),
  'pages/appointments/manage/index': none('township-officer'),
  'pages/appointments/edit/index': firstOf('township-officer', '/bookable-services'),
  'pages/appointments/day/index': at('township-officer', async (find) => ({ point: await centre(find) })),
  'pages/appointments/closing/index': at('township-officer', async (find) => {
    const { items } = await find.get('township-officer', '/bookable-services');
    return { point: items[0].pointId, from: '2026-11-27', to: '2026-12-04', reason: '大厅检修' };
  }),
  'pages/appointments/staff-booking/index': at('township-officer', async (find) => ({ id: (await booking(find)).id! })),
  'pages/appointments/behalf/index': at('township-officer', async (find) => {
    const { serviceId, day, minute } = await freeTime(find);
    return { service: serviceId, day, minute: String(minute) };
  }),
  'pages/appointments/slip/index': at('township-officer', async (find) => {
    const serviceId = await service(find);
    const { items } = await find.get('township-officer', '/bookable-services');
    const point = items.find(({ id }: { id: string }) => id === serviceId).pointId;
    const walkIn = { id: newId(), serviceId, name: null, happenedAt: '2026-11-26T02:00:00.000Z' };
    return { point, id: (await find.post('township-officer', `/service-points/${point}/walk-ins`, walkIn)).id };
  }),
  'pages/appointments/to-ring/index': at('township-officer', async (find) => ({ point: await centre(find) })),
  'pages/public-events/event/index': at(null, async (find) => ({ id: await openEvent(find) })),
  'pages/public-events/sign-up/index': at(null, async (find) => ({ id: await openEvent(find) })),
  'pages/public-events/signed/index': at(null, async (find) => {
    const eventId = await openEvent(find);
    const { sessions, content } = await find.get(null, `/public/events/${eventId}`);
    const people = [{ id: newId(), name: '石大娘' }];
    const who = { sessionKey: sessions[0].key, groupKey: content.groups[0].key, people, phone: '13800000001' };
    const { id, key } = await find.post(null, '/event-sign-ups', { id: newId(), eventId, ...who });
    return { id, key };
  }),
  'pages/public-events/mine/index': none(null),
  'pages/public-events/kept/index': none('township-officer'),
  'pages/public-events/edit/index': firstOf('township-officer', '/events'),
  'pages/public-events/manage/index': firstOf('township-officer', '/events?part=coming'),
  'pages/public-events/record/index': at('supervisor', async (find) => ({ id: await recordedEvent(find) })),
  'pages/public-events/questions/index': none('township-officer'),
  'pages/public-events/plan/index': none('township-officer'),
  'pages/public-events/attendees/index': at('township-officer', (find) => find.event('drawn')),
  'pages/public-events/staff-sign-up/index': at('township-officer', (find) => find.event('signUp')),
  'pages/public-events/behalf/index': at('township-officer', (find) => find.event('hearing')),
  'pages/public-events/door/index': at('township-officer', (find) => find.event('drawn')),
  'pages/public-events/draw/index': at('township-officer', (find) => find.event('toDraw')),
  'pages/public-events/draw-result/index': at(null, (find) => find.event('drawn')),
  'pages/public-events/hearing/index': at('township-officer', (find) => find.event('hearing')),
  'pages/calendar/index/index': none('supervisor'),
  'pages/org-units/index/index': none('administrator'),
  'pages/service-guides/guide/index': at(null, async (find) => ({ id: await guide(find) })),
  'pages/service-guides/questions/index': at(null, async (find) => ({ id: await guide(find) })),
  'pages/service-guides/list/index': at(null, async (find) => ({ guide: await guide(find), answers: '' })),
  'pages/service-guides/sheet/index': at(null, async (find) => ({ guide: await guide(find) })),
  'pages/service-guides/handbook/index': firstOf(null, '/public/handbooks'),
  'pages/service-guides/manage/index': none('department-officer'),
  'pages/service-guides/edit/index': firstOf('department-officer', '/service-guides'),
  'pages/service-guides/review/index': firstOf('department-officer', '/service-guides'),
  'pages/service-guides/handbooks/index': none(null),
  'pages/service-guides/handbook-edit/index': firstOf('department-officer', '/handbooks'),
  'pages/service-guides/handbook-review/index': firstOf('department-officer', '/handbooks'),
};

/** The pages somebody visits, in the order of the app's own list. */
export const visitedPages = (): string[] => Object.keys(VISITS);

export interface OpenPage {
  page: string;
  person: string | null;
  address: string;
}

/** Every page with the person who opens it and its address in the demo county, those of one person together. */
export async function everyPage(county: County): Promise<OpenPage[]> {
  const find = new Finder(county);
  const pages: OpenPage[] = [];
  for (const [page, { person, query }] of Object.entries(VISITS)) {
    const search = new URLSearchParams(await query?.(find)).toString();
    pages.push({ page, person, address: `/${page}${search ? `?${search}` : ''}` });
  }
  return pages.toSorted((one, other) => (one.person ?? '').localeCompare(other.person ?? ''));
}
