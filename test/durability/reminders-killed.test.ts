import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { v7 as newId } from 'uuid';
import { askServer } from '../support/county.ts';
import { freePort, moment, ServerProcess } from '../support/server-process.ts';
import { startWechatProcess, type WechatProcess } from '../support/wechat/own-process.ts';
import { wechatSettings } from '../support/wechat-county.ts';

const KILLS = 100;
const NEW_OFFICERS = 2;
const TICK_SECRET = 'a-secret-of-the-timer-in-tests';
const LONG_AGO = '2000-01-01T00:00:00.000Z';
/** Ten working days before the plan's lines are due, just after the hour of reminding. */
const TEN_BEFORE = '2026-12-17T01:00:30.000Z';
const NEXT_DAY = '2026-12-18T01:00:30.000Z';
const DUE = '2026-12-31';
/** What lives for a second or two is not worth compiling well: a fifth of a hundred starts. */
const SHORT_LIVED = ['--no-opt'];
/** Whatever became of a message, it is one of these in the end. */
const ENDS = ['sent', 'failed', 'uncertain', 'inbox'];

describe('two servers on one MariaDB that remind, one of them killed a hundred times', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'county-remind-'));
  const name = `reminding_${process.pid}_${Date.now().toString(36)}`;
  let connection: Connection;
  let wechat: WechatProcess;
  let templateId: string;
  let steady: ServerProcess;
  /** Killed in turn; while one works, the next is on its way up. */
  let killed: [ServerProcess, ServerProcess];
  let unitId: string;
  let lineIds: string[];

  beforeAll(async () => {
    const server = process.env.TEST_MARIADB_URL!.replace(/\/$/, '');
    connection = await createConnection(server);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.query(`USE ${name}`);
    wechat = await startWechatProcess();
    const settings = wechatSettings(wechat.url);
    const { work } = JSON.parse(settings.WECHAT_TEMPLATES) as { work: { id: string; fields: object } };
    templateId = work.id;
    await wechat.addTemplate(templateId, Object.keys(work.fields));
    const environment = { ...settings, TICK_SECRET, DATA_DIR: dataDir, DATABASE_URL: `${server}/${name}` };
    steady = new ServerProcess(await freePort(), { ...environment, NOW: '2026-11-25T01:00:00.000Z' });
    const late = { ...environment, NOW: TEN_BEFORE };
    const doomed = async () => new ServerProcess(await freePort(), late, SHORT_LIVED);
    killed = [await doomed(), await doomed()];
    await steady.start();
    await tick(steady);
    await findLines();
    await steady.kill();
    await steady.start({ NOW: TEN_BEFORE });
  }, 180_000);
  afterAll(async () => {
    await Promise.all([steady, ...killed].map((server) => server.kill()));
    wechat.kill();
    await connection.query(`DROP DATABASE ${name}`);
    await connection.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const select = async <Row>(sql: string, values: unknown[] = []) =>
    (await connection.query<(Row & RowDataPacket)[]>(sql, values))[0] as Row[];
  const tick = (server: ServerProcess) =>
    askServer(`${server.api}/reminder-ticks`, 'POST', { body: { secret: TICK_SECRET } });
  const signIn = async (person: string) =>
    (await askServer(`${steady.api}/demo/sign-in`, 'POST', { body: { person } })).body.token as string;

  /** What a township owes on the last day of the year. */
  const findLines = async () => {
    const token = await signIn('unit-lead');
    const { body } = await askServer(`${steady.api}/assignments?limit=200`, 'GET', { token });
    const due = body.items.filter(
      ({ dueOn, status }: { dueOn: string; status: string }) =>
        dueOn === DUE && ['assigned', 'acknowledged', 'in-progress', 'returned'].includes(status),
    );
    lineIds = due.map(({ id }: { id: string }) => id);
    if (!lineIds.length) throw new Error('Nothing is due: the test has nothing to remind of');
    [unitId] = (await select<{ unitId: string }>('SELECT unitId FROM assignment WHERE id = ?', [lineIds[0]])).map(
      (row) => row.unitId,
    ) as [string];
  };

  /** Officers begin work in the township, whose WeChat takes a message; the day is to be planned for them too. */
  const officersBegin = async (round: number): Promise<void> => {
    for (let index = 0; index < NEW_OFFICERS; index += 1) {
      const id = newId();
      const openid = openidOf(id);
      await change('INSERT INTO person (id, name, wechatOpenid, createdAt) VALUES (?, ?, ?, ?)', [
        id,
        `第${round}批${index}`,
        openid,
        LONG_AGO,
      ]);
      await change('INSERT INTO membership (id, personId, unitId, role, `from`, until) VALUES (?, ?, ?, ?, ?, NULL)', [
        newId(),
        id,
        unitId,
        'officer',
        '2026-01-01',
      ]);
      await change(
        'INSERT INTO wechat_credit (personId, purpose, openid, credits, lastResult, lastAt) VALUES (?, ?, ?, 2, ?, ?)',
        [id, 'work', openid, 'accept', LONG_AGO],
      );
      await wechat.grant(openid, templateId, 2);
    }
    await change('UPDATE plan_reminding SET sweptOn = NULL');
  };

  /** The servers write at the same moment: whoever the engine sends back comes again. */
  const change = async (sql: string, values: unknown[] = []): Promise<void> => {
    await connection.query(sql, values).catch((error: { code?: string }) => {
      if (error.code !== 'ER_LOCK_DEADLOCK') throw error;
      return change(sql, values);
    });
  };

  /** Longer than what a dead process had reserved for itself. */
  const timePasses = async () => {
    await change('UPDATE tick_lease SET leaseUntil = ?', [LONG_AGO]);
    await change("UPDATE delivery SET leaseUntil = ? WHERE state = 'handing'", [LONG_AGO]);
    await change("UPDATE delivery SET sendAt = ? WHERE state = 'ready'", [TEN_BEFORE]);
  };

  const settles = async () => {
    for (let last = 0; last < 4; last += 1) {
      await timePasses();
      expect((await tick(steady)).status).toBeLessThan(300);
    }
  };

  /** Everybody on the supervisor's telephone list, page by page: the slower the machine, the longer it is. */
  const namesToRing = async () => {
    const token = await signIn('supervisor');
    const names = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await askServer(`${steady.api}/telephone-list?limit=200${page}`, 'GET', { token });
      for (const { personName } of body.items as { personName: string }[]) names.add(personName);
      cursor = body.next;
    } while (cursor);
    return names;
  };

  it('tell everybody once in the inbox, by WeChat at most once, and leave nothing undecided', async () => {
    let usual = 300;
    let up = killed[1].start();
    for (let round = 1; round <= KILLS; round += 1) {
      await officersBegin(round);
      const [doomed, next] = round % 2 ? [killed[1], killed[0]] : killed;
      await up;
      up = next.start();
      await wechat.treats('send', [{ slowMs: Math.ceil(Math.random() * 60) }, { slowMs: 20 }]);
      const began = performance.now();
      const steadily = tick(steady).then(() => performance.now() - began);
      const cutShort = tick(doomed).catch(() => undefined);
      await moment(Math.random() * usual);
      await doomed.kill();
      await cutShort;
      usual = Math.min(1_500, (usual + (await steadily)) / 2);
      await timePasses();
    }
    await up;
    await Promise.all(killed.map((server) => server.kill()));
    await settles();
    // Whoever began in the middle of a sweep hears of the rest on the next working day.
    await steady.kill();
    await steady.start({ NOW: NEXT_DAY });
    await settles();

    const officers = await select<{ id: string }>("SELECT id FROM person WHERE name LIKE '第%批%'");
    expect(officers).toHaveLength(KILLS * NEW_OFFICERS);
    const told = await select<{ personId: string; subjectId: string; cause: string; isShown: number }>(
      'SELECT personId, subjectId, cause, shownAt IS NOT NULL AS isShown FROM reminder',
    );
    expect(new Set(told.map(({ personId, cause }) => `${personId} ${cause}`)).size).toBe(told.length);
    expect(told.filter(({ isShown }) => !isShown)).toEqual([]);
    const lines = [...lineIds].sort();
    for (const { id } of officers) {
      const own = told.filter(({ personId, cause }) => personId === id && cause.includes(`:${DUE}:`));
      expect(own.map(({ subjectId }) => subjectId).sort()).toEqual(lines);
    }

    const deliveries = await select<{ id: string; personId: string; state: string }>('SELECT * FROM delivery');
    expect(deliveries.filter(({ state }) => !ENDS.includes(state))).toEqual([]);
    const ids = new Set(officers.map(({ id }) => id));
    const ofOfficers = deliveries.filter(({ personId }) => ids.has(personId));
    expect(ofOfficers.filter(({ state }) => state !== 'sent' && state !== 'uncertain')).toEqual([]);
    const taken = (await wechat.taken()).map(({ page }) => /reminder=([^&]+)/.exec(page)![1]!);
    expect(new Set(taken).size).toBe(taken.length);
    const stateOf = new Map(deliveries.map(({ id, state }) => [id, state]));
    expect(ofOfficers.filter(({ id, state }) => state === 'sent' && !taken.includes(id))).toEqual([]);
    expect(taken.filter((id) => !['sent', 'uncertain'].includes(stateOf.get(id)!))).toEqual([]);

    const rung = await namesToRing();
    const unsure = await select<{ name: string }>(
      `SELECT p.name FROM person p JOIN delivery d ON d.personId = p.id WHERE d.state = 'uncertain'`,
    );
    expect(unsure.filter((one) => !rung.has(one.name))).toEqual([]);
  }, 1_500_000);
});

const openidOf = (personId: string) => `o${personId.replaceAll('-', '').slice(-27)}`;
