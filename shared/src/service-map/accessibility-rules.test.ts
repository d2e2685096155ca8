import { describe, expect, it } from '@jest/globals';
import { NOTHING_KNOWN, type Accessibility } from './accessibility.ts';
import { accessFacts, accessInWords, suits, suitsInWords, type AccessProfile } from './accessibility-rules.ts';

const known = (facts: Partial<Accessibility>): Accessibility => ({ ...NOTHING_KNOWN, ...facts });

describe('Whether a point suits', () => {
  it.each<[AccessProfile, Partial<Accessibility>, 'suits' | 'does-not' | 'unknown', string]>([
    ['wheelchair', { ramp: 'yes', doorWidthCm: 90 }, 'suits', '推轮椅去合适：有坡道或平进门口，门宽 90 厘米'],
    ['wheelchair', { ramp: 'yes', doorWidthCm: 80 }, 'suits', '推轮椅去合适：有坡道或平进门口，门宽 80 厘米'],
    ['wheelchair', { ramp: 'yes', doorWidthCm: 79 }, 'does-not', '推轮椅去不合适：门宽 79 厘米，要 80 厘米才进得去'],
    ['wheelchair', { ramp: 'no', doorWidthCm: 90 }, 'does-not', '推轮椅去不合适：没有坡道或平进门口'],
    ['wheelchair', { ramp: 'no' }, 'does-not', '推轮椅去不合适：没有坡道或平进门口'],
    ['wheelchair', { ramp: 'yes' }, 'unknown', '推轮椅去：门宽没有登记，请先打电话问清'],
    ['wheelchair', { doorWidthCm: 90 }, 'unknown', '推轮椅去：坡道或平进门口没有登记，请先打电话问清'],
    ['wheelchair', {}, 'unknown', '推轮椅去：坡道或平进门口没有登记，门宽没有登记，请先打电话问清'],
    // What would be nice to have does not settle it.
    [
      'wheelchair',
      { ramp: 'yes', doorWidthCm: 90, lowCounter: 'no', toilet: 'no' },
      'suits',
      '推轮椅去合适：有坡道或平进门口，门宽 90 厘米',
    ],
    ['hard-to-walk', { ramp: 'yes', seats: 'yes' }, 'suits', '腿脚不便合适：有坡道或平进门口，有休息座椅'],
    ['hard-to-walk', { ramp: 'yes', seats: 'no' }, 'does-not', '腿脚不便不合适：没有休息座椅'],
    ['hard-to-walk', { seats: 'yes' }, 'unknown', '腿脚不便：坡道或平进门口没有登记，请先打电话问清'],
    ['hard-of-hearing', { hearingLoop: 'yes' }, 'suits', '听不清合适：有助听设备'],
    ['hard-of-hearing', { hearingLoop: 'no', ramp: 'yes' }, 'does-not', '听不清不合适：没有助听设备'],
    ['hard-of-hearing', { ramp: 'yes' }, 'unknown', '听不清：助听设备没有登记，请先打电话问清'],
    [
      'with-elder',
      { ramp: 'yes', seats: 'yes', toilet: 'yes' },
      'suits',
      '带老人去合适：有坡道或平进门口，有休息座椅，有无障碍卫生间',
    ],
    [
      'with-elder',
      { ramp: 'no', seats: 'no', toilet: 'yes' },
      'does-not',
      '带老人去不合适：没有坡道或平进门口，没有休息座椅',
    ],
    ['with-elder', { ramp: 'yes', seats: 'yes' }, 'unknown', '带老人去：无障碍卫生间没有登记，请先打电话问清'],
    ['pram', { ramp: 'yes', doorWidthCm: 70 }, 'suits', '推婴儿车去合适：有坡道或平进门口，门宽 70 厘米'],
    ['pram', { ramp: 'yes', doorWidthCm: 65 }, 'does-not', '推婴儿车去不合适：门宽 65 厘米，要 70 厘米才进得去'],
  ])('%s, %j: %s', (profile, facts, answer, words) => {
    expect(suits(known(facts), profile).answer).toBe(answer);
    expect(suitsInWords(known(facts), profile)).toBe(words);
  });
});

describe('The facts', () => {
  it('are all told, and what nobody has written is said to be unknown', () => {
    const facts = accessFacts(known({ ramp: 'yes', toilet: 'no', doorWidthCm: 90 }));
    expect(facts.map(({ label, words }) => `${label}：${words}`)).toEqual([
      '坡道或平进门口：有',
      '门宽：90 厘米',
      '低位柜台：没有登记',
      '无障碍卫生间：没有',
      '助听设备：没有登记',
      '无障碍停车位：没有登记',
      '可借用的轮椅：没有登记',
      '休息座椅：没有登记',
    ]);
    expect(accessFacts(NOTHING_KNOWN).every(({ words }) => words === '没有登记')).toBe(true);
  });

  it('stand in one line on paper', () => {
    const most = {
      ...known({ ramp: 'yes', doorWidthCm: 90, toilet: 'no', words: '按铃有人来接' }),
      seats: 'yes' as const,
    };
    expect(accessInWords(most)).toBe(
      '有坡道或平进门口、门宽 90 厘米、休息座椅；没有无障碍卫生间；低位柜台、助听设备、无障碍停车位、可借用的轮椅没有登记；按铃有人来接',
    );
  });
});
