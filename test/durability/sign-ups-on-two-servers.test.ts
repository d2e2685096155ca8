import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import { askServer } from '../support/county.ts';
import { createEmptyDatabase } from '../support/mariadb/empty-database.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';
import { announceSeats, countedSeats, newSignUp } from '../support/wanted-seats.ts';

const KILLS = 3;
const CLIENTS = 8;

describe('two servers on one MariaDB at which the same seats are wanted', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-sign-up-'));
  let connection: Connection;
  let servers: [ServerProcess, ServerProcess];

  beforeAll(async () => {
    const url = await createEmptyDatabase();
    connection = await createConnection(url);
    const environment = {
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      NOW: '2026-11-25T01:00:00.000Z',
      EVENT_SIGN_UPS_PER_HOUR: '0',
    };
    servers = [new ServerProcess(await freePort(), environment), new ServerProcess(await freePort(), environment)];
    await servers[0].start();
    await servers[1].start();
  }, 240_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await connection.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = (server: ServerProcess, method: string, route: string, body?: object) =>
    askServer(`${server.api}${route}`, method, body ? { body } : {});

  it('sixty sign up for twenty, half of them at each: twenty have one, forty wait in their order', async () => {
    const event = await announceSeats(servers[0].api, 20);
    const send = (at: number) =>
      ask(servers[at % 2]!, 'POST', '/event-sign-ups', newSignUp(event, `1390000${String(1000 + at)}`));
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => send(at)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await countedSeats(connection, event.id)).toEqual({ confirmed: 20, waiting: 40 });
  }, 120_000);

  it('while one of them is killed again and again, whoever was answered is there, and no seat is counted wrong', async () => {
    const event = await announceSeats(servers[0].api, 15);
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
    const { confirmed, waiting } = await countedSeats(connection, event.id);
    expect(confirmed).toBe(Math.min(15, confirmed + waiting));
  }, 240_000);
});
