import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { createEmptyDatabase } from '../support/mariadb/empty-database.ts';
import { METRICS_TOKEN, Scrape } from '../support/read-metrics.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';

const run = promisify(execFile);
/** Kept elsewhere than the back-ups. */
const SECRET_KEY = randomBytes(32).toString('base64');
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-back-up-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const command = (act: 'back-up' | 'restore', folder: string, environment: Record<string, string>) =>
  run(process.execPath, ['server/dist/src/back-up-command.js', act, folder], {
    env: { PATH: process.env.PATH, MODE: 'demo', ...environment },
  });
const refusal = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => '',
    (error: { stderr: string }) => error.stderr.trim(),
  );

/** A county somebody is at work in, of whom everything that was answered is remembered. */
class AtWork {
  private token = '';
  private lineId = '';
  readonly answered: object[] = [];
  photoId = newId();
  private isOver = false;

  constructor(readonly server: ServerProcess) {}

  async signIn(): Promise<void> {
    const { body } = await askServer(`${this.server.api}/demo/sign-in`, 'POST', {
      body: { person: 'village-officer' },
    });
    this.token = body.token as string;
    const { body: lines } = await askServer(`${this.server.api}/assignments?limit=200`, 'GET', { token: this.token });
    this.lineId = lines.items.find(({ status }: { status: string }) => status === 'in-progress').id as string;
  }

  async sendPhoto(): Promise<void> {
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer();
    const form = new FormData();
    form.set('id', this.photoId);
    form.set('file', new Blob([new Uint8Array(bytes)]), '现场.jpg');
    const headers = { authorization: `Bearer ${this.token}` };
    await fetch(`${this.server.api}/files`, { method: 'POST', headers, body: form });
    await this.file({ photoIds: [this.photoId] });
  }

  async file(over: object = {}): Promise<void> {
    const body = { id: newId(), percent: 100, note: '今天走了三户', ...over };
    if ((await this.send(body)) === 201) this.answered.push(body);
  }

  /** 200 of what is there already. */
  async send(body: object): Promise<number> {
    const route = `${this.server.api}/assignments/${this.lineId}/reports`;
    return (await askServer(route, 'POST', { token: this.token, body })).status;
  }

  async until(ended: Promise<unknown>): Promise<void> {
    void ended.finally(() => (this.isOver = true)).catch(() => undefined);
    while (!this.isOver) {
      await this.file();
      await moment(5);
    }
  }

  async photo(): Promise<number> {
    const { status } = await askServer(`${this.server.api}/files/${this.photoId}`, 'GET', { token: this.token });
    return status;
  }
}

describe.each([
  ['SQLite', async () => ({})],
  ['MariaDB', async () => ({ DATABASE_URL: await createEmptyDatabase() })],
] as const)('a county on %s', (_name, place: () => Promise<Record<string, string>>) => {
  it('is backed up while people work in it, and restored whole where nothing was', async () => {
    const environment = { SECRET_KEY, METRICS_TOKEN, DATA_DIR: newFolder(), ...(await place()) };
    const county = new AtWork(new ServerProcess(await freePort(), environment));
    await county.server.start();
    await county.signIn();
    await county.sendPhoto();
    for (let one = 0; one < 10; one += 1) await county.file();
    const before = [...county.answered];
    const kept = path.join(newFolder(), 'of today');
    const made = command('back-up', kept, environment);
    await county.until(made);
    expect((await made).stdout).toMatch(/备份好了.+SECRET_KEY 不在里面/);
    const scrape = await Scrape.of({ url: new URL(county.server.api).origin });
    expect(scrape.value('county_last_back_up_age_seconds')).toBeLessThan(600);
    expect(await refusal(command('back-up', kept, environment))).toMatch(/里已有东西，没有备份/);
    expect(await refusal(command('restore', kept, environment))).toMatch(/已有一个县的数据，没有恢复/);
    await county.server.kill();

    const elsewhere = { SECRET_KEY, DATA_DIR: newFolder(), ...(await place()) };
    await command('restore', kept, elsewhere);
    const restored = new AtWork(new ServerProcess(await freePort(), elsewhere));
    restored.photoId = county.photoId;
    await restored.server.start();
    try {
      await restored.signIn();
      for (const report of before) expect(await restored.send(report)).toBe(200);
      expect(await restored.photo()).toBe(200);
      await restored.file();
      expect(restored.answered).toHaveLength(1);
    } finally {
      await restored.server.kill();
    }

    // One bit of it changed, or a file lost: nothing is restored, and what is wrong is named.
    const [photo] = readdirSync(path.join(kept, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    appendFileSync(path.join(photo!.parentPath, photo!.name), ' ');
    const third = { SECRET_KEY, DATA_DIR: newFolder(), ...(await place()) };
    expect(await refusal(command('restore', kept, third))).toMatch(/^备份里的 files\/.+缺失或被改动过，没有恢复/);
    expect(readdirSync(third.DATA_DIR)).toEqual([]);
    expect(readFileSync(path.join(kept, 'back-up.json'), 'utf8')).not.toMatch(/password|secret/i);
  }, 180_000);
});

describe('a folder that is no back-up', () => {
  it('is refused in words', async () => {
    const environment = { SECRET_KEY, DATA_DIR: newFolder() };
    expect(await refusal(command('restore', newFolder(), environment))).toMatch(/不是一份完整的备份/);
    expect(await refusal(command('back-up', newFolder(), environment))).toMatch(/没有找到 .+，请核对 DATA_DIR/);
  });
});

describe('a county on SQLite that has grown', () => {
  const MEGABYTES = 48;
  const environment = { SECRET_KEY, DATA_DIR: newFolder() };
  const file = path.join(environment.DATA_DIR, 'county.db');
  const kept = path.join(newFolder(), 'kept');

  it('is backed up though somebody writes all the while, as it was at one instant', async () => {
    const database = new Sqlite(file);
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE filler (bytes BLOB); CREATE TABLE one (n INTEGER); CREATE TABLE other (n INTEGER)');
    const fill = database.prepare('INSERT INTO filler VALUES (randomblob(1048576))');
    database.transaction(() => Array.from({ length: MEGABYTES }, () => fill.run()))();
    const add = database.transaction((n: number) => {
      database.prepare('INSERT INTO one VALUES (?)').run(n);
      database.prepare('INSERT INTO other VALUES (?)').run(n);
    });
    let written = 0;
    const writing = setInterval(() => add((written += 1)), 2);
    await command('back-up', kept, environment);
    clearInterval(writing);
    database.close();
    const copy = new Sqlite(path.join(kept, 'county.db'), { readonly: true });
    const [one, other] = ['one', 'other'].map((table) => copy.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get());
    copy.close();
    expect([one === other, written > Number(one)]).toEqual([true, true]);
  });

  it.each(['county.db-wal', 'county.db-shm', 'county.db-journal'])(
    'is not restored beside %s of a server that died',
    async (left) => {
      const elsewhere = { SECRET_KEY, DATA_DIR: newFolder() };
      appendFileSync(path.join(elsewhere.DATA_DIR, left), 'x');
      expect(await refusal(command('restore', kept, elsewhere))).toMatch(/已有一个县的数据，没有恢复/);
      expect(readdirSync(elsewhere.DATA_DIR)).toEqual([left]);
    },
  );

  it('leaves no half back-up behind', async () => {
    const folder = path.join(newFolder(), 'of nothing');
    expect(await refusal(command('back-up', folder, { ...environment, DATA_DIR: newFolder() }))).toMatch(/没有找到/);
    expect(existsSync(folder)).toBe(false);
  });
});
