/** Writes calendar/calendar-days.ts from the package chinese-days; run again when a year's notice is out. */
import { writeFileSync } from 'node:fs';
import chineseDays from 'chinese-days';

const { getDayDetail } = chineseDays;
const days = [];
for (
  let day = new Date('2021-01-01T00:00:00Z');
  day < new Date('2027-01-01T00:00:00Z');
  day = new Date(day.getTime() + 86_400_000)
) {
  const date = day.toISOString().slice(0, 10);
  const { work, name } = getDayDetail(date);
  const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
  const title = name.split(',').at(1) ?? name;
  // New Year's days off in December stand in the notice of the year they usher in.
  const year = title === '元旦' && date.slice(5, 7) === '12' ? Number(date.slice(0, 4)) + 1 : date.slice(0, 4);
  const source = `国务院办公厅关于${year}年部分节假日安排的通知`;
  const isNamed = !/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(name);
  if (isNamed && !work) days.push({ date, kind: 'holiday', name: title, source });
  if (isWeekend && work) days.push({ date, kind: 'workday', name: `${title}调休`, source });
}
const text = days.map(
  ({ date, kind, name, source }) => `  { date: '${date}', kind: '${kind}', name: '${name}', source: '${source}' },`,
);
writeFileSync(
  new URL('../calendar/calendar-days.ts', import.meta.url),
  `import type { CalendarDay } from '@county/shared/calendar/working-days';\n\n/** From the State Council's yearly notices; made by src/make-calendar.mjs. */\nexport const calendarDays: CalendarDay[] = [\n${text.join('\n')}\n];\n`,
);
