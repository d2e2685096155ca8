import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hoursInWords } from './hours-in-words.ts';
import { readHours, writeHours } from './hours-words.ts';
import type { OpeningHours, TimeSpan } from './opening-hours.ts';

const span = (words: string): TimeSpan => {
  const [from, to] = words.split('-') as [string, string];
  return { from, to };
};
const spans = (words: string) => (words ? words.split(' ').map(span) : []);
const week = (...days: string[]) => Array.from({ length: 7 }, (_, day) => spans(days[day] ?? ''));
const always = (...days: string[]): OpeningHours => ({
  seasons: [{ from: null, to: null, week: week(...days) }],
  calendar: 'working-days',
  holidays: [],
  exceptions: [],
});
const OFFICE = '08:30-12:00 14:30-17:30';
const office = always(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE);

const PIECES =
  '周一|至|周五| |8:30|-|12:00|；|节假日|休息|（|）|2026年|5月|1日|次日|每天|其余时间：|24小时|不分节假日|下午|点|半|x|99'.split(
    '|',
  );

describe('hours in words', () => {
  it.each<[string, OpeningHours | null]>([
    ['', null],
    ['未知', null],
    ['周一至周五 8:30-12:00,14:30-17:30；节假日休息', office],
    ['周一至周五8:30-12:00，14:30-17:30', office],
    ['星期一到星期五：8：30—12：00、14：30—17：30，法定节假日休息。', office],
    ['工作日 上午8:30-12:00 下午2:30-5:30', office],
    ['周一至周五 上午8点半至12点，下午2点30分至5点30分', office],
    ['周一、周二、周三、周四、周五 08:30~12:00,14:30~17:30；周末休息', office],
    ['周一至周五 8:30–12:00，14:30–17:30；周六、周日 不开；节假日不开', office],
    ['每天 不开', always()],
    ['不开；节假日照常', { ...always(), calendar: 'every-week' }],
    ['逢周二、周四 9:00-11:00', always('', '09:00-11:00', '', '09:00-11:00')],
    ['周一至周五 9:00-17:00，周六 9:00-12:00', always(...Array(5).fill('09:00-17:00'), '09:00-12:00')],
    ['每天 24 小时；不分节假日', { ...always(...Array(7).fill('00:00-24:00')), calendar: 'every-week' }],
    ['每天 20:00-次日2:00', always(...Array(7).fill('20:00-02:00'))],
    ['周一至周五 8:30-12:00,14:30-17:30；节假日 9:00-11:00', { ...office, holidays: spans('09:00-11:00') }],
    [
      '5月1日至9月30日：周一至周五 8:00-12:00；其余时间：周一至周五 8:30-12:00',
      {
        ...office,
        seasons: [
          { from: '05-01', to: '09-30', week: week(...Array(5).fill('08:00-12:00')) },
          { from: null, to: null, week: week(...Array(5).fill('08:30-12:00')) },
        ],
      },
    ],
    [
      '周一至周五 8:30-12:00,14:30-17:30；7月1日至8月31日：休息',
      { ...office, seasons: [...office.seasons, { from: '07-01', to: '08-31', week: week() }] },
    ],
    [
      '周一至周五 8:30-12:00,14:30-17:30；2026年12月31日 休息（年底盘点（库房））；2027-01-04至2027-01-06 9:00-11:00',
      {
        ...office,
        exceptions: [
          { from: '2026-12-31', to: '2026-12-31', spans: [], reason: '年底盘点（库房）' },
          { from: '2027-01-04', to: '2027-01-06', spans: spans('09:00-11:00'), reason: '临时变动' },
        ],
      },
    ],
  ])('%s', (words, hours) => {
    expect(readHours(words)).toEqual({ hours });
  });

  it.each([
    ['上班时间都开', '看不懂“上班时间都开”'],
    ['8:30-12:00', '“8:30-12:00”前面没有写是星期几'],
    ['周一至周五', '“周一至周五”后面没有写时间'],
    ['周一至周五 8:30-12:00；节假日', '“节假日”后面没有写时间'],
    ['周五至周一 8:30-12:00', '“周五至周一”的先后不对'],
    ['周一 14:30-7:30', '“14:30-7:30”的结束不在开始之后；跨夜的请写“次日”'],
    ['周一 8:00-次日9:00', '“8:00-次日9:00”超过了 24 小时'],
    ['周一 8:30-25:00', '“8:30-25:00”里没有这个时间'],
    ['周一 8:75-12:00', '“8:75-12:00”里没有这个时间'],
    ['周一 8-12', '看不懂“8-12”'],
    ['周一 9:00-11:00；每天 8:00-9:00', '周一写了两次'],
    ['7月1日至8月31日：休息', '不在任何一季里'],
    ['周一 休息 8:30-12:00', '“周一”又写了时间，又写了休息'],
    ['周一 8:30-12:00（下雨不开）', '“（下雨不开）”只能写在某年某月某日的变动后面'],
    ['周一 8:30-12:00；2026年2月30日 休息', '“2026年2月30日”里没有这一天'],
    ['周一 8:30-12:00；2026年12月31日 休息（盘点', '“（盘点”的括号没有写完'],
    ['节假日休息', '没有写星期几和时间'],
  ])('%s is refused with the words at fault', (words, fault) => {
    expect(readHours(words)).toEqual({ fault: expect.stringContaining(fault) });
  });

  it('refuses whatever is written in more than the form takes, however long it is', () => {
    const answer = readHours(`周一 ${Array.from({ length: 5000 }, () => '8:30-9:00').join(',')}`);
    expect(answer).toHaveProperty('fault');
  });

  const minute = fc.integer({ min: 0, max: 287 }).map((step) => step * 5);
  const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  /** Spans of one day that do not touch each other. */
  const anyDay = fc
    .uniqueArray(minute, { maxLength: 6 })
    .map((minutes) => [...minutes].sort((one, other) => one - other))
    .map((minutes) =>
      Array.from({ length: Math.floor(minutes.length / 2) }, (_, pair) => ({
        from: clock(minutes[pair * 2]!),
        to: clock(minutes[pair * 2 + 1]!),
      })),
    );
  const anyWeek = fc.array(anyDay, { minLength: 7, maxLength: 7 });
  const anyException = fc
    .record({ from: fc.integer({ min: 0, max: 300 }), days: fc.integer({ min: 0, max: 40 }), spans: anyDay })
    .map(({ from, days, spans: some }) => ({
      from: new Date(Date.UTC(2026, 0, 1 + from)).toISOString().slice(0, 10),
      to: new Date(Date.UTC(2026, 0, 1 + from + days)).toISOString().slice(0, 10),
      spans: some,
      reason: '线路检修（二期；含周六 8:00-9:00）',
    }));
  const anyHours: fc.Arbitrary<OpeningHours> = fc
    .record({
      base: anyWeek,
      summer: fc.option(anyWeek),
      winter: fc.option(anyWeek),
      calendar: fc.constantFrom('working-days' as const, 'every-week' as const),
      holidays: anyDay,
      exceptions: fc.array(anyException, { maxLength: 4 }),
    })
    .map(({ base, summer, winter, calendar, holidays, exceptions }) => ({
      seasons: [
        ...(summer ? [{ from: '05-01', to: '09-30', week: summer }] : []),
        ...(winter ? [{ from: '11-15', to: '02-29', week: winter }] : []),
        { from: null, to: null, week: base },
      ],
      calendar,
      holidays: calendar === 'every-week' ? [] : holidays,
      exceptions,
    }));

  /** In the order of the year, as words tell seasons. */
  const baseFirst = (hours: OpeningHours) => ({
    ...hours,
    seasons: [...hours.seasons].sort((one, other) => (one.from ?? '').localeCompare(other.from ?? '')),
  });

  it('said in words or written into a cell are read back as they were', () => {
    fc.assert(
      fc.property(anyHours, (hours) => {
        expect(readHours(writeHours(hours))).toEqual({ hours: baseFirst(hours) });
        expect(readHours(hoursInWords(hours))).toEqual({ hours: { ...baseFirst(hours), exceptions: [] } });
      }),
      { numRuns: 500 },
    );
  });

  it('never throw, whatever is written', () => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const answer = readHours(pieces.join(''));
        expect('fault' in answer || 'hours' in answer).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('with a bracket left open in a reason still give a cell that can be read', () => {
    const hours = { ...office, exceptions: [{ from: '2026-12-31', to: '2026-12-31', spans: [], reason: '盘点）:-(' }] };
    expect(readHours(writeHours(hours))).toHaveProperty('hours.exceptions.0.reason', '盘点 :-');
  });
});
