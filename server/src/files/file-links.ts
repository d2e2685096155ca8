import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { derivedKey } from '../config/derived-key.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';

const GOOD_FOR_MS = 10 * 60 * 1000;

/** The parts of a signed link, as a request brings them back. */
export interface FileLink {
  session?: string | undefined;
  until?: number | undefined;
  signature?: string | undefined;
}

/** Links to files for pictures and downloads, which cannot carry a session in a header. */
@Injectable()
export class FileLinks {
  private readonly key: Buffer;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly clock: Clock,
  ) {
    this.key = derivedKey(settings.SECRET_KEY, 'file-links');
  }

  /** Below `/api`; to be given only to whom the record's read rule has let in. */
  sign(fileId: string, sessionId: string): string {
    const until = Date.parse(this.clock.now()) + GOOD_FOR_MS;
    return `/files/${fileId}?session=${sessionId}&until=${until}&signature=${this.signature(fileId, sessionId, until)}`;
  }

  /** The session the link was signed for, while it is good; whether that session still lives is asked elsewhere. */
  sessionOf(fileId: string, { session, until, signature }: FileLink): string | undefined {
    if (!session || !until || !signature || until < Date.parse(this.clock.now())) return undefined;
    const expected = Buffer.from(this.signature(fileId, session, until));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected) ? session : undefined;
  }

  private signature(fileId: string, sessionId: string, until: number): string {
    return createHmac('sha256', this.key).update(`${fileId}\n${sessionId}\n${until}`).digest('base64url');
  }
}
