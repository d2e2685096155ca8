import { cpSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { inFolder, startCounty } from './compare.mjs';
import { growPoints } from './grow-points.mjs';

const POINTS = 10_000;
const ROUNDS = 20;
/** Places on a screen, each with its first free time: as many as the small county has, too. */
const SHOWN = 10;
const AIM = 0.66;

/**
 * The 95th of 100 searches for where something can be booked, with the first free time of each place: in a county, and
 * among ten thousand points at each of which it can be booked; asked for in turns.
 */
export default () =>
  inFolder(async (folder) => {
    const [alone, among] = ['alone', 'among'].map((name) => path.join(folder, name));
    const first = await startCounty(alone);
    const { outline } = await (await fetch(`${first.origin}/api/public/service-map`)).json();
    await first.stop();
    cpSync(alone, among, { recursive: true });
    growPoints(among, POINTS, outline.box);
    growServices(among);
    const sides = [];
    try {
      for (const data of [alone, among]) sides.push({ server: await startCounty(data), times: [] });
      const wanted = guidesOf(alone);
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const side of sides)
          for (const guideId of wanted) {
            // Another address each time: what is measured is the finding, not a kept reply.
            const took = await timeOf(
              `${side.server.origin}/api/public/bookable-services?guideId=${guideId}&limit=${SHOWN}&round=${round}`,
            );
            if (round > 0) side.times.push(took);
          }
      const [limit, value] = sides.map(({ times }) => p95(times));
      return { value, unit: 'ms p95', limit, ratio: limit / value, aim: AIM };
    } finally {
      await Promise.all(sides.map(({ server }) => server.stop()));
    }
  });

/** At every new point what the others offer, in turns, with places of its own. */
function growServices(folder) {
  const database = new Sqlite(path.join(folder, 'county.db'));
  database.pragma('synchronous = OFF');
  const models = database.prepare('SELECT * FROM bookable_service').all();
  const points = database
    .prepare('SELECT id, unitId FROM service_point WHERE id NOT IN (SELECT pointId FROM bookable_service)')
    .all();
  const columns = Object.keys(models[0]);
  const insert = database.prepare(
    `INSERT INTO bookable_service (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  database.transaction(() => {
    for (const [at, { id: pointId, unitId }] of points.entries()) {
      const model = models[at % models.length];
      const id = newId();
      const settings = JSON.stringify({ ...JSON.parse(model.settings), windowId: null });
      insert.run({ ...model, id, pointId, unitId, poolId: id, settings });
    }
  })();
  database.exec('ANALYZE');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** What most points offer. */
function guidesOf(folder) {
  const database = new Sqlite(path.join(folder, 'county.db'), { readonly: true });
  const rows = database
    .prepare(
      'SELECT guideId, count(*) AS count FROM bookable_service WHERE guideId IS NOT NULL GROUP BY guideId HAVING count >= ? ORDER BY count DESC LIMIT 5',
    )
    .all(SHOWN);
  database.close();
  return rows.map(({ guideId }) => guideId);
}

async function timeOf(url) {
  const start = performance.now();
  const reply = await fetch(url);
  const { items } = await reply.json();
  const took = performance.now() - start;
  if (!reply.ok || items.length !== SHOWN) throw new Error(`${url}: ${reply.status}, ${items?.length} places`);
  return took;
}

const p95 = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)];
