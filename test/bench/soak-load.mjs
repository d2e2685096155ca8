/**
 * Run as a program with an origin, a number of minutes and a rate: what a county does, so many acts a second, begun by
 * the clock whether or not the earlier ones were answered. Prints what became of them as JSON.
 */
import { v7 as newId } from 'uuid';

const [origin, minutes, perSecond] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const STAFF = ['village-officer', 'second-village-officer', 'township-officer', 'other-township-officer'];

const latencies = { read: [], write: [] };
/** What was answered otherwise than with success; places that are taken are no fault. */
const faults = new Map();
let refused = 0;

async function ask(method, path, { token, body, kind = method === 'GET' ? 'read' : 'write' } = {}) {
  const began = performance.now();
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const reply = await fetch(`${origin}/api${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
  const answer = await reply.json();
  latencies[kind].push(performance.now() - began);
  if (reply.ok) return answer;
  if (reply.status !== 409)
    throw new Error(`${reply.status} ${answer.code}: ${method} ${path.replace(/[0-9a-f-]{36}/g, ':id')}`);
  refused += 1;
  return undefined;
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];

async function meet() {
  const tokens = await Promise.all(
    STAFF.map(async (person) => (await ask('POST', '/demo/sign-in', { body: { person } })).token),
  );
  const lines = [];
  for (const token of tokens) {
    const { items } = await ask('GET', '/assignments?limit=200', { token });
    for (const { id, status } of items) if (status === 'in-progress') lines.push({ id, token });
  }
  const events = (await ask('GET', '/public/events?limit=50')).items.map(({ id }) => id);
  const points = (await ask('GET', '/public/service-points?limit=50')).items.map(({ id }) => id);
  const services = (await ask('GET', '/public/bookable-services?limit=50')).items.map(({ id }) => id);
  return { tokens, lines, events, points, services };
}

/** A resident looks around, a page being four looks. */
const looks = ({ events, points, services, tokens }) => [
  () => ask('GET', '/public/events?limit=20'),
  () => ask('GET', `/public/events/${pick(events)}`),
  () => ask('GET', `/public/service-points/${pick(points)}`),
  () => ask('GET', `/public/service-guides?text=${encodeURIComponent(pick(['社保', '低保', '户口', '医保']))}`),
  () => ask('GET', `/public/bookable-services/${pick(services)}/free-times`),
  () => ask('GET', '/waiting-items', { token: pick(tokens) }),
  () => ask('GET', '/assignments?limit=50', { token: pick(tokens) }),
];

async function report({ lines }) {
  const { id, token } = pick(lines);
  await ask('POST', `/assignments/${id}/reports`, { token, body: { id: newId(), percent: 100, note: '今天走了三户' } });
}

/** Booked and given up again, so that there are times for the next hour. */
async function book({ services }) {
  const serviceId = pick(services);
  const { days } = await ask('GET', `/public/bookable-services/${serviceId}/free-times`);
  const free = days.flatMap(({ day, times }) => times.map(({ minute }) => ({ day, minute })));
  if (!free.length) return;
  const held = await ask('POST', '/bookings', { body: { id: newId(), serviceId, ...pick(free) } });
  if (!held) return;
  const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const body = { key: held.key, name: '石大娘', phone };
  const booked = await ask('POST', `/bookings/${held.id}/confirmations`, { body });
  if (booked) await ask('POST', `/bookings/${held.id}/cancellations`, { body: { key: held.key } });
}

const county = await meet();
const around = looks(county);
/** Of a hundred acts: mostly looks. */
const acts = [
  ...Array(90).fill(() => pick(around)()),
  ...Array(7).fill(() => report(county)),
  ...Array(3).fill(() => book(county)),
];
const running = new Set();
const total = Math.round(minutes * 60 * perSecond);
latencies.read = [];
latencies.write = [];
const began = performance.now();
for (let at = 0; at < total; at += 1) {
  const due = began + (at * 1000) / perSecond;
  const wait = due - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const act = pick(acts)().catch((error) => faults.set(error.message, (faults.get(error.message) ?? 0) + 1));
  running.add(act);
  void act.finally(() => running.delete(act));
}
await Promise.all(running);

const share = (list, part) => list.toSorted((one, other) => one - other)[Math.floor((list.length - 1) * part)] ?? 0;
const told = Object.fromEntries(
  Object.entries(latencies).map(([kind, list]) => [
    kind,
    { count: list.length, p50: share(list, 0.5), p99: share(list, 0.99), longest: share(list, 1) },
  ]),
);
process.stdout.write(JSON.stringify({ ...told, refused, faults: Object.fromEntries(faults) }));
