import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { tables } from '../tables.ts';
import { sizeLargeTexts } from './table.ts';
import { separateRunners } from './sqlite-runner.ts';

export interface DatabaseSettings {
  /** Where the SQLite file lies when no `url` is given. */
  dataDir: string;
  /** `mysql://user:password@host:port/name` of a MariaDB or MySQL server. */
  url?: string | undefined;
  /** It is being filled from another; until that has ended nobody else may take it for a county. */
  isBeingFilled?: boolean;
  /** How long a writer may wait for another on SQLite. */
  lockLimitMs?: number;
}

/** A table that stands only while a county is being moved here. */
export const UNFINISHED_MOVE = 'unfinished_move';

/** Opens the county's database, on whichever engine the settings name, with every migration run. */
export async function openDataSource(settings: DatabaseSettings): Promise<DataSource> {
  // On every engine: files, and what is noted of the last back-up, lie there.
  mkdirSync(settings.dataDir, { recursive: true });
  sizeLargeTexts(settings.url ? 'mediumtext' : 'text');
  const source = settings.url ? await mysqlSource(settings.url, settings.isBeingFilled) : sqliteSource(settings);
  await source.initialize();
  await source.runMigrations({ transaction: 'each' });
  return source;
}

function sqliteSource({ dataDir, lockLimitMs = 10_000 }: DatabaseSettings): DataSource {
  const source = new DataSource({
    type: 'better-sqlite3',
    database: path.join(dataDir, 'county.db'),
    enableWAL: true,
    // better-sqlite3 opens an existing WAL file at NORMAL, where a power cut can lose what was answered as saved.
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      connection.pragma('synchronous = FULL');
    },
    entities: tables,
    migrations,
  });
  return separateRunners(source, lockLimitMs);
}

async function mysqlSource(url: string, isBeingFilled = false): Promise<DataSource> {
  const type = await inspectServer(url, isBeingFilled);
  const options: DataSourceOptions = {
    type,
    url,
    timezone: 'Z',
    charset: 'utf8mb4',
    poolSize: 20,
    entities: tables,
    migrations,
  };
  return new DataSource(options);
}

/**
 * Asks the server what it is; a collation that takes 张三😀 for 张三😁 is refused, with the command that mends it, and so is
 * half a county.
 */
async function inspectServer(url: string, isBeingFilled: boolean): Promise<'mariadb' | 'mysql'> {
  const connection = await createConnection({ uri: url, connectTimeout: 10_000 });
  try {
    const [rows] = await connection.query(
      'SELECT VERSION() AS version, DATABASE() AS name, @@collation_database AS collation, (SELECT COUNT(*) FROM ' +
        'information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?) AS unfinished',
      [UNFINISHED_MOVE],
    );
    const { version, name, collation, unfinished } = (
      rows as { version: string; name: string; collation: string; unfinished: number }[]
    )[0]!;
    if (Number(unfinished) && !isBeingFilled)
      throw new Error(`The move of a county to the database ${name} has not ended: run "npm run move" again.`);
    if (collation !== 'utf8mb4_bin') {
      throw new Error(
        `The database ${name} compares text by ${collation}; it must be utf8mb4_bin. While it is empty, run: ` +
          `ALTER DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
      );
    }
    return /mariadb/i.test(version) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
