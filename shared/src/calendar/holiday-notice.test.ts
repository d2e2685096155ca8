import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.ts';
import type { NoticeDay } from './calendar-year.ts';
import { isWeekend } from './calendar-rules.ts';
import { readHolidayNotice } from './holiday-notice.ts';
import { holidaySentences } from './holiday-sentences.ts';

// The notices of 2021 to 2026 are read in seeds/calendar, against the days known of them.
const NOTICE_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班等工作。
国务院办公厅
2025年11月4日`;

const read = (text: string, year = 2026) => readHolidayNotice(text, year);
const daysOf = (text: string, year = 2026) =>
  read(text, year).days.map(({ date, kind }) => `${date.slice(5)} ${kind === 'holiday' ? '休' : '班'}`);
/** What is said of a sentence itself: that the others of the year are not there goes without saying. */
const remarksOf = (text: string, year = 2026) =>
  read(text, year)
    .remarks.filter(({ message }) => !message.startsWith('没有看到'))
    .map(({ severity, message }) => `${severity} ${message}`);

describe('a whole notice', () => {
  it('gives its days, its title and number, and leaves nothing to remark', () => {
    const { source, days, remarks } = read(NOTICE_2026);
    expect(source).toBe('国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）');
    expect(days.filter(({ kind }) => kind === 'holiday')).toHaveLength(33);
    expect(days.filter(({ kind }) => kind === 'workday').map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(days.find(({ date }) => date === '2026-02-14')?.name).toBe('春节调休');
    expect(remarks).toEqual([]);
  });

  const days = read(NOTICE_2026).days;

  it.each([
    ['copied without line ends', NOTICE_2026.replace(/\n/g, '')],
    ['broken at every comma, as from a PDF', NOTICE_2026.replace(/([，、])/g, '$1\n')],
    ['broken within its dates', NOTICE_2026.replace(/月/g, '月\r\n').replace(/日（/g, '日 （')],
    ['in signs of half width', NOTICE_2026.normalize('NFKC')],
    [
      'in digits of full width',
      NOTICE_2026.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['with 星期 for 周', NOTICE_2026.replace(/周(?=[一二三四五六日])/g, '星期')],
    ['with spaces and no-break spaces', NOTICE_2026.replace(/(\d+)/g, '\u00a0$1 ')],
    ['with spans written otherwise', NOTICE_2026.replace(/）至/g, '）—')],
    ['with headings in brackets', NOTICE_2026.replace(/([一二三四五六七])、(?=[^：\n]{2,3}：)/g, '（$1）')],
  ])('is the same %s', (_, text) => {
    expect(read(text).days).toEqual(days);
    expect(read(text).remarks).toEqual([]);
  });

  it('of another year is not taken for this one', () => {
    const { days, remarks } = read(NOTICE_2026, 2027);
    expect(days).toEqual([]);
    expect(remarks).toEqual([{ severity: 'error', excerpt: '', message: '这是 2026 年的通知，现在录入的是 2027 年' }]);
  });

  it('without one of the holidays says which it lacks', () => {
    const text = NOTICE_2026.replace(/五、端午节：.*\n/, '').replace(/三、清明节：.*\n/, '');
    expect(read(text).remarks).toEqual([
      { severity: 'warning', excerpt: '', message: '没有看到清明、端午的安排；录入后这些节日按平常的日子计算' },
    ]);
  });
});

describe('a sentence', () => {
  it.each([
    ['元旦：1月1日放假，与周末连休。', ['01-01 休']],
    ['元旦：1月1日（周四）放假1天，不调休。', ['01-01 休']],
    ['10月1日（周四）放假', ['10-01 休']],
    ['清明节：4月4日（周六）至6日（周一）放假，共3天', ['04-04 休', '04-05 休', '04-06 休']],
    ['劳动节：4月30日至5月2日放假，共三天。', ['04-30 休', '05-01 休', '05-02 休']],
    ['春节：2月14日（周六）、28日（周六）上班。', ['02-14 班', '02-28 班']],
    ['国庆节：9月20日（周日）和10月10日（周六）正常上班', ['09-20 班', '10-10 班']],
    ['端午节：6月20日（周六）放假，6月22日（周一）补休。', ['06-20 休', '06-22 休']],
    ['中秋节：9月25日-27日放假调休3天', ['09-25 休', '09-26 休', '09-27 休']],
    ['国庆节：10月1-3日放假，共3天', ['10-01 休', '10-02 休', '10-03 休']],
    ['元旦：1月1日至2日放假\n1月4日（周日）上班', ['01-01 休', '01-02 休', '01-04 班']],
  ])('%s', (text, days) => {
    expect(daysOf(text)).toEqual(days);
    expect(remarksOf(text)).toEqual([]);
  });

  it.each([
    ['with both years written', '元旦：2022年12月31日至2023年1月2日放假调休，共3天。', []],
    ['with neither', '元旦：12月31日至1月2日放假调休，共3天。', ['warning 12月31日没有写年份，按 2022 年理解']],
  ])('of New Year’s begins in the December before, %s', (_, text, remarks) => {
    expect(read(text, 2023).days.map(({ date }) => date)).toEqual(['2022-12-31', '2023-01-01', '2023-01-02']);
    expect(remarksOf(text, 2023)).toEqual(remarks);
  });

  it('names its days by its heading, or by the holiday it speaks of', () => {
    expect(read('六、国庆节、中秋节：10月1日至8日放假').days[0]?.name).toBe('国庆节、中秋节');
    expect(read('清明节4月4日至6日放假。').days[0]?.name).toBe('清明节');
    expect(read('抗战胜利纪念日：9月3日（周四）放假。').days[0]?.name).toBe('抗战胜利纪念日');
    expect(read('9月3日（周四）放假。').days[0]?.name).toBe('节假日');
  });
});

describe('what contradicts or is not understood', () => {
  it.each([
    ['清明节：4月4日（周六）至6日（周一）放假，共4天。', 3, ['warning 写的是共 4 天，按起止日期是 3 天']],
    ['清明节：4月4日（周日）至6日（周一）放假。', 3, ['warning 4月4日写的是周日，实际是周六']],
    ['元旦：1月5日（周一）上班。', 0, ['error 2026年1月5日 周一本来就上班，不必写，没有录入']],
    ['元旦：2025年10月1日放假。', 0, ['error 2025年10月1日不在 2026 年，没有录入']],
    ['元旦：2027年1月1日放假。', 0, ['error 2027年1月1日不在 2026 年，没有录入']],
    ['春节：2月29日、30日放假。', 0, ['error 没有2月29日这样的日子，没有录入', 'error 没有30日这样的日子，没有录入']],
    ['春节：2月15日至3月23日放假。', 0, ['error 2月15日至3月23日不像一次放假的起止，没有录入']],
    ['春节：2月23日至15日放假。', 0, ['error 2月23日至15日不像一次放假的起止，没有录入']],
    [
      '元旦：1月3日、4日放假。1月4日（周日）上班。',
      2,
      ['error 2026年1月4日 周日既写了放假又写了上班，按先写的“放假”录入'],
    ],
    [
      '春节：2月15日至17日放假。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月14日）休息。',
      3,
      ['note 没有写明放假还是上班，没有录入：2月14日'],
    ],
    ['元旦：1月4日（周日）不上班。', 0, ['note 没有写明放假还是上班，没有录入：1月4日']],
    ['5月1日起施行的规定，10月1日放假。', 1, ['note 没有写明放假还是上班，没有录入：5月1日']],
  ])('%s', (text, count, remarks) => {
    expect(read(text).days).toHaveLength(count);
    expect(remarksOf(text).filter((remark) => !remark.includes('请粘贴通知全文'))).toEqual(remarks);
  });

  it.each([
    '今天天气很好',
    '。。。：：',
    '（'.repeat(5000),
    '1'.repeat(20_000),
    '一、'.repeat(9000),
    '电话：0000-1234567',
  ])('is no notice at all: %.12s', (text) => {
    expect(read(text)).toEqual({
      source: null,
      days: [],
      remarks: [{ severity: 'error', excerpt: '', message: '没有在文字里看到放假或上班的日子，请粘贴通知全文' }],
    });
  });
});

/** Any year's arrangement: each holiday in a stretch of its own, with weekend days worked beside it. */
const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
const arrangement = fc.integer({ min: 2001, max: 2099 }).chain((year) =>
  fc.tuple(
    fc.constant(year),
    fc.tuple(
      ...HOLIDAYS.map((name, at) =>
        fc
          .record({
            start: fc.nat(14),
            length: fc.integer({ min: 1, max: 9 }),
            gap: fc.nat(2),
            more: fc.nat(3),
            worked: fc.nat(3),
          })
          .map((shape) => daysOfHoliday(year, name, at, shape)),
      ),
    ),
  ),
);

function daysOfHoliday(
  year: number,
  name: string,
  at: number,
  { start, length, gap, more, worked }: Record<'start' | 'length' | 'gap' | 'more' | 'worked', number>,
): NoticeDay[] {
  const first = at === 0 ? addDays(`${year - 1}-12-29`, start % 5) : addDays(`${year}-02-04`, (at - 1) * 48 + start);
  const off = [...span(first, length), ...span(addDays(first, length + gap + 1), more)];
  const weekends = span(addDays(first, length + more + gap + 2), 14)
    .filter(isWeekend)
    .slice(0, worked);
  const made = (date: string, kind: NoticeDay['kind']): NoticeDay => ({
    date,
    kind,
    name: kind === 'holiday' ? name : `${name}调休`,
  });
  return [...off.map((date) => made(date, 'holiday')), ...weekends.map((date) => made(date, 'workday'))];
}

const span = (from: string, length: number) => Array.from({ length }, (_, at) => addDays(from, at));

it('whatever the days, their sentences are read as the same days, with nothing to remark', () => {
  fc.assert(
    fc.property(arrangement, ([year, holidays]) => {
      const days = holidays.flat().sort((a, b) => (a.date < b.date ? -1 : 1));
      const sentences = holidaySentences(year, days).map(({ name, words }) => `${name}：${words}`);
      for (const text of [sentences.join('\n'), sentences.join('')])
        expect(readHolidayNotice(text, year)).toEqual({ source: null, days, remarks: [] });
    }),
    { numRuns: 300 },
  );
});

it('sentences follow the holidays, not what is worked for them', () => {
  const days = readHolidayNotice(NOTICE_2026, 2026).days;
  expect(holidaySentences(2026, days).map(({ name }) => name)).toEqual(HOLIDAYS);
  expect(holidaySentences(2026, days).at(-1)?.words).toBe(
    '10月1日（周四）至7日（周三）放假，共7天。9月20日（周日）、10月10日（周六）上班。',
  );
});
