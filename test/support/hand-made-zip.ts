import { crc32, deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';

interface Lie {
  name: string;
  content: Buffer;
  /** What the directory says it unpacks to. */
  claimed?: number;
}

/** A zip written by hand, whose directory may say what is not so. */
export function handMadeZip(files: readonly Lie[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed = content.length } of files) {
    const packed = deflateRawSync(content, { level: 9 });
    const label = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(claimed, 22);
    head.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 8, 6, 30);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, label, packed);
    directory.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** Every part of a good file, for writing it anew by hand. */
export async function partsOf(good: Buffer): Promise<Lie[]> {
  const zip = await JSZip.loadAsync(good);
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return Promise.all(files.map(async (file) => ({ name: file.name, content: await file.async('nodebuffer') })));
}
