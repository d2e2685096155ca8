import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import { askServer } from '../support/county.ts';
import { createEmptyDatabase } from '../support/mariadb/empty-database.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

const KILLS = 3;
const CLIENTS = 8;
const CHECKED = { outcome: 'published', secrecyCheck: '已核对', personalDataCheck: '已核对' };

describe('two servers on one MariaDB at which the same seats are wanted', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-sign-up-'));
  let connection: Connection;
  let servers: [ServerProcess, ServerProcess];

  beforeAll(async () => {
    const url = await createEmptyDatabase();
    connection = await createConnection(url);
    const environment = { DATA_DIR: dataDir, DATABASE_URL: url, NOW: '2026-11-25T01:00:00.000Z' };
    servers = [new ServerProcess(await freePort(), environment), new ServerProcess(await freePort(), environment)];
    await servers[0].start();
    await servers[1].start();
  }, 240_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await connection.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = (server: ServerProcess, method: string, route: string, body?: object, token?: string) =>
    askServer(`${server.api}${route}`, method, { ...(body ? { body } : {}), token });
  const signIn = async (person: string): Promise<string> =>
    (await ask(servers[0], 'POST', '/demo/sign-in', { person })).body.token;

  /** An open day of 青石镇 with some seats. */
  const announce = async (seats: number): Promise<PublicEventDraft> => {
    const [officer, lead] = [await signIn('township-officer'), await signIn('unit-lead')];
    const { body: units } = await ask(servers[0], 'GET', `/org-units?text=${encodeURIComponent('青石镇')}`);
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
    };
    const { body } = await ask(servers[0], 'POST', '/events', { id: newId(), unitId, content }, officer);
    await ask(servers[0], 'POST', `/events/${body.id}/proposals`, { onRevision: 1 }, officer);
    const review = { onRevision: 2, review: CHECKED };
    return (await ask(servers[0], 'POST', `/events/${body.id}/reviews`, review, lead)).body as PublicEventDraft;
  };

  const newSignUp = ({ id: eventId, content }: PublicEventDraft, phone: string) => ({
    id: newId(),
    eventId,
    sessionKey: content.sessions[0]!.key,
    groupKey: content.groups[0]!.key,
    people: [{ id: newId(), name: '群众' }],
    phone,
  });

  /** What the pool says, and what the people of it say; the order in which they came, and who overtook. */
  const counted = async (eventId: string) => {
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
    return { confirmed, waiting, rows };
  };

  it('sixty sign up for twenty, half of them at each: twenty have one, forty wait in their order', async () => {
    const event = await announce(20);
    const send = (at: number) =>
      ask(servers[at % 2]!, 'POST', '/event-sign-ups', newSignUp(event, `1390000${String(1000 + at)}`));
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => send(at)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const { confirmed, waiting } = await counted(event.id);
    expect([confirmed.length, waiting.length]).toEqual([20, 40]);
  }, 120_000);

  it('while one of them is killed again and again, whoever was answered is there, and no seat is counted wrong', async () => {
    const event = await announce(15);
    const answered: string[] = [];
    let isOver = false;
    const untilAnswered = async (first: number, route: string, body: object) => {
      for (let tries = first; ; tries += 1) {
        const answer = await ask(servers[tries % 2]!, 'POST', route, body).catch(() => undefined);
        if (answer && answer.status < 500) return answer;
        await moment(50);
      }
    };
    const killer = async () => {
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await moment(300);
        await servers[1].kill();
        await servers[1].start();
      }
      isOver = true;
    };
    const client = async (number: number) => {
      for (let round = 0; !isOver; round += 1) {
        const phone = `138${String(number).padStart(4, '0')}${String(round).padStart(4, '0')}`;
        const { status, body } = await untilAnswered(number + round, '/event-sign-ups', newSignUp(event, phone));
        if (status > 201) continue;
        const { id, key } = body as SignUpView;
        answered.push(id);
        // Every third steps back again, and somebody else moves up.
        if (round % 3 === 0)
          await untilAnswered(number + round, `/event-sign-ups/${id}/withdrawals`, { id: newId(), key });
        await moment(20);
      }
    };
    await Promise.all([killer(), ...Array.from({ length: CLIENTS }, (_, at) => client(at))]);
    expect(answered.length).toBeGreaterThan(15);
    const [kept] = await connection.query<RowDataPacket[]>('SELECT id FROM event_sign_up WHERE eventId = ?', [
      event.id,
    ]);
    const ids = new Set(kept.map(({ id }) => id as string));
    expect(answered.filter((id) => !ids.has(id))).toEqual([]);
    const { confirmed, waiting } = await counted(event.id);
    expect(confirmed.length).toBe(Math.min(15, confirmed.length + waiting.length));
  }, 240_000);
});
