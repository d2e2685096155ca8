import type { TimeSpan } from './opening-hours.ts';

/** One piece of hours as people write them, with the words it was read from. */
export type HoursToken = { words: string } & (
  | { kind: 'season'; from: string | null; to: string | null }
  | { kind: 'dates'; from: string; to: string }
  | { kind: 'days'; days: number[] }
  | { kind: 'holidays' }
  | { kind: 'regardless' }
  | { kind: 'span'; span: TimeSpan }
  | { kind: 'closed' }
  | { kind: 'reason'; reason: string }
);

/** Words that are no hours, or hours that cannot be: said to whoever wrote them. */
export class UnreadableHours extends Error {}

const TO = '\\s*(?:至|到|-|–|—|－|~|～)\\s*';
const DAY_NAME = '(?:周|星期|礼拜)';
const DAY_SIGNS = '一二三四五六日';
const CLOCK = '(上午|早上|中午|下午|晚上|晚)?\\s*(\\d{1,2})(?:\\s*[:：]\\s*(\\d{2})|\\s*[点时](?:(半)|(\\d{1,2})分?)?)';

type Reader = (found: RegExpExecArray) => HoursToken;

/** In the order in which they are tried: what begins alike stands with the longer first. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [pattern('不分节假日|节假日(?:照常|不休息?|不变)(?:开放|办理|上班)?|全年无休'), plain('regardless')],
  [pattern('(?:其余|其他|其它)(?:时间|时候)\\s*[:：]?|全年\\s*[:：]?'), allYear],
  [
    pattern(
      `(\\d{4})\\s*[年-](\\d{1,2})[月-](\\d{1,2})日?(?:${TO}(?:(\\d{4})[年-])?(?:(\\d{1,2})[月-])?(\\d{1,2})日?)?`,
    ),
    dates,
  ],
  [pattern(`(\\d{1,2})月(\\d{1,2})日?${TO}(?:次年|第二年)?(\\d{1,2})月(\\d{1,2})日?\\s*[:：]?`), season],
  [pattern('24\\s*小时(?:开放)?|全天(?:开放)?'), roundTheClock],
  [pattern(`${CLOCK}${TO}(次日|第二天|翌日)?\\s*${CLOCK}`), span],
  [pattern(`${DAY_NAME}([${DAY_SIGNS}天])(?:${TO}${DAY_NAME}?([${DAY_SIGNS}天]))?\\s*[:：]?`), weekdays],
  [pattern('(?:每天|每日|天天)\\s*[:：]?'), days(0, 1, 2, 3, 4, 5, 6)],
  [pattern('工作日\\s*[:：]?'), days(0, 1, 2, 3, 4)],
  [pattern('(?:周末|双休日)\\s*[:：]?'), days(5, 6)],
  [pattern('(?:法定)?(?:节假日|节日|假日)(?:值班)?\\s*[:：]?'), plain('holidays')],
  [pattern('(?:休息|不开放?|不开门|不办公|不上班|闭馆|关门|停办|放假)'), plain('closed')],
];

const BETWEEN = /[\s,，、;；。和及逢]+/y;
const WORDS_UP_TO_SIGN = /[^\s,，、;；。（(]+/y;

/** Reads a text into its pieces; throws a fault that quotes what it cannot read. */
export function hoursTokens(text: string): HoursToken[] {
  const tokens: HoursToken[] = [];
  let at = 0;
  while (at < text.length) {
    const gap = matchAt(BETWEEN, text, at);
    if (gap) at += gap[0].length;
    if (at >= text.length) break;
    const token = reasonAt(text, at) ?? tokenAt(text, at);
    if (!token) {
      const strange = matchAt(WORDS_UP_TO_SIGN, text, at)?.[0] ?? text.slice(at, at + 1);
      throw new UnreadableHours(`看不懂“${strange.slice(0, 20)}”`);
    }
    tokens.push(token);
    at += token.words.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): HoursToken | undefined {
  for (const [sign, read] of READERS) {
    const found = matchAt(sign, text, at);
    if (found) return read(found);
  }
  return undefined;
}

/** Words in brackets, with the brackets within them. */
function reasonAt(text: string, at: number): HoursToken | undefined {
  if (!/[（(]/.test(text.charAt(at))) return undefined;
  let depth = 0;
  for (let end = at; end < text.length; end += 1) {
    const sign = text.charAt(end);
    if (/[（(]/.test(sign)) depth += 1;
    if (/[）)]/.test(sign)) depth -= 1;
    if (depth === 0) {
      const words = text.slice(at, end + 1);
      return { kind: 'reason', words, reason: words.slice(1, -1).trim() };
    }
  }
  throw new UnreadableHours(`“${text.slice(at, at + 12)}”的括号没有写完`);
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'y');
}

function matchAt(sign: RegExp, text: string, at: number): RegExpExecArray | null {
  sign.lastIndex = at;
  return sign.exec(text);
}

function plain(kind: 'regardless' | 'holidays' | 'closed'): Reader {
  return ([words]) => ({ kind, words });
}

function days(...which: number[]): Reader {
  return ([words]) => ({ kind: 'days', words, days: which });
}

function allYear([words]: RegExpExecArray): HoursToken {
  return { kind: 'season', words, from: null, to: null };
}

function season([words, month, day, lastMonth, lastDay]: RegExpExecArray): HoursToken {
  return { kind: 'season', words, from: monthDay(month!, day!, words), to: monthDay(lastMonth!, lastDay!, words) };
}

function monthDay(month: string, day: string, words: string): string {
  return dayOfYear('2024', month, day, words).slice(5);
}

function dates([words, year, month, day, lastYear, lastMonth, lastDay]: RegExpExecArray): HoursToken {
  const from = dayOfYear(year!, month!, day!, words);
  const to = lastDay ? dayOfYear(lastYear ?? year!, lastMonth ?? month!, lastDay, words) : from;
  return { kind: 'dates', words, from, to };
}

function dayOfYear(year: string, month: string, day: string, words: string): string {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(written);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written)
    throw new UnreadableHours(`“${words.trim()}”里没有这一天`);
  return written;
}

function weekdays([words, first, last]: RegExpExecArray): HoursToken {
  const from = dayNumber(first!);
  const to = last ? dayNumber(last) : from;
  if (to < from) throw new UnreadableHours(`“${words.trim()}”的先后不对，请从周一往后写`);
  return { kind: 'days', words, days: Array.from({ length: to - from + 1 }, (_, step) => from + step) };
}

function dayNumber(sign: string): number {
  return DAY_SIGNS.indexOf(sign === '天' ? '日' : sign);
}

function roundTheClock([words]: RegExpExecArray): HoursToken {
  return { kind: 'span', words, span: { from: '00:00', to: '24:00' } };
}

function span(found: RegExpExecArray): HoursToken {
  const [words] = found;
  const from = clock(found.slice(1, 6), undefined, words);
  const to = clock(found.slice(7, 12), found[1], words);
  const isNextDay = found[6] !== undefined;
  if (to <= from && !isNextDay)
    throw new UnreadableHours(`“${words.trim()}”的结束不在开始之后；跨夜的请写“次日”，如 20:00-次日2:00`);
  if (to > from && isNextDay) throw new UnreadableHours(`“${words.trim()}”超过了 24 小时`);
  return { kind: 'span', words, span: { from, to } };
}

/** `part` of the day, hour, minutes, 半, minutes after 点. In 下午2:00-5:00 the last is of the afternoon too. */
function clock(
  [part, hour, minutes, half, spoken]: (string | undefined)[],
  before: string | undefined,
  words: string,
): string {
  const isLate = /下午|晚/.test(part ?? before ?? '');
  const hours = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0);
  const minute = half ? 30 : Number(minutes ?? spoken ?? 0);
  if (hours > 24 || minute > 59 || (hours === 24 && minute > 0))
    throw new UnreadableHours(`“${words.trim()}”里没有这个时间`);
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
