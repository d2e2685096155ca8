import { describe, expect, it } from '@jest/globals';
import { seatsChangeInWords } from './event-words.ts';

describe('what another number of seats brings about', () => {
  const now = { taken: 20, waiting: 3, entered: 0, mayPromote: true };
  it.each([
    [{ ...now, seats: 18 }, /^已报上的 20 人都保留，不赶走任何人；退出到不足 18 人/],
    [{ ...now, seats: 22 }, /^候补的前 2 位马上递补，并告诉他们；没有空的。$/],
    [{ ...now, seats: 30 }, /^候补的前 3 位马上递补，并告诉他们；还空 7 个。$/],
    [{ ...now, seats: 20 }, /^没有人递补，候补的 3 人继续等。$/],
    [{ ...now, seats: 30, mayPromote: false }, /已经开始/],
    [{ ...now, seats: 25, waiting: 0 }, /^没有人候补；改后还空 5 个。$/],
    [{ ...now, seats: 6, taken: 0, waiting: 0, entered: 14 }, /^已有 14 人等抽签，抽签时按 6 个名额抽。$/],
  ])('%j', (change, words) => expect(seatsChangeInWords(change)).toMatch(words));
});
