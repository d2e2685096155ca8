import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unpack = promisify(inflate);

/** Of all packed objects together; a scan of hundreds of pages packs a few hundred kilobytes of them. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const MAX_PACKS = 5000;

/** What a viewer would run, start or take out of the file: names as long as these do not come about by chance. */
const RUNS = nameOf('JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'Rendition');
const PACK = nameOf('ObjStm');
const LOCK = nameOf('Encrypt');
const FILTER = nameOf('Filter', 'F');

/** A text in brackets may hold others. */
const DEEPEST_BRACKETS = 2;
const MAX_TEXTS = 300_000;
const [OPENS, CLOSES, BACKSLASH] = [...'()\\'].map((sign) => sign.charCodeAt(0));
const OBJECT = /\d\s+\d+\s+obj/;

/** What of a PDF cannot be kept: it would run or bring along something, or it is locked so that nobody can tell. */
export type PdfFault = 'runs' | 'locked';

/**
 * Looks at every name of a PDF, plain and in packed objects. Undefined where nothing is found: that is no proof that a
 * viewer finds nothing, so PDFs are handed out to be saved and never shown in place.
 */
export async function pdfFault(bytes: Buffer): Promise<PdfFault | undefined> {
  const text = bytes.toString('latin1');
  const names = withoutWhatIsSaid(text);
  if (RUNS.test(names)) return 'runs';
  if (LOCK.test(names)) return 'locked';
  let left = MAX_UNPACKED;
  let packs = 0;
  for (const { index } of text.matchAll(new RegExp(PACK, 'g'))) {
    if ((packs += 1) > MAX_PACKS) return 'locked';
    const start = /stream\r?\n/g;
    start.lastIndex = index;
    const found = start.exec(text);
    if (!found) return 'locked';
    // Objects that are put together but not packed lie open, and have been looked at.
    if (!FILTER.test(text.slice(text.lastIndexOf('obj', index), found.index))) continue;
    const objects = await unpack(bytes.subarray(start.lastIndex), { maxOutputLength: left }).catch(() => undefined);
    if (!objects) return 'locked';
    left -= objects.length;
    if (RUNS.test(withoutWhatIsSaid(objects.toString('latin1')))) return 'runs';
  }
  return undefined;
}

/**
 * The file without its texts and its description: a title or the address of a link may say anything. What holds the
 * beginning of an object stays, lest a bracket that is none hides one.
 */
function withoutWhatIsSaid(text: string): string {
  let rest = text;
  for (let depth = 0; depth < DEEPEST_BRACKETS; depth += 1) rest = without(rest, bracketsIn(rest));
  return without(rest, descriptionsIn(rest));
}

type Place = [begin: number, end: number];

function without(text: string, places: Iterable<Place>): string {
  const parts: string[] = [];
  let from = 0;
  for (const [begin, end] of places) {
    if (OBJECT.test(text.slice(begin, end))) continue;
    parts.push(text.slice(from, begin));
    from = end;
  }
  return [...parts, text.slice(from)].join(' ');
}

/** Texts in brackets that hold no other; of a file with absurdly many, the first ones. */
function* bracketsIn(text: string): Generator<Place> {
  let open = -1;
  let texts = 0;
  for (let at = 0; at < text.length && texts < MAX_TEXTS; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === BACKSLASH) at += 1;
    else if (sign === OPENS) open = at;
    else if (sign === CLOSES && open >= 0) {
      yield [open, at + 1];
      open = -1;
      texts += 1;
    }
  }
}

function* descriptionsIn(text: string): Generator<Place> {
  for (let end = 0; ;) {
    const begin = text.indexOf('<x:xmpmeta', end);
    end = begin < 0 ? -1 : text.indexOf('</x:xmpmeta>', begin);
    if (end < 0) return;
    yield [begin, end];
  }
}

/** `/JavaScript`, with any of its letters written as `#4a`. */
function nameOf(...names: string[]): RegExp {
  const letter = (sign: string) => {
    const code = sign.charCodeAt(0).toString(16);
    return `(?:${sign}|#${[...code].map((one) => (/[a-f]/.test(one) ? `[${one}${one.toUpperCase()}]` : one)).join('')})`;
  };
  return new RegExp(`/(?:${names.map((name) => [...name].map(letter).join('')).join('|')})(?![A-Za-z0-9#])`);
}
