import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import Sqlite from 'better-sqlite3';
import type { Settings } from './config/settings.ts';
import { dumpMysql, isMysqlEmpty, loadMysql } from './database/mysql-dump.ts';

/** What lies in a back-up's folder, by which a restore knows that nothing is missing or was changed since. */
interface Manifest {
  madeAt: string;
  engine: 'sqlite' | 'mysql';
  /** SHA-256 of every file by its path within the folder. */
  digests: Record<string, string>;
}

type Where = Pick<Settings, 'DATA_DIR' | 'DATABASE_URL'>;
type Say = (words: string) => void;

const MANIFEST = 'back-up.json';
const SQLITE_FILE = 'county.db';
const DUMP = 'county.sql';
/** A demo's own key lies beside its data; in production the key is in the environment, and kept elsewhere. */
const DEMO_KEY = 'demo-key';

/** In words fit to show whoever runs the command. */
export class BackUpRefused extends Error {}

/**
 * Keeps a county whole in a new folder while its server goes on: the database as it is at one instant, then the files,
 * of which all that the database names are there before it names them.
 */
export async function backUp({ DATA_DIR, DATABASE_URL }: Where, folder: string, say: Say): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length)
    throw new BackUpRefused(`${folder} 里已有东西，没有备份；请换一个空文件夹`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  say('正在备份数据库……');
  if (DATABASE_URL) await dumpMysql(DATABASE_URL, path.join(folder, DUMP));
  else await copySqlite(path.join(DATA_DIR, SQLITE_FILE), path.join(folder, SQLITE_FILE));
  const kept = await filesIn(path.join(DATA_DIR, 'files'));
  say(`正在备份照片和附件，共 ${kept.length} 个……`);
  for (const file of kept) await copyInto(path.join(DATA_DIR, 'files', file), path.join(folder, 'files', file));
  if (existsSync(path.join(DATA_DIR, DEMO_KEY)))
    await copyInto(path.join(DATA_DIR, DEMO_KEY), path.join(folder, DEMO_KEY));
  const digests: Record<string, string> = {};
  for (const file of await filesIn(folder)) digests[file] = await digestOf(path.join(folder, file));
  const engine = DATABASE_URL ? 'mysql' : 'sqlite';
  const manifest: Manifest = { madeAt: new Date().toISOString(), engine, digests };
  // Last, and under its own name only when it is whole: without it a folder is no back-up.
  await writeFile(path.join(folder, `${MANIFEST}.part`), JSON.stringify(manifest, null, 1));
  await rename(path.join(folder, `${MANIFEST}.part`), path.join(folder, MANIFEST));
  say(`备份好了：${folder}，${Object.keys(digests).length} 个文件。SECRET_KEY 不在里面，请另外妥善保存。`);
}

/** Puts a back-up where nothing is yet; refused where a file is missing or differs, or something is there already. */
export async function restore({ DATA_DIR, DATABASE_URL }: Where, folder: string, say: Say): Promise<void> {
  const { engine, digests, madeAt } = await manifestOf(folder);
  if ((engine === 'mysql') !== Boolean(DATABASE_URL))
    throw new BackUpRefused(
      engine === 'mysql'
        ? '这份备份来自 MariaDB/MySQL，请设置 DATABASE_URL'
        : '这份备份来自 SQLite，请不要设置 DATABASE_URL',
    );
  await demandEmpty({ DATA_DIR, DATABASE_URL });
  say(`正在核对 ${madeAt} 的备份……`);
  for (const [file, digest] of Object.entries(digests))
    if ((await digestOf(path.join(folder, file)).catch(() => '')) !== digest)
      throw new BackUpRefused(`备份里的 ${file} 缺失或被改动过，没有恢复；请换另一份备份`);
  await mkdir(DATA_DIR, { recursive: true });
  for (const file of Object.keys(digests))
    if (file !== DUMP && file !== SQLITE_FILE) await copyInto(path.join(folder, file), path.join(DATA_DIR, file));
  say('正在恢复数据库……');
  if (DATABASE_URL) await loadMysql(DATABASE_URL, path.join(folder, DUMP));
  else await copyFile(path.join(folder, SQLITE_FILE), path.join(DATA_DIR, SQLITE_FILE));
  say('恢复好了。请用备份时的 SECRET_KEY 启动服务器，否则姓名和电话打不开。');
}

async function manifestOf(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackUpRefused(`${folder} 不是一份完整的备份（没有 ${MANIFEST}）`);
  });
  return JSON.parse(text) as Manifest;
}

async function demandEmpty({ DATA_DIR, DATABASE_URL }: Where): Promise<void> {
  const isThere = (name: string) => existsSync(path.join(DATA_DIR, name));
  if (isThere(SQLITE_FILE) || isThere('files'))
    throw new BackUpRefused(`${DATA_DIR} 里已有一个县的数据，没有恢复；请换一个空的 DATA_DIR`);
  if (DATABASE_URL && !(await isMysqlEmpty(DATABASE_URL)))
    throw new BackUpRefused('DATABASE_URL 的库里已有表，没有恢复；请换一个空库');
}

/** Page by page through SQLite's own way, which takes in what is written meanwhile. */
async function copySqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new BackUpRefused(`没有找到 ${from}，请核对 DATA_DIR`);
  const database = new Sqlite(from, { readonly: true, fileMustExist: true });
  try {
    await database.backup(to);
  } finally {
    database.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    // An orphan that was swept away since it was listed is nobody's.
    if (error.code !== 'ENOENT') throw error;
  });
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
