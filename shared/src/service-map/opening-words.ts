import { addDays, daysBetween, shanghaiDay, shanghaiTime, type Day } from '../calendar/day.ts';
import { PROVISIONAL_WORDS } from '../calendar/working-days.ts';
import { clockInWords, monthDayInWords, WEEKDAY_NAMES } from './clock-span.ts';
import { indexOf } from './opening-days.ts';
import type { OpeningState } from './opening-state.ts';

export const HOURS_UNKNOWN_WORDS = '时间未登记，请先打电话';

type Open = Extract<OpeningState, { kind: 'open' }>;
type Closed = Extract<OpeningState, { kind: 'closed' }>;

/** Who is still on the way should know. */
const SOON = 30 * 60_000;

/** Said on a point's page: `现在开着，12:00 午休，14:30 再开`, `今天不开，周四（12月3日）8:30 开门`. */
export function openingWords(state: OpeningState, at: string): string {
  if (state.kind === 'unknown') return HOURS_UNKNOWN_WORDS;
  const words =
    state.kind === 'open' ? openInWords(state, at) : state.kind === 'closed' ? closedInWords(state, at) : '24 小时开放';
  return state.provisional ? `${words}（${PROVISIONAL_WORDS}）` : words;
}

/** The same for the row of a list, as short as it can be: `开着，12:00 午休`, `关着，周四 8:30 开门`. */
export function openingTag(state: OpeningState, at: string): string {
  if (state.kind === 'unknown') return '时间未登记';
  if (state.kind === 'round-the-clock') return '24 小时开放';
  if (state.kind === 'open')
    return `${closesSoon(state, at) ? '快关了' : '开着'}，${closingMoment(state, at)} ${state.isLunchNext ? '午休' : '关门'}`;
  const opening = state.opensAt ? `${shortMoment(state.opensAt, at)} 开门` : '请先打电话';
  const doubt = state.provisional ? '（暂定）' : '';
  return `${TAGS[state.reason]}，${opening}${doubt}`;
}

const TAGS = {
  lunch: '午休',
  break: '关着',
  before: '关着',
  after: '关着',
  'day-off': '关着',
  holiday: '放假',
  exception: '停开',
} as const satisfies Record<Closed['reason'], string>;

function openInWords(state: Open, at: string): string {
  const closing = `${closingMoment(state, at)} ${state.isLunchNext ? '午休' : '关门'}`;
  const opening = state.opensAgainAt ? `，${momentInWords(state.opensAgainAt, at)} 再开` : '';
  const now = !closesSoon(state, at) ? '现在开着' : state.isLunchNext ? '快午休了' : '快关门了';
  return `${now}，${closing}${opening}`;
}

function closedInWords(state: Closed, at: string): string {
  const opening = state.opensAt ? `${momentInWords(state.opensAt, at)} 开门` : '什么时候再开没有登记，请先打电话';
  return `${whyClosed(state)}，${opening}`;
}

function whyClosed({ reason, why }: Closed): string {
  switch (reason) {
    case 'lunch':
      return '午休关门';
    case 'break':
      return '暂时关门';
    case 'before':
      return '还没开门';
    case 'after':
      return '已关门';
    case 'day-off':
      return '今天不开';
    case 'holiday':
      return why ? `今天${why}放假` : '今天节假日休息';
    case 'exception':
      return why ? `今天不开（${why}）` : '今天不开';
  }
}

function closesSoon({ closesAt }: Open, at: string): boolean {
  return Date.parse(closesAt) - Date.parse(at) <= SOON;
}

/** Midnight ends a day rather than beginning the next. */
function closingMoment({ closesAt }: Open, at: string): string {
  const day = shanghaiDay(closesAt);
  if (shanghaiTime(closesAt) !== '00:00') return momentInWords(closesAt, at);
  return `${dayPrefix(addDays(day, -1), shanghaiDay(at))}24:00`;
}

/** `8:30` today, `明天 8:30`, `周四（12月3日）8:30`, `2027年1月4日（周一）8:30`. */
export function momentInWords(instant: string, at: string): string {
  return `${dayPrefix(shanghaiDay(instant), shanghaiDay(at))}${clockInWords(shanghaiTime(instant))}`;
}

function dayPrefix(day: Day, today: Day): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return '';
  if (ahead === 1) return '明天 ';
  const [name, date] = [weekdayName(day), dateWithin(day, today)];
  return ahead < 7 ? `${name}（${date}）` : `${date}（${name}）`;
}

function shortMoment(instant: string, at: string): string {
  const [day, today] = [shanghaiDay(instant), shanghaiDay(at)];
  const ahead = daysBetween(today, day);
  const time = clockInWords(shanghaiTime(instant));
  if (ahead === 0) return time;
  if (ahead === 1) return `明天 ${time}`;
  return ahead < 7 ? `${weekdayName(day)} ${time}` : dateWithin(day, today);
}

export function weekdayName(day: Day): string {
  return WEEKDAY_NAMES[indexOf(day)] ?? '';
}

/** `12月3日`, with the year in front when it is not that of `today`. */
export function dateWithin(day: Day, today: Day): string {
  const date = monthDayInWords(day.slice(5));
  return day.slice(0, 4) === today.slice(0, 4) ? date : `${day.slice(0, 4)}年${date}`;
}
