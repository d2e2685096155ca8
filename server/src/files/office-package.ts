import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_TYPES = 1024 * 1024;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const KINDS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * The media type of a Word or Excel file, or undefined when the bytes are not exactly one:
 * bytes before or after the zip, macros, or contents that unpack to an absurd size all make it something else.
 */
export function officeMediaType(bytes: Buffer): string | undefined {
  const entries = entriesOf(bytes);
  if (!entries || entries.reduce((sum, entry) => sum + entry.unpacked, 0) > MAX_UNPACKED) return undefined;
  if (entries.some(({ name }) => /vbaProject|[.](?:exe|dll|js|html?|svg)$/i.test(name))) return undefined;
  const types = entries.find(({ name }) => name === '[Content_Types].xml');
  const declared = types && textOf(bytes, types);
  if (!declared) return undefined;
  const has = (part: string) => entries.some(({ name }) => name === part);
  if (declared.includes(`"${KINDS.docx}.main+xml"`) && has('word/document.xml')) return KINDS.docx;
  if (declared.includes(`"${KINDS.xlsx}.main+xml"`) && has('xl/workbook.xml')) return KINDS.xlsx;
  return undefined;
}

/** The directory of a zip that begins with its first byte and ends with its last. */
function entriesOf(bytes: Buffer): Entry[] | undefined {
  const end = bytes.length - END_SIZE;
  if (end < 0 || bytes.readUInt32LE(0) !== LOCAL || bytes.readUInt32LE(end) !== END) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (start + size !== end) return undefined;
  const entries: Entry[] = [];
  let at = start;
  while (at + 46 <= end && entries.length < count) {
    if (bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end && entries.length === count ? entries : undefined;
}

function textOf(bytes: Buffer, { offset, method, packed }: Entry): string | undefined {
  try {
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const content = bytes.subarray(start, start + packed);
    return (method === 0 ? content : inflateRawSync(content, { maxOutputLength: MAX_TYPES })).toString('utf8');
  } catch {
    return undefined; // offsets that point outside, or a stream that does not unpack
  }
}
