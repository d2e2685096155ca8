import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { derivedKey } from '../config/derived-key.ts';
import { secretKeys } from '../config/key-ring.ts';
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
  private readonly keys: readonly Buffer[];

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly clock: Clock,
  ) {
    this.keys = secretKeys(settings).map((secret) => derivedKey(secret, 'file-links'));
  }

  /** Below `/api`; to be given only to whom the record's read rule has let in. */
  sign(fileId: string, sessionId: string): string {
    const until = Date.parse(this.clock.now()) + GOOD_FOR_MS;
    return `/files/${fileId}?session=${sessionId}&until=${until}&signature=${signature(this.keys[0]!, fileId, sessionId, until)}`;
  }

  /** The session the link was signed for, while it is good; whether that session still lives is asked elsewhere. */
  sessionOf(fileId: string, { session, until, signature: said }: FileLink): string | undefined {
    if (!session || !until || !said || until < Date.parse(this.clock.now())) return undefined;
    const given = Buffer.from(said);
    const fits = this.keys.some((key) => {
      const expected = Buffer.from(signature(key, fileId, session, until));
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
    return fits ? session : undefined;
  }
}

const signature = (key: Buffer, fileId: string, sessionId: string, until: number): string =>
  createHmac('sha256', key).update(`${fileId}\n${sessionId}\n${until}`).digest('base64url');
