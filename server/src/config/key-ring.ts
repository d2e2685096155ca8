import { CIPHER_SUITES, type SuiteName } from './cipher-suites.ts';
import { derivedKey } from './derived-key.ts';
import type { Settings } from './settings.ts';

export type KeySettings = Pick<Settings, 'SECRET_KEY' | 'SECRET_KEYS_BEFORE' | 'CIPHER'>;

/** One secret in one suite. */
interface Key {
  suite: SuiteName;
  /** Six hexadecimal digits by which what it made is known. */
  mark: string;
  seal: (text: string) => Buffer;
  open: (sealed: Buffer) => string;
  hash: (text: string) => string;
}

const SEALED = /^(aes|sm):([0-9a-f]{6}):([A-Za-z0-9+/=]+)$/;
/** With its mark and the point, a hash is as long as the columns for it. */
const HASH_DIGITS = 57;

/** The secret of now, and those before it. */
export const secretKeys = ({ SECRET_KEY, SECRET_KEYS_BEFORE }: KeySettings): string[] => [
  SECRET_KEY,
  ...SECRET_KEYS_BEFORE,
];

/**
 * Seals and hashes by the key and the suite of now; reads and knows again what any earlier one made. What is sealed says by
 * which suite and key: `sm:3fa29c:…`; what bears no mark was made by AES before there were any.
 */
export class KeyRing {
  private readonly keys: readonly [Key, ...Key[]];

  constructor(settings: KeySettings, purpose: string) {
    const suites = [settings.CIPHER, settings.CIPHER === 'aes' ? 'sm' : 'aes'] as const;
    const [now, ...others] = secretKeys(settings).flatMap((secret) =>
      suites.map((suite) => keyOf(secret, suite, purpose)),
    );
    this.keys = [now!, ...others];
  }

  seal(text: string): string {
    const { suite, mark, seal } = this.keys[0];
    return `${suite}:${mark}:${seal(text).toString('base64')}`;
  }

  /** Throws where the text was changed, or sealed by a key that is in no setting. */
  open(sealed: string): string {
    const [, suite, mark, bytes] = SEALED.exec(sealed) ?? [];
    if (!suite) return this.openUnmarked(sealed);
    const key = this.keys.find((one) => one.suite === suite && one.mark === mark);
    if (!key) throw new Error(`Sealed by a key (${mark}) that is neither SECRET_KEY nor in SECRET_KEYS_BEFORE`);
    return key.open(Buffer.from(bytes!, 'base64'));
  }

  /** By which a row is found without being read; 64 signs. */
  hash(text: string): string {
    return markedHash(this.keys[0], text);
  }

  /** The hash of now, then all that it may have been before. */
  hashes(text: string): string[] {
    const unmarked = this.keys.filter(({ suite }) => suite === 'aes').map(({ hash }) => hash(text));
    return [...this.keys.map((key) => markedHash(key, text)), ...unmarked];
  }

  /** What begins what is sealed, and hashed, by the key of now. */
  get beginnings(): { sealed: string; hash: string } {
    const { suite, mark } = this.keys[0];
    return { sealed: `${suite}:${mark}:`, hash: `${mark}.` };
  }

  private openUnmarked(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    for (const { suite, open } of this.keys) {
      if (suite !== 'aes') continue;
      try {
        return open(bytes);
      } catch {
        // by another of the keys
      }
    }
    throw new Error('The sealed text was changed, or sealed by a key that is in no setting');
  }
}

function keyOf(secret: string, suite: SuiteName, purpose: string): Key {
  const { seal, open, hash } = CIPHER_SUITES[suite];
  return {
    suite,
    mark: derivedKey(secret, `mark of ${suite}`).toString('hex').slice(0, 6),
    seal: seal(secret, purpose),
    open: open(secret, purpose),
    hash: hash(secret, purpose),
  };
}

const markedHash = ({ mark, hash }: Key, text: string): string => `${mark}.${hash(text).slice(0, HASH_DIGITS)}`;
