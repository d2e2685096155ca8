import type { DaySpans, OpeningException, OpeningHours, OpeningSeason } from '@county/shared/service-map/opening-hours';

/** `08:30-12:00 14:00-17:30` as spans; nothing: closed. */
export function spans(words: string): DaySpans {
  return words
    .split(' ')
    .filter(Boolean)
    .map((span) => {
      const [from = '', to = ''] = span.split('-');
      return { from, to };
    });
}

function week(weekday: string, saturday = '', sunday = ''): DaySpans[] {
  return [...Array.from({ length: 5 }, () => spans(weekday)), spans(saturday), spans(sunday)];
}

const allYear = (...days: Parameters<typeof week>): OpeningSeason => ({ from: null, to: null, week: week(...days) });
/** 夏令时, from Labour Day to the end of September. */
const summer = (...days: Parameters<typeof week>): OpeningSeason => ({
  from: '05-01',
  to: '09-30',
  week: week(...days),
});

const onWorkingDays = (seasons: OpeningSeason[], holidays = ''): OpeningHours => ({
  seasons,
  calendar: 'working-days',
  holidays: spans(holidays),
  exceptions: [],
});
const everyWeek = (season: OpeningSeason): OpeningHours => ({
  seasons: [season],
  calendar: 'every-week',
  holidays: [],
  exceptions: [],
});

/** The ways in which the county's points keep open. */
export const KEPT = {
  /** Offices: a lunch break, and a later afternoon in summer. */
  office: onWorkingDays([allYear('08:30-12:00 14:00-17:30'), summer('08:30-12:00 14:30-18:00')]),
  /** The county's hall: no lunch break, and Saturday mornings. */
  hall: onWorkingDays([allYear('09:00-17:00', '09:00-12:00')]),
  /** A window of the hall whose reckoning closes earlier and not on Saturdays. */
  hallEarly: onWorkingDays([allYear('09:00-12:00 13:00-16:30')]),
  /** A township's centre with somebody there on public holidays. */
  holidayDuty: onWorkingDays([allYear('08:30-12:00 14:00-17:30'), summer('08:30-12:00 14:30-18:00')], '09:00-11:30'),
  /** A township's centre that is open on Saturday mornings besides. */
  saturdayMorning: onWorkingDays([
    allYear('08:30-12:00 14:00-17:30', '09:00-12:00'),
    summer('08:30-12:00 14:30-18:00', '09:00-12:00'),
  ]),
  /** A community in town, for those who come after work. */
  afterWork: onWorkingDays([allYear('09:00-12:00 14:00-19:30', '09:00-12:00')]),
  /** A village that starts early and rests at noon. */
  earlyVillage: onWorkingDays([allYear('08:00-11:30 14:30-17:30')]),
  morningsOnly: onWorkingDays([allYear('08:30-12:00')]),
  /** In the mountains: later in winter, which passes New Year. */
  mountainVillage: onWorkingDays([
    allYear('08:30-12:00 14:00-17:30'),
    { from: '11-15', to: '02-29', week: week('09:30-12:00 13:30-16:30') },
  ]),
  /** Somebody is there every day of the year. */
  everyDay: everyWeek(allYear('08:30-12:00 14:00-17:00', '08:30-12:00 14:00-17:00', '09:00-11:30')),
  library: everyWeek(allYear('09:00-18:00', '09:00-20:00', '09:00-20:00')),
  archive: onWorkingDays([allYear('09:00-11:30 14:00-17:00')]),
  roundTheClock: everyWeek(allYear('00:00-24:00', '00:00-24:00', '00:00-24:00')),
  /** With the last coaches: past midnight. */
  coachStation: everyWeek(allYear('17:30-01:00', '17:30-01:00', '17:30-01:00')),
  shopHours: everyWeek(allYear('07:00-22:00', '07:00-22:00', '07:00-22:00')),
} as const satisfies Record<string, OpeningHours>;

/** The same hours, but for some days. */
export function withExceptions(hours: OpeningHours, ...exceptions: OpeningException[]): OpeningHours {
  return { ...hours, exceptions };
}
