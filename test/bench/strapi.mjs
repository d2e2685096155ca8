import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inFolder, measure, startCounty } from './compare.mjs';
import { startServer } from './cores.mjs';
import { requestsPerSecond } from './wrk.mjs';

const APP = fileURLToPath(new URL('strapi-points', import.meta.url));
/** Kept from run to run, apart from the project: 1,400 packages that are no dependency of it. */
const INSTALLED = path.join(tmpdir(), 'county-bench-strapi-5.54.0');
const POINTS = 150;
export const OUR_LIST = `/api/public/service-points?limit=${POINTS}`;
export const ITS_LIST = `/api/points?pagination[pageSize]=${POINTS}`;

/**
 * Measures ours beside Strapi with its defaults on SQLite, which holds the same points: in one run, by the same load,
 * servers and load on cores of their own. `plan` says what is asked of each side.
 */
export const compareWithStrapi = (aim, plan) =>
  inFolder(async (folder) => {
    const { ours, its, points } = await startBoth(folder);
    const [ourAsking, itsAsking] = await plan({ ours, its, points });
    return measure({
      ours,
      raw: its,
      load: (server, seconds) => {
        const { url, ...how } = server === ours ? ourAsking : itsAsking;
        return requestsPerSecond(server.origin + url, { ...how, seconds });
      },
      check: () => {},
      aim,
    });
  });

/** Both servers with the same points in them; both have been stopped since they were filled. */
export async function startBoth(folder) {
  const [ourFolder, itsFolder] = ['ours', 'strapi'].map((name) => path.join(folder, name));
  const filled = await startCounty(ourFolder);
  const { items } = await (await fetch(filled.origin + OUR_LIST)).json();
  await filled.stop();
  const points = items.filter(({ places }) => places);
  await prepareStrapi(itsFolder);
  const its = await startStrapi(itsFolder);
  for (const point of points) await post(its.origin, flat(point));
  await its.stop();
  return { ours: await startCounty(ourFolder), its: await startStrapi(itsFolder), points };
}

/** A point in the fields that both have; ours answers its hours, windows and ways in besides. */
export const flat = ({ name, kind, unitName, address, landmark, phone, places }) => ({
  name,
  kind,
  unitName,
  address,
  landmark,
  phone,
  ...places.wgs84,
});

async function post(origin, data) {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${origin}/api/points`, { method: 'POST', headers, body: JSON.stringify({ data }) });
  if (!reply.ok) throw new Error(`Strapi answers ${reply.status}: ${await reply.text()}`);
}

async function prepareStrapi(folder) {
  await install();
  cpSync(APP, folder, { recursive: true });
  mkdirSync(path.join(folder, 'public/uploads'), { recursive: true });
  symlinkSync(path.join(INSTALLED, 'node_modules'), path.join(folder, 'node_modules'));
}

async function install() {
  const wanted = readFileSync(path.join(APP, 'package.json'), 'utf8');
  const done = path.join(INSTALLED, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node');
  if (existsSync(done) && readFileSync(path.join(INSTALLED, 'package.json'), 'utf8') === wanted) return;
  console.error('Installing Strapi beside the project (about three minutes, once)');
  mkdirSync(INSTALLED, { recursive: true });
  cpSync(path.join(APP, 'package.json'), path.join(INSTALLED, 'package.json'));
  const npm = (...words) => promisify(execFile)('npm', words, { cwd: INSTALLED, maxBuffer: 64 * 1024 * 1024 });
  await npm('install', '--no-audit', '--no-fund', '--ignore-scripts');
  await npm('rebuild', 'better-sqlite3', '--ignore-scripts=false');
}

async function startStrapi(folder) {
  const environment = {
    PORT: String(await freePort()),
    DATABASE_FILE: path.join(folder, 'points.db'),
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  const isReady = (line) => /^ready (http\S+)$/.exec(line)?.[1];
  return startServer([path.join(folder, 'start.js')], environment, isReady);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
