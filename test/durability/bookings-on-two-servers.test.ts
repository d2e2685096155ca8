import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { createEmptyDatabase } from '../support/mariadb/empty-database.ts';
import { miscountedPlaces } from '../support/miscounted-places.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

const DAY = '2026-11-27';
const KILLS = 3;
const CLIENTS = 8;

interface Service {
  id: string;
  pointId: string;
}

describe('two servers on one MariaDB at which the same places are wanted', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-booking-'));
  let connection: Connection;
  let servers: [ServerProcess, ServerProcess];
  let services: Service[];

  beforeAll(async () => {
    const url = await createEmptyDatabase();
    connection = await createConnection(url);
    const environment = { DATA_DIR: dataDir, DATABASE_URL: url, NOW: '2026-11-25T01:00:00.000Z' };
    servers = [new ServerProcess(await freePort(), environment), new ServerProcess(await freePort(), environment)];
    await servers[0].start();
    await servers[1].start();
    services = (await ask(servers[0], 'GET', '/public/bookable-services?limit=200')).body.items;
  }, 240_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await connection.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = (server: ServerProcess, method: string, route: string, body?: object) =>
    askServer(`${server.api}${route}`, method, body ? { body } : {});
  const freeMinutes = async (serviceId: string): Promise<{ minute: number; left: number }[]> => {
    const answer = await ask(servers[0], 'GET', `/public/bookable-services/${serviceId}/free-times?from=${DAY}&days=1`);
    return answer.body.days[0].times;
  };

  it('the last place goes to one of fifty, half of them at each', async () => {
    const { id: serviceId } = services[0]!;
    const slot = (await freeMinutes(serviceId)).at(-1)!;
    const hold = (at: number) =>
      ask(servers[at % 2]!, 'POST', '/bookings', { id: newId(), serviceId, day: DAY, minute: slot.minute });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => hold(at)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 201)).toHaveLength(slot.left);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
    expect(await miscountedPlaces(connection)).toEqual([]);
  }, 120_000);

  it('while one of them is killed again and again, what was confirmed is there, and no place is counted wrong', async () => {
    const { id: serviceId } = services.find(({ pointId }) => pointId !== services[0]!.pointId)!;
    const times = await freeMinutes(serviceId);
    const confirmed: string[] = [];
    let isOver = false;
    const booking = async (client: number, round: number) => {
      const id = newId();
      const { minute } = times[(client * 5 + round) % times.length]!;
      const phone = `139${String(client).padStart(4, '0')}${String(round).padStart(4, '0')}`;
      const post = (route: string, body: object) => untilAnswered(client + round, route, body);
      const held = await post('/bookings', { id, serviceId, day: DAY, minute });
      if (held.status > 201) return;
      const { status } = await post(`/bookings/${id}/confirmations`, { key: held.body.key, name: '群众', phone });
      if (status <= 201) confirmed.push(id);
    };
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
        await booking(number, round);
        await moment(20);
      }
    };
    await Promise.all([killer(), ...Array.from({ length: CLIENTS }, (_, at) => client(at))]);
    expect(confirmed.length).toBeGreaterThan(0);
    const [kept] = await connection.query<RowDataPacket[]>("SELECT id FROM booking WHERE state = 'booked'");
    const ids = new Set(kept.map(({ id }) => id as string));
    expect(confirmed.filter((id) => !ids.has(id))).toEqual([]);
    expect(await miscountedPlaces(connection)).toEqual([]);
  }, 240_000);
});
