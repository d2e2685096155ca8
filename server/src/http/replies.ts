import type { Readable } from 'node:stream';
import { printableText } from './printable-text.ts';

/** The answer of a request that had been served before (the same id again): 200 instead of 201, nothing changed. */
export class Repeated<Reply> {
  constructor(readonly reply: Reply) {}
}

/** Whatever the bytes of a reply hold, opened on their own they neither run nor load anything (OWASP ASVS 14.4). */
export const HARMLESS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
} as const;

/** A reply of bytes; those that are long come bit by bit. */
export class Download<Bytes extends Buffer | Readable = Buffer> {
  constructor(
    readonly bytes: Bytes,
    readonly mediaType: string,
    /** As the person's device should name it; shown in place when absent. */
    readonly fileName?: string,
    /** Published, and the same for everybody: devices may keep it for a day. */
    readonly isPublic = false,
  ) {}

  /** The header that says whether it is saved, and under which name. */
  get disposition(): string {
    return this.fileName ? `attachment; filename*=UTF-8''${encodeURIComponent(safeName(this.fileName))}` : 'inline';
  }
}

const LONGEST_NAME = 120;

/** A name made of what people typed, without what leads to another folder, another ending or no file at all. */
function safeName(name: string): string {
  const safe = printableText(name)
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_')
    .replace(/^[.\s]+/, '');
  const ending = /[.][A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? '';
  const signs = Array.from(safe.slice(0, safe.length - ending.length)).slice(0, LONGEST_NAME - ending.length);
  return (signs.join('').trim() || '文件') + ending;
}
