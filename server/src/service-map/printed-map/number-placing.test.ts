import { describe, expect, it } from '@jest/globals';
import { groupsOf, isWithin, numbersInWords, overlap, placeLabels } from './number-placing.ts';

const frame = { x: 0, y: 0, width: 300, height: 200 };

describe('numbers on the map', () => {
  it.each([
    [[1], '1'],
    [[1, 2, 3], '1-3'],
    [[3, 1, 2, 7], '1-3,7'],
    [[5, 7, 8], '5,7-8'],
  ])('%j is said as %s', (numbers, words) => expect(numbersInWords(numbers)).toBe(words));

  it('share a label where their signs would cover one another, each named once', () => {
    const places = [
      { number: 1, x: 10, y: 10 },
      { number: 2, x: 11, y: 10 },
      { number: 3, x: 40, y: 10 },
    ];
    expect(groupsOf(places, 4).map(({ numbers }) => numbers)).toEqual([[1, 2], [3]]);
  });

  it('cover neither one another nor a sign nor what stands there, also in a crowd, and say by a line what is far', () => {
    const labels = Array.from({ length: 60 }, (_, at) => ({
      at: { x: 140 + (at % 8) * 5, y: 90 + Math.floor(at / 8) * 5 },
      words: String(at),
      width: 14,
    }));
    const taken = [{ x: 0, y: 180, width: 60, height: 20 }];
    const placed = placeLabels(labels, { height: 9, sign: 2, frame, taken });
    expect(placed.map(({ words }) => Number(words)).sort((one, other) => one - other)).toEqual(
      labels.map((_, at) => at),
    );
    placed.forEach(({ box }, at) => {
      expect(isWithin(box, frame)).toBe(true);
      expect(taken.some((other) => overlap(box, other))).toBe(false);
      expect(placed.slice(at + 1).filter((other) => overlap(box, other.box))).toEqual([]);
      for (const label of labels)
        expect(overlap(box, { x: label.at.x - 2, y: label.at.y - 2, width: 4, height: 4 })).toBe(false);
    });
    expect(placed.some(({ isLed }) => isLed)).toBe(true);
  });
});
