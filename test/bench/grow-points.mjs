/**
 * Lays so many more service points, one to a village as they lie over the inhabited part of the country, into the
 * database of a county, outside of the county's own box. Each is a copy of one of its points: as large as those, in a
 * place of its own.
 */
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { isInBox } from '@county/shared/service-map/position';
import { placesOf } from '../../server/dist/src/service-map/places.js';
import { tileOf } from '../../server/dist/src/service-map/tiles.js';

/** East of the Hu Huanyong line live most: villages lie thick there. */
const LAND = { west: 100, south: 22, east: 122, north: 42 };
const MILLION = 1_000_000;

export function growPoints(folder, count, box) {
  const database = new Sqlite(path.join(folder, 'county.db'));
  database.pragma('synchronous = OFF');
  const models = database.prepare('SELECT * FROM service_point WHERE tile IS NOT NULL').all();
  const columns = Object.keys(models[0]);
  const insert = database.prepare(
    `INSERT INTO service_point (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  const random = numbers(7);
  const today = new Date().toISOString().slice(0, 10);
  database.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const place = placeOutside(box, random);
      const places = placesOf({ ...place, datum: 'wgs84' });
      insert.run({
        ...models[index % models.length],
        id: newId(),
        insideId: null,
        // What units are asked to check is another matter.
        checkedOn: today,
        places: JSON.stringify(places),
        microLongitude: Math.round(places.wgs84.longitude * MILLION),
        microLatitude: Math.round(places.wgs84.latitude * MILLION),
        tile: tileOf(places.wgs84),
      });
    }
  })();
  // As the engine keeps it up by itself in a database that grew day by day.
  database.exec('ANALYZE');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

function placeOutside(box, random) {
  for (;;) {
    const place = {
      longitude: LAND.west + random() * (LAND.east - LAND.west),
      latitude: LAND.south + random() * (LAND.north - LAND.south),
    };
    if (!isInBox(box, place)) return place;
  }
}

/** The same numbers in every run (Park and Miller). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
