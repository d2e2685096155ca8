import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RowDataPacket } from 'mysql2/promise';
import { besides, connected, createDatabase, dropDatabase, nameOf } from '../mariadb/empty-database.ts';

/** Where a county lies: its files, and its database where that is not one of them. */
export interface CountyPlace {
  dataDir: string;
  databaseUrl: string | undefined;
}

/** Longer than any first start takes; whoever waits in vain starts a county of his own. */
const GIVE_UP_AFTER_MS = 120_000;
const LOOK_EVERY_MS = 50;

/**
 * Puts the county into `place` as its first start at `now` leaves it: tables and seeds. The first who asks lets `start`
 * make it; everybody after gets a copy, which takes a tenth of the time. Outside of a run with the set-up beside this
 * file nothing is copied, and the county's own start does it all.
 */
export async function layOutCounty(
  now: string,
  place: CountyPlace,
  start: (first: CountyPlace) => Promise<void>,
): Promise<void> {
  const { TEST_FIRST_COUNTIES: folder } = process.env;
  if (!folder) return;
  const name = `${place.databaseUrl ? 'mariadb' : 'sqlite'}_${now.replace(/\W/g, '').toLowerCase()}`;
  const first = {
    dataDir: path.join(folder, name),
    databaseUrl: place.databaseUrl && besides(place.databaseUrl, `first_${name}`),
  };
  const ready = `${first.dataDir}.ready`;
  if (!existsSync(ready)) {
    if (!claimed(`${first.dataDir}.claim`)) await until(() => existsSync(ready));
    else {
      if (first.databaseUrl) await createDatabase(first.databaseUrl);
      await start(first);
      writeFileSync(ready, '');
    }
  }
  if (!existsSync(ready)) return;
  cpSync(first.dataDir, place.dataDir, { recursive: true });
  if (place.databaseUrl) await copyTables(first.databaseUrl!, place.databaseUrl);
}

/** Takes away a county's files and its database. */
export async function removeCounty({ dataDir, databaseUrl }: CountyPlace): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  if (databaseUrl) await dropDatabase(databaseUrl);
}

/** Only one of all who ask at once is told yes. */
function claimed(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + GIVE_UP_AFTER_MS;
  while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

async function copyTables(from: string, to: string): Promise<void> {
  const [source, target] = [nameOf(from), nameOf(to)];
  await connected(to, async (connection) => {
    const [tables] = await connection.query<RowDataPacket[]>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
      [source],
    );
    for (const { name } of tables) {
      await connection.query(`CREATE TABLE ${target}.\`${name}\` LIKE ${source}.\`${name}\``);
      await connection.query(`INSERT INTO ${target}.\`${name}\` SELECT * FROM ${source}.\`${name}\``);
    }
  });
}
