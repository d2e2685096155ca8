import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { startServer } from './cores.mjs';
import { requestsPerSecond } from './wrk.mjs';

const ROUNDS = 3;
const SECONDS = 4;
const WARM_UP_SECONDS = 2;

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Measures a read or a filing against raw node:http that runs the same statements on a copy of the same database. */
export async function compareByStatements(name, aim) {
  return inFolder(async (folder) => {
    const ours = path.join(folder, 'ours');
    const { stdout } = await promisify(execFile)(process.execPath, [here('./record-statements.mjs'), ours], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const recordings = JSON.parse(stdout);
    const recording = recordings[name];
    const { token } = recordings;
    const report = recording.method === 'POST' ? recordings.report : undefined;
    const database = path.join(folder, 'raw/county.db');
    cpSync(ours, path.dirname(database), { recursive: true });
    const oursDatabase = path.join(ours, 'county.db');
    return measure({
      ours: await startCounty(ours),
      raw: await startRaw(folder, { database, recording }),
      load: ({ origin }, seconds) => requestsPerSecond(origin + recording.path, { token, report, seconds }),
      check: (requests) => {
        if (!report) return;
        demandReports(oursDatabase, requests.ours);
        demandReports(database, requests.raw);
      },
      aim,
    });
  });
}

/** Measures an open list that is kept as bytes against raw node:http that serves the same bytes and headers. */
export async function compareWithBytes(address, aim) {
  return inFolder(async (folder) => {
    const ours = await startCounty(path.join(folder, 'ours'));
    const reply = await fetch(ours.origin + address);
    if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
    const bytes = Buffer.from(await reply.arrayBuffer());
    const { items } = JSON.parse(bytes.toString());
    if (!items.length) throw new Error(`${address} answers an empty list`);
    const headers = Object.fromEntries(
      ['content-type', 'etag', 'cache-control', 'x-content-type-options'].map((name) => [
        name,
        reply.headers.get(name),
      ]),
    );
    return measure({
      ours,
      raw: await startRaw(folder, { bytes: bytes.toString('base64'), headers }),
      load: ({ origin }, seconds) => requestsPerSecond(origin + address, { seconds }),
      check: () => {},
      aim,
    });
  });
}

/** Ours and the limit measured in turns under the same load, and what was answered checked. */
export async function measure({ ours, raw, load, check, aim }) {
  try {
    const rates = { ours: [], raw: [] };
    const requests = { ours: 0, raw: 0 };
    // In turns, so that a slow moment of the machine falls on both.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [side, server] of [
        ['ours', ours],
        ['raw', raw],
      ]) {
        const run = await load(server, round === 0 ? WARM_UP_SECONDS : SECONDS);
        requests[side] += run.requests;
        if (round > 0) rates[side].push(run.perSecond);
      }
    }
    check(requests);
    const [value, limit] = [median(rates.ours), median(rates.raw)];
    return { value, unit: 'requests/s', limit, ratio: value / limit, aim };
  } finally {
    await Promise.all([ours.stop(), raw.stop()]);
  }
}

/** Every request that was answered as saved must be there. */
function demandReports(file, requests) {
  const database = new Sqlite(file, { readonly: true });
  const { count } = database.prepare('SELECT count(*) AS count FROM progress_report').get();
  database.close();
  if (count < requests) throw new Error(`${requests} reports were answered as filed, ${count} are in ${file}`);
}

/** A load asks faster than people do. */
const UNLIMITED = { UNITS_PER_PERSON: '0', UNITS_PER_ADDRESS: '0' };

/** The server as it is deployed: built, in a process of its own; what a row sets otherwise stands where it is started. */
export function startCounty(dataDir, settings = {}) {
  const environment = { MODE: 'demo', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...UNLIMITED, ...settings };
  return startServer([here('../../server/dist/src/main.js')], environment, (line) => /http:[^\s]+/.exec(line)?.[0]);
}

export function startRaw(folder, work) {
  const file = path.join(folder, 'raw.json');
  writeFileSync(file, JSON.stringify(work));
  return startServer([here('./raw-server.mjs'), file], {}, (line) => line);
}

/** A county with one more plan, over so many units; answers the plan's id and a supervisor's token. */
export async function grow(folder, units) {
  const { stdout } = await promisify(execFile)(process.execPath, [here('./grow-province.mjs'), folder, String(units)]);
  return JSON.parse(stdout);
}

export async function inFolder(run) {
  const folder = mkdtempSync(path.join(tmpdir(), 'county-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];
