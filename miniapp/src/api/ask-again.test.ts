import { describe, expect, it } from '@jest/globals';
import { NOTHING_LOST } from '@county/shared/http/problem';
import { againIn, ofReading } from './ask-again';
import type { Failure } from './failure';

const busy = (againAfter?: number): Failure => ({
  kind: 'busy',
  message: `系统繁忙，请稍后再试${NOTHING_LOST}`,
  ...(againAfter === undefined ? {} : { againAfter }),
});

describe('a reading that found too many there', () => {
  it('is asked for again after the time the server gave, each time later, and not for ever', () => {
    expect([0, 1, 2, 3].map((tried) => againIn(busy(3), tried, 0))).toEqual([3000, 6000, 12_000, undefined]);
  });

  it('comes back at another moment on every device', () => {
    expect([0, 0.5, 0.99].map((chance) => againIn(busy(3), 0, chance))).toEqual([3000, 4500, 5970]);
  });

  it('is left to the person where nothing was said, too long is to be waited, or something else is wrong', () => {
    expect([busy(), busy(3600), { kind: 'offline' } as const].map((failure) => againIn(failure, 0))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says nothing of what was filled in', () => {
    expect(ofReading(busy(3), true)).toEqual({
      kind: 'busy',
      message: '系统繁忙，请稍后再试',
      againAfter: 3,
      comesAgain: true,
    });
  });
});
