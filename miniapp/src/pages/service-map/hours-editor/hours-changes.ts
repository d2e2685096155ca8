import type { DaySpans, OpeningHours, OpeningSeason } from '@county/shared/service-map/opening-hours';

/** What most offices keep; a person changes what is otherwise. */
export const USUAL_DAY: DaySpans = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '17:30' },
];

const WORKING_DAYS = [0, 1, 2, 3, 4];

export function blankHours(): OpeningHours {
  const week = Array.from({ length: 7 }, (): DaySpans => []);
  return { seasons: [{ from: null, to: null, week }], calendar: 'working-days', holidays: [], exceptions: [] };
}

/** The season that is whole-year hours until now becomes “else”; the new one begins as a copy of its week. */
export function otherSeason({ seasons }: OpeningHours): OpeningSeason {
  return { from: '05-01', to: '09-30', week: seasons[0]?.week ?? [] };
}

export function withSeason(hours: OpeningHours, at: number, season: OpeningSeason): OpeningHours {
  return { ...hours, seasons: hours.seasons.map((one, other) => (other === at ? season : one)) };
}

/** The week with the day's hours, and with the same on every working day if so wished. */
export function withDay(
  week: OpeningSeason['week'],
  day: number,
  spans: DaySpans,
  alsoOn: readonly number[] = [],
): OpeningSeason['week'] {
  return week.map((before, other) => (other === day || alsoOn.includes(other) ? spans : before));
}

export const onWorkingDays = WORKING_DAYS;
export const onEveryDay = [...WORKING_DAYS, 5, 6];
