import { describe, expect, it } from '@jest/globals';
import { readDuePhrase } from './due-phrase.ts';

const read = (phrase: string, year = 2026) => readDuePhrase(phrase, year);

describe('a due cell (rules P6)', () => {
  it.each([
    ['2026年6月', '2026-06-30'],
    ['2026年6月底前', '2026-06-30'],
    ['6月底前完成', '2026-06-30'],
    ['2026年2月', '2026-02-28'],
    ['2028年2月', '2028-02-29'],
    ['2026年6月10日前', '2026-06-10'],
    ['6月10号', '2026-06-10'],
    ['２０２６年６月３０日前', '2026-06-30'],
    ['2026 年 6 月', '2026-06-30'],
    ['2026-06-30', '2026-06-30'],
    ['2026.6.30', '2026-06-30'],
    ['2026/06/30前', '2026-06-30'],
    ['年底前', '2026-12-31'],
    ['2026年底', '2026-12-31'],
    ['2026年年底前', '2026-12-31'],
    ['今年年底前', '2026-12-31'],
    ['本年末', '2026-12-31'],
    ['年内', '2026-12-31'],
    ['2026年', '2026-12-31'],
    ['第三季度', '2026-09-30'],
    ['一季度末', '2026-03-31'],
    ['2026年第4季度', '2026-12-31'],
    ['上半年', '2026-06-30'],
    ['2026年下半年', '2026-12-31'],
    ['6月上旬', '2026-06-10'],
    ['2026年6月中旬', '2026-06-20'],
    ['6月下旬', '2026-06-30'],
    ['十二月底前', '2026-12-31'],
    ['十月', '2026-10-31'],
    ['元月底前', '2026-01-31'],
    ['次年3月底前', '2027-03-31'],
    ['明年6月', '2027-06-30'],
    ['2026年12月底前完成并长期坚持', '2026-12-31'],
  ])('“%s” ends on %s', (phrase, dueOn) => {
    expect(read(phrase)).toEqual({ phrase, kind: 'by-day', dueOn, doubt: null });
  });

  it.each(['长期坚持', '长期', '持续推进', '持续推进，取得实效', '常态化开展', '全年', '2026年全年', '2026年持续推进'])(
    '“%s” has no last day',
    (phrase) => {
      expect(read(phrase)).toEqual({ phrase, kind: 'open-ended', dueOn: null, doubt: null });
    },
  );

  it.each(['每年12月', '每季度末', '每月25日前', '每半年', '每周五'])('“%s” comes again and again', (phrase) => {
    expect(read(phrase)).toMatchObject({ kind: 'recurring', dueOn: null, doubt: null });
  });

  it.each(['即日起', '立即', '立行立改'])('“%s” is a start, not an end', (phrase) => {
    expect(read(phrase)).toMatchObject({ kind: 'start-only', dueOn: null, doubt: null });
  });

  it.each([
    ['', /没有写完成时限/],
    ['同上', /没有可沿用的时限/],
    ['按上级要求', /看不懂/],
    ['2026年6月至12月', /几个时间/],
    ['6月底前完成初稿，9月底前印发', /几个时间/],
    ['2026年13月', /不是真实的日期/],
    ['2026年2月30日', /不是真实的日期/],
    ['6月31日前', /不是真实的日期/],
  ])('“%s” is for a person to settle', (phrase, doubt) => {
    const reading = read(phrase);
    expect([reading.kind, reading.dueOn]).toEqual(['unclear', null]);
    expect(reading.doubt).toMatch(doubt);
  });

  it.each([
    ['2022年6月前', 2022, '2022-06-30', /当月底前还是上月底前/],
    ['6月以前', 2026, '2026-06-30', /当月底前还是上月底前/],
    ['6月初', 2026, '2026-06-30', /没有写哪一天/],
    ['2019年6月', 2026, '2019-06-30', /相差较远/],
    ['2062年6月', 2026, '2062-06-30', /相差较远/],
  ])('“%s” in a plan of %i is taken as %s, and asked about', (phrase, year, dueOn, doubt) => {
    const reading = read(phrase, year);
    expect([reading.kind, reading.dueOn]).toEqual(['by-day', dueOn]);
    expect(reading.doubt).toMatch(doubt);
  });
});
