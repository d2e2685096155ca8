import { v7 as newId } from 'uuid';
import type { County } from './county.ts';

type Row = Record<string, unknown> & { places: string };
const BATCH = 20;

/** Grows the county to so many points on the map: copies of its own, each a little way from the one it copies. */
export async function growPointsTo(county: County, count: number): Promise<void> {
  await county.database.work(async (db) => {
    const models: Row[] = await db.query('SELECT * FROM service_point WHERE tile IS NOT NULL');
    const columns = Object.keys(models[0]!);
    const rows = Array.from({ length: count - models.length }, (_, index) => moved(models, index));
    for (let at = 0; at < rows.length; at += BATCH) {
      const some = rows.slice(at, at + BATCH);
      const marks = some.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
      const values = some.flatMap((row) => columns.map((column) => row[column]));
      await db.query(`INSERT INTO service_point (${columns.join(', ')}) VALUES ${marks}`, values);
    }
  });
}

/** The copy lies on a ring about its model, wider with each round: up to a kilometre away. */
function moved(models: readonly Row[], index: number): Row {
  const model = models[index % models.length]!;
  const round = Math.floor(index / models.length) + 1;
  const [east, north] = [Math.cos(index) * round * 0.001, Math.sin(index) * round * 0.001];
  const places = JSON.parse(model.places) as Record<string, { longitude: number; latitude: number }>;
  const shifted = Object.entries(places).map(([datum, { longitude, latitude }]) => [
    datum,
    { longitude: longitude + east, latitude: latitude + north },
  ]);
  return { ...model, id: newId(), insideId: null, places: JSON.stringify(Object.fromEntries(shifted)) };
}
