import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { CalendarYear, NoticeDay } from '@county/shared/calendar/calendar-year';
import { startCounty, type County } from '../../../test/support/county.ts';
import { NOTICE_2027, SOURCE_2027 } from '../../../test/support/notice-2027.ts';
import { AuditEntries } from '../audit/audit.tables.ts';
import { CalendarService } from './calendar.service.ts';
import { CalendarDays } from './calendar.tables.ts';
import { CalendarWarning } from './calendar-warning.service.ts';

let county: County;
let administrator: string;
beforeAll(async () => {
  county = await startCounty();
  administrator = await county.signIn('administrator');
});
afterAll(() => county.close());

const year = async (which: number): Promise<CalendarYear> => (await county.ask('GET', `/calendar/${which}`)).body;
const preview = (body: object, token = administrator) =>
  county.ask('POST', '/calendar/previews', { token, body: { year: 2027, ...body } });
const enter = (which: number, body: object, token = administrator) =>
  county.ask('PUT', `/calendar/${which}`, {
    token,
    body: { id: newId(), version: 0, source: SOURCE_2027, ...body },
  });
const off = (date: string, name = '元旦'): NoticeDay => ({ date, kind: 'holiday', name });
/** The year as it was before a test. */
const takeBack = async (which: number) => {
  const { version } = await year(which);
  const { status } = await enter(which, { version, days: [] });
  expect(status).toBe(200);
};

describe('a year’s days', () => {
  it('are read by anybody, with the notice they are by', async () => {
    const of2026 = await year(2026);
    expect(of2026).toMatchObject({
      year: 2026,
      isKnown: true,
      source: '国务院办公厅关于2026年部分节假日安排的通知',
      daysByNext: [],
      version: 0,
    });
    expect(of2026.days).toHaveLength(39);
    expect(of2026.days[0]).toEqual(off('2026-01-01'));
  });

  it('of New Year’s stand in the next year’s notice, and are shown in both', async () => {
    expect((await year(2023)).days[0]).toEqual(off('2022-12-31'));
    const of2022 = await year(2022);
    expect(of2022.daysByNext).toEqual([off('2022-12-31')]);
    expect(of2022.days.some(({ date }) => date === '2022-12-31')).toBe(false);
  });

  it('of a year without a notice are none, and it says so', async () => {
    expect(await year(2027)).toEqual({
      year: 2027,
      isKnown: false,
      source: null,
      days: [],
      daysByNext: [],
      version: 0,
    });
  });

  it.each(['1999', '2101', 'abc', '2026.5', '-1', '99999999999'])('of %s are not asked for', async (which) => {
    expect((await county.ask('GET', `/calendar/${which}`)).status).toBe(400);
  });
});

describe('who keeps the calendar', () => {
  it.each(['resident', 'village-officer', 'unit-lead', 'supervisor'])('is not a %s', async (person) => {
    const token = await county.signIn(person);
    expect((await preview({ text: NOTICE_2027 }, token)).status).toBe(403);
    expect((await enter(2027, { days: [off('2027-01-01')] }, token)).status).toBe(403);
    expect((await county.ask('GET', '/calendar/missing-year', { token })).status).toBe(403);
  });

  it('is not somebody who has not signed in', async () => {
    const body = { year: 2027, text: NOTICE_2027 };
    expect((await county.ask('POST', '/calendar/previews', { body })).status).toBe(401);
    expect((await county.ask('PUT', '/calendar/2027', { body: {} })).status).toBe(401);
  });
});

describe('a pasted notice', () => {
  it('is understood, and nothing is stored', async () => {
    const { status, body } = await preview({ text: NOTICE_2027 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ year: 2027, source: SOURCE_2027, remarks: [] });
    expect(body.days).toHaveLength(34);
    expect(await year(2027)).toMatchObject({ isKnown: false, days: [] });
  });

  it('that contradicts itself is taken with the doubts said', async () => {
    const text = NOTICE_2027.replace('4月3日（周六）', '4月3日（周五）')
      .replace('共8天', '共7天')
      .replace('5月8日（周六）上班', '5月7日（周五）上班');
    const { body } = await preview({ text });
    expect(body.remarks.map(({ severity, message }: Record<string, string>) => `${severity} ${message}`)).toEqual([
      'error 2027年5月7日 周五本来就上班，不必写，没有录入',
      'warning 写的是共 7 天，按起止日期是 8 天',
      'warning 4月3日写的是周五，实际是周六',
    ]);
  });

  it.each([
    ['of another year', NOTICE_2027.replaceAll('2027', '2026'), '这是 2026 年的通知，现在录入的是 2027 年'],
    ['that is none', '今天天气很好。', '没有在文字里看到放假或上班的日子，请粘贴通知全文'],
    ['of mere signs', '（一）二、三：'.repeat(2000), '没有在文字里看到放假或上班的日子，请粘贴通知全文'],
  ])('%s gives no days, moves nothing and says why', async (_, text, message) => {
    const { status, body } = await preview({ text });
    expect(status).toBe(201);
    expect(body).toMatchObject({ days: [], moves: [], moveCount: 0 });
    expect(body.remarks).toEqual([{ severity: 'error', excerpt: '', message }]);
  });

  it.each([
    ['neither text nor days', {}],
    ['both', { text: NOTICE_2027, days: [] }],
    ['an empty text', { text: '  ' }],
    ['a book', { text: '放假。'.repeat(10_000) }],
    ['a day twice', { days: [off('2027-01-01'), off('2027-01-01')] }],
    ['a day that is none', { days: [off('2027-02-29')] }],
    ['a day without a name', { days: [off('2027-01-01', '')] }],
    ['a year that is none', { year: '二〇二七', text: NOTICE_2027 }],
  ])('is refused as %s', async (_, body) => expect((await preview(body)).status).toBe(400));

  it('of a year far off is not taken: there is none yet', async () => {
    const far = await preview({ year: 2090, text: NOTICE_2027.replaceAll('2027', '2090') });
    expect([far.status, far.body.message]).toEqual([409, '2090 年的放假安排还没有公布，现在最多录入到 2027 年']);
    expect((await enter(2090, { days: [off('2090-01-01')] })).status).toBe(409);
  });
});

describe('entering a year', () => {
  it('makes it known at once, is written to the trail, and sent again changes nothing', async () => {
    const { days } = (await preview({ text: NOTICE_2027 })).body;
    const calendar = county.app.get(CalendarService);
    expect((await calendar.calendar()).knownYears.has(2027)).toBe(false);
    const said = { id: newId(), days };
    const entered = await enter(2027, said);
    expect([entered.status, entered.body.isKnown, entered.body.version]).toEqual([200, true, 1]);
    expect((await calendar.calendar()).knownYears.has(2027)).toBe(true);
    expect(await enter(2027, said)).toMatchObject({ status: 200, body: entered.body });
    const entry = await county.database.read((db) => db.findBy(AuditEntries, { action: 'changeCalendarYear' }));
    expect(entry.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^2027 年：放假 28 天，调休上班 6 天，移动期限 \d+ 件。依据：国务院办公厅/),
    ]);

    const otherwise = await enter(2027, { ...said, days: days.slice(1) });
    expect([otherwise.status, otherwise.body.code]).toEqual([409, 'id-taken']);
    // The same days under another id, as from a page opened twice: nothing to do.
    expect((await enter(2027, { version: 1, days })).body.version).toBe(1);
    await takeBack(2027);
    expect(await year(2027)).toMatchObject({ isKnown: false, days: [], version: 2 });
  });

  it('is not done over what somebody else has just entered', async () => {
    const { version } = await year(2027);
    const both = await Promise.all([
      enter(2027, { version, days: [off('2027-01-01')] }),
      enter(2027, { version, days: [off('2027-01-01'), off('2027-01-02')] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.message).toBe(
      '2027 年的放假安排刚被别人改过，请重新打开，看过再录入',
    );
    await takeBack(2027);
  });

  it('keeps the notice it is by, and only that year’s days', async () => {
    const { version } = await year(2027);
    const days = [off('2026-12-31'), off('2027-01-01')];
    expect((await enter(2027, { version, days, source: '省政府通知' })).body).toMatchObject({
      source: '省政府通知',
      days,
    });
    expect((await year(2026)).daysByNext).toEqual([off('2026-12-31')]);
    expect((await year(2026)).days).toHaveLength(39);
    await takeBack(2027);
    expect((await year(2026)).daysByNext).toEqual([]);
  });

  it.each([
    ['a weekday as worked', { date: '2027-01-05', kind: 'workday', name: '补班' }, /1月5日 周二本来就上班/],
    ['a day of another year', off('2028-01-01'), /2028年1月1日不在 2027 年/],
    ['a day two weeks before New Year’s', off('2026-12-15'), /2026年12月15日不在 2027 年/],
  ])('refuses %s', async (_, day, words) => {
    const { version } = await year(2027);
    const { status, body } = await enter(2027, { version, days: [off('2027-01-01'), day] });
    expect([status, body.message]).toEqual([400, expect.stringMatching(words)]);
    const seen = await preview({ days: [off('2027-01-01'), day] });
    expect(seen.body.remarks).toEqual([{ severity: 'error', excerpt: '', message: expect.stringMatching(words) }]);
  });

  it('refuses a day that another year’s notice has arranged', async () => {
    const of2022 = await year(2022);
    const body = { version: of2022.version, days: [...of2022.days, off('2022-12-31')] };
    const refused = await enter(2022, body);
    expect([refused.status, refused.body.message]).toEqual([
      400,
      '2022年12月31日已由 2023 年的通知安排，请到 2023 年修改',
    ]);
    expect((await preview({ year: 2022, days: body.days })).body.remarks).toHaveLength(1);
  });

  it('needs the notice to be named', async () => {
    const { version } = await year(2027);
    const { status, body } = await enter(2027, { version, days: [off('2027-01-01')], source: ' ' });
    expect([status, body.message]).toEqual([400, expect.stringMatching(/依据/)]);
  });
});

describe('the warning of a missing notice', () => {
  const asked = async () => (await county.ask('GET', '/calendar/missing-year', { token: administrator })).body;

  it('stands from 15 November until the notice is in', async () => {
    expect(await asked()).toEqual({ year: 2027 });
    expect(await county.app.get(CalendarWarning).missingYear('2026-11-14')).toBeNull();
    const { version } = await year(2027);
    await enter(2027, { version, days: [off('2027-01-01')] });
    expect(await asked()).toEqual({ year: null });
    await takeBack(2027);
    expect(await asked()).toEqual({ year: 2027 });
  });
});

it('what another process has changed is reckoned with ten seconds later', async () => {
  const calendar = county.app.get(CalendarService);
  const isKnown = async () => (await calendar.calendar()).knownYears.has(2035);
  expect(await isKnown()).toBe(false);
  const elsewhere = { ...off('2035-01-01'), source: '通知', noticeYear: 2035 };
  await county.database.work((db) => db.insert(CalendarDays, elsewhere));
  const now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 10_001);
  try {
    expect(await isKnown()).toBe(true);
  } finally {
    clock.mockRestore();
    await county.database.work((db) => db.delete(CalendarDays, { noticeYear: 2035 }));
    calendar.forget();
  }
});
