import { isPlannable, lastDayOfMonth, type Day } from '../../calendar/day.ts';
import type { DueReading } from './breakdown-preview.ts';

/** Rules P6. A year further than this from the plan's own is for a person to look at. */
const NEAR_YEARS = 2;

const OPEN_ENDED = /长期|持续|常态化|全年|常年|经常性|日常/;
const RECURRING = /每(年|季度|季|月|半年|周|日|天|半月|[两二三]个?月|学期)|按(季度?|月)|逐[年季月]/;
const AT_ONCE = /即日起|立即|即时|立行立改|即知即改|马上/;
/** "6月起", "7月1日之后": a start. "6月起草" and "6月30日起至…" are none. */
const STARTS = /(?:\d年|月份?|[日号])(?:起(?![草步动至到])|[之以]后)/;
/** A cell that says there is nothing to say: "/", "—", "无". */
const NOTHING = /^(?:无|[-—–―/\\]*)$/;

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

  if (NOTHING.test(text)) return reading('unclear', null, '没有写完成时限，请确认');
  if (/同上/.test(text)) return reading('unclear', null, '“同上”没有可沿用的时限，请确认');
  const { found, rest } = daysIn(text, planYear);
  const several = reading('unclear', null, `“${phrase}”里有几个时间，请选定一个`);
  if (RECURRING.test(text)) return hasDayBesides(text, planYear) ? several : reading('recurring');
  if (OPEN_ENDED.test(text) && found.every(({ isYear }) => isYear)) return reading('open-ended');
  if (AT_ONCE.test(text) && !found.length) return reading('start-only');
  const [only] = found;
  if (found.length > 1 || (only && LEFT_OVER.test(rest))) return several;
  if (!only) return reading('unclear', null, `看不懂时限“${phrase}”，请选定日期`);
  if (!only.day) return reading('unclear', null, `“${phrase}”不是真实的日期，请改正`);
  if (!isPlannable(only.day)) return reading('unclear', null, `“${phrase}”的年份不对，请选定日期`);
  if (STARTS.test(text)) return reading('start-only');
  return reading('by-day', only.day, doubtOf(text, rest, only, { phrase, planYear }));
}

/** What a person should look at although a day was found. */
function doubtOf(
  text: string,
  rest: string,
  { year, isYear }: Found,
  { phrase, planYear }: { phrase: string; planYear: number },
): string | null {
  if (isYear && /[前初中后节期]/.test(rest)) return `“${phrase}”没有写明哪一天，暂按当年最后一天，请选定`;
  if (/^\d{4}\.1$/.test(text)) return `“${phrase}”是 1 月还是 10 月？表格软件会省去末尾的 0，请核对`;
  if (/\d月(份)?(初|中(?!上?下?旬))/.test(text)) return `“${phrase}”没有写哪一天，暂按当月最后一天，请选定`;
  if (/\d月(份)?[之以]?前/.test(text)) return `“${phrase}”是当月底前还是上月底前？暂按当月最后一天`;
  if (year !== null && Math.abs(year - planYear) > NEAR_YEARS)
    return `年份 ${year} 与计划年度 ${planYear} 相差较远，请核对`;
  return null;
}

/** "12月底前，每季度报送": a day that is not a part of what comes again and again ("每年12月"). */
function hasDayBesides(text: string, planYear: number): boolean {
  return text
    .split(/[,;。()]/)
    .map((clause) => clause.slice(0, RECURRING.exec(clause)?.index))
    .some((before) => daysIn(before, planYear).found.some(({ isYear }) => !isYear));
}

/** Chinese figures, two-digit years, and years told from the plan's own ("次年", "今年") as digits. */
function inDigits(text: string, planYear: number): string {
  return text
    .replace(/[二2][〇○零0][一二三四五六七八九〇○零\d]{2}(?=年)/g, (signs) =>
      [...signs].map((sign) => ('〇○零'.includes(sign) ? '0' : String(ONES.indexOf(sign) + 1 || sign))).join(''),
    )
    .replace(/([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])/g, figureOf)
    .replace(/元月/g, '1月')
    .replace(/(^|[^\d年])(\d\d)年(?=\d{1,2}月|年?[底末])/g, '$120$2年')
    .replace(/(次|翌|明)年(度)?/g, `${planYear + 1}年`)
    .replace(/(今|本|当)年(度)?/g, `${planYear}年`);
}

const ONES = '一二三四五六七八九';

/** "二十四" as "24". */
function figureOf(words: string): string {
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['无', words];
  const count = tens === '无' ? 0 : tens ? ONES.indexOf(tens) + 1 : 1;
  return String(count * 10 + ONES.indexOf(ones || '无') + 1);
}

/** Last day of a part of a month; its last part ends with the month. */
const TENTHS: Record<string, number> = { 上: 10, 中: 20 };

/** What is left when a time was only half read: "1- " of "1-6月", " 至20日" of "6月10日至20日". */
const LEFT_OVER = /[\d一二三四][-—–~至到、,和/]? |\d[-—–~至到]\d|\d[日号月]/;

/** Every time word in a phrase, as the last day it allows, and what is left of the phrase without them. */
function daysIn(text: string, planYear: number): { found: Found[]; rest: string } {
  const found: Found[] = [];
  let rest = text;
  for (const [pattern, read] of TIME_WORDS) {
    rest = rest.replace(pattern, (...match: (string | undefined)[]) => {
      const year = match[1] ? Number(match[1]) : null;
      found.push({ year, ...read(year ?? planYear, match[2] ?? '', match[3] ?? '') });
      return ' ';
    });
  }
  return { found, rest };
}

type TimeWord = [RegExp, (year: number, second: string, third: string) => Omit<Found, 'year'>];

const dayWord = (pattern: RegExp): TimeWord => [
  pattern,
  (year, month, day) => ({ day: realDay(year, Number(month), Number(day)) }),
];
const monthWord = (pattern: RegExp): TimeWord => [pattern, (year, month) => ({ day: monthEnd(year, Number(month)) })];

/** The longer ones first; the year stands in the first group. */
const TIME_WORDS: readonly TimeWord[] = [
  dayWord(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d月])[日号]?/g),
  dayWord(/(\d{4})年(\d{1,2})\.(\d{1,2})(?![\d月])[日号]?/g),
  dayWord(/(20\d\d)(\d\d)(\d\d)(?!\d)/g),
  dayWord(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?:[日号]|(?=$|[之以]?前|底|[,;。)]))/g),
  [
    /(?:(\d{4})年)?(\d{1,2})月(?:份)?上?([上中])旬/g,
    (year, month, part) => ({ day: realDay(year, Number(month), TENTHS[part]!) }),
  ],
  monthWord(/(?:(\d{4})[年\-/.])?(\d{1,2})月/g),
  monthWord(/(20\d\d)[-/.](\d{1,2})(?![\d年])/g),
  [
    /(?:(\d{4})年?)?[第前]?([一二三四1-4])季度/g,
    (year, quarter) => ({ day: monthEnd(year, (ONES.indexOf(quarter) + 1 || Number(quarter)) * 3) }),
  ],
  [/(?:(\d{4})年?)?([上下])半年/g, (year, half) => ({ day: monthEnd(year, half === '上' ? 6 : 12) })],
  [/(?:(\d{4})年?)?年度?(?:底|末|内|终)/g, (year) => ({ day: monthEnd(year, 12) })],
  [/(\d{4})年(?!\d)/g, (year) => ({ day: monthEnd(year, 12), isYear: true })],
];

function monthEnd(year: number, month: number): Day | null {
  return month >= 1 && month <= 12 ? lastDayOfMonth(year, month) : null;
}

function realDay(year: number, month: number, day: number): Day | null {
  const end = monthEnd(year, month);
  return end && day >= 1 && day <= Number(end.slice(8)) ? `${end.slice(0, 8)}${String(day).padStart(2, '0')}` : null;
}

/** The words of time before 完成, 办结 and the like; undefined when there are none. */
export function dueBeforeDone(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return /((?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}[日号])?|[第上下]?[一二三四]季度|[上下]半年|年)(?:底|末)?[之以]?前)(?:全面|基本|全部)?(?:完成|办结|落实|建成|整改到位)/.exec(
    plain,
  )?.[1];
}
