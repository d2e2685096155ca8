import { crc32, deflateSync } from 'node:zlib';

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** The passes of a PNG that is shown in ever finer steps: where each begins, and how far apart its dots are. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Of more nobody reads on, once the head has said how many there are. */
const MOST_LINES = 200_000_000;

/** A black PNG of any size in a few kilobytes; in passes it has to be held whole before a line of it can be used. */
export function vastPicture(width: number, height: number, inPasses = false): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, inPasses ? 1 : 0], 8);
  const bytesOf = (across: number, down: number) => (across && down ? down * (1 + across * 3) : 0);
  const size = inPasses
    ? PASSES.reduce(
        (sum, [x, y, dx, dy]) => sum + bytesOf(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
        0,
      )
    : bytesOf(width, height);
  const lines = deflateSync(Buffer.alloc(Math.min(size, MOST_LINES)), { level: 6 });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
}
