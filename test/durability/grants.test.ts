import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RowDataPacket } from 'mysql2/promise';
import { askServer } from '../support/county.ts';
import { connected, createEmptyDatabase, userOf } from '../support/mariadb/empty-database.ts';
import { freePort, ServerProcess } from '../support/server-process.ts';

const run = promisify(execFile);

describe('a database user with the grants that the command prints', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-grants-'));
  let environment: Record<string, string>;
  let owner: string;
  let user: string;
  let server: ServerProcess;

  const command = (entry: string, more: string[] = [], DATABASE_URL = owner) =>
    run(process.execPath, [`server/dist/src/${entry}-command.js`, ...more], {
      env: { PATH: process.env.PATH, MODE: 'demo', ...environment, DATABASE_URL },
    });
  const account = () => `${new URL(user).username}@127.0.0.1`;
  const asUser = (sql: string) =>
    connected(user, async (connection) => (await connection.query<RowDataPacket[]>(sql))[0]);
  const ask = (method: string, route: string, token?: string, body?: unknown) =>
    askServer(`${server.api}${route}`, method, { token: token!, body });

  beforeAll(async () => {
    owner = await createEmptyDatabase();
    user = await userOf(owner);
    environment = { DATA_DIR: dataDir, SECRET_KEY: randomBytes(32).toString('base64') };
    server = new ServerProcess(await freePort(), { ...environment, DATABASE_URL: owner });
    await server.start();
    await server.stop();
    const { stdout } = await command('grants', [account()]);
    await connected(owner, async (connection) => {
      for (const statement of stdout.trim().split('\n')) await connection.query(statement);
    });
  }, 240_000);
  afterAll(async () => {
    await server?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('reaches every table there is', async () => {
    const all = await connected(
      owner,
      async (connection) => (await connection.query<RowDataPacket[]>('SHOW TABLES'))[0],
    );
    expect(all.length).toBeGreaterThan(80);
    expect(await asUser('SHOW TABLES')).toEqual(all);
  });

  it('runs the server: it starts, is written to, and the audit trail holds', async () => {
    await server.start({ DATABASE_URL: user });
    const { status, body } = await ask('POST', '/demo/sign-in', undefined, { person: 'administrator' });
    expect(status).toBe(201);
    expect((await ask('POST', '/people/me/session-endings', body.token, { others: true })).status).toBe(201);
    const { body: entries } = await ask('GET', '/audit-entries', body.token);
    expect(entries.items.length).toBeGreaterThan(0);
    expect((await command('audit', [], user)).stderr).toBe('');
  });

  it.each(["UPDATE audit_entry SET detail = 'x'", 'DELETE FROM audit_entry', "UPDATE audit_seal SET hash = 'x'"])(
    'is refused %s by the database',
    async (sql) => expect(asUser(sql)).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' }),
  );

  it('is told how to ask, and that SQLite has no users', async () => {
    const refusal = (more: string[], url = owner) =>
      command('grants', more, url).then(
        () => '',
        ({ stderr }: { stderr: string }) => stderr,
      );
    expect(await refusal([])).toMatch(/^用法 Usage/);
    expect(await refusal(["x'@%; DROP"])).toMatch(/^用法 Usage/);
    expect(await refusal([account()], '')).toMatch(/^没有设 DATABASE_URL/);
  });
});
