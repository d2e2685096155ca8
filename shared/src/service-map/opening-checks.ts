import {
  DAY_MINUTES,
  inOrder,
  isWithin,
  minutesOfSpan,
  monthDayInWords,
  seasonInWords,
  spanInWords,
  WEEKDAY_NAMES,
} from './clock-span.ts';

/** The shape of OpeningHours, which is checked by this while it is being read. */
interface Span {
  from: string;
  to: string;
}
interface Season {
  from: string | null;
  to: string | null;
  week: Span[][];
}
interface Hours {
  seasons: Season[];
  calendar: 'working-days' | 'every-week';
  holidays: Span[];
  exceptions: { from: string; to: string; spans: Span[] }[];
}

export interface HoursFault {
  path: (string | number)[];
  message: string;
}

/** Every day that any year may have; with 29 February. */
const DAYS_OF_YEAR = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10),
);

/** What contradicts itself in written hours, each with the day it is about; none when all is well. */
export function checkHours(hours: Hours): HoursFault[] {
  const { seasons, holidays, exceptions } = hours;
  const faults = [
    ...seasons.flatMap(({ week }, at) => faultsOfWeek(week, ['seasons', at, 'week'])),
    ...faultsOfSeasons(seasons),
    ...faultsOfSpans(holidays, '节假日值班', ['holidays']),
    ...exceptions.flatMap(({ spans }, at) =>
      faultsOfSpans(spans, `第 ${at + 1} 条临时变动`, ['exceptions', at, 'spans']),
    ),
  ];
  exceptions.forEach(({ from, to }, at) => {
    if (to < from)
      faults.push({
        path: ['exceptions', at, 'to'],
        message: `第 ${at + 1} 条临时变动的截止日期 ${to} 早于起始日期 ${from}`,
      });
  });
  if (hours.calendar === 'every-week' && holidays.length > 0)
    faults.push({ path: ['holidays'], message: '选了“不分节假日”，就不用再写节假日值班时间，请删去其中一个' });
  return faults;
}

function faultsOfWeek(week: Span[][], path: HoursFault['path']): HoursFault[] {
  const faults = week.flatMap((spans, day) => faultsOfSpans(spans, WEEKDAY_NAMES[day] ?? '', [...path, day]));
  week.forEach((spans, day) => {
    const next = (day + 1) % 7;
    const last = latest(spans);
    const first = inOrder(week[next] ?? [])[0];
    if (last && first && minutesOfSpan(last).to - DAY_MINUTES > minutesOfSpan(first).from)
      faults.push({
        path: [...path, next],
        message: `${WEEKDAY_NAMES[day]}的 ${spanInWords(last)} 和${WEEKDAY_NAMES[next]}的 ${spanInWords(first)} 重叠`,
      });
  });
  return faults;
}

function latest(spans: Span[]): Span | undefined {
  return [...spans].sort((one, other) => minutesOfSpan(other).to - minutesOfSpan(one).to)[0];
}

/** Touching spans (8:00–12:00, 12:00–17:00) are no fault: they are one. */
function faultsOfSpans(spans: Span[], ofWhat: string, path: HoursFault['path']): HoursFault[] {
  const late = spans.filter(({ from }) => from === '24:00');
  if (late.length > 0) return [{ path, message: `${ofWhat}的开门时间不能是 24:00，零点请写 00:00` }];
  const ordered = inOrder(spans);
  return ordered.flatMap((span, at) => {
    const before = ordered[at - 1];
    if (!before || minutesOfSpan(before).to <= minutesOfSpan(span).from) return [];
    return [{ path, message: `${ofWhat}的 ${spanInWords(before)} 和 ${spanInWords(span)} 重叠，请改正其中一段` }];
  });
}

function faultsOfSeasons(seasons: Season[]): HoursFault[] {
  const faults = seasons.flatMap((season, at) => faultsOfDates(season, ['seasons', at]));
  if (faults.length > 0) return faults;
  const dated = seasons.flatMap(({ from, to }, at) => (from !== null && to !== null ? [{ from, to, at }] : []));
  dated.forEach((season, at) => {
    for (const other of dated.slice(0, at)) {
      const both = DAYS_OF_YEAR.find((day) => isWithin(season, day) && isWithin(other, day));
      if (both)
        faults.push({
          path: ['seasons', season.at, 'from'],
          message: `${seasonInWords(other)} 和 ${seasonInWords(season)} 重叠（${monthDayInWords(both)}），请改正季节的起止`,
        });
    }
  });
  const wholeYear = seasons.length - dated.length;
  if (wholeYear > 1) faults.push({ path: ['seasons'], message: '“全年”的时间写了两次，请只留一次' });
  const bare = wholeYear > 0 ? undefined : DAYS_OF_YEAR.find((day) => !dated.some((season) => isWithin(season, day)));
  if (bare)
    faults.push({
      path: ['seasons'],
      message: `${monthDayInWords(bare)}不在任何一季里，请加上“全年”的时间，或把季节写满一年`,
    });
  return faults;
}

function faultsOfDates({ from, to }: Season, path: HoursFault['path']): HoursFault[] {
  if ((from === null) !== (to === null))
    return [{ path: [...path, from === null ? 'from' : 'to'], message: '季节的起、止要都写，全年就都不写' }];
  const sides = [
    ['from', from],
    ['to', to],
  ] as const;
  return sides.flatMap(([side, day]) =>
    day === null || DAYS_OF_YEAR.includes(day)
      ? []
      : [{ path: [...path, side], message: `没有 ${monthDayInWords(day)} 这一天，请改正季节的起止` }],
  );
}
