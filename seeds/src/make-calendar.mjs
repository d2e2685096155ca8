/** Writes calendar/calendar-days.ts from the package chinese-days; run again when a year's notice is out. */
import { writeFileSync } from 'node:fs';
import chineseDays from 'chinese-days';

const { getDayDetail } = chineseDays;
const notices = new Map();
for (
  let day = new Date('2021-01-01T00:00:00Z');
  day < new Date('2027-01-01T00:00:00Z');
  day = new Date(day.getTime() + 86_400_000)
) {
  const date = day.toISOString().slice(0, 10);
  const { work, name } = getDayDetail(date);
  const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
  const short = name.split(',').at(1) ?? name;
  // As the notices write it.
  const title = ['清明', '端午', '中秋'].includes(short) ? `${short}节` : short;
  const isNamed = !/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(name);
  const isOff = isNamed && !work;
  if (!isOff && !(isWeekend && work)) continue;
  // New Year's days off in December stand in the notice of the year they usher in.
  const year = Number(date.slice(0, 4)) + (title === '元旦' && date.slice(5, 7) === '12' ? 1 : 0);
  if (!notices.has(year)) notices.set(year, []);
  notices.get(year).push({ date, kind: isOff ? 'holiday' : 'workday', name: isOff ? title : `${title}调休` });
}
const text = [...notices].flatMap(([year, days]) => [
  `  ...byNotice(${year}, [`,
  ...days.map(({ date, kind, name }) => `    { date: '${date}', kind: '${kind}', name: '${name}' },`),
  '  ]),',
]);
writeFileSync(
  new URL('../calendar/calendar-days.ts', import.meta.url),
  `import type { CalendarDay } from '@county/shared/calendar/working-days';

const byNotice = (noticeYear: number, days: Pick<CalendarDay, 'date' | 'kind' | 'name'>[]): CalendarDay[] =>
  days.map((day) => ({ ...day, noticeYear, source: \`国务院办公厅关于\${noticeYear}年部分节假日安排的通知\` }));

/** From the State Council's yearly notices; made by src/make-calendar.mjs. */
export const calendarDays: CalendarDay[] = [
${text.join('\n')}
];
`,
);
