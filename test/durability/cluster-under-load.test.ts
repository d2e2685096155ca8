import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RowDataPacket } from 'mysql2/promise';
import { BEFORE, CountyWrites, ON_THE_DAY } from '../support/county-writes.ts';
import { connected } from '../support/mariadb/empty-database.ts';
import { MariadbCluster } from '../support/mariadb/cluster.ts';
import { OwnNetworks } from '../support/mariadb/own-networks.ts';
import { miscountedPlaces } from '../support/miscounted-places.ts';
import { freePort, ServerProcess } from '../support/server-process.ts';
import { countedSeats } from '../support/wanted-seats.ts';
import { WriteLoad } from '../support/write-load.ts';

const run = promisify(execFile);
const TABLES = [
  'progress_report',
  'booking',
  'event_sign_up',
  'complaint',
  'task_question',
  'point_correction',
  'home_visit_request',
  'service_guide',
  'stored_file',
];
const TICK_SECRET = 'a-secret-of-the-timer-in-tests';
const SENDERS = 12;
/** So many are kept before and after each blow. */
const SOME = 60;
const tell = (words: string) => void process.stdout.write(`${words}\n`);

describe('a county at work on three nodes and two servers, of which every part is lost once', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-loaded-'));
  const began = Date.now();
  const secrets = { SECRET_KEY: randomBytes(32).toString('base64'), TICK_SECRET };
  let cluster: MariadbCluster;
  let name: string;
  let servers: ServerProcess[] = [];
  let writes: CountyWrites;

  beforeAll(async () => {
    const networks = OwnNetworks.lay(3);
    if (typeof networks === 'string')
      tell(`NOT TRIED: the network between the nodes is not cut, a node is held still instead: ${networks}`);
    cluster = await MariadbCluster.start(typeof networks === 'string' ? undefined : networks);
    name = await cluster.createDatabase();
    for (const node of [0, 1]) {
      const environment = {
        ...secrets,
        DATA_DIR: dataDir,
        DATABASE_URL: cluster.url(node, name),
        EVENT_SIGN_UPS_PER_HOUR: '0',
        TRUST_PROXY: '1',
      };
      servers.push(new ServerProcess(await freePort(), environment));
    }
    await servers[0]!.start({ NOW: BEFORE });
    writes = await CountyWrites.announced(servers[0]!.api, TICK_SECRET);
    await servers[0]!.kill();
    await Promise.all(servers.map(startNow));
    await writes.begin();
  }, 240_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    servers = [];
    await cluster?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  /** A server that comes back does not go back in time. */
  const startNow = (server: ServerProcess) =>
    server.start({ NOW: new Date(Date.parse(ON_THE_DAY) + Date.now() - began).toISOString() });
  /** Asked of a node once it has all that the others have. */
  const onNode = <T>(node: number, ask: (connection: Parameters<Parameters<typeof connected>[1]>[0]) => Promise<T>) =>
    connected(cluster.url(node, name), async (connection) => {
      await connection.query('SET SESSION wsrep_sync_wait = 1');
      return ask(connection);
    });
  const rowsIn = (node: number) =>
    onNode(node, async (connection) => {
      const counts: Record<string, number> = {};
      for (const table of TABLES) {
        const [[row]] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS counted FROM ${table}`);
        counts[table] = Number(row!.counted);
      }
      return counts;
    });

  it('loses nothing that was answered, and does nothing twice', async () => {
    const load = new WriteLoad(
      servers.map(({ api }) => api),
      () => writes.next(),
    );
    const before = await rowsIn(0);
    load.begin(SENDERS);
    await load.more(SOME);
    tell(`  longest gap without a blow: ${load.longestGap()} ms`);
    const blow = async (what: string, strike: () => unknown, mend: () => Promise<unknown>) => {
      load.longestGap();
      await strike();
      await load.more(SOME);
      const gap = load.longestGap();
      await mend();
      await load.more(SOME);
      tell(`  longest gap when ${what}: ${gap} ms, and when it is back: ${load.longestGap()} ms`);
    };
    await blow(
      'the first node is killed',
      () => cluster.kill(0),
      () => cluster.bringBack(0),
    );
    await blow(
      'a server is killed',
      () => servers[1]!.kill(),
      () => startNow(servers[1]!),
    );
    await blow(
      'the first node is cut off',
      () => cluster.cutOff(0),
      async () => {
        expect(await cluster.sizeSeenBy(1)).toBe(2);
        await cluster.join(0);
      },
    );
    await cluster.killAll();
    await cluster.bringAllBack();
    await load.more(SOME);
    tell(`  longest gap when all nodes are killed and come back by themselves: ${load.longestGap()} ms`);
    await load.end();
    await cluster.untilSize(3);

    const rows = load.kept.flatMap(({ row }) => row ?? []);
    tell(`  ${load.kept.length} writes were kept, ${rows.length} of them rows of ${TABLES.length} tables`);
    const expected = { ...before };
    for (const { table } of rows) expected[table]! += 1;
    expect(load.refused.filter((refusal) => refusal !== '409 just-taken /bookings')).toEqual([]);
    for (const node of [0, 1, 2]) {
      expect(await rowsIn(node)).toEqual(expected);
      await onNode(node, async (connection) => {
        for (const { table, id } of rows) {
          const [found] = await connection.query<RowDataPacket[]>(`SELECT id FROM ${table} WHERE id = ?`, [id]);
          expect([table, id, found.length]).toEqual([table, id, 1]);
        }
        expect(await miscountedPlaces(connection)).toEqual([]);
        await countedSeats(connection, writes.wanted.id);
      });
    }

    // Sent once more, each is known, and changes nothing; a place that is booked by now is held no more.
    for (const write of load.kept) {
      const { status } = await load.again(write);
      if (write.next) expect([write.route, status]).toEqual(['/bookings', 409]);
      else if (write.row || status > 201) expect([write.route, status]).toEqual([write.route, 200]);
    }
    expect(await rowsIn(2)).toEqual(expected);
    for (const { table, id } of rows)
      if (table === 'stored_file') expect([id, await writes.opened(id)]).toEqual([id, 200]);
    // What was sealed meanwhile, by either of two servers, still fits.
    const audit = ['server/dist/src/audit-command.js'];
    const env = {
      PATH: process.env.PATH,
      MODE: 'demo',
      ...secrets,
      DATA_DIR: dataDir,
      DATABASE_URL: cluster.url(1, name),
    };
    expect((await run(process.execPath, audit, { env })).stdout).toMatch(/^操作日志完整/);
  }, 300_000);
});
