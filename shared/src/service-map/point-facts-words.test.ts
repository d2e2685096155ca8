import { describe, expect, it } from '@jest/globals';
import { NOTHING_KNOWN } from './accessibility.ts';
import {
  differingFacts,
  differingLines,
  factInWords,
  factLines,
  FACT_LABELS,
  mergeFacts,
} from './point-facts-words.ts';
import type { PointFacts } from './service-point.ts';

const base: PointFacts = {
  kind: 'service-station',
  name: '青石村便民服务站',
  address: '青石村村部一楼',
  landmark: '',
  position: null,
  phone: '0800-5501234',
  hours: null,
  windows: [],
  staff: [],
  accessibility: NOTHING_KNOWN,
  languages: [],
  queueHint: '',
  photoId: null,
  servesUnitIds: [],
  insideId: null,
};

describe('two people at one point', () => {
  it('keep what each of them changed', () => {
    const mine = { ...base, phone: '0800-5505678' };
    const theirs = { ...base, address: '青石村文化广场', landmark: '戏台旁' };
    expect(mergeFacts(base, mine, theirs)).toEqual({
      facts: { ...base, phone: '0800-5505678', address: '青石村文化广场', landmark: '戏台旁' },
      taken: ['address', 'landmark'],
      clashes: [],
    });
  });

  it('are told of what both changed, and mine stands until I choose', () => {
    const mine = { ...base, phone: '0800-5505678' };
    const theirs = { ...base, phone: '0800-5500000' };
    expect(mergeFacts(base, mine, theirs)).toEqual({ facts: mine, taken: [], clashes: ['phone'] });
  });

  it('have nothing to settle where both wrote the same', () => {
    const same = { ...base, phone: '0800-5505678' };
    expect(mergeFacts(base, same, { ...same })).toEqual({ facts: same, taken: [], clashes: [] });
  });
});

describe('facts beside what they were', () => {
  it('are named as on the form', () => {
    expect(
      differingFacts(base, { ...base, phone: null, kind: 'service-centre' }).map((key) => FACT_LABELS[key]),
    ).toEqual(['类别', '电话']);
  });

  it('say that nothing is written down rather than nothing', () => {
    const words = (Object.keys(base) as (keyof PointFacts)[]).map((key) => factInWords(key, base));
    expect(words.every(Boolean)).toBe(true);
    expect(factInWords('accessibility', base)).toBe('没有登记');
    expect(factInWords('hours', base)).toBe('时间不详');
  });

  it('tell what is done at a window', () => {
    const window = { id: base.name, name: '1号窗口', hours: null, services: [{ guideId: null, words: '社保卡办理' }] };
    expect(factInWords('windows', { ...base, windows: [window] })).toBe('1号窗口：社保卡办理');
    const accessibility = { ...NOTHING_KNOWN, ramp: 'yes' as const, toilet: 'no' as const, doorWidthCm: 90 };
    expect(factInWords('accessibility', { ...base, accessibility })).toBe(
      '坡道或平进有，无障碍卫生间没有，门宽 90 厘米',
    );
  });

  it('tell of many windows the ones that were changed, added or taken away', () => {
    const window = (name: string, words: string) => ({
      id: base.name,
      name,
      hours: null,
      services: [{ guideId: null, words }],
    });
    const [one, two, three] = [window('1号', '社保'), window('2号', '民政'), window('3号', '农业')];
    const [before, after] = [
      { ...base, windows: [one, two] },
      { ...base, windows: [one, window('2号', '养老'), three] },
    ];
    expect(factLines('windows', before)).toEqual(['1号：社保', '2号：民政']);
    const closed = { from: '2026-12-01', to: '2026-12-02', spans: [], reason: '检修' };
    const week = Array.from({ length: 7 }, () => [{ from: '08:30', to: '17:00' }]);
    const hours = { seasons: [{ from: null, to: null, week }], calendar: 'working-days' as const, holidays: [] };
    const opens = { ...base, hours: { ...hours, exceptions: [] } };
    expect(differingLines('hours', opens, { ...base, hours: { ...hours, exceptions: [closed] } })).toEqual({
      were: [],
      are: ['2026年12月1日至2026年12月2日 不开（检修）'],
    });
    expect(factLines('windows', base)).toEqual(['没有登记']);
    expect(differingLines('windows', before, after)).toEqual({ were: ['2号：民政'], are: ['2号：养老', '3号：农业'] });
    expect(differingLines('windows', before, { ...before, windows: [one] })).toEqual({ were: ['2号：民政'], are: [] });
    expect(differingLines('windows', before, { ...before, windows: [two, one] })).toEqual({ were: [], are: [] });
  });
});
