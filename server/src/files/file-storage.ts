import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';

const UNFINISHED = '.part';

/** Where the bytes of files lie: a folder of the server's disk. A key is made here and means nothing elsewhere. */
@Injectable()
export class FileStorage {
  private readonly folder: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.folder = path.resolve(settings.DATA_DIR, 'files');
  }

  /** Keeps the bytes under a new key; once this returns they survive a power cut. */
  async put(id: string, bytes: Buffer): Promise<string> {
    // The random end keeps two senders of one id apart; the tail of a v7 id, unlike its head, spreads over folders.
    const key = path.posix.join(id.slice(-4, -2), id.slice(-2), `${id}-${randomBytes(4).toString('hex')}`);
    const target = this.pathOf(key);
    await mkdir(path.dirname(target), { recursive: true });
    const file = await open(target + UNFINISHED, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(target + UNFINISHED, target);
    for (const folder of [path.dirname(target), path.dirname(path.dirname(target)), this.folder])
      await syncFolder(folder);
    return key;
  }

  read(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Keys (and unfinished writes) last touched before the instant. */
  async keysOlderThan(instant: string): Promise<string[]> {
    const names = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const keys: string[] = [];
    for (const entry of names) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const { mtimeMs } = await stat(file);
      if (mtimeMs < Date.parse(instant)) keys.push(path.relative(this.folder, file).split(path.sep).join('/'));
    }
    return keys;
  }

  private pathOf(key: string): string {
    return path.join(this.folder, key);
  }
}

/** A new name in a folder is itself only safe when the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
