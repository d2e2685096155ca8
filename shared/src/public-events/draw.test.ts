import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { drawOrder, isDrawnSo, lotOf } from './draw.ts';
import { sha256Hex } from './sha256.ts';

const byNode = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the lots', () => {
  it.each(['', 'abc', '310245-7', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), '0'.repeat(1000)])(
    'are SHA-256 as everybody reckons it: %#',
    (text) => expect(sha256Hex(text)).toBe(byNode(text)),
  );

  it('put numbers into an order that depends on the public number alone', () => {
    const numbers = Array.from({ length: 200 }, (_, at) => at + 1);
    const order = drawOrder('310245', numbers);
    expect(order).toEqual(drawOrder('310245', numbers.toReversed()));
    expect(order.map(({ lot }) => lot)).toEqual(numbers.map((number) => byNode(`310245-${number}`)).toSorted());
    expect(new Set(order.map(({ number }) => number)).size).toBe(200);
    expect(drawOrder('310246', numbers)).not.toEqual(order);
  });

  it('are what a person reckons by hand', () => {
    expect(lotOf('310245', 7)).toBe(byNode('310245-7'));
  });

  it('comes out the same for whoever makes it again, and not by another number or with one winner moved', () => {
    const lots = drawOrder('310245', [1, 2, 3, 4, 5]).map((one, at) => ({ ...one, hasPlace: at < 2 }));
    const pool = { sessionKey: 's', groupKey: 'g', seats: 2, lots };
    expect(isDrawnSo([pool], '310245')).toBe(true);
    expect(isDrawnSo([pool], '310246')).toBe(false);
    expect(isDrawnSo([{ ...pool, lots: lots.map((one, at) => ({ ...one, hasPlace: at > 2 })) }], '310245')).toBe(false);
  });
});
