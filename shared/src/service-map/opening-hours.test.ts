import { describe, expect, it } from '@jest/globals';
import { checkInput } from '../http/input.ts';
import { OpeningHours } from './opening-hours.ts';

const spans = (...words: string[]) =>
  words.map((word) => ({ from: word.split('-')[0] ?? '', to: word.split('-')[1] ?? '' }));
const OFFICE = spans('08:30-12:00', '14:30-17:30');
const weekdays = (open = OFFICE) => [open, open, open, open, open, [], []];
const wholeYear = { from: null, to: null, week: weekdays() };
const season = (from: string | null, to: string | null) => ({ from, to, week: weekdays() });
const hours = (over: object) => ({
  seasons: [wholeYear],
  calendar: 'working-days',
  holidays: [],
  exceptions: [],
  ...over,
});
const onWednesday = (...words: string[]) => {
  const week = weekdays();
  week[2] = spans(...words);
  return hours({ seasons: [{ ...wholeYear, week }] });
};
const fromSundayToMonday = (sunday: string, monday: string) =>
  hours({ seasons: [{ ...wholeYear, week: [spans(monday), [], [], [], [], [], spans(sunday)] }] });
const exception = (from: string, to: string, ...words: string[]) =>
  hours({ exceptions: [{ from, to, spans: spans(...words), reason: '停电' }] });

describe('Hours that hold together are taken', () => {
  it.each([
    ['an office’s', hours({})],
    ['touching spans', onWednesday('08:00-12:00', '12:00-17:00')],
    ['past midnight, ending as the next day begins', fromSundayToMonday('20:00-08:00', '08:00-12:00')],
    [
      'round the clock',
      hours({ calendar: 'every-week', seasons: [{ ...wholeYear, week: weekdays(spans('00:00-24:00')) }] }),
    ],
    ['a summer besides the year', hours({ seasons: [wholeYear, season('05-01', '09-30')] })],
    ['two seasons that make a year', hours({ seasons: [season('04-01', '10-31'), season('11-01', '03-31')] })],
    ['until the last of February', hours({ seasons: [wholeYear, season('12-01', '02-29')] })],
    ['duty on holidays', hours({ holidays: spans('09:00-12:00') })],
    ['an exception of one day', exception('2026-12-03', '2026-12-03')],
    [
      'two exceptions for one day',
      hours({ exceptions: [1, 2].map(() => ({ from: '2026-12-03', to: '2026-12-04', spans: [], reason: '停电' })) }),
    ],
  ])('%s', (_what, input) => {
    expect(checkInput(OpeningHours, input)).toEqual({ valid: true, value: input });
  });
});

describe('Hours that contradict themselves are refused, with the day', () => {
  it.each<[string, object, string, string]>([
    [
      'overlap',
      onWednesday('08:30-12:00', '11:30-17:00'),
      'seasons.0.week.2',
      '周三的 8:30–12:00 和 11:30–17:00 重叠，请改正其中一段',
    ],
    [
      'the same twice',
      onWednesday('08:30-12:00', '08:30-12:00'),
      'seasons.0.week.2',
      '周三的 8:30–12:00 和 8:30–12:00 重叠，请改正其中一段',
    ],
    [
      'morning and evening exchanged',
      onWednesday('12:00-08:30', '14:30-17:30'),
      'seasons.0.week.2',
      '周三的 12:00–次日 8:30 和 14:30–17:30 重叠，请改正其中一段',
    ],
    [
      'into the next day',
      fromSundayToMonday('20:00-09:00', '08:00-12:00'),
      'seasons.0.week.0',
      '周日的 20:00–次日 9:00 和周一的 8:00–12:00 重叠',
    ],
    ['from 24:00', onWednesday('24:00-08:00'), 'seasons.0.week.2', '周三的开门时间不能是 24:00，零点请写 00:00'],
    [
      'seasons overlap',
      hours({ seasons: [wholeYear, season('05-01', '09-30'), season('09-01', '12-31')] }),
      'seasons.2.from',
      '5月1日至9月30日 和 9月1日至12月31日 重叠（9月1日），请改正季节的起止',
    ],
    [
      'seasons overlap over New Year',
      hours({ seasons: [wholeYear, season('11-01', '03-31'), season('03-31', '04-30')] }),
      'seasons.2.from',
      '11月1日至次年3月31日 和 3月31日至4月30日 重叠（3月31日），请改正季节的起止',
    ],
    [
      'no season for part of the year',
      hours({ seasons: [season('05-01', '09-30')] }),
      'seasons',
      '1月1日不在任何一季里，请加上“全年”的时间，或把季节写满一年',
    ],
    [
      '29 February left out',
      hours({ seasons: [season('03-01', '02-28')] }),
      'seasons',
      '2月29日不在任何一季里，请加上“全年”的时间，或把季节写满一年',
    ],
    ['the year twice', hours({ seasons: [wholeYear, wholeYear] }), 'seasons', '“全年”的时间写了两次，请只留一次'],
    [
      'half a season',
      hours({ seasons: [wholeYear, season('05-01', null)] }),
      'seasons.1.to',
      '季节的起、止要都写，全年就都不写',
    ],
    [
      'a day that no year has',
      hours({ seasons: [wholeYear, season('02-30', '09-30')] }),
      'seasons.1.from',
      '没有 2月30日 这一天，请改正季节的起止',
    ],
    [
      'an exception that ends before it begins',
      exception('2026-12-04', '2026-12-03'),
      'exceptions.0.to',
      '第 1 条临时变动的截止日期 2026-12-03 早于起始日期 2026-12-04',
    ],
    [
      'an exception with overlap',
      exception('2026-12-03', '2026-12-03', '08:00-12:00', '09:00-10:00'),
      'exceptions.0.spans',
      '第 1 条临时变动的 8:00–12:00 和 9:00–10:00 重叠，请改正其中一段',
    ],
    [
      'duty with overlap',
      hours({ holidays: spans('08:00-12:00', '09:00-10:00') }),
      'holidays',
      '节假日值班的 8:00–12:00 和 9:00–10:00 重叠，请改正其中一段',
    ],
    [
      'duty where holidays do not count',
      hours({ calendar: 'every-week', holidays: spans('08:00-12:00') }),
      'holidays',
      '选了“不分节假日”，就不用再写节假日值班时间，请删去其中一个',
    ],
    ['a time of no clock', onWednesday('8:30-12:00'), 'seasons.0.week.2.0.from', '时间应写成 08:30'],
  ])('%s', (_what, input, path, message) => {
    const checked = checkInput(OpeningHours, input);
    expect(checked.valid ? [] : checked.issues).toContainEqual({ path: expect.anything(), message });
    expect(checked.valid ? [] : checked.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
