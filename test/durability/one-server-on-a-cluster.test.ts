import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RowDataPacket } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { Line } from '../support/line.ts';
import { MariadbCluster } from '../support/mariadb/cluster.ts';
import { connected } from '../support/mariadb/empty-database.ts';
import { freePort, ServerProcess } from '../support/server-process.ts';
import { WriteLoad } from '../support/write-load.ts';

const SENDERS = 40;
const SOME = 150;
const tell = (words: string) => void process.stdout.write(`${words}\n`);

describe('one server that knows three nodes', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-nodes-'));
  let cluster: MariadbCluster;
  let name: string;
  let server: ServerProcess;
  /** The server's own way to the first node. */
  let line: Line;

  beforeAll(async () => {
    cluster = await MariadbCluster.start();
    name = await cluster.createDatabase();
    line = await Line.to(Number(new URL(cluster.url(0)).port));
    const hosts = [`127.0.0.1:${line.port}`, ...[1, 2].map((node) => new URL(cluster.url(node)).host)];
    server = new ServerProcess(await freePort(), {
      SECRET_KEY: randomBytes(32).toString('base64'),
      DATA_DIR: dataDir,
      DATABASE_URL: `mysql://root@${hosts.join(',')}/${name}`,
      NOW: '2026-11-25T01:00:00.000Z',
      TRUST_PROXY: '1',
    });
    await server.start();
  }, 240_000);
  afterAll(async () => {
    await server?.kill();
    line?.close();
    await cluster?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  const complaint = () => {
    const id = newId();
    const from = `10.${[0, 1, 2].map(() => Math.floor(Math.random() * 250) + 1).join('.')}`;
    return {
      route: '/complaints',
      body: { id, words: `第 ${id} 件意见，请看看。` },
      from,
      row: { table: 'complaint', id },
    };
  };
  const idsOn = (node: number) =>
    connected(cluster.url(node, name), async (connection) => {
      await connection.query('SET SESSION wsrep_sync_wait = 1');
      const [rows] = await connection.query<RowDataPacket[]>('SELECT id FROM complaint');
      return rows.map(({ id }) => id as string);
    });
  const writersOn = (node: number) =>
    connected(cluster.url(node, name), async (connection) => {
      const [[row]] = await connection.query<RowDataPacket[]>(
        "SELECT COUNT(*) AS counted FROM information_schema.processlist WHERE db = ? AND command <> 'Binlog Dump'",
        [name],
      );
      return Number(row!.counted) - 1;
    });

  /** What was answered as kept is on every node, and nothing is there twice. */
  const isAllThere = async (load: WriteLoad) => {
    expect(load.refused).toEqual([]);
    const kept = load.kept.map(({ row }) => row!.id).sort();
    for (const node of [0, 1, 2]) {
      const ids = await idsOn(node);
      expect(new Set(ids).size).toBe(ids.length);
      expect(kept.filter((id) => !ids.includes(id))).toEqual([]);
    }
  };

  it('goes to the first, to the next when it is killed, and loses nothing that was answered', async () => {
    const load = new WriteLoad([server.api], complaint);
    load.begin(SENDERS);
    await load.more(SOME);
    expect(await writersOn(0)).toBeGreaterThan(0);
    expect(await writersOn(1)).toBe(0);
    load.longestGap();
    await cluster.kill(0);
    await load.more(SOME);
    tell(`  longest gap when the first node is killed: ${load.longestGap()} ms`);
    expect(await writersOn(1)).toBeGreaterThan(0);
    await cluster.bringBack(0);
    await load.more(SOME);
    await cluster.kill(1);
    await load.more(SOME);
    await cluster.bringBack(1);
    await cluster.untilSize(3);
    load.longestGap();
    cluster.cutOff(0);
    await load.more(SOME);
    tell(`  longest gap when the first node stands still: ${load.longestGap()} ms`);
    await cluster.join(0);
    await load.more(SOME);
    await load.end();
    await isAllThere(load);
  }, 600_000);

  it('goes to the next when it alone cannot reach the first, which the others go on with', async () => {
    const load = new WriteLoad([server.api], complaint);
    load.begin(SENDERS);
    await load.more(SOME);
    expect(await writersOn(0)).toBeGreaterThan(0);
    load.longestGap();
    line.cut();
    await load.more(SOME);
    tell(`  longest gap when the line to the first node is cut: ${load.longestGap()} ms`);
    expect(await writersOn(1)).toBeGreaterThan(0);
    expect(await cluster.sizeSeenBy(0)).toBe(3);
    line.mend();
    await load.more(SOME);
    await load.end();
    await isAllThere(load);
  }, 600_000);

  it('starts while the first is away, and reads and writes', async () => {
    await server.kill();
    await cluster.kill(0);
    await server.start();
    const { body } = complaint();
    expect((await askServer(`${server.api}/complaints`, 'POST', { body })).status).toBe(201);
    expect(await idsOn(1)).toContain(body.id);
    await cluster.bringBack(0);
  }, 240_000);
});
