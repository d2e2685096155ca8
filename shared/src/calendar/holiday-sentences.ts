import { addDays, weekday, type Day } from './day.ts';
import type { NoticeDay } from './calendar-year.ts';
import { yearOf } from './working-days.ts';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** How a day worked for a holiday is named after it. */
export const MADE_UP = '调休';

/** One holiday as its notice writes it: `元旦` · `1月1日（周四）至3日（周六）放假，共3天。1月4日（周日）上班。` */
export interface HolidaySentence {
  name: string;
  words: string;
}

/** A year's days in the notice's own sentences, holiday by holiday. */
export function holidaySentences(noticeYear: number, days: readonly NoticeDay[]): HolidaySentence[] {
  const groups = new Map<string, NoticeDay[]>();
  for (const day of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const name = holidayOf(day);
    groups.set(name, [...(groups.get(name) ?? []), day]);
  }
  // By the first day off: what is worked for a holiday may come before the holiday that precedes it.
  const first = (own: readonly NoticeDay[]) => (own.find(({ kind }) => kind === 'holiday') ?? own[0]!).date;
  return [...groups]
    .sort(([, a], [, b]) => (first(a) < first(b) ? -1 : 1))
    .map(([name, own]) => ({ name, words: sentenceOf(noticeYear, own) }));
}

function holidayOf({ name, kind }: NoticeDay): string {
  return kind === 'workday' && name.endsWith(MADE_UP) && name !== MADE_UP ? name.slice(0, -MADE_UP.length) : name;
}

function sentenceOf(noticeYear: number, days: readonly NoticeDay[]): string {
  const off = days.filter(({ kind }) => kind === 'holiday').map(({ date }) => date);
  const worked = days.filter(({ kind }) => kind === 'workday').map(({ date }) => date);
  const spans = spansOf(off).map(([from, to]) => spanInWords(noticeYear, from, to));
  return [
    off.length ? `${spans.join('、')}放假，共${off.length}天。` : '',
    worked.length ? `${worked.map((day) => oneInWords(noticeYear, day)).join('、')}上班。` : '',
  ].join('');
}

/** Days that follow one another, as first and last. */
function spansOf(days: readonly Day[]): [Day, Day][] {
  const spans: [Day, Day][] = [];
  for (const day of days) {
    const last = spans[spans.length - 1];
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else spans.push([day, day]);
  }
  return spans;
}

function spanInWords(noticeYear: number, from: Day, to: Day): string {
  const first = oneInWords(noticeYear, from);
  if (from === to) return first;
  // The year is said again only where it changes within the span.
  const year = yearOf(from) === yearOf(to) ? '' : `${yearOf(to)}年`;
  const month = from.slice(0, 7) === to.slice(0, 7) ? '' : `${Number(to.slice(5, 7))}月`;
  return `${first}至${year}${month}${Number(to.slice(8))}日（${WEEKDAYS[weekday(to)]}）`;
}

function oneInWords(noticeYear: number, day: Day): string {
  const year = yearOf(day) === noticeYear ? '' : `${yearOf(day)}年`;
  return `${year}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（${WEEKDAYS[weekday(day)]}）`;
}
