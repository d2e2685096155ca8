import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { inFolder, measure, startCounty, startRaw } from './compare.mjs';
import { requestsPerSecond } from './wrk.mjs';

/** More than can be confirmed in all rounds, on either side. */
const HELD = 120_000;

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Bookings of one hot day confirmed, against raw node:http that inserts a booking's row, as durably, for each request. */
export default () =>
  inFolder(async (folder) => {
    const [ours, raw] = ['ours', 'raw'].map((name) => path.join(folder, name));
    const file = path.join(folder, 'to-confirm.txt');
    await promisify(execFile)(process.execPath, [here('./hold-places.mjs'), ours, String(HELD), file]);
    cpSync(ours, raw, { recursive: true });
    const database = path.join(raw, 'county.db');
    const next = new Map();
    return measure({
      ours: await startCounty(ours),
      raw: await startRaw(folder, { database, recording: insertOf(database) }),
      load: async ({ origin }, seconds) => {
        const from = next.get(origin) ?? 0;
        const run = await requestsPerSecond(origin, {
          script: { file: here('./confirm-bookings.lua'), args: [file, String(from)] },
          seconds,
        });
        // What was under way at the end is not asked for again.
        next.set(origin, from + run.requests + 100);
        return run;
      },
      check: (requests) => demandConfirmed(path.join(ours, 'county.db'), requests.ours),
      aim: 0.5,
    });
  });

/** One row with everything a confirmed booking has, under the request's id. */
function insertOf(file) {
  const database = new Sqlite(file);
  const row = database.prepare("SELECT * FROM booking WHERE state = 'booked' LIMIT 1").get();
  // The rows that are there bear the same ids.
  database.exec("DELETE FROM booking WHERE state = 'held'");
  database.close();
  const columns = Object.keys(row);
  const params = columns.map((column) => {
    if (column === 'id') return { each: 'id of the request' };
    return { always: column === 'code' ? null : row[column] };
  });
  const sql = `INSERT INTO booking (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  return { method: 'POST', path: '/', reply: row, statements: [{ sql, params }] };
}

/** Every request that was answered as confirmed must be there. */
function demandConfirmed(file, requests) {
  const database = new Sqlite(file, { readonly: true });
  const { count } = database.prepare('SELECT count(*) AS count FROM booking WHERE name IS NOT NULL').get();
  database.close();
  if (count < requests) throw new Error(`${requests} bookings were answered as confirmed, ${count} are in ${file}`);
}
