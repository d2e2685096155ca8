import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../calendar/working-days.ts';
import { exceptionsInWords, hoursInWords, hoursOfWeek } from './hours-in-words.ts';
import type { DaySpans, OpeningHours } from './opening-hours.ts';
import { openingAt } from './opening-state.ts';
import { openingTag } from './opening-words.ts';

const calendar = workingCalendar([
  { date: '2026-09-20', kind: 'workday', name: '国庆节调休' },
  { date: '2026-09-25', kind: 'holiday', name: '中秋节' },
  ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ date: `2026-10-0${day}`, kind: 'holiday' as const, name: '国庆节' })),
]);

const MORNING: DaySpans = [{ from: '08:30', to: '12:00' }];
const OFFICE: DaySpans = [...MORNING, { from: '14:30', to: '17:30' }];
const SUMMER: DaySpans = [...MORNING, { from: '15:00', to: '18:00' }];
const ALL_DAY: DaySpans = [{ from: '00:00', to: '24:00' }];
const weekdays = (spans: DaySpans) => [spans, spans, spans, spans, spans, [], []];
const everyDay = (spans: DaySpans) => [...weekdays(spans).slice(0, 5), spans, spans];

const office: OpeningHours = {
  seasons: [{ from: null, to: null, week: weekdays(OFFICE) }],
  calendar: 'working-days',
  holidays: [],
  exceptions: [
    { from: '2027-02-01', to: '2027-02-03', spans: [], reason: '搬迁' },
    { from: '2026-11-26', to: '2026-11-27', spans: [], reason: '线路检修' },
    { from: '2026-12-03', to: '2026-12-03', spans: MORNING, reason: '下午培训' },
  ],
};
const year = office.seasons[0]!;
const onDuty: OpeningHours = { ...office, holidays: MORNING };
const machine: OpeningHours = {
  seasons: [{ from: null, to: null, week: everyDay(ALL_DAY) }],
  calendar: 'every-week',
  holidays: [],
  exceptions: [],
};
const moved: OpeningHours = {
  ...office,
  exceptions: [{ from: '2026-01-01', to: '2030-12-31', spans: [], reason: '搬迁' }],
};

const at = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`).toISOString();

describe('In the row of a list', () => {
  it.each<[string, OpeningHours | null, string, string]>([
    ['unknown', null, '2026-11-24 10:00', '时间未登记'],
    ['open until lunch', office, '2026-11-24 10:00', '开着，12:00 午休'],
    ['soon closed', office, '2026-11-24 17:15', '快关了，17:30 关门'],
    ['at lunch', office, '2026-11-24 12:30', '午休，14:30 开门'],
    ['tomorrow', office, '2026-11-24 18:00', '关着，明天 8:30 开门'],
    ['this week', office, '2026-11-28 10:00', '关着，周一 8:30 开门'],
    ['on a holiday', office, '2026-10-01 10:00', '放假，10月8日 开门'],
    ['for a reason', office, '2026-11-26 10:00', '停开，周一 8:30 开门'],
    ['in a year without a notice', office, '2026-12-31 18:00', '关着，明天 8:30 开门（暂定）'],
    ['round the clock', machine, '2026-11-24 10:00', '24 小时开放'],
    ['for years', moved, '2026-07-01 10:00', '停开，请先打电话'],
  ])('%s', (_what, hours, when, words) => {
    expect(openingTag(openingAt(hours, calendar, at(when)), at(when))).toBe(words);
  });
});

describe('The table of a week', () => {
  const rows = (hours: OpeningHours, today: string) =>
    hoursOfWeek(hours, calendar, today).map(({ name, date, words, note, isToday }) =>
      [isToday ? '今天' : '', name, date, words, note ?? ''].join(' ').trim(),
    );

  it('is that in which today lies, with the reasons of odd days', () => {
    expect(rows(office, '2026-11-26')).toEqual([
      '周一 11月23日 8:30–12:00，14:30–17:30',
      '周二 11月24日 8:30–12:00，14:30–17:30',
      '周三 11月25日 8:30–12:00，14:30–17:30',
      '今天 周四 11月26日 不开 线路检修',
      '周五 11月27日 不开 线路检修',
      '周六 11月28日 不开',
      '周日 11月29日 不开',
    ]);
  });

  it('shows holidays, with duty or without, and worked weekends', () => {
    expect(rows(office, '2026-10-01')[3]).toBe('今天 周四 10月1日 不开 国庆节放假');
    expect(rows(onDuty, '2026-10-04')[6]).toBe('今天 周日 10月4日 8:30–12:00 国庆节值班');
    expect(rows(office, '2026-09-20')[6]).toBe('今天 周日 9月20日 8:30–12:00，14:30–17:30 调休上班');
  });

  it('knows holidays also from a calendar without names', () => {
    const bare = workingCalendar([{ date: '2026-10-01', kind: 'holiday' }]);
    expect(hoursOfWeek(office, bare, '2026-10-01')[3]).toMatchObject({ note: '节假日休息', isOpen: false });
    expect(hoursOfWeek(onDuty, bare, '2026-10-01')[3]).toMatchObject({ note: '节假日值班', isOpen: true });
  });

  it('marks the days of a year without a notice, over New Year', () => {
    const week = hoursOfWeek(office, calendar, '2026-12-31');
    expect(week.map(({ provisional }) => provisional)).toEqual([false, false, false, false, true, true, true]);
    expect(week[4]?.date).toBe('2027年1月1日');
    expect(hoursOfWeek(machine, calendar, '2027-01-01').some(({ provisional }) => provisional)).toBe(false);
  });
});

describe('Hours for paper', () => {
  it.each<[string, OpeningHours | null]>([
    ['时间未登记，请先打电话', null],
    ['周一至周五 8:30–12:00，14:30–17:30；节假日休息', office],
    ['周一至周五 8:30–12:00，14:30–17:30；节假日值班 8:30–12:00', onDuty],
    ['每天 24 小时；节假日照常', machine],
    [
      '周一至周五 8:30–12:00，14:30–17:30；5月1日至9月30日 周一至周五 8:30–12:00，15:00–18:00；节假日休息',
      { ...office, seasons: [{ from: '05-01', to: '09-30', week: weekdays(SUMMER) }, year] },
    ],
    [
      '11月1日至次年3月31日 周一至周三 8:30–12:00，14:30–17:30，周四、周六 8:30–12:00；节假日休息',
      {
        ...office,
        seasons: [{ from: '11-01', to: '03-31', week: [OFFICE, OFFICE, OFFICE, MORNING, [], MORNING, []] }],
      },
    ],
    ['不开；节假日休息', { ...office, seasons: [{ ...year, week: weekdays([]) }] }],
    [
      '每天 20:00–次日 2:00；节假日照常',
      { ...machine, seasons: [{ ...year, week: everyDay([{ from: '20:00', to: '02:00' }]) }] },
    ],
  ])('%s', (words, hours) => {
    expect(hoursInWords(hours)).toBe(words);
  });

  it('tells of coming changes, the nearest first, and of no past ones', () => {
    expect(exceptionsInWords(office, '2026-11-28')).toEqual([
      '12月3日（周四） 8:30–12:00：下午培训',
      '2027年2月1日至2027年2月3日 不开：搬迁',
    ]);
    expect(exceptionsInWords(office, '2026-11-27')[0]).toBe('11月26日至11月27日 不开：线路检修');
  });
});
