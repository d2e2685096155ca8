import { randomBytes } from 'node:crypto';
import path from 'node:path';

/** What the storage holds, and when it was last written, in real time. */
export interface KeptBytes {
  key: string;
  writtenAt: number;
  /** Not a write that is under way, or was broken off. */
  isWhole: boolean;
}

/** The storage has nothing under a key that should be there. */
export class BytesMissing extends Error {
  constructor(key: string) {
    super(`The storage has no ${key}`);
  }
}

/** Where the bytes of files lie. A key is made here and means the same in every storage, so that files can move. */
export abstract class FileStorage {
  /** Keeps the bytes under a new key; once this returns they survive a power cut. */
  async put(id: string, bytes: Buffer): Promise<string> {
    // The random end keeps two senders of one id apart; the tail of a v7 id, unlike its head, spreads over folders.
    const key = path.posix.join(id.slice(-4, -2), id.slice(-2), `${id}-${randomBytes(4).toString('hex')}`);
    await this.write(key, bytes);
    return key;
  }

  /** All of the bytes under this key, or nothing. */
  abstract write(key: string, bytes: Buffer): Promise<void>;

  /** Throws `BytesMissing` where there are none. */
  abstract read(key: string): Promise<Buffer>;

  /** Content with there being nothing. */
  abstract remove(key: string): Promise<void>;

  /** Everything there is, unfinished writes too. */
  abstract all(): AsyncIterable<KeptBytes>;
}
