import { dayInWords, type Day } from '../calendar/day.ts';
import type { BookingState, BookingVia, BookingView } from './booking.ts';

export const BOOKING_STATE_LABELS = {
  held: '正在填写',
  booked: '约好了',
  arrived: '已到场',
  called: '已叫号',
  serving: '正在办理',
  done: '办完了',
  'no-show': '没有来',
  cancelled: '已取消',
} as const satisfies Record<BookingState, string>;

export const BOOKING_VIA_LABELS = {
  web: '网上',
  wechat: '微信',
  'village-staff': '村（社区）代约',
  phone: '电话预约',
  counter: '现场预约',
  extra: '加号',
  'walk-in': '现场取号',
} as const satisfies Record<BookingVia, string>;

/** How it stands for whoever made it: 约好了 holds until its time is closed, or over. */
export function bookingStateInWords(
  { state, day, brokenBy }: Pick<BookingView, 'state' | 'day' | 'brokenBy'>,
  today: Day,
): string {
  if (state !== 'booked') return BOOKING_STATE_LABELS[state];
  if (day < today) return '已经过去';
  return brokenBy ? '停办，等改期' : BOOKING_STATE_LABELS.booked;
}

/** Said before a name and a phone are asked for (个人信息保护法 17), with the time this county has set. */
export function personalDataNotice(keepMonths: number | undefined): string {
  const until = keepMonths ? `办完 ${keepMonths} 个月后` : '办完后到期';
  return `只用姓名和手机号办这次预约：核对是您本人、时间有变动时通知您。只有服务点的工作人员能看到，${until}自动删除。`;
}

/** `9:05`, of a minute of the day. */
export function clockOf(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** `11月30日 周一 9:30`. */
export function timeInWords(day: Day, minute: number): string {
  return `${dayInWords(day, day)} ${clockOf(minute)}`;
}

/** `30 分钟`, `2 小时`, `1 小时 30 分钟`, `3 天`. */
export function minutesInWords(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return `${minutes / 1440} 天`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} 小时`, (rest || !hours) && `${rest} 分钟`].filter(Boolean).join(' ');
}

/** What whoever was a moment too late is told, with what is still free. */
export function justTaken(next: readonly { day: Day; minute: number }[]): string {
  if (!next.length) return '刚刚被约走了，近几天没有空位了；可以换一个服务点，或直接到现场取号';
  return `刚刚被约走了。还可以约：${next.map(({ day, minute }) => timeInWords(day, minute)).join('、')}`;
}
