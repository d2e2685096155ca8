import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CIPHER_SUITES } from './cipher-suites.ts';

const SECRET = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 8).toString('base64');

describe('the library’s SM4 and SM3 are those of the standards', () => {
  // GB/T 32907, appendix A: the key is the text, sealed once and a million times over.
  it.each([
    [1, '681edf34d206965e86b3e94f536e4246'],
    [1_000_000, '595298c7c6fd271f0402f804c33d3f66'],
  ])('SM4, %i times', (times, expected) => {
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    let block = key;
    for (let time = 0; time < times; time += 1) block = cipher.update(block);
    expect(block.toString('hex')).toBe(expected);
  });

  // GB/T 32905, appendix A.
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 of %s', (text, expected) => expect(createHash('sm3').update(text).digest('hex')).toBe(expected));
});

describe.each(Object.entries(CIPHER_SUITES))('the suite %s', (_name, suite) => {
  const seal = suite.seal(SECRET, 'a purpose');
  const open = suite.open(SECRET, 'a purpose');

  it('opens whatever it has sealed, and seals the same text differently each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [one, other] = [seal(text), seal(text)];
        expect([open(one), open(other)]).toEqual([text, text]);
        expect(one.equals(other)).toBe(false);
      }),
    );
  });

  it('refuses what was changed anywhere, cut off, or sealed for another purpose or by another key', () => {
    const sealed = seal('罗小满 13800000001');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => open(changed)).toThrow();
      expect(() => open(sealed.subarray(0, at))).toThrow();
    }
    expect(() => suite.open(SECRET, 'another purpose')(sealed)).toThrow();
    expect(() => suite.open(OTHER, 'a purpose')(sealed)).toThrow();
  });

  it('hashes by the key and the purpose', () => {
    const hashes = [
      suite.hash(SECRET, 'a purpose')('13800000001'),
      suite.hash(SECRET, 'a purpose')('13800000002'),
      suite.hash(SECRET, 'another purpose')('13800000001'),
      suite.hash(OTHER, 'a purpose')('13800000001'),
    ];
    expect(new Set(hashes).size).toBe(4);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(suite.hash(SECRET, 'a purpose')('13800000001')).toBe(hashes[0]);
  });
});
