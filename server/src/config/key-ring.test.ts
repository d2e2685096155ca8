import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { derivedKey } from './derived-key.ts';
import { KeyRing } from './key-ring.ts';
import { readSettings } from './settings.ts';

const [FIRST, SECOND, THIRD] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [
  string,
  string,
  string,
];
const ring = (CIPHER: 'aes' | 'sm', SECRET_KEY: string, ...SECRET_KEYS_BEFORE: string[]) =>
  new KeyRing({ CIPHER, SECRET_KEY, SECRET_KEYS_BEFORE }, 'personal-data');
const TEXT = '13800000001';

/** As the first version sealed and hashed, without a mark. */
function unmarked(secret: string) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derivedKey(secret, 'personal-data'), iv);
  const body = Buffer.concat([cipher.update(TEXT, 'utf8'), cipher.final()]);
  return {
    sealed: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64'),
    hash: createHmac('sha256', derivedKey(secret, 'personal-data-look-up')).update(TEXT).digest('hex'),
  };
}

describe('a ring of keys', () => {
  it.each(['aes', 'sm'] as const)('says on what it seals by which suite and key: %s', (suite) => {
    const sealed = ring(suite, FIRST).seal(TEXT);
    expect(sealed).toMatch(new RegExp(`^${suite}:[0-9a-f]{6}:[A-Za-z0-9+/=]+$`));
    expect(ring(suite, SECOND).seal(TEXT).split(':')[1]).not.toBe(sealed.split(':')[1]);
    expect(ring(suite, FIRST).hash(TEXT)).toMatch(/^[0-9a-f]{6}\.[0-9a-f]{57}$/);
  });

  it.each([
    ['the suite has changed', ring('aes', FIRST), ring('sm', FIRST)],
    ['the suite has changed back', ring('sm', FIRST), ring('aes', FIRST)],
    ['the key has changed', ring('aes', FIRST), ring('aes', SECOND, FIRST)],
    ['both have changed', ring('aes', FIRST), ring('sm', SECOND, FIRST)],
    ['the key has changed twice', ring('sm', FIRST), ring('sm', THIRD, SECOND, FIRST)],
  ])('still reads and finds when %s, and writes anew', (_what, before, now) => {
    expect(now.open(before.seal(TEXT))).toBe(TEXT);
    expect(now.hashes(TEXT)).toContain(before.hash(TEXT));
    expect(now.hashes(TEXT)[0]).toBe(now.hash(TEXT));
    expect(now.seal(TEXT).startsWith(now.beginnings.sealed)).toBe(true);
    expect(before.seal(TEXT).startsWith(now.beginnings.sealed)).toBe(false);
  });

  it('reads and finds what was written before there were marks, by any of its keys', () => {
    const { sealed, hash } = unmarked(FIRST);
    for (const one of [ring('aes', FIRST), ring('sm', FIRST), ring('sm', SECOND, FIRST)]) {
      expect(one.open(sealed)).toBe(TEXT);
      expect(one.hashes(TEXT)).toContain(hash);
    }
  });

  it('opens nothing of a key it does not hold, and no mark put in another’s place', () => {
    const sealed = ring('aes', FIRST).seal(TEXT);
    expect(() => ring('aes', SECOND).open(sealed)).toThrow('neither SECRET_KEY nor in SECRET_KEYS_BEFORE');
    expect(() => ring('aes', SECOND).open(unmarked(FIRST).sealed)).toThrow();
    const body = sealed.split(':')[2]!;
    expect(() => ring('aes', FIRST).open(`${ring('sm', FIRST).beginnings.sealed}${body}`)).toThrow();
    expect(ring('aes', SECOND).hashes(TEXT)).not.toContain(ring('aes', FIRST).hash(TEXT));
  });
});

describe('the settings of keys', () => {
  const read = (more: Record<string, string | undefined>) => readSettings({ MODE: 'demo', SECRET_KEY: FIRST, ...more });
  it('are AES and no earlier key unless told', () =>
    expect(read({})).toMatchObject({ CIPHER: 'aes', SECRET_KEYS_BEFORE: [] }));
  it('take several keys with commas', () =>
    expect(read({ SECRET_KEYS_BEFORE: `${SECOND}, ${THIRD}`, CIPHER: 'sm' })).toMatchObject({
      CIPHER: 'sm',
      SECRET_KEYS_BEFORE: [SECOND, THIRD],
    }));
  it.each([{ SECRET_KEYS_BEFORE: 'short' }, { CIPHER: 'des' }])('%j stops the start', (wrong) =>
    expect(() => read({ ...wrong })).toThrow(Object.keys(wrong)[0]!),
  );
});
