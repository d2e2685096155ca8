import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { besides, createEmptyDatabase, userOf } from '../support/mariadb/empty-database.ts';
import { freePort, ServerProcess } from '../support/server-process.ts';

const run = promisify(execFile);
const REAL = {
  MODE: 'production',
  SITE_OWNER: '清河县人民政府办公室',
  COUNTY_NAME: '清河县',
  PUBLIC_ORIGIN: 'https://zwgk.qinghe.gov.cn',
};
/** What a command is to be asked, so that it gets as far as its settings. */
const ASKED: Record<string, string[]> = {
  'set-up-command': ['--unit', '县政府办公室', '--name', '韩守成', '--phone', '13900000000'],
  'move-command': ['--to', 'mysql://root@127.0.0.1:1/nowhere'],
  'back-up-command': ['back-up', path.join(tmpdir(), `county-no-back-up-${process.pid}`)],
};
const newKey = () => randomBytes(32).toString('base64');

describe('a server started wrongly on a county’s data', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-start-'));
  const demo = { MODE: 'demo', DATA_DIR: path.join(folder, 'demo'), SECRET_KEY: newKey() };
  const real = { ...REAL, DATA_DIR: path.join(folder, 'real'), SECRET_KEY: newKey() };

  /** What the server or a command says instead of beginning; no stack. */
  const refusal = async (environment: Record<string, string>, entry = 'main', more: string[] = []) => {
    const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', ...environment };
    const { code, stderr } = await run(process.execPath, [`server/dist/src/${entry}.js`, ...more], {
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

  it.each(['main', 'audit-command', 'rotate-key-command', 'set-up-command', 'move-command', 'back-up-command'])(
    'on settings that cannot be read names each in plain words: %s',
    async (entry) => {
      const wrong = { PORT: '80a', PUBLIC_ORIGIN: 'https://zw.gov.cn/', METRICS_TOKEN: 'short' };
      const words = await refusal({ ...real, ...wrong }, entry, ASKED[entry]);
      expect(words).toMatch(/- PORT 要写.+\n- PUBLIC_ORIGIN 要像.+\n- METRICS_TOKEN 太短.+\n各项设置见 README/);
      expect(words).not.toMatch(/expected|must|Invalid/);
    },
  );

  it.each(['main', 'audit-command', 'rotate-key-command', 'set-up-command'])(
    'on a database that is not reached says why: %s',
    async (entry) => {
      const url = await createEmptyDatabase();
      const at = (DATABASE_URL: string) => refusal({ ...real, DATABASE_URL }, entry, ASKED[entry]);
      expect(await at('mysql://root@127.0.0.1:1/county')).toMatch(/^连不上 DATABASE_URL 的数据库：那里没有数据库/);
      const stranger = new URL(await userOf(url));
      expect(await at(stranger.toString())).toMatch(/^连不上 DATABASE_URL 的数据库：这个用户不能用这个库/);
      stranger.password = 'another';
      expect(await at(stranger.toString())).toMatch(/^连不上 DATABASE_URL 的数据库：用户名或密码不对/);
      expect(await at(besides(url, 'no_such_county'))).toMatch(/^连不上 DATABASE_URL 的数据库：没有这个库/);
    },
  );

  it('on a database that cannot be its own says what to do', async () => {
    const url = await createEmptyDatabase('utf8mb4_general_ci');
    expect(await refusal({ ...real, DATABASE_URL: url })).toMatch(/排序规则是 utf8mb4_general_ci，要用 utf8mb4_bin/);
    const mayOnlyRead = await userOf(await createEmptyDatabase(), 'SELECT');
    expect(await refusal({ ...real, DATABASE_URL: mayOnlyRead })).toMatch(/^这个数据库用户不能建表、改表/);
  });

  it('at a port or an address that cannot be had says what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const PORT = String((taken.address() as AddressInfo).port);
    expect(await refusal({ ...real, PORT })).toBe(
      `端口 ${PORT} 已经有程序在用。请先停下它，或把 PORT 改成别的端口。\n`,
    );
    taken.close();
    for (const HOST of ['192.0.2.1', 'no-such-host.invalid'])
      for (const port of ['0', String(await freePort())])
        expect(await refusal({ ...real, HOST, PORT: port })).toMatch(/^HOST .+ 不是这台机器的地址/);
  });

  it('with a store for files has no words but those about what is wrong', async () => {
    const store = {
      S3_URL: 'http://127.0.0.1:1',
      S3_BUCKET: 'county',
      S3_REGION: 'here',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
    };
    const words = await refusal({ ...real, ...store, HOST: 'no-such-host.invalid' });
    expect(words).toMatch(/^HOST [^\n]+ 不是这台机器的地址[^\n]+\n$/);
  });

  it('a file of the audit trail that is not there is named', async () => {
    expect(await refusal(real, 'audit-command', ['no-such-file.csv'])).toBe(
      '读不到文件 no-such-file.csv。请核对文件名，再运行一次。\n',
    );
  });

  it('begins with the right one', async () => {
    const server = new ServerProcess(await freePort(), real);
    await server.start();
    await server.kill();
  });
});
