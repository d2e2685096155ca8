/**
 * Run as a program with a data folder: seeds a county there and writes, as JSON, the exact statements with which the
 * server answers the measured requests. They are taken from under TypeORM, so that nothing is left out or dressed up.
 */
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { createApp } from '../../server/dist/src/app.js';
import { readSettings } from '../../server/dist/src/config/settings.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

let heard;
let token = '';
listenToStatements();

const app = await createApp(readSettings({ MODE: 'demo', DATA_DIR: process.argv[2], LOG_LEVEL: 'error' }));
await app.init();
const fastify = app.getHttpAdapter().getInstance();
await fastify.ready();

({ token } = await ask('POST', '/api/demo/sign-in', { person: 'village-officer' }));
const { items } = await ask('GET', '/api/assignments?limit=200');
const line = items.find(({ status }) => status === 'acknowledged' || status === 'in-progress');
const report = { percent: line.percent ?? 10, note: '代办窗口已开，本周代办 12 件，都在当天办结。' };

const recordings = {
  token,
  report,
  'task-by-id': await record('GET', `/api/tasks/${line.taskId}`, () => undefined),
  'file-report': await record('POST', `/api/assignments/${line.id}/reports`, () => ({ ...report, id: newId() })),
};
await app.close();
process.stdout.write(JSON.stringify(recordings));

async function ask(method, url, payload) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const reply = await fastify.inject({ method, url, headers, payload });
  if (reply.statusCode >= 300) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.body}`);
  return reply.json();
}

/** Asks twice, once the caches are warm; what differs between the two is made anew for every request. */
async function record(method, path, makeBody) {
  await ask(method, path, makeBody());
  const runs = [];
  for (let run = 0; run < 2; run += 1) {
    await wait(20);
    const body = makeBody();
    heard = [];
    const reply = await ask(method, path, body);
    runs.push({ id: body?.id, reply, statements: heard });
    heard = undefined;
  }
  const [first, second] = runs;
  const same = first.statements.length === second.statements.length;
  if (!same || !first.statements.every(({ sql }, index) => sql === second.statements[index].sql)) {
    throw new Error(`${method} ${path} ran other statements the second time:\n${JSON.stringify(runs, null, 1)}`);
  }
  const statements = first.statements.map(({ sql, params }, index) => ({
    sql,
    params: params.map((value, at) => parameter(value, second.statements[index].params[at], [first.id, second.id])),
  }));
  return { method, path, reply: first.reply, statements };
}

function parameter(first, second, ids) {
  if (first === second) return { always: first };
  if (first === ids[0] && second === ids[1]) return { each: 'id of the request' };
  if (UUID.test(first) && UUID.test(second)) return { each: 'new id' };
  if (INSTANT.test(first) && INSTANT.test(second)) return { each: 'instant' };
  throw new Error(`A parameter differs in an unknown way: ${first}, ${second}`);
}

function listenToStatements() {
  const { prepare } = Sqlite.prototype;
  Sqlite.prototype.prepare = function prepareAndListen(sql) {
    const statement = prepare.call(this, sql);
    for (const verb of ['all', 'get', 'run']) {
      const act = statement[verb];
      statement[verb] = function hear(...params) {
        heard?.push({ sql, params });
        return act.apply(statement, params);
      };
    }
    return statement;
  };
}
