/**
 * Run as a program with a grown county's data folder and its plan's id: sweeps a day of it, and reads the same columns
 * of all its lines with the driver alone, in turns. Writes, as JSON, the milliseconds of each and the most memory held.
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { createApp } from '../../server/dist/src/app.js';
import { readSettings } from '../../server/dist/src/config/settings.js';
import { Database } from '../../server/dist/src/database/database.js';

const ROUNDS = 5;
const TICK_SECRET = 'a-secret-of-the-timer-in-benches';
/** Ten working days before 28 December, and a month's end less three working days is not far. */
const NOW = '2026-12-14T01:05:00.000Z';

const [folder, breakdownId] = process.argv.slice(2);
const app = await createApp(readSettings({ MODE: 'demo', DATA_DIR: folder, LOG_LEVEL: 'error', NOW, TICK_SECRET }));
await app.init();
const fastify = app.getHttpAdapter().getInstance();
await fastify.ready();
const database = new Sqlite(path.join(folder, 'county.db'), { readonly: true });
/** Through the server's own door, which does one unit of work at a time. */
const beginAgain = () => app.get(Database).work((db) => db.query(BEGIN_AGAIN, [breakdownId]));
const BEGIN_AGAIN = `INSERT INTO plan_reminding ("breakdownId", "settings", "startedOn", "sweptOn") VALUES (?, NULL, '2026-11-01', '2026-12-11')
   ON CONFLICT ("breakdownId") DO UPDATE SET "sweptOn" = excluded."sweptOn"`;
const sameColumns = database.prepare(
  `SELECT line.id, line.unitId, line.parentId, line.dueOn, line.status, line.assignedOn, line.reportedPeriod,
          task.mainTask, task.duePhrase
   FROM assignment line JOIN task ON task.id = line.taskId WHERE line.breakdownId = ?`,
);

const sweeps = [];
const readings = [];
let lines = 0;
for (let round = 0; round <= ROUNDS;) {
  await beginAgain();
  const swept = await timed(sweep);
  // The server's own timer may be sweeping at this moment, and leaves nothing to measure.
  if (!isSwept()) {
    await setTimeout(1_000);
    continue;
  }
  const read = await timed(() => {
    lines = 0;
    for (const row of sameColumns.iterate(breakdownId)) if (row.id) lines += 1;
  });
  if (round > 0) {
    sweeps.push(swept);
    readings.push(read);
  }
  round += 1;
}
database.close();
const rssMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
await app.close();
process.stdout.write(JSON.stringify({ sweeps, readings, lines, rssMegabytes }));

function isSwept() {
  const row = database.prepare('SELECT sweptOn FROM plan_reminding WHERE breakdownId = ?').get(breakdownId);
  return row.sweptOn === NOW.slice(0, 10);
}

async function sweep() {
  const reply = await fastify.inject({ method: 'POST', url: '/api/reminder-ticks', payload: { secret: TICK_SECRET } });
  if (reply.statusCode >= 300) throw new Error(reply.body);
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
