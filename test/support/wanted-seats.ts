import { expect } from '@jest/globals';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import type { EventContent } from '@county/shared/public-events/event-content';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { askServer } from './county.ts';

const CHECKED = { outcome: 'published', secrecyCheck: '已核对', personalDataCheck: '已核对' };

/** An open day of 青石镇 with some seats, announced by its people at the server whose `/api` is given. */
export async function announceSeats(
  api: string,
  seats: number,
  over: Partial<EventContent> = {},
): Promise<PublicEventDraft> {
  const ask = async (method: string, route: string, body?: object, token?: string) =>
    (await askServer(`${api}${route}`, method, { token, ...(body ? { body } : {}) })).body;
  const signIn = async (person: string): Promise<string> => (await ask('POST', '/demo/sign-in', { person })).token;
  const [officer, lead] = [await signIn('township-officer'), await signIn('unit-lead')];
  const units = await ask('GET', `/org-units?text=${encodeURIComponent('青石镇')}`);
  const unitId = units.items.find(({ name }: { name: string }) => name === '青石镇').id as string;
  const content = {
    title: '走进青石镇自来水厂',
    kind: 'open-day',
    subject: 'environment',
    intro: '看一杯水从河里到家里要走多少路，厂长当面回答问题。',
    programme: [],
    sessions: [{ key: newId(), name: '', day: '2026-12-15', from: '09:00', to: '11:00' }],
    place: { pointId: null, words: '水厂路 1 号', position: { longitude: 105.52, latitude: 31.47, datum: 'wgs84' } },
    groups: [{ key: newId(), name: '居民', who: '', seats }],
    signUp: {
      opensAt: '2026-11-25T00:00:00.000Z',
      closesAt: '2026-12-12T09:00:00.000Z',
      withdrawHours: 24,
      mostPeople: 5,
      fields: [],
      draw: null,
    },
    bring: '',
    accessibility: '',
    contact: { name: '秦向阳', post: '', phone: '0800-5501234' },
    streamUrl: null,
    attachments: [],
    hearing: null,
    ...over,
  };
  const { id } = await ask('POST', '/events', { id: newId(), unitId, content }, officer);
  await ask('POST', `/events/${id}/proposals`, { onRevision: 1 }, officer);
  return ask('POST', `/events/${id}/reviews`, { onRevision: 2, review: CHECKED }, lead);
}

/** One person more who wants a seat. */
export const newSignUp = ({ id: eventId, content }: PublicEventDraft, phone: string) => ({
  id: newId(),
  eventId,
  sessionKey: content.sessions[0]!.key,
  groupKey: content.groups[0]!.key,
  people: [{ id: newId(), name: '群众' }],
  phone,
});

/** What the pool says is what its people say: numbers in the order in which they came, and nobody overtook. */
export async function countedSeats(connection: Connection, eventId: string) {
  const [[pool]] = await connection.query<RowDataPacket[]>('SELECT * FROM event_pool WHERE eventId = ?', [eventId]);
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT number, state FROM event_attendee WHERE eventId = ? ORDER BY number',
    [eventId],
  );
  const inState = (state: string) => rows.filter((row) => row.state === state).map(({ number }) => number as number);
  const [confirmed, waiting] = [inState('confirmed'), inState('waiting')];
  expect([pool!.taken, pool!.waiting, pool!.issued]).toEqual([confirmed.length, waiting.length, rows.length]);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
  expect(waiting.filter((number) => number < Math.max(0, ...confirmed))).toEqual([]);
  return { confirmed: confirmed.length, waiting: waiting.length };
}
