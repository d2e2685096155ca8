import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { StartRefused } from '../config/start-refused.ts';
import { tables } from '../tables.ts';
import { nodesOf, writeToFirstOf } from './cluster-nodes.ts';
import { sizeLargeTexts } from './table.ts';
import { separateRunners } from './sqlite-runner.ts';
import { unreached, whyUnchanged } from './unreachable.ts';

export interface DatabaseSettings {
  /** Where the SQLite file lies when no `url` is given. */
  dataDir: string;
  /** `mysql://user:password@host:port/name` of a MariaDB or MySQL server, or of several hosts that are one cluster. */
  url?: string | undefined;
  /** It is being filled from another; until that has ended nobody else may take it for a county. */
  isBeingFilled?: boolean;
  /** How long a writer may wait for another on SQLite. */
  lockLimitMs?: number;
}

/** Of several hosts, one that is not reached by then is left for the next. */
const NEXT_NODE_AFTER_MS = 3_000;

/** A table that stands only while a county is being moved here. */
export const UNFINISHED_MOVE = 'unfinished_move';

/** Opens the county's database, on whichever engine the settings name, with every migration run. */
export async function openDataSource(settings: DatabaseSettings): Promise<DataSource> {
  // On every engine: files, and what is noted of the last back-up, lie there.
  mkdirSync(settings.dataDir, { recursive: true });
  sizeLargeTexts(settings.url ? 'mediumtext' : 'text');
  const source = settings.url ? await mysqlSource(settings.url, settings.isBeingFilled) : sqliteSource(settings);
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } catch (error) {
    await source.destroy();
    throw whyUnchanged(error);
  }
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
  const nodes = nodesOf(url);
  const first = await firstToAnswer(url);
  const type = await inspectServer(first, isBeingFilled);
  const options: DataSourceOptions = {
    type,
    url: first,
    timezone: 'Z',
    charset: 'utf8mb4',
    poolSize: 20,
    ...(nodes.length > 1 ? { connectTimeout: NEXT_NODE_AFTER_MS } : {}),
    entities: tables,
    migrations,
  };
  const source = new DataSource(options);
  if (nodes.length > 1) writeToFirstOf(nodes, source);
  return source;
}

/** The address of the first host that takes a connection; of one alone, that one, for its own words of why it does not. */
export async function firstToAnswer(url: string): Promise<string> {
  const nodes = nodesOf(url);
  for (const node of nodes.slice(0, -1)) {
    const connection = await createConnection({ uri: node, connectTimeout: NEXT_NODE_AFTER_MS }).catch(() => undefined);
    if (!connection) continue;
    const isThere = await connection.query('SELECT 1').then(
      () => true,
      () => false,
    );
    await connection.end();
    if (isThere) return node;
  }
  return nodes.at(-1)!;
}

/**
 * Asks the server what it is; a collation that takes 张三😀 for 张三😁 is refused, with the command that mends it, and so is
 * half a county.
 */
async function inspectServer(url: string, isBeingFilled: boolean): Promise<'mariadb' | 'mysql'> {
  const connection = await createConnection({ uri: url, connectTimeout: 10_000 }).catch((error: unknown) => {
    throw unreached(error);
  });
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
      throw new StartRefused(`往 ${name} 库的搬家还没有做完，请再运行一次 npm run move。`);
    if (collation !== 'utf8mb4_bin') {
      throw new StartRefused(
        `${name} 库的排序规则是 ${collation}，要用 utf8mb4_bin。趁库还空着，请运行：\n` +
          `ALTER DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
      );
    }
    return /mariadb/i.test(version) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
