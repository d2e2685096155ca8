import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { MariadbCluster } from '../support/mariadb/cluster.ts';
import { miscountedPlaces } from '../support/miscounted-places.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';
import { announceSeats, countedSeats, newSignUp } from '../support/wanted-seats.ts';

const DAY = '2026-11-27';
const WANTING = 50;
/** The third node has no server: it keeps the majority when another dies. */
const SERVED_NODES = [0, 1];

interface Answer {
  status: number;
  body: { id: string; key: string; code: string; message: string };
}

describe('the last places, on three nodes of Galera', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-cluster-'));
  let cluster: MariadbCluster;
  let name: string;
  let servers: ServerProcess[] = [];
  let service: { id: string };

  beforeAll(async () => {
    cluster = await MariadbCluster.start();
    name = await cluster.createDatabase();
    for (const node of SERVED_NODES) {
      const environment = {
        DATA_DIR: dataDir,
        DATABASE_URL: cluster.url(node, name),
        NOW: '2026-11-25T01:00:00.000Z',
        EVENT_SIGN_UPS_PER_HOUR: '0',
      };
      const server = new ServerProcess(await freePort(), environment);
      servers.push(server);
      await server.start();
    }
    [service] = (await ask(0, 'GET', '/public/bookable-services?limit=1')).body.items;
  }, 240_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    servers = [];
    await cluster?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const ask = (server: number, method: string, route: string, body?: object) =>
    askServer(`${servers[server]!.api}${route}`, method, body ? { body } : {});
  const freeTimes = async (): Promise<{ minute: number; left: number }[]> => {
    const { body } = await ask(1, 'GET', `/public/bookable-services/${service.id}/free-times?from=${DAY}&days=1`);
    return body.days[0].times;
  };
  /** As a phone does: the same again, at another server, until there is an answer. */
  const untilAnswered = async (first: number, route: string, body: object): Promise<Answer> => {
    for (let tries = first; ; tries += 1) {
      const answer = await ask(tries % servers.length, 'POST', route, body).catch(() => undefined);
      if (answer && answer.status < 500) return answer as Answer;
      await moment(100);
    }
  };
  /** Everybody holds the place at once, and whoever has it confirms, twice over; meanwhile something happens. */
  const wantedByFifty = async (minute: number, meanwhile: () => Promise<void>): Promise<Answer[]> => {
    const wanting = Array.from({ length: WANTING }, async (_, at) => {
      const id = newId();
      const held = await untilAnswered(at, '/bookings', { id, serviceId: service.id, day: DAY, minute });
      if (held.status > 201) return held;
      const who = { key: held.body.key, name: '群众', phone: `139${String(minute * 100 + at).padStart(8, '0')}` };
      const confirming = [at, at + 1].map((server) => untilAnswered(server, `/bookings/${id}/confirmations`, who));
      const [confirmed, again] = await Promise.all(confirming);
      expect(again!.body.code).toBe(confirmed!.body.code);
      return confirmed!;
    });
    const [answers] = await Promise.all([Promise.all(wanting), meanwhile()]);
    return answers;
  };
  const expectOneOfFifty = async (answers: Answer[], minute: number, nodes: readonly number[]) => {
    const [yes, no] = [answers.filter(({ status }) => status <= 201), answers.filter(({ status }) => status > 201)];
    expect([yes.length, no.length]).toEqual([1, WANTING - 1]);
    expect(new Set(no.map(({ status, body }) => `${status} ${body.code}`))).toEqual(new Set(['409 just-taken']));
    for (const { body } of no) expect(body.message).toMatch(/^刚刚被约走了。还可以约：11月27日/);
    for (const node of nodes) {
      const connection = await createConnection(cluster.url(node, name));
      expect(await bookedAt(connection, minute)).toEqual([yes[0]!.body.code]);
      expect(await miscountedPlaces(connection)).toEqual([]);
      await connection.end();
    }
  };
  /** What a node knows once it has all that the others have. */
  const bookedAt = async (connection: Connection, minute: number) => {
    await connection.query('SET SESSION wsrep_sync_wait = 1');
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT code FROM booking WHERE serviceId = ? AND day = ? AND minute = ?',
      [service.id, DAY, minute],
    );
    return rows.map(({ code }) => code as string);
  };

  it('one time that fifty want goes to one of them, half of them at each of two nodes', async () => {
    const { minute } = (await freeTimes()).find(({ left }) => left === 1)!;
    const answers = await wantedByFifty(minute, () => Promise.resolve());
    await expectOneOfFifty(answers, minute, [0, 1, 2]);
  }, 120_000);

  it('one time goes to one of them while a node is killed, and is known to that node when it is back', async () => {
    const { minute } = (await freeTimes()).find(({ left }) => left === 1)!;
    const answers = await wantedByFifty(minute, async () => {
      await moment(40);
      await cluster.kill(0);
    });
    await expectOneOfFifty(answers, minute, [1, 2]);
    await cluster.bringBack(0);
    await expectOneOfFifty(answers, minute, [0, 1, 2]);
    expect((await untilAnswered(0, '/booking-look-ups', { code: 'ABC234', phone: '13900000000' })).status).toBe(404);
  }, 600_000);

  it('twenty seats go to twenty of sixty while a node is killed; forty wait in the order in which they came', async () => {
    const event = await announceSeats(servers[0]!.api, 20);
    const wanting = Array.from({ length: 60 }, (_, at) =>
      untilAnswered(at, '/event-sign-ups', newSignUp(event, `1390000${String(1000 + at)}`)),
    );
    const killing = moment(60).then(() => cluster.kill(0));
    const answers = await Promise.all(wanting);
    await killing;
    expect(new Set(answers.map(({ status }) => (status <= 201 ? 'yes' : `${status}`)))).toEqual(new Set(['yes']));
    await cluster.bringBack(0);
    for (const node of [0, 1, 2]) {
      const connection = await createConnection(cluster.url(node, name));
      await connection.query('SET SESSION wsrep_sync_wait = 1');
      expect(await countedSeats(connection, event.id)).toEqual({ confirmed: 20, waiting: 40 });
      await connection.end();
    }
  }, 600_000);
});
