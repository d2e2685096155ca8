import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmptyDatabase } from '../support/mariadb/empty-database.ts';
import { askServer } from '../support/county.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

const MOST = 2_000;
/** Twice as long as one process takes to tell the other. */
const TOLD_MS = 4_500;

describe('two servers on one MariaDB', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-limits-'));
  let servers: ServerProcess[];

  beforeAll(async () => {
    const environment = {
      DATA_DIR: dataDir,
      DATABASE_URL: await createEmptyDatabase(),
      UNITS_PER_PERSON: String(MOST),
    };
    servers = [new ServerProcess(await freePort(), environment), new ServerProcess(await freePort(), environment)];
    await servers[0]!.start();
    await servers[1]!.start();
  }, 180_000);
  afterAll(async () => {
    await Promise.all((servers ?? []).map((server) => server.kill()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('count together what somebody asks of either: going to the other gains nothing', async () => {
    const [one, other] = servers as [ServerProcess, ServerProcess];
    const { token } = (await askServer(`${one.api}/demo/sign-in`, 'POST', { body: { person: 'village-officer' } }))
      .body;
    const look = async ({ api }: ServerProcess) =>
      (await askServer(`${api}/sessions/current`, 'GET', { token })).status;
    // The count is of one minute: enough of it must be left for all of this.
    while (Date.now() % 60_000 > 20_000) await moment(500);
    for (let turn = 0; turn < MOST / 50; turn += 1)
      expect(new Set(await Promise.all(Array.from({ length: 50 }, () => look(one))))).toEqual(new Set([200]));
    await moment(TOLD_MS);
    // The other hears of it when it tells of its own, which the first looks make it do.
    await Promise.all(Array.from({ length: MOST / 10 }, () => look(other)));
    await moment(TOLD_MS);
    expect([await look(one), await look(other)]).toEqual([429, 429]);
  });
});
