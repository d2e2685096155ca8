/**
 * Run as a program with a data folder and a number of units: seeds a county there and lays a plan of 24 tasks over a
 * tree of that many units, each with its line of every task. Writes, as JSON, the plan's id and a supervisor's token.
 */
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { createApp } from '../../server/dist/src/app.js';
import { readSettings } from '../../server/dist/src/config/settings.js';

const TASKS = 24;
/** A province: beside 45 departments 15 cities, about 130 counties, 1,950 townships, and villages for the rest. */
const TOP = 60;
const CITIES = 15;
const COUNTIES = 130;
const TOWNSHIPS = 1_950;
const STATES = [
  ['assigned', null],
  ['in-progress', 40],
  ['closed', 100],
  ['in-progress', 70],
  ['acknowledged', null],
  ['completed', 100],
  ['returned', 80],
];

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const app = await createApp(readSettings({ MODE: 'demo', DATA_DIR: folder, LOG_LEVEL: 'error' }));
await app.init();
const fastify = app.getHttpAdapter().getInstance();
await fastify.ready();
const signedIn = await fastify.inject({
  method: 'POST',
  url: '/api/demo/sign-in',
  payload: { person: 'supervisor' },
});
const { token } = signedIn.json();
await app.close();

const database = new Sqlite(path.join(folder, 'county.db'));
database.pragma('synchronous = OFF');
const breakdownId = newId();
database.transaction(grow)();
database.pragma('wal_checkpoint(TRUNCATE)');
database.close();
process.stdout.write(JSON.stringify({ token, breakdownId }));

function grow() {
  const units = tree();
  const insertUnit = inserter(
    'org_unit',
    'id parentId kind name aliases traits officePhone contactName validFrom validUntil successorId position',
  );
  for (const [index, { id, parentId, kind }] of units.entries())
    insertUnit(id, parentId, kind, `单位${index}`, '[]', '[]', null, null, '2020-01-01', null, null, 1_000 + index);
  const created = ['018f0000-0000-7000-8000-000000000000', '2026-01-04T01:00:00.000Z'];
  inserter('task_breakdown', 'id title kind year fingerprint isPublic carriedFromId sourceName createdBy createdAt')(
    breakdownId,
    '全省计划',
    'plan',
    2026,
    breakdownId,
    0,
    null,
    null,
    ...created,
  );
  const insertTask = inserter(
    'task',
    'id breakdownId number category mainTask concreteWork unitsPhrase duePhrase dueOn openSetPhrase unresolvedPhrase',
  );
  const insertLine = inserter(
    'assignment',
    'id taskId breakdownId unitId part parentId handDownWords dueOn status percent lastReportedAt completedOn',
  );
  for (let number = 1; number <= TASKS; number += 1) {
    const taskId = newId();
    const dueOn = number % 6 === 0 ? null : `2026-${String(1 + (number % 12)).padStart(2, '0')}-28`;
    const words = `推进第 ${number} 项工作，让群众看得到、办得成。`;
    insertTask(taskId, breakdownId, number, '服务', words, words, '各单位', '按月', dueOn, null, null);
    const lineOf = new Map();
    for (const [index, { id, parentId }] of units.entries()) {
      const lineId = newId();
      lineOf.set(id, lineId);
      const [status, percent] = STATES[(index + number) % STATES.length];
      const completedOn = status === 'closed' ? `2026-0${1 + (index % 9)}-15` : null;
      const parent = parentId === null ? null : (lineOf.get(parentId) ?? null);
      insertLine(
        lineId,
        taskId,
        breakdownId,
        id,
        'responsible',
        parent,
        null,
        dueOn,
        status,
        percent,
        null,
        completedOn,
      );
    }
  }
}

/** Each unit stands behind the one above it. */
function tree() {
  const units = [];
  const add = (amount, kind, above) => {
    const level = [];
    for (let index = 0; index < amount && units.length < count; index += 1) {
      const unit = { id: newId(), parentId: above ? above[index % above.length].id : null, kind };
      units.push(unit);
      level.push(unit);
    }
    return level;
  };
  const cities = add(CITIES, 'township', null);
  add(TOP - CITIES, 'department', null);
  const counties = add(COUNTIES, 'township', cities);
  const townships = add(TOWNSHIPS, 'township', counties);
  add(count, 'village', townships);
  return units;
}

function inserter(table, words) {
  const columns = words.split(' ');
  const marks = columns.map(() => '?').join(', ');
  const names = columns.map((column) => `"${column}"`).join(', ');
  const statement = database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`);
  return (...values) => statement.run(...values);
}
