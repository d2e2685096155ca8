import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const STORED = 0;

/** One file of a zip, as its directory states it. */
export interface ZipEntry {
  name: string;
  /** In bytes: as it lies there, and unpacked. */
  packed: number;
  size: number;
  method: number;
  offset: number;
  isLocked: boolean;
}

export interface ZipDirectory {
  entries: ZipEntry[];
  /** It begins with the first byte and ends with the last: nothing before, between or behind that is another file too. */
  isAlone: boolean;
}

/** The directory of a zip, read without unpacking anything; undefined when there is none whole. */
export function zipDirectory(bytes: Buffer): ZipDirectory | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  let at = start;
  while (entries.length < count) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\/+/, ''),
      isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const fillsAll = bytes.readUInt32LE(0) === LOCAL && at === end && end + END_SIZE === bytes.length;
  return { entries, isAlone: fillsAll && start + bytes.readUInt32LE(end + 12) === end };
}

/**
 * What an entry holds. Never more than the directory states, whatever the packed bytes would become; throws where they
 * are not what it states.
 */
export function unpackEntry(bytes: Buffer, { offset, packed, size, method, isLocked }: ZipEntry): Buffer {
  if (isLocked || bytes.readUInt32LE(offset) !== LOCAL) throw new Error('The entry of a zip is not where it should be');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(start, start + packed);
  const unpacked = method === STORED ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, size) });
  if (unpacked.length !== size) throw new Error('The entry of a zip is not as long as its directory states');
  return unpacked;
}

function findEnd(bytes: Buffer): number | undefined {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - 65_535); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return undefined;
}
