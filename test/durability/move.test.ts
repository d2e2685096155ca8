import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import type { RowDataPacket } from 'mysql2/promise';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import type { Route } from '@county/shared/http/route';
import { declaredRoutes } from '../architecture/declared-routes.ts';
import { askServer } from '../support/county.ts';
import { connected, createEmptyDatabase, userOf } from '../support/mariadb/empty-database.ts';
import { freePort, ServerProcess } from '../support/server-process.ts';

const run = promisify(execFile);
const COMMAND = 'server/dist/src/move-command.js';
/** These tell of the audit trail, which grows by being read, and of the running process. */
const OF_THE_MOMENT = ['/audit-entries', '/people/me/data', '/operation'];
/** A printed page or a table bears the moment of its making. */
const isMadeAnew = ({ response }: Route) => typeof response === 'string' && /officedocument|pdf/.test(response);
/** All else that is read at a fixed address. */
const ADDRESSES = declaredRoutes
  .filter(({ method, path: address }) => method === 'GET' && !address.includes(':') && !OF_THE_MOMENT.includes(address))
  .filter((route) => !isMadeAnew(route))
  .map((route) => route.path);
const ROLES = ['village-officer', 'township-officer', 'unit-lead', 'supervisor', 'administrator', 'resident'];

describe('a county on SQLite', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-move-'));
  const file = path.join(dataDir, 'county.db');
  const environment = {
    SECRET_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: dataDir,
    NOW: '2026-11-25T01:00:00.000Z',
  };
  const tokens: (string | undefined)[] = [undefined];
  const photoId = newId();
  let server: ServerProcess;
  /** What it answered before the move. */
  let answers: Map<string, string>;

  beforeAll(async () => {
    server = new ServerProcess(await freePort(), { ...environment });
    await server.start();
    for (const person of ROLES) tokens.push(await signIn(person));
    await fileWithPhoto(tokens[1]!);
  }, 120_000);
  afterAll(async () => {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const signIn = async (person: string): Promise<string> =>
    (await askServer(`${server.api}/demo/sign-in`, 'POST', { body: { person } })).body.token;
  const fileWithPhoto = async (token: string) => {
    const { body } = await askServer(`${server.api}/assignments?limit=200`, 'GET', { token });
    const { id } = body.items.find(({ status }: { status: string }) => status === 'in-progress');
    const note = '“引号”、\\反斜线\\、表情😀、\n换行，和末尾的空格 ';
    const report = { id: newId(), percent: 100, note, photoIds: [photoId] };
    const filed = await askServer(`${server.api}/assignments/${id}/reports`, 'POST', { token, body: report });
    expect(filed.status).toBe(201);
    const form = new FormData();
    form.set('id', photoId);
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer();
    form.set('file', new Blob([new Uint8Array(bytes)]), '现场😀.jpg');
    expect((await askServer(`${server.api}/files`, 'POST', { token, body: form })).status).toBe(201);
  };
  /** Every reply that needs no more than its address, as each of the persons gets it, and the photo. */
  const askEverything = async (of: ServerProcess): Promise<Map<string, string>> => {
    const asked = new Map<string, string>();
    for (const [at, token] of tokens.entries())
      for (const address of [...ADDRESSES, `/files/${photoId}`]) {
        const { status, body } = await askServer(`${of.api}${address}`, 'GET', { token });
        const isFile = Buffer.isBuffer(body);
        if (isFile && !address.startsWith('/files/')) continue;
        asked.set(`${address} ${at}`, `${status} ${isFile ? body.toString('base64') : told(JSON.stringify(body))}`);
      }
    return asked;
  };
  /** What is drawn anew for every reply, and which engine it comes from, is left out. */
  const told = (words: string) =>
    words.replaceAll(/"reference":"[^"]+"|"database":"[^"]+"/g, '').replaceAll(/until=\d+&signature=[\w-]+/g, '');
  const move = (to: string) =>
    run(process.execPath, [COMMAND, '--to', to], { env: { PATH: process.env.PATH, MODE: 'demo', ...environment } });
  const refusal = (to: string): Promise<string> =>
    move(to).then(
      () => '',
      ({ stderr }: { stderr: string }) => stderr,
    );
  const checkAudit = async (more: Record<string, string>): Promise<string> => {
    const env = { PATH: process.env.PATH, MODE: 'demo', ...environment, ...more };
    return (await run(process.execPath, ['server/dist/src/audit-command.js'], { env })).stdout;
  };
  const tablesIn = (to: string) =>
    connected(to, async (connection) => (await connection.query<RowDataPacket[]>('SHOW TABLES'))[0].length);
  const change = (sql: string) => {
    const database = new Sqlite(file);
    database.exec(sql);
    database.close();
  };
  const everyRow = () => {
    const database = new Sqlite(file, { readonly: true });
    const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    const hash = createHash('sha256');
    for (const name of names)
      for (const row of database.prepare(`SELECT * FROM ${name}`).raw().iterate()) hash.update(JSON.stringify(row));
    database.close();
    return hash.digest('hex');
  };

  it('is not moved while its server runs', async () => {
    const to = await createEmptyDatabase();
    expect(await refusal(to)).toMatch(/^服务器正在使用这个县的数据库，没有搬/);
    expect(await tablesIn(to)).toBe(0);
    answers = await askEverything(server);
    expect([...answers.values()].filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(100);
    await server.kill();
  }, 120_000);

  it('is not moved to where there is something already, nor nowhere, nor in another shape', async () => {
    const to = await createEmptyDatabase();
    await connected(to, (connection) => connection.query('CREATE TABLE another (id int)'));
    expect(await refusal(to)).toMatch(/^要搬去的库里已有 1 张表，没有搬/);
    expect(await tablesIn(to)).toBe(1);
    expect(await refusal('mysql://root@127.0.0.1:1/nowhere')).toMatch(
      /^连不上要搬去的库：那里没有数据库，请核对主机、端口/,
    );
    const mayOnlyRead = await userOf(await createEmptyDatabase(), 'SELECT');
    expect(await refusal(mayOnlyRead)).toMatch(/^这个数据库用户不能建表、改表[^\n]+\n$/);
    expect(await refusal('postgres://elsewhere')).toMatch(/^用法 Usage/);
    change("UPDATE migrations SET name = 'Later1' WHERE id = 1");
    expect(await refusal(await createEmptyDatabase())).toMatch(/^数据库的表结构与这个版本不同，没有搬/);
    change("UPDATE migrations SET name = 'House1764000001000' WHERE id = 1");
  }, 60_000);

  it('is told when the other side keeps a row otherwise, or cannot keep it', async () => {
    const to = await createEmptyDatabase();
    change(`UPDATE file_claim SET position = 0.4 WHERE fileId = '${photoId}'`);
    expect(await refusal(to)).toMatch(new RegExp(`^核对 file_claim 时发现不一致：${photoId}`));
    change(`UPDATE file_claim SET position = 0, ownerKind = '${'x'.repeat(31)}' WHERE fileId = '${photoId}'`);
    expect(await refusal(to)).toMatch(/^file_claim 没有搬成：Data too long for column 'ownerKind'/);
    change(`UPDATE file_claim SET ownerKind = 'progress-report' WHERE fileId = '${photoId}'`);
  }, 120_000);

  it('is moved whole, after a try that was broken off, and answers on MariaDB as it did before', async () => {
    const to = await createEmptyDatabase();
    const before = everyRow();
    const broken = spawn(process.execPath, [COMMAND, '--to', to], {
      env: { PATH: process.env.PATH, MODE: 'demo', ...environment },
    });
    let said = '';
    broken.stdout.on('data', (words: Buffer) => {
      said += words.toString();
      if (said.includes('service_guide：')) broken.kill('SIGKILL');
    });
    const signal = await new Promise((resolve) => broken.once('exit', (_code, by) => resolve(by)));
    expect(signal).toBe('SIGKILL');
    await expect(checkAudit({ DATABASE_URL: to })).rejects.toMatchObject({
      stderr: expect.stringMatching(/往 .+ 库的搬家还没有做完，请再运行一次 npm run move/),
    });

    const { stdout } = await move(to);
    expect(stdout).toMatch(
      /上一次没有搬完，从头再搬[^]+搬（\d+\/\d+）task：\d+ 行[^]+task：\d+ 行一致[^]+搬好了，逐行核对一致/,
    );
    expect(everyRow()).toBe(before);
    expect(await refusal(to)).toMatch(/^要搬去的库里已有 \d+ 张表，没有搬/);

    expect(await checkAudit({ DATABASE_URL: to })).toBe(await checkAudit({}));
    await server.start({ DATABASE_URL: to });
    const now = await askEverything(server);
    expect([...answers.keys()].filter((address) => now.get(address) !== answers.get(address))).toEqual([]);
    expect((await askServer(`${server.api}/health`, 'GET')).body.database).toBe('mariadb');
  }, 240_000);
});
