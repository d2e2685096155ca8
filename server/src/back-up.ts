import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import Sqlite from 'better-sqlite3';
import type { Settings } from './config/settings.ts';
import { firstToAnswer } from './database/data-source.ts';
import { dumpMysql, isMysqlEmpty, loadMysql } from './database/mysql-dump.ts';
import { BytesMissing, type FileStorage } from './files/file-storage.ts';
import { fileStorageOf } from './files/file-storage.service.ts';
import { noteBackUp } from './last-back-up.ts';

/** What lies in a back-up's folder, by which a restore knows that nothing is missing or was changed since. */
interface Manifest {
  madeAt: string;
  engine: 'sqlite' | 'mysql';
  /** SHA-256 of every file by its path within the folder. */
  digests: Record<string, string>;
}

const ALL_PAGES = 0x7fffffff;

type Say = (words: string) => void;

const MANIFEST = 'back-up.json';
const SQLITE_FILE = 'county.db';
const DUMP = 'county.sql';
/** A demo's own key lies beside its data; in production the key is in the environment, and kept elsewhere. */
const DEMO_KEY = 'demo-key';
const FILES = 'files/';

/** In words fit to show whoever runs the command. */
export class BackUpRefused extends Error {}

/**
 * Keeps a county whole in a new folder while its server goes on: the database as it is at one instant, then the files,
 * of which all that the database names are there before it names them.
 */
export async function backUp(settings: Settings, folder: string, say: Say): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length)
    throw new BackUpRefused(`${folder} 里已有东西，没有备份；请换一个空文件夹`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await fill(settings, folder, say);
  } catch (error) {
    // Half a back-up is none, and stands in the way of the next try.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function fill(settings: Settings, folder: string, say: Say): Promise<void> {
  const { DATA_DIR, DATABASE_URL } = settings;
  say('正在备份数据库……');
  if (DATABASE_URL) await dumpMysql(await firstToAnswer(DATABASE_URL), path.join(folder, DUMP));
  else await copySqlite(path.join(DATA_DIR, SQLITE_FILE), path.join(folder, SQLITE_FILE));
  say('正在备份照片和附件……');
  await copyFiles(await fileStorageOf(settings), folder);
  if (existsSync(path.join(DATA_DIR, DEMO_KEY)))
    await copyInto(path.join(DATA_DIR, DEMO_KEY), path.join(folder, DEMO_KEY));
  const digests: Record<string, string> = {};
  for (const file of await filesIn(folder)) digests[file] = await digestOf(path.join(folder, file));
  const engine = DATABASE_URL ? 'mysql' : 'sqlite';
  const manifest: Manifest = { madeAt: new Date().toISOString(), engine, digests };
  // Last, and under its own name only when it is whole: without it a folder is no back-up.
  await writeFile(path.join(folder, `${MANIFEST}.part`), JSON.stringify(manifest, null, 1));
  await rename(path.join(folder, `${MANIFEST}.part`), path.join(folder, MANIFEST));
  // A back-up is whole without the note: where the data are on another machine, the server knows of none.
  await noteBackUp(DATA_DIR, manifest.madeAt).catch(() =>
    say(`没能在 ${DATA_DIR} 记下备份时间，“运行状况”页会显示没有备份`),
  );
  say(`备份好了：${folder}，${Object.keys(digests).length} 个文件。SECRET_KEY 不在里面，请另外妥善保存。`);
}

/** Puts a back-up where nothing is yet; refused where a file is missing or differs, or something is there already. */
export async function restore(settings: Settings, folder: string, say: Say): Promise<void> {
  const { DATA_DIR, DATABASE_URL } = settings;
  const { engine, digests, madeAt } = await manifestOf(folder);
  if ((engine === 'mysql') !== Boolean(DATABASE_URL))
    throw new BackUpRefused(
      engine === 'mysql'
        ? '这份备份来自 MariaDB/MySQL，请设置 DATABASE_URL'
        : '这份备份来自 SQLite，请不要设置 DATABASE_URL',
    );
  const storage = await fileStorageOf(settings);
  await demandEmpty(settings, storage);
  say(`正在核对 ${madeAt} 的备份……`);
  for (const [file, digest] of Object.entries(digests))
    if ((await digestOf(path.join(folder, file)).catch(() => '')) !== digest)
      throw new BackUpRefused(`备份里的 ${file} 缺失或被改动过，没有恢复；请换另一份备份`);
  await mkdir(DATA_DIR, { recursive: true });
  for (const file of Object.keys(digests))
    if (file.startsWith(FILES)) await storage.write(file.slice(FILES.length), await readFile(path.join(folder, file)));
  if (digests[DEMO_KEY]) await copyInto(path.join(folder, DEMO_KEY), path.join(DATA_DIR, DEMO_KEY));
  say('正在恢复数据库……');
  if (DATABASE_URL) await loadMysql(await firstToAnswer(DATABASE_URL), path.join(folder, DUMP));
  else await restoreSqlite(path.join(folder, SQLITE_FILE), path.join(DATA_DIR, SQLITE_FILE));
  say('恢复好了。请用备份时的 SECRET_KEY 启动服务器，否则姓名和电话打不开。');
}

async function manifestOf(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackUpRefused(`${folder} 不是一份完整的备份（没有 ${MANIFEST}）`);
  });
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    throw new BackUpRefused(`${folder} 里的 ${MANIFEST} 看不懂，没有恢复；请换另一份备份`);
  }
}

async function demandEmpty({ DATA_DIR, DATABASE_URL, S3_BUCKET }: Settings, storage: FileStorage): Promise<void> {
  // What a server that died had not yet moved into its database would be played into the restored one.
  const left = ['', '-wal', '-shm', '-journal'].map((ending) => SQLITE_FILE + ending);
  if ([...left, 'files'].some((name) => existsSync(path.join(DATA_DIR, name))))
    throw new BackUpRefused(`${DATA_DIR} 里已有一个县的数据，没有恢复；请换一个空的 DATA_DIR`);
  for await (const { key } of storage.all())
    throw new BackUpRefused(`存储桶 ${S3_BUCKET} 里已有本县的文件（${key}），没有恢复；请换一个空的存储桶`);
  if (DATABASE_URL && !(await isMysqlEmpty(await firstToAnswer(DATABASE_URL))))
    throw new BackUpRefused('DATABASE_URL 的库里已有表，没有恢复；请换一个空库');
}

/**
 * All pages in one step, under one lock for readers: people go on writing, and the copy is of one instant. Page by page
 * it would begin anew each time they do, and never end.
 */
async function copySqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new BackUpRefused(`没有找到 ${from}，请核对 DATA_DIR`);
  const database = new Sqlite(from, { readonly: true, fileMustExist: true });
  try {
    await database.backup(to, { progress: () => ALL_PAGES });
  } finally {
    database.close();
  }
}

async function restoreSqlite(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const database = new Sqlite(to, { fileMustExist: true });
  try {
    const found = database.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new BackUpRefused(`恢复出来的数据库有损坏，请换另一份备份；请先清空 ${path.dirname(to)}`);
  } finally {
    database.close();
  }
}

/** From wherever they lie. An orphan that was swept away since it was listed is nobody's. */
async function copyFiles(storage: FileStorage, folder: string): Promise<void> {
  for await (const { key, isWhole } of storage.all()) {
    if (!isWhole) continue;
    const target = path.join(folder, FILES, key);
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await writeFile(target, await storage.read(key));
    } catch (error) {
      if (!(error instanceof BytesMissing)) throw error;
    }
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
