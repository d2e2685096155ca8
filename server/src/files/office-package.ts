import { unpackEntry, zipDirectory, type ZipEntry } from '../documents/zip-package.service.ts';

const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_ENTRIES = 5000;
const MAX_PART = 1024 * 1024;

const KINDS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const MAIN_PARTS = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const;

/** A link in the text, as Office writes it. */
const PRESSED = /<Relationship\s[^<>]*\/hyperlink"[^<>]*\/>/g;

/** Said instead of a media type. */
export const UNSAFE = 'unsafe';

/** What Word or Excel would run, or fetch, on opening the file. */
const RUNS = /vbaProject|activeX|oleObject|[.](?:exe|dll|js|vbs|bat|cmd|ps1|lnk|html?|svg)$/i;

/**
 * The media type of a Word or Excel file, or undefined when the bytes are not exactly one: bytes before or after the zip,
 * or contents that unpack to an absurd size make it something else. `unsafe` where it would run or fetch something.
 */
export function officeMediaType(bytes: Buffer): string | undefined {
  const directory = zipDirectory(bytes);
  if (!directory?.isAlone || directory.entries.length > MAX_ENTRIES) return undefined;
  const { entries } = directory;
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED) return undefined;
  const types = entries.filter(({ name }) => name === '[Content_Types].xml');
  const declared = types.length === 1 ? textOf(bytes, types[0]!) : undefined;
  if (!declared) return undefined;
  const kind = (['docx', 'xlsx'] as const).find((one) => entries.some(({ name }) => name === MAIN_PARTS[one]));
  if (!kind) return undefined;
  if (entries.some(({ name }) => RUNS.test(name)) || reachesOut(bytes, entries)) return UNSAFE;
  if (/macroEnabled/i.test(declared)) return UNSAFE;
  return declared.includes(`"${KINDS[kind]}.main+xml"`) ? KINDS[kind] : undefined;
}

/** Whether opening it fetches anything: a template, a picture, another workbook. A link somebody has to press does not. */
function reachesOut(bytes: Buffer, entries: readonly ZipEntry[]): boolean {
  return entries
    .filter(({ name }) => /[.]rels$/i.test(name))
    .some((entry) => {
      const links = textOf(bytes, entry);
      if (links === undefined) return true;
      return /TargetMode\s*=\s*["']External/i.test(links.replace(PRESSED, ''));
    });
}

function textOf(bytes: Buffer, entry: ZipEntry): string | undefined {
  try {
    return entry.size > MAX_PART ? undefined : unpackEntry(bytes, entry).toString('utf8');
  } catch {
    return undefined; // offsets that point outside, or a stream that does not unpack
  }
}
