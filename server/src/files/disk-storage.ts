import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { BytesMissing, FileStorage, type KeptBytes } from './file-storage.ts';

const UNFINISHED = '.part';

/** Files in a folder of the server's disk. */
export class DiskStorage extends FileStorage {
  private readonly folder: string;

  constructor(dataDir: string) {
    super();
    this.folder = path.resolve(dataDir, 'files');
  }

  async write(key: string, bytes: Buffer): Promise<void> {
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
  }

  async read(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new BytesMissing(key) : error;
    });
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *all(): AsyncIterable<KeptBytes> {
    const names = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of names) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const found = await stat(file).catch(() => undefined); // finished under its own name since, or removed
      if (!found) continue;
      const key = path.relative(this.folder, file).split(path.sep).join('/');
      yield { key, writtenAt: found.mtimeMs, isWhole: !key.endsWith(UNFINISHED) };
    }
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
