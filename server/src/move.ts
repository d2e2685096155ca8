import { existsSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { Settings } from './config/settings.ts';
import { openDataSource, UNFINISHED_MOVE } from './database/data-source.ts';
import { copyTable, differenceOf, tablesOf, type SameTable } from './database/table-copy.ts';
import { whyUnchanged, whyUnreached } from './database/unreachable.ts';
import { DiskStorage } from './files/disk-storage.ts';
import { fileStorageOf } from './files/file-storage.service.ts';
import { migrations } from '../migrations/index.ts';

type Say = (words: string) => void;

const TOLD_EVERY_ROWS = 20_000;

/** In words fit to show whoever runs the command. */
export class MoveRefused extends Error {}

/**
 * Copies a county from SQLite into an empty database of MariaDB or MySQL, and reads every row back from both. Nobody
 * else has the SQLite file open meanwhile, and it stays as it is. What was broken off is begun anew.
 */
export async function moveDatabase({ DATA_DIR, DATABASE_URL, S3_BUCKET }: Settings, to: string, say: Say) {
  if (DATABASE_URL) throw new MoveRefused('DATABASE_URL 已经设了，这个县不在 SQLite 上；搬之前请不要设它');
  const source = openAlone(path.join(DATA_DIR, 'county.db'));
  try {
    demandSameTables(source);
    const target = await createConnection({ uri: to, connectTimeout: 10_000, charset: 'utf8mb4' }).catch(
      (error: unknown) => {
        throw new MoveRefused(`连不上要搬去的库：${whyUnreached(error)}`);
      },
    );
    try {
      await target.query("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'");
      await demandEmpty(target, say);
      say('正在建表……');
      await (await openDataSource({ dataDir: DATA_DIR, url: to, isBeingFilled: true })).destroy();
      const tables = tablesOf(source);
      await copyAll(source, target, tables, say);
      await checkAll(source, target, tables, say);
      await target.query(`DROP TABLE ${UNFINISHED_MOVE}`);
    } finally {
      await target.end();
    }
  } finally {
    source.close();
  }
  say('搬好了，逐行核对一致。把 DATABASE_URL 设为新库，再启动服务器，并运行 npm run check-audit。');
  say(`原来的 county.db 没有改动，请另外存好。${S3_BUCKET ? '' : '照片和附件仍在 DATA_DIR/files，请保留。'}`);
}

/** Copies what lies on the disk into the bucket of the settings, and reads it back; what is there already stays. */
export async function moveFiles(settings: Settings, say: Say): Promise<void> {
  if (!settings.S3_BUCKET) throw new MoveRefused('没有设存储桶，请先设 S3_URL 等五项（README“照片和附件”）');
  const [disk, bucket] = [new DiskStorage(settings.DATA_DIR), await fileStorageOf(settings)];
  const there = new Set<string>();
  for await (const { key } of bucket.all()) there.add(key);
  let checked = 0;
  for await (const { key, isWhole } of disk.all()) {
    if (!isWhole) continue;
    const bytes = await disk.read(key);
    if (!there.has(key)) await bucket.write(key, bytes);
    if (!bytes.equals(await bucket.read(key)))
      throw new MoveRefused(`桶里的 ${key} 与磁盘上的不一致，没有搬完；请核对存储桶，再运行一次`);
    checked += 1;
    if (checked % 500 === 0) say(`照片和附件：${checked} 个`);
  }
  say(`照片和附件搬好了，共 ${checked} 个，逐个核对一致。DATA_DIR/files 没有改动，确认无误后可以另存。`);
}

/** No other process has it open, nor can open it until this one closes it: SQLite's own lock sees to that. */
function openAlone(file: string): Sqlite.Database {
  if (!existsSync(file)) throw new MoveRefused(`没有找到 ${file}，请核对 DATA_DIR`);
  const source = new Sqlite(file, { fileMustExist: true, timeout: 1000 });
  try {
    source.pragma('locking_mode = EXCLUSIVE');
    source.exec('BEGIN EXCLUSIVE');
    return source;
  } catch (error) {
    source.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new MoveRefused('服务器正在使用这个县的数据库，没有搬；请先停下服务器，再运行一次');
  }
}

/** Both sides are to have the tables of this version. */
function demandSameTables(source: Sqlite.Database): void {
  const ran = source.prepare('SELECT name FROM migrations').pluck().all() as string[];
  const known = migrations.map(({ name }) => name);
  if (ran.length !== known.length || !ran.every((name) => known.includes(name)))
    throw new MoveRefused('数据库的表结构与这个版本不同，没有搬；请先用这个版本的服务器启动一次，停下后再搬');
}

/** What an earlier try left half full is emptied; anything else that is there is somebody's. */
async function demandEmpty(target: Connection, say: Say): Promise<void> {
  const [rows] = await target.query<RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const names = rows.map(({ name }) => name as string);
  if (!names.length) {
    await target
      .query(`CREATE TABLE ${UNFINISHED_MOVE} (startedAt varchar(24) NOT NULL PRIMARY KEY)`)
      .catch((error: unknown) => {
        throw whyUnchanged(error);
      });
    return;
  }
  if (!names.includes(UNFINISHED_MOVE))
    throw new MoveRefused(`要搬去的库里已有 ${names.length} 张表，没有搬；请换一个空库`);
  say('上一次没有搬完，从头再搬……');
  for (const name of names) if (name !== UNFINISHED_MOVE) await target.query(`DROP TABLE \`${name}\``);
}

async function copyAll(source: Sqlite.Database, target: Connection, tables: SameTable[], say: Say): Promise<void> {
  for (const [at, table] of tables.entries()) {
    const where = `搬（${at + 1}/${tables.length}）${table.name}`;
    let next = TOLD_EVERY_ROWS;
    try {
      // Some migrations write rows, which the source has in a later state.
      await target.query(`TRUNCATE TABLE \`${table.name}\``);
      await copyTable(source, target, table, (written) => {
        if (written < next) return;
        say(`${where}：${written} 行……`);
        next += TOLD_EVERY_ROWS;
      });
    } catch (error) {
      throw new MoveRefused(
        `${table.name} 没有搬成：${(error as Error).message}。原来的数据没有改动，改好后再运行一次`,
      );
    }
    say(`${where}：${table.rows} 行`);
  }
}

async function checkAll(source: Sqlite.Database, target: Connection, tables: SameTable[], say: Say): Promise<void> {
  for (const [at, table] of tables.entries()) {
    const difference = await differenceOf(source, target, table);
    if (difference) throw new MoveRefused(`核对 ${table.name} 时发现不一致：${difference}。原来的数据没有改动`);
    if (table.rows) say(`核对（${at + 1}/${tables.length}）${table.name}：${table.rows} 行一致`);
  }
}
