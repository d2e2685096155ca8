import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { installData, launch, untilReady } from '../support/mariadb/node.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

/** Less than the server keeps a line open of its own accord, which is five seconds. */
const LET_GO_WITHIN_MS = 3_000;

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-going-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** What a balancer sees: the state the server tells of itself, or that nobody is there. */
async function seen(server: ServerProcess): Promise<string> {
  const reply = await fetch(`${server.api}/health`, { headers: { connection: 'close' } }).catch(() => undefined);
  if (!reply) return 'nobody';
  const told = (await reply.json().catch(() => ({}))) as { state?: string };
  return `${reply.status} ${told.state ?? ''}`.trim();
}

async function untilSeen(server: ServerProcess, wanted: string): Promise<void> {
  while ((await seen(server)) !== wanted) await moment(50);
}

/** A line on which one sees when it is closed, and what came over it. */
class Line {
  said = '';
  readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async open(port: number): Promise<Line> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    return new Line(socket);
  }

  async untilSaid(words: string): Promise<void> {
    while (!this.said.includes(words)) await moment(10);
  }
}

describe('a server that comes up', () => {
  it('says that it lives and is not ready until its tables are up to date, and then serves', async () => {
    const server = new ServerProcess(await freePort(), { DATA_DIR: newFolder() });
    const states: string[] = [];
    let isUp = false;
    const up = server.start().finally(() => (isUp = true));
    try {
      while (!isUp) states.push(await seen(server));
      await up;
      states.push(await seen(server));
      expect(states).toContain('503 starting');
      expect(states.at(-1)).toBe('200 ready');
      const known = new Set(['nobody', '503 starting', '200 ready']);
      expect(states.filter((state) => !known.has(state))).toEqual([]);
      // Once it is ready nobody is told anything else.
      const afterReady = states.slice(states.indexOf('200 ready'));
      expect(new Set(afterReady)).toEqual(new Set(['200 ready']));
    } finally {
      await server.kill();
    }
  });
});

describe('a server that is asked to stop', () => {
  it('finishes the report in flight, lets idle lines go, is ready for nobody, and ends well', async () => {
    const port = await freePort();
    const server = new ServerProcess(port, { DATA_DIR: newFolder() });
    await server.start();
    try {
      const { body: session } = await askServer(`${server.api}/demo/sign-in`, 'POST', {
        body: { person: 'village-officer' },
      });
      const token = session.token as string;
      const { body: lines } = await askServer(`${server.api}/assignments?limit=200`, 'GET', { token });
      const { id } = lines.items.find(({ status }: { status: string }) => status === 'in-progress');
      const report = { id: newId(), percent: 100, note: '停机时正在路上的一份' };
      const body = JSON.stringify(report);

      const half = body.slice(0, 20);
      const inFlight = await Line.open(port);
      inFlight.socket.write(
        `POST /api/assignments/${id}/reports HTTP/1.1\r\nhost: county\r\nauthorization: Bearer ${token}\r\n` +
          `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${half}`,
      );
      const idle = await Line.open(port);
      idle.socket.write('GET /api/health HTTP/1.1\r\nhost: county\r\n\r\n');
      await idle.untilSaid('"ready":true');

      const silent = await Line.open(port);
      const begun = await Line.open(port);
      begun.socket.write('GET /api/health HTTP/1.1\r\nhost: cou');

      const stopped = server.stop();
      const letGo = idle.closed.then(() => 'let go');
      expect(await Promise.race([letGo, moment(LET_GO_WITHIN_MS).then(() => 'kept open')])).toBe('let go');
      for (let time = 0; time < 10; time += 1) expect(['nobody', '503', '503 stopping']).toContain(await seen(server));
      expect(inFlight.said).toBe('');
      inFlight.socket.write(body.slice(half.length));
      await inFlight.untilSaid('停机时正在路上的一份');
      expect(inFlight.said).toMatch(/^HTTP\/1.1 201 /);
      expect(await stopped).toBe(0);
      // Lines on which nothing, or half a head, has come keep nobody: their clients have not closed them.
      await Promise.all([silent.closed, begun.closed]);

      await server.start();
      const again = await askServer(`${server.api}/demo/sign-in`, 'POST', { body: { person: 'village-officer' } });
      const sent = { token: again.body.token as string, body: report };
      expect((await askServer(`${server.api}/assignments/${id}/reports`, 'POST', sent)).status).toBe(200);
    } finally {
      await server.kill();
    }
  });
});

describe('a server whose database goes away and comes back', () => {
  it('lives on, is not ready meanwhile, and is again by itself', async () => {
    const folder = newFolder();
    installData(path.join(folder, 'data'));
    const databasePort = await freePort();
    const url = `mysql://root@127.0.0.1:${databasePort}`;
    let database = launch(folder, databasePort);
    const server = new ServerProcess(await freePort(), { DATA_DIR: newFolder(), DATABASE_URL: `${url}/county` });
    try {
      await untilReady(url, folder);
      const connection = await createConnection(url);
      await connection.query('CREATE DATABASE county CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
      await connection.end();
      await server.start();
      database.kill('SIGKILL');
      await untilSeen(server, '503 database-away');
      expect((await askServer(`${server.api}/site`, 'GET')).status).toBe(200);
      database = launch(folder, databasePort);
      await untilSeen(server, '200 ready');
    } finally {
      await server.kill();
      database.kill('SIGKILL');
    }
  });
});
