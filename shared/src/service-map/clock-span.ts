/** A span of wall-clock times as it is written, `08:30` to `12:00`. */
interface Span {
  readonly from: string;
  readonly to: string;
}

export const DAY_MINUTES = 1440;

/** Minutes from the start of the day; `24:00` is 1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** From and to in minutes of the day on which it begins; beyond 1440 where it ends on the following day. */
export function minutesOfSpan({ from, to }: Span): { from: number; to: number } {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  return { from: begin, to: end > begin ? end : end + DAY_MINUTES };
}

/** `8:30`, as people say it. */
export function clockInWords(time: string): string {
  return time.startsWith('0') ? time.slice(1) : time;
}

/** `8:30–12:00`, `20:00–次日 2:00`, `24 小时`. */
export function spanInWords(span: Span): string {
  const { from, to } = minutesOfSpan(span);
  if (from === 0 && to === DAY_MINUTES) return '24 小时';
  return `${clockInWords(span.from)}–${to > DAY_MINUTES ? '次日 ' : ''}${clockInWords(span.to)}`;
}

/** The spans of a day in their order, or 不开. */
export function spansInWords(spans: readonly Span[]): string {
  if (spans.length === 0) return '不开';
  return inOrder(spans).map(spanInWords).join('，');
}

export function inOrder<S extends Span>(spans: readonly S[]): S[] {
  return [...spans].sort((one, other) => minutesOf(one.from) - minutesOf(other.from));
}

export const WEEKDAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** `5月1日` of `05-01`. */
export function monthDayInWords(monthDay: string): string {
  return `${Number(monthDay.slice(0, 2))}月${Number(monthDay.slice(3))}日`;
}

/** `5月1日至9月30日`, `11月1日至次年3月31日`. */
export function seasonInWords({ from, to }: Span): string {
  return `${monthDayInWords(from)}至${to < from ? '次年' : ''}${monthDayInWords(to)}`;
}

/** Whether a day of any year, `05-01`, lies in a season; a season may pass New Year. */
export function isWithin(season: Span, monthDay: string): boolean {
  const { from, to } = season;
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}
