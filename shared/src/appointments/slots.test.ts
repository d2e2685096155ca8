import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../calendar/working-days.ts';
import type { OpeningHours } from '../service-map/opening-hours.ts';
import { cellsOf, leftOnWeb, slotsOn, type SlotPattern, type Taken } from './slots.ts';

const OFFICE = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '17:30' },
];
const HOURS: OpeningHours = {
  seasons: [{ from: null, to: null, week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []] }],
  calendar: 'working-days',
  holidays: [],
  exceptions: [{ from: '2026-11-30', to: '2026-11-30', spans: [], reason: '线路检修' }],
};
// National Day, and the Saturday worked for it.
const CALENDAR = workingCalendar([
  { date: '2026-10-01', kind: 'holiday', name: '国庆节' },
  { date: '2026-10-10', kind: 'workday', name: '国庆节' },
]);
const MORNING = [{ from: '08:00', to: '12:00', places: 4 }];
const PATTERN: SlotPattern = {
  minutes: 60,
  everyMinutes: 60,
  week: [MORNING, MORNING, MORNING, MORNING, [{ from: '09:00', to: '11:00', places: 2 }], [], []],
  exceptions: [{ from: '2026-12-01', to: '2026-12-02', spans: [], reason: '换系统' }],
  walkInShare: 25,
  placesForOld: 1,
};
const times = (day: string, over: Partial<SlotPattern> = {}, hours: OpeningHours | null = HOURS) => {
  const { slots, why } = slotsOn({ ...PATTERN, ...over }, hours, CALENDAR, day);
  return slots.length ? slots.map(({ minute }) => minute / 60) : why;
};

describe('the times of a day', () => {
  it.each([
    ['where the place is open, each whole', '2026-11-26', [9, 10, 11]],
    ['on a Friday as Friday is', '2026-11-27', [9, 10]],
    ['on a weekend: none', '2026-11-28', '不开门'],
    ['on a holiday: none, with its name', '2026-10-01', '国庆节'],
    ['on a worked Saturday as on Friday', '2026-10-10', [9, 10]],
    ['while the place is closed: none, with its reason', '2026-11-30', '线路检修'],
    ['while the service is: none, with its reason', '2026-12-01', '换系统'],
  ])('%s', (_, day, expected) => expect(times(day)).toEqual(expected));

  it('are none where hours are unknown', () => expect(times('2026-11-26', {}, null)).toBe('开放时间不明，请先打电话'));

  it('leave a share to those who just come, and places to the old', () => {
    const { slots } = slotsOn(PATTERN, HOURS, CALENDAR, '2026-11-26');
    expect(slots[0]).toEqual({ minute: 540, places: 4, bookable: 3, web: 2 });
  });
});

describe('what is left', () => {
  /** A small generator, so that a failure is found again. */
  function random(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
  }

  it('is what a clerk with a sheet of paper says, minute by minute, whatever is booked', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const below = random(seed);
      const places = 1 + below(4);
      const minutes = 5 * (1 + below(12));
      const everyMinutes = 5 * (1 + below(12));
      const span = { from: `0${7 + below(3)}:${below(2) ? '00' : '25'}`, to: `1${1 + below(7)}:30`, places };
      const week = Array.from({ length: 7 }, () => [span]);
      const pattern = { ...PATTERN, minutes, everyMinutes, week, walkInShare: 0, placesForOld: 0 };
      const { slots } = slotsOn(pattern, HOURS, CALENDAR, '2026-11-26');
      const sheet = new Map<number, number>();
      const cells = new Map<number, Taken>();
      for (let tries = 0; tries < 30 && slots.length; tries += 1) {
        const slot = slots[below(slots.length)]!;
        const own = Array.from({ length: minutes }, (_, at) => slot.minute + at);
        const busiest = Math.max(...own.map((minute) => sheet.get(minute) ?? 0));
        expect([seed, leftOnWeb(slot, minutes, cells)]).toEqual([seed, places - busiest]);
        if (busiest === places) continue;
        for (const minute of own) sheet.set(minute, (sheet.get(minute) ?? 0) + 1);
        for (const cell of cellsOf(slot.minute, minutes)) {
          const taken = (cells.get(cell)?.taken ?? 0) + 1;
          cells.set(cell, { taken, web: taken });
        }
      }
      for (const { minute } of slots) {
        const isWithin = (from: number, to: number) => from <= minute && minute + minutes <= to;
        expect([seed, isWithin(510, 720) || isWithin(870, 1050)]).toEqual([seed, true]);
      }
    }
  });
});
