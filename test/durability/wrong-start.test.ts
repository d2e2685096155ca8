import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, ServerProcess } from '../support/server-process.ts';

const run = promisify(execFile);
const REAL = {
  MODE: 'production',
  SITE_OWNER: '清河县人民政府办公室',
  COUNTY_NAME: '清河县',
  PUBLIC_ORIGIN: 'https://zwgk.qinghe.gov.cn',
};
const newKey = () => randomBytes(32).toString('base64');

describe('a server started wrongly on a county’s data', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-start-'));
  const demo = { MODE: 'demo', DATA_DIR: path.join(folder, 'demo'), SECRET_KEY: newKey() };
  const real = { ...REAL, DATA_DIR: path.join(folder, 'real'), SECRET_KEY: newKey() };

  /** What the server or a command says instead of beginning; no stack. */
  const refusal = async (environment: Record<string, string>, entry = 'main') => {
    const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', ...environment };
    const { code, stderr } = await run(process.execPath, [`server/dist/src/${entry}.js`], {
      env,
      timeout: 60_000,
    }).then(
      () => ({ code: 0, stderr: '' }),
      (error: { code: number; stderr: string }) => error,
    );
    expect([code, stderr]).toEqual([1, expect.not.stringMatching(/\n\s+at /)]);
    return stderr;
  };

  beforeAll(async () => {
    for (const environment of [demo, real]) {
      const server = new ServerProcess(await freePort(), environment);
      await server.start();
      await server.kill();
    }
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('with another key says so, and does not begin', async () => {
    expect(await refusal({ ...real, SECRET_KEY: newKey() })).toMatch(/SECRET_KEY 不是这些数据的密钥/);
    expect(await refusal({ ...demo, SECRET_KEY: newKey() })).toMatch(/SECRET_KEY 不是这些数据的密钥/);
  });

  it('for real on the invented county says so, and does not begin', async () => {
    expect(await refusal({ ...demo, ...REAL })).toMatch(/演示数据.+MODE=demo/);
  });

  it.each(['main', 'audit-command', 'back-up-command'])('without settings names them all: %s', async (entry) => {
    const words = await refusal({ DATA_DIR: demo.DATA_DIR }, entry);
    if (entry !== 'back-up-command') expect(words).toMatch(/SECRET_KEY[^]+SITE_OWNER[^]+COUNTY_NAME[^]+MODE=demo/);
  });

  it('begins with the right one', async () => {
    const server = new ServerProcess(await freePort(), real);
    await server.start();
    await server.kill();
  });
});
