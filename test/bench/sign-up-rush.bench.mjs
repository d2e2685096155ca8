import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { inFolder, median, startCounty } from './compare.mjs';
import { runLoad, startServer } from './cores.mjs';

const PEOPLE = 5_000;
const SEATS = 200;
const ROUNDS = 3;

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Five thousand people for two hundred seats, each answered once it is on the disk, against raw node:http that inserts
 * two rows of the same size as durably. Exactly two hundred have a seat, and those who wait stand in their order.
 */
export default () =>
  inFolder(async (folder) => {
    // All five thousand come from one address here.
    const ours = await startCounty(path.join(folder, 'ours'), { EVENT_SIGN_UPS_PER_HOUR: '0' });
    mkdirSync(path.join(folder, 'raw'));
    const raw = await startServer([here('./raw-inserts.mjs'), path.join(folder, 'raw/raw.db')], {}, (line) => line);
    try {
      const rates = { ours: [], raw: [] };
      // In turns, so that a slow moment of the machine falls on both; the first round warms up.
      for (let round = 0; round <= ROUNDS; round += 1) {
        const event = await announce(ours.origin);
        const fast = await rush(`${ours.origin}/api/event-sign-ups`, event);
        demandOrder(path.join(folder, 'ours/county.db'), event.id);
        const limit = await rush(raw.origin, event);
        if (round === 0) continue;
        rates.ours.push(fast);
        rates.raw.push(limit);
      }
      const [value, limit] = [median(rates.ours), median(rates.raw)];
      return { value, unit: 'sign-ups/s', limit, ratio: value / limit, aim: 0.5 };
    } finally {
      await Promise.all([ours.stop(), raw.stop()]);
    }
  });

async function rush(url, { id, content }) {
  const body = { eventId: id, sessionKey: content.sessions[0].key, groupKey: content.groups[0].key };
  const output = await runLoad(process.execPath, [here('./rush.mjs'), url, String(PEOPLE), JSON.stringify(body)]);
  return Number(output);
}

function demandOrder(file, eventId) {
  const database = new Sqlite(file, { readonly: true });
  const rows = database
    .prepare('SELECT number, state FROM event_attendee WHERE eventId = ? ORDER BY number')
    .all(eventId);
  database.close();
  if (rows.length !== PEOPLE) throw new Error(`${rows.length} people signed up, of ${PEOPLE}`);
  const isRight = rows.every(
    ({ number, state }, at) => number === at + 1 && (state === 'confirmed') === number <= SEATS,
  );
  if (!isRight) throw new Error('Somebody has a seat whose turn it was not');
}

/** An open day of 青石镇, written by its officer and let out by its lead. */
async function announce(origin) {
  const ask = async (method, route, { token, body } = {}) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const reply = await fetch(`${origin}/api${route}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = await reply.json();
    if (!reply.ok) throw new Error(`${route}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const signIn = async (person) => (await ask('POST', '/demo/sign-in', { body: { person } })).token;
  const [officer, lead] = [await signIn('township-officer'), await signIn('unit-lead')];
  const units = await ask('GET', `/org-units?limit=200&text=${encodeURIComponent('青石镇')}`);
  const unitId = units.items.find(({ name }) => name === '青石镇').id;
  const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
  const content = {
    title: '走进青石镇自来水厂',
    kind: 'open-day',
    subject: 'environment',
    intro: '看一杯水从河里到家里要走多少路，厂长当面回答问题。',
    programme: [],
    sessions: [{ key: newId(), name: '', day: inDays(20).slice(0, 10), from: '09:00', to: '11:00' }],
    place: { pointId: null, words: '水厂路 1 号', position: { longitude: 105.52, latitude: 31.47, datum: 'wgs84' } },
    groups: [{ key: newId(), name: '居民', who: '', seats: SEATS }],
    signUp: { opensAt: inDays(-1), closesAt: inDays(18), withdrawHours: 24, mostPeople: 5, fields: [], draw: null },
    bring: '',
    accessibility: '',
    contact: { name: '秦向阳', post: '', phone: '0800-5501234' },
    streamUrl: null,
    attachments: [],
    hearing: null,
  };
  const { id } = await ask('POST', '/events', { token: officer, body: { id: newId(), unitId, content } });
  await ask('POST', `/events/${id}/proposals`, { token: officer, body: { onRevision: 1 } });
  const review = { outcome: 'published', secrecyCheck: '已核对', personalDataCheck: '已核对' };
  return ask('POST', `/events/${id}/reviews`, { token: lead, body: { onRevision: 2, review } });
}
