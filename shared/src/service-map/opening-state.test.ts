import { describe, expect, it } from '@jest/globals';
import { workingCalendar, type CalendarDay } from '../calendar/working-days.ts';
import type { DaySpans, OpeningException, OpeningHours } from './opening-hours.ts';
import { isOpenAt, openingAt } from './opening-state.ts';
import { openingWords } from './opening-words.ts';

const days = (kind: CalendarDay['kind'], name: string, ...dates: string[]) =>
  dates.map((date) => ({ date, kind, name, noticeYear: 2026 }));

/** The autumn of 2026 as its notice has it; 2027's is not out. */
const calendar = workingCalendar([
  ...days('workday', '国庆节调休', '2026-09-20', '2026-10-10'),
  ...days('holiday', '中秋节', '2026-09-25', '2026-09-26', '2026-09-27'),
  ...days('holiday', '国庆节', ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`)),
]);

const spans = (...words: string[]): DaySpans =>
  words.map((word) => ({ from: word.split('-')[0] ?? '', to: word.split('-')[1] ?? '' }));
const week = (weekday: DaySpans, saturday: DaySpans = [], sunday: DaySpans = saturday) => [
  weekday,
  weekday,
  weekday,
  weekday,
  weekday,
  saturday,
  sunday,
];
const kept = (byWeek: DaySpans[], over: Partial<OpeningHours> = {}): OpeningHours => ({
  seasons: [{ from: null, to: null, week: byWeek }],
  calendar: 'working-days',
  holidays: [],
  exceptions: [],
  ...over,
});
const closure = (from: string, to: string, reason: string, ...open: string[]): OpeningException => ({
  from,
  to,
  reason,
  spans: spans(...open),
});

const OFFICE = spans('08:30-12:00', '14:30-17:30');
const office = kept(week(OFFICE));
const onDuty = kept(week(OFFICE), { holidays: spans('09:00-12:00') });
const saturdays = kept(week(OFFICE, spans('09:00-12:00'), []));
const machine = kept(week(spans('00:00-24:00'), spans('00:00-24:00')), { calendar: 'every-week' });
const dayMachine = kept(week(spans('07:00-22:00'), spans('07:00-22:00')), { calendar: 'every-week' });
const nightMachine = kept(week(spans('18:00-02:00'), spans('18:00-02:00')), { calendar: 'every-week' });
const fridayNight = kept([[], [], [], [], spans('20:00-01:30'), [], []]);
const marketDays = kept([[], OFFICE, [], OFFICE, [], [], []]);
const summer = kept(week(OFFICE), {
  seasons: [
    { from: null, to: null, week: week(OFFICE) },
    { from: '05-01', to: '09-30', week: week(spans('08:30-12:00', '15:00-18:00')) },
  ],
});
const winter = kept(week(OFFICE), {
  seasons: [
    { from: '04-01', to: '10-31', week: week(spans('08:00-12:00', '15:00-18:00')) },
    { from: '11-01', to: '03-31', week: week(spans('09:00-12:00', '14:00-17:00')) },
  ],
});
const except = (...exceptions: OpeningException[]) => kept(week(OFFICE), { exceptions });
const powerCut = except(closure('2026-11-26', '2026-11-27', '线路检修'));

/** Shanghai wall-clock time as an instant. */
const at = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`).toISOString();

const reversed = kept(week([...OFFICE].reverse()));
const withEvenings = kept(week(spans('14:00-17:00', '19:00-21:00')));
const threeSpans = kept(week(spans('08:00-11:30', '13:00-17:00', '18:30-20:00')));
const touching = kept(week(spans('08:00-12:00', '12:00-17:00')));
const overlapping = kept(week(spans('08:00-13:00', '12:00-17:00')));
const shortFriday = kept([OFFICE, OFFICE, OFFICE, OFFICE, spans('08:30-12:00'), [], []]);
const weekdayMachine = kept(week(OFFICE), { calendar: 'every-week' });
const nightWithout27th: OpeningHours = { ...nightMachine, exceptions: [closure('2026-11-27', '2026-11-27', '停电')] };
const untilMidnight = kept(week(spans('08:00-24:00')));
const overMidnight = kept(week(spans('18:00-24:00', '00:00-06:00'), spans('00:00-06:00')));
const midnightToMidnight = kept(week(spans('00:00-00:00'), spans('00:00-00:00')), { calendar: 'every-week' });
const mendedOnMonday: OpeningHours = { ...machine, exceptions: [closure('2026-11-30', '2026-11-30', '检修')] };
const weekdayMachineRoundTheClock = kept(week(spans('00:00-24:00')));
const marketMorning = except(closure('2026-11-26', '2026-11-26', '赶集日', '07:00-13:00'));
const sundayCampaign = except(closure('2026-11-29', '2026-11-29', '集中办理医保', '09:00-16:00'));
const holidayWatch = except(closure('2026-10-02', '2026-10-02', '应急值守', '09:00-16:00'));
const closedWithinCampaign = except(
  closure('2026-11-01', '2026-11-30', '活动月', '08:00-20:00'),
  closure('2026-11-26', '2026-11-26', '停电'),
);
const rebuilt = except(closure('2026-07-01', '2026-10-31', '装修'));
const moved = except(closure('2026-01-01', '2030-12-31', '整体搬迁'));
const never = kept(week([]), { calendar: 'every-week' });
const springDuty = except(closure('2027-02-05', '2027-02-05', '春节值班', '09:00-12:00'));

type Case = [what: string, hours: OpeningHours | null, when: string, words: string];

// 2026-11-26 is a Thursday.
const plain: Case[] = [
  ['before the door opens', office, '2026-11-26 08:29', '还没开门，8:30 开门'],
  ['the very minute it opens', office, '2026-11-26 08:30', '现在开着，12:00 午休，14:30 再开'],
  ['in the morning', office, '2026-11-26 10:00', '现在开着，12:00 午休，14:30 再开'],
  ['soon before lunch', office, '2026-11-26 11:30', '快午休了，12:00 午休，14:30 再开'],
  ['the very minute lunch begins', office, '2026-11-26 12:00', '午休关门，14:30 开门'],
  ['at lunch', office, '2026-11-26 12:30', '午休关门，14:30 开门'],
  ['the last minute of lunch', office, '2026-11-26 14:29', '午休关门，14:30 开门'],
  ['after lunch', office, '2026-11-26 14:30', '现在开着，17:30 关门'],
  ['in the afternoon', office, '2026-11-26 16:59', '现在开着，17:30 关门'],
  ['half an hour before closing', office, '2026-11-26 17:00', '快关门了，17:30 关门'],
  ['the very minute it closes', office, '2026-11-26 17:30', '已关门，明天 8:30 开门'],
  ['a minute after it closed', office, '2026-11-26 17:31', '已关门，明天 8:30 开门'],
  ['late at night', office, '2026-11-26 23:59', '已关门，明天 8:30 开门'],
  ['after midnight it is the new day', office, '2026-11-27 00:00', '还没开门，8:30 开门'],
  ['on Friday evening', office, '2026-11-27 18:00', '已关门，周一（11月30日）8:30 开门'],
  ['on Saturday', office, '2026-11-28 10:00', '今天不开，周一（11月30日）8:30 开门'],
  ['on Sunday', office, '2026-11-29 10:00', '今天不开，明天 8:30 开门'],
  ['no hours stored', null, '2026-11-26 10:00', '时间未登记，请先打电话'],
  ['on a Saturday with hours of its own', saturdays, '2026-11-28 10:00', '现在开着，12:00 关门'],
  ['after them', saturdays, '2026-11-28 12:00', '已关门，周一（11月30日）8:30 开门'],
  ['open on some days only, the day before', marketDays, '2026-11-25 10:00', '今天不开，明天 8:30 开门'],
  ['open on some days only, after the last', marketDays, '2026-11-26 18:00', '已关门，周二（12月1日）8:30 开门'],
  ['written in the wrong order', reversed, '2026-11-26 12:30', '午休关门，14:30 开门'],
  ['an evening break is no lunch', withEvenings, '2026-11-26 18:00', '暂时关门，19:00 开门'],
  ['before an evening break', withEvenings, '2026-11-26 16:00', '现在开着，17:00 关门，19:00 再开'],
  ['three spans, in the second', threeSpans, '2026-11-26 13:30', '现在开着，17:00 关门，18:30 再开'],
  ['touching spans are one', touching, '2026-11-26 11:59', '现在开着，17:00 关门'],
  ['overlapping spans are one', overlapping, '2026-11-26 12:59', '现在开着，17:00 关门'],
];

// Row 12 of the acceptance cases: holidays, the evening before them, worked weekends.
const holidays: Case[] = [
  ['the evening before National Day', office, '2026-09-30 17:31', '已关门，10月8日（周四）8:30 开门'],
  ['on National Day', office, '2026-10-01 10:00', '今天国庆节放假，10月8日（周四）8:30 开门'],
  ['on a weekday of the holiday', office, '2026-10-05 10:00', '今天国庆节放假，周四（10月8日）8:30 开门'],
  ['the last evening of the holiday', office, '2026-10-07 20:00', '今天国庆节放假，明天 8:30 开门'],
  ['the first day after it', office, '2026-10-08 10:00', '现在开着，12:00 午休，14:30 再开'],
  ['on a Saturday that is worked', office, '2026-10-10 10:00', '现在开着，12:00 午休，14:30 再开'],
  ['on a Sunday that is worked', office, '2026-09-20 10:00', '现在开着，12:00 午休，14:30 再开'],
  ['its lunch', office, '2026-09-20 12:30', '午休关门，14:30 开门'],
  ['its evening', office, '2026-09-20 17:31', '已关门，明天 8:30 开门'],
  ['the Friday before a worked Saturday', office, '2026-10-09 18:00', '已关门，明天 8:30 开门'],
  ['the Saturday before a worked Sunday', office, '2026-09-19 10:00', '今天不开，明天 8:30 开门'],
  ['a worked Saturday with hours of its own', saturdays, '2026-10-10 10:00', '现在开着，12:00 关门'],
  ['a worked Sunday where only Saturday has its own', saturdays, '2026-09-20 15:00', '现在开着，17:30 关门'],
  [
    'a worked Sunday by who opens on some days only',
    marketDays,
    '2026-09-20 10:00',
    '今天不开，周二（9月22日）8:30 开门',
  ],
  ['a worked Sunday has Friday’s hours', shortFriday, '2026-09-20 15:00', '已关门，明天 8:30 开门'],
  ['duty on a holiday', onDuty, '2026-10-02 10:00', '现在开着，12:00 关门'],
  ['duty over', onDuty, '2026-10-02 12:01', '已关门，明天 9:00 开门'],
  ['duty before it begins', onDuty, '2026-10-01 08:00', '还没开门，9:00 开门'],
  ['a weekend of the holiday has duty too', onDuty, '2026-10-04 11:00', '现在开着，12:00 关门'],
  [
    'a holiday at a weekend has no weekend hours',
    saturdays,
    '2026-10-03 10:00',
    '今天国庆节放假，周四（10月8日）8:30 开门',
  ],
  ['a machine knows no holiday', dayMachine, '2026-10-01 10:00', '现在开着，22:00 关门'],
  ['a machine knows no worked weekend', weekdayMachine, '2026-09-20 10:00', '今天不开，明天 8:30 开门'],
];

const seasons: Case[] = [
  ['summer time, on its first day', summer, '2026-05-06 14:45', '午休关门，15:00 开门'],
  ['summer time, on its last day', summer, '2026-09-30 17:45', '快关门了，18:00 关门'],
  ['the day after summer', summer, '2026-10-08 17:45', '已关门，明天 8:30 开门'],
  ['the day before summer', summer, '2026-04-30 14:45', '现在开着，17:30 关门'],
  ['the evening before summer begins', summer, '2026-04-30 18:00', '已关门，明天 8:30 开门'],
  ['winter time, before New Year', winter, '2026-12-30 08:45', '还没开门，9:00 开门'],
  ['winter time, after New Year', winter, '2026-01-05 16:45', '快关门了，17:00 关门'],
  ['two seasons that make the year, the other one', winter, '2026-10-30 17:45', '快关门了，18:00 关门'],
  ['from one season into the other', winter, '2026-10-30 18:30', '已关门，周一（11月2日）9:00 开门'],
];

const midnight: Case[] = [
  ['open past midnight, in the evening', nightMachine, '2026-11-26 23:00', '现在开着，明天 2:00 关门'],
  ['open past midnight, in the night', nightMachine, '2026-11-27 01:00', '现在开着，2:00 关门，18:00 再开'],
  ['the minute it ends', nightMachine, '2026-11-27 02:00', '还没开门，18:00 开门'],
  ['Friday’s night ends on Saturday', fridayNight, '2026-11-28 01:00', '快关门了，1:30 关门'],
  ['and Saturday is closed', fridayNight, '2026-11-28 01:30', '今天不开，周五（12月4日）20:00 开门'],
  ['Friday’s early hours are not Friday’s', fridayNight, '2026-11-27 01:00', '还没开门，20:00 开门'],
  ['the night before a closed day still ends in it', nightWithout27th, '2026-11-27 01:00', '现在开着，2:00 关门'],
  ['a closed day has no night', nightWithout27th, '2026-11-28 01:00', '还没开门，18:00 开门'],
  ['until 24:00', untilMidnight, '2026-11-26 20:00', '现在开着，24:00 关门'],
  ['until 24:00, at midnight', untilMidnight, '2026-11-27 00:00', '还没开门，8:00 开门'],
  ['24:00 touches 00:00', overMidnight, '2026-11-26 23:00', '现在开着，明天 6:00 关门'],
  ['open round the clock', machine, '2026-11-26 03:00', '24 小时开放'],
  ['written from midnight to midnight', midnightToMidnight, '2026-11-26 03:00', '24 小时开放'],
  ['round the clock until it is mended', mendedOnMonday, '2026-11-26 03:00', '现在开着，周日（11月29日）24:00 关门'],
  [
    'round the clock from Monday to Friday',
    weekdayMachineRoundTheClock,
    '2026-11-26 10:00',
    '现在开着，明天 24:00 关门',
  ],
];

const exceptions: Case[] = [
  ['closed for a reason', powerCut, '2026-11-26 10:00', '今天不开（线路检修），周一（11月30日）8:30 开门'],
  ['the evening before it', powerCut, '2026-11-25 18:00', '已关门，周一（11月30日）8:30 开门'],
  ['other hours for a day, open', marketMorning, '2026-11-26 12:30', '快关门了，13:00 关门'],
  ['other hours for a day, over', marketMorning, '2026-11-26 15:00', '已关门，明天 8:30 开门'],
  ['opened on a Sunday', sundayCampaign, '2026-11-28 10:00', '今天不开，明天 9:00 开门'],
  ['opened on a holiday', holidayWatch, '2026-10-01 10:00', '今天国庆节放假，明天 9:00 开门'],
  ['of two for one day the later holds', closedWithinCampaign, '2026-11-26 10:00', '今天不开（停电），明天 8:00 开门'],
  ['closed for months', rebuilt, '2026-07-01 10:00', '今天不开（装修），11月2日（周一）8:30 开门'],
  ['closed for years', moved, '2026-07-01 10:00', '今天不开（整体搬迁），什么时候再开没有登记，请先打电话'],
  ['nothing written that opens it', never, '2026-07-01 10:00', '今天不开，什么时候再开没有登记，请先打电话'],
];

const provisional: Case[] = [
  [
    'the next day lies in a year without a notice',
    office,
    '2026-12-31 18:00',
    '已关门，明天 8:30 开门（暂按双休计算，待放假通知）',
  ],
  ['today lies in one', office, '2027-02-05 10:00', '现在开着，12:00 午休，14:30 再开（暂按双休计算，待放假通知）'],
  ['today is known and nothing else is asked', office, '2026-12-31 10:00', '现在开着，12:00 午休，14:30 再开'],
  ['a machine needs no notice', dayMachine, '2027-02-05 10:00', '现在开着，22:00 关门'],
  ['what is written for the day needs none', springDuty, '2027-02-05 10:00', '现在开着，12:00 关门'],
  ['yesterday’s year does not matter', { ...office }, '2026-01-01 08:00', '还没开门，8:30 开门'],
];

describe.each([
  ['a plain week', plain],
  ['holidays and worked weekends', holidays],
  ['seasons', seasons],
  ['midnight', midnight],
  ['exceptions', exceptions],
  ['years without a notice', provisional],
])('Open now: %s', (_, cases) => {
  it.each(cases)('%s', (_what, hours, when, words) => {
    const state = openingAt(hours, calendar, at(when));
    expect(openingWords(state, at(when))).toBe(words);
    expect(isOpenAt(hours, calendar, at(when))).toBe(/^(?:现在开着|快|24 小时)/.test(words));
  });
});

describe('What the state says to programs', () => {
  it('names instants', () => {
    expect(openingAt(office, calendar, at('2026-11-26 10:00'))).toEqual({
      kind: 'open',
      closesAt: '2026-11-26T04:00:00.000Z',
      opensAgainAt: '2026-11-26T06:30:00.000Z',
      isLunchNext: true,
      provisional: false,
    });
    expect(openingAt(office, calendar, at('2026-10-01 10:00'))).toEqual({
      kind: 'closed',
      reason: 'holiday',
      why: '国庆节',
      opensAt: '2026-10-08T00:30:00.000Z',
      provisional: false,
    });
  });

  it('knows a holiday also from a calendar without names', () => {
    const bare = workingCalendar([{ date: '2026-10-01', kind: 'holiday' }]);
    const state = openingAt(office, bare, at('2026-10-01 10:00'));
    expect(openingWords(state, at('2026-10-01 10:00'))).toBe('今天节假日休息，明天 8:30 开门');
  });

  it('never contradicts itself: at the instant named it opens or closes, a second before it has not', () => {
    const all = [
      office,
      onDuty,
      saturdays,
      dayMachine,
      nightMachine,
      fridayNight,
      marketDays,
      summer,
      winter,
      powerCut,
    ];
    const contradictions: string[] = [];
    const start = Date.parse(at('2026-09-14 00:07'));
    for (const hours of all)
      for (let step = 0; step < 24 * 90; step += 1) {
        const now = new Date(start + step * 3_600_000).toISOString();
        const state = openingAt(hours, calendar, now);
        const turn = state.kind === 'open' ? state.closesAt : state.kind === 'closed' ? state.opensAt : null;
        if (!turn) throw new Error(`nothing follows ${now}`);
        const before = new Date(Date.parse(turn) - 1000).toISOString();
        const [openBefore, openThen] = [before, turn].map((instant) => isOpenAt(hours, calendar, instant));
        if (openBefore !== (state.kind === 'open') || openThen === openBefore) contradictions.push(now);
      }
    expect(contradictions).toEqual([]);
  });
});
