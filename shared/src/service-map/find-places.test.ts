import { describe, expect, it } from '@jest/globals';
import { findPlaces } from './serving-points.ts';

const place = (name: string, initials: string, above: string | null) => ({
  id: name,
  parentId: above,
  kind: above ? 'village' : 'township',
  name,
  initials,
});
const units = [
  place('青石镇', 'qsz', null),
  place('石桥村', 'sqc', '青石镇'),
  place('柳河村', 'lhc', '青石镇'),
  place('白云乡', 'byx', null),
  place('桥头村', 'qtc', '白云乡'),
];
const villages = units.filter(({ kind }) => kind === 'village');

describe('One’s village', () => {
  it.each<[string, string[]]>([
    ['石桥村', ['石桥村']],
    ['石桥', ['石桥村']],
    ['石侨村', ['石桥村']],
    ['飞机场', []],
    ['青石镇石桥村', ['石桥村']],
    ['青石镇 石桥', ['石桥村']],
    ['qszsqc', ['石桥村']],
    ['sqc', ['石桥村']],
    ['shiqiaocun', ['石桥村']],
    ['qingshizhenshiqiao', ['石桥村']],
    // All that lie in the township.
    ['青石镇', ['石桥村', '柳河村']],
    ['qsz', ['石桥村', '柳河村']],
    ['qingshizhen', ['石桥村', '柳河村']],
  ])('is found by %s', (words, expected) => {
    expect(findPlaces(villages, words, units).map(({ name }) => name)).toEqual(expected);
  });

  it('is found by its name alone among places kept before there were first letters', () => {
    const kept = villages.map(({ id, parentId, kind, name }) => ({ id, parentId, kind, name }));
    expect(findPlaces(kept, '石桥村').map(({ name }) => name)).toEqual(['石桥村']);
  });
});
