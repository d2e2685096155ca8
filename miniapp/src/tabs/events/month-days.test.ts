import { describe, expect, it } from '@jest/globals';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';
import { monthAfter, monthInWords } from '@county/shared/calendar/day';
import { eventsByDay, weeksOf } from './month-days.ts';

const event = (id: string, ...days: string[]) =>
  ({
    id,
    sessions: days.map((day) => ({ key: day, name: '', day, from: '09:00', to: '11:00' })),
  }) as PublicEventSummary;

describe('a month of events', () => {
  it('begins its weeks on Monday and holds every day once', () => {
    const weeks = weeksOf('2026-12');
    expect(weeks[0]).toEqual([
      null,
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-06',
    ]);
    expect(weeks.flat().filter(Boolean)).toHaveLength(31);
    expect(weeks.at(-1)).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', null, null, null]);
    expect(weeksOf('2027-02')).toHaveLength(4);
  });

  it('goes over the year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    expect(monthInWords('2026-03')).toBe('2026年3月');
  });

  it('shows an event on each of its days within the month, days in their order', () => {
    const week = event('开放周', '2026-12-01', '2026-12-01', '2026-11-30', '2026-12-02');
    const byDay = eventsByDay('2026-12', [event('议事会', '2026-12-02'), week]);
    expect(byDay.map(([day, events]) => [day, events.map(({ id }) => id)])).toEqual([
      ['2026-12-01', ['开放周']],
      ['2026-12-02', ['议事会', '开放周']],
    ]);
  });
});
