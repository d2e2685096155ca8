import { lastDayOfMonth, type Day } from '../calendar/day.ts';
import type { DueReading } from './breakdown-preview.ts';

/** Rules P6. A year further than this from the plan's own is for a person to look at. */
const NEAR_YEARS = 2;

const OPEN_ENDED = /长期|持续|常态化|全年/;
const RECURRING = /每(年|季度|季|月|半年|周)/;
const AT_ONCE = /即日起|立即|即时|立行立改|即知即改/;

/** `isYear`: only a year was named, which beside "持续推进" or "全年" is no last day. */
type Found = { year: number | null; day: Day | null; isYear?: boolean };

/** What a due cell means, for a plan of the given year; a doubt says in words what a person should look at. */
export function readDuePhrase(phrase: string, planYear: number): DueReading {
  const text = inDigits(phrase.normalize('NFKC').replace(/\s+/g, ''), planYear);
  const reading = (kind: DueReading['kind'], dueOn: Day | null = null, doubt: string | null = null): DueReading => ({
    phrase,
    kind,
    dueOn,
    doubt,
  });

  if (!text) return reading('unclear', null, '没有写完成时限，请确认');
  if (/同上/.test(text)) return reading('unclear', null, '“同上”没有可沿用的时限，请确认');
  if (RECURRING.test(text)) return reading('recurring');
  const found = daysIn(text, planYear);
  if (OPEN_ENDED.test(text) && found.every(({ isYear }) => isYear)) return reading('open-ended');
  if (AT_ONCE.test(text) && !found.length) return reading('start-only');
  if (found.length > 1) return reading('unclear', null, `“${phrase}”里有几个时间，请选定一个`);
  const [only] = found;
  if (!only) return reading('unclear', null, `看不懂时限“${phrase}”，请选定日期`);
  if (!only.day) return reading('unclear', null, `“${phrase}”不是真实的日期，请改正`);
  if (/\d月(份)?初/.test(text)) return reading('by-day', only.day, `“${phrase}”没有写哪一天，暂按当月最后一天，请选定`);
  if (/\d月(份)?(以)?前/.test(text))
    return reading('by-day', only.day, `“${phrase}”是当月底前还是上月底前？暂按当月最后一天`);
  if (only.year !== null && Math.abs(only.year - planYear) > NEAR_YEARS) {
    return reading('by-day', only.day, `年份 ${only.year} 与计划年度 ${planYear} 相差较远，请核对`);
  }
  return reading('by-day', only.day);
}

/** Chinese months and years told from the plan's own ("次年", "今年") as figures. */
function inDigits(text: string, planYear: number): string {
  return text
    .replace(/(十[一二]?|[一二三四五六七八九])(?=月)/g, (words) => String(MONTHS.indexOf(words) + 1))
    .replace(/元月/g, '1月')
    .replace(/(次|翌|明)年(度)?/g, `${planYear + 1}年`)
    .replace(/(今|本|当)年(度)?/g, `${planYear}年`);
}

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
/** Last day of a part of a month; its last part ends with the month. */
const TENTHS: Record<string, number> = { 上: 10, 中: 20 };

/** Every time word in a phrase, as the last day it allows. */
function daysIn(text: string, planYear: number): Found[] {
  const found: Found[] = [];
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => Found) => {
    text = text.replace(pattern, (...args) => {
      const match = args.slice(0, -2) as unknown as RegExpExecArray;
      found.push(read(match));
      return ' ';
    });
  };
  const yearOf = (digits: string | undefined) => (digits ? Number(digits) : null);
  take(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g, ([, year, month, day]) => ({
    year: Number(year),
    day: realDay(Number(year), Number(month), Number(day)),
  }));
  take(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/g, ([, year, month, day]) => ({
    year: yearOf(year),
    day: realDay(yearOf(year) ?? planYear, Number(month), Number(day)),
  }));
  take(/(?:(\d{4})年)?(\d{1,2})月(?:份)?([上中])旬/g, ([, year, month, part]) => ({
    year: yearOf(year),
    day: realDay(yearOf(year) ?? planYear, Number(month), TENTHS[part!]!),
  }));
  take(/(?:(\d{4})年)?(\d{1,2})月/g, ([, year, month]) => ({
    year: yearOf(year),
    day: monthEnd(yearOf(year) ?? planYear, Number(month)),
  }));
  take(/(?:(\d{4})年)?第?([一二三四1-4])季度/g, ([, year, quarter]) => ({
    year: yearOf(year),
    day: monthEnd(yearOf(year) ?? planYear, ('一二三四'.indexOf(quarter!) + 1 || Number(quarter)) * 3),
  }));
  take(/(?:(\d{4})年)?上半年/g, ([, year]) => ({
    year: yearOf(year),
    day: monthEnd(yearOf(year) ?? planYear, 6),
  }));
  take(/(?:(\d{4})年)?下半年/g, ([, year]) => ({
    year: yearOf(year),
    day: monthEnd(yearOf(year) ?? planYear, 12),
  }));
  take(/(?:(\d{4})年?)?年(?:底|末|内|终)/g, ([, year]) => ({
    year: yearOf(year),
    day: monthEnd(yearOf(year) ?? planYear, 12),
  }));
  take(/(\d{4})年(?!\d)/g, ([, year]) => ({
    year: Number(year),
    day: monthEnd(Number(year), 12),
    isYear: true,
  }));
  return found;
}

function monthEnd(year: number, month: number): Day | null {
  return month >= 1 && month <= 12 ? lastDayOfMonth(year, month) : null;
}

function realDay(year: number, month: number, day: number): Day | null {
  const end = monthEnd(year, month);
  return end && day >= 1 && day <= Number(end.slice(8)) ? `${end.slice(0, 8)}${String(day).padStart(2, '0')}` : null;
}
