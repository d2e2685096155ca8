import { dayInWords, type Day } from '../calendar/day.ts';
import { clockInWords } from '../service-map/clock-span.ts';
import { toPromote } from './sign-up-rules.ts';
import type { AttendeeState, AttendeeView, SignUpVia } from './sign-up.ts';
import type { EventKind, EventSession, EventSubject } from './event-content.ts';
import type { WritingState } from '../writings/writing-rules.ts';
import type { EventPart, EventPhase, EventPlaces } from './public-event.ts';

export const EVENT_KIND_LABELS = {
  'open-day': '政务开放日',
  meeting: '列席旁听会议',
  deliberation: '议事协商',
  hearing: '听证会',
} as const satisfies Record<EventKind, string>;

export const EVENT_SUBJECT_LABELS = {
  'government-services': '政务服务',
  education: '教育',
  health: '医疗卫生',
  'social-security': '社保就业',
  care: '养老助残',
  agriculture: '农业农村',
  environment: '生态环境',
  construction: '城乡建设',
  traffic: '交通出行',
  safety: '安全应急',
  market: '市场监管',
  culture: '文化体育',
  finance: '财政审计',
  governance: '基层治理',
  other: '其他',
} as const satisfies Record<EventSubject, string>;

/** How far a notice is on its way to everybody. */
export const EVENT_STATE_LABELS = {
  draft: '草稿',
  proposed: '待审查',
  published: '已公开',
  withdrawn: '已取消',
} as const satisfies Record<WritingState, string>;

/** What one asks for of the unit's events. */
export const EVENT_PART_LABELS = {
  all: '全部',
  draft: '草稿',
  'to-review': '待审查',
  coming: '要举行的',
  'to-ring': '要打电话告知的',
  held: '已举行',
  'to-record': '该写纪要的',
  cancelled: '已取消',
} as const satisfies Record<EventPart, string>;

/** How an event stands for everybody; after 先审查后公开 nothing of it is stored. */
export const EVENT_PHASE_LABELS = {
  announced: '报名还没有开始',
  'sign-up-open': '正在报名',
  'sign-up-closed': '报名已截止',
  'no-sign-up': '不用报名',
  running: '正在进行',
  over: '已结束',
  cancelled: '已取消',
} as const satisfies Record<EventPhase, string>;

export const ATTENDEE_STATE_LABELS = {
  entered: '已报名，等抽签',
  confirmed: '报上了',
  waiting: '候补',
  withdrawn: '已退出',
} as const satisfies Record<AttendeeState, string>;

/** What participants may say of an event, from grade 5 down to grade 1. */
export const FEEDBACK_GRADE_LABELS = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] as const;

export const SIGN_UP_VIA_LABELS = {
  web: '网上',
  wechat: '微信',
  paper: '纸质登记',
  phone: '电话',
  counter: '当面',
  'walk-in': '现场',
} as const satisfies Record<SignUpVia, string>;

/** `12月8日 周二 9:00–11:00`, with the year where today is not told. */
export function sessionInWords({ day, from, to, name }: Omit<EventSession, 'key'>, today?: Day): string {
  const time = `${dayInWords(day, today)} ${clockInWords(from)}–${clockInWords(to)}`;
  return name ? `${time}（${name}）` : time;
}

/** `还有 8 个名额`; never a share or a bar. */
export function placesInWords({ seats, taken, waiting }: { seats: number; taken: number; waiting: number }): string {
  const left = Math.max(0, seats - taken);
  if (left > 0 && waiting === 0) return `还有 ${left} 个名额`;
  return waiting > 0 ? `名额已满，${waiting} 人候补` : '名额已满，可以候补';
}

/** For whoever keeps the list: `名额 20 · 报上 18 · 候补 0 · 还空 2`, what is nought left out. */
export function countsInWords({ seats, taken, waiting, entered }: EventPlaces): string {
  const left = seats - taken;
  return [
    `名额 ${seats}`,
    entered ? `等抽签 ${entered}` : `报上 ${taken}`,
    waiting ? `候补 ${waiting}` : '',
    !entered && left > 0 ? `还空 ${left}` : '',
    left < 0 ? `比名额多 ${-left}，都保留` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `您排在候补第 3 位`. */
export const waitingInWords = (place: number): string => `候补第 ${place} 位`;

/** Of a sign-up in which somebody has no place yet: who, and which place they wait at; empty where everybody has one. */
export function noPlaceYetInWords(attendees: readonly Pick<AttendeeView, 'name' | 'state' | 'waitingPlace'>[]): string {
  const without = attendees.filter(({ state }) => state === 'waiting' || state === 'entered');
  if (!without.length) return '';
  const comes = attendees.filter(({ state }) => state !== 'withdrawn');
  const who = without.length < comes.length ? `${without.map(({ name }) => name).join('、')}还没有名额` : '还没有名额';
  const first = without.flatMap(({ waitingPlace }) => waitingPlace ?? []).sort((one, other) => one - other)[0];
  return `${who}（${first === undefined ? '等抽签' : waitingInWords(first)}）`;
}

/** Said before a name and a phone are asked for (个人信息保护法 17). */
export function personalDataNotice(unitName: string, keepMonths: number | null): string {
  return (
    `姓名和手机号只用于这次活动：核对是您本人、活动有变动时通知您。只有${unitName}的工作人员能看到，` +
    `${keepMonths === null ? '到期自动删除' : `活动结束 ${keepMonths} 个月后自动删除`}。到场签到只用于本次活动的记录。`
  );
}

export const HEARING_NAME_NOTICE = '听证参加人名单要在会前公布，报名即同意公布您的姓名和所代表的方面。';

interface SeatsAfter {
  /** As many as there will be. */
  seats: number;
  taken: number;
  waiting: number;
  entered: number;
  /** It has not begun: whoever waits can still move up. */
  mayPromote: boolean;
}

/** What another number of seats brings about, said before it is done. */
export function seatsChangeInWords({ seats, taken, waiting, entered, mayPromote }: SeatsAfter): string {
  if (entered > 0) return `已有 ${entered} 人等抽签，抽签时按 ${seats} 个名额抽。`;
  if (seats < taken) return `已报上的 ${taken} 人都保留，不赶走任何人；退出到不足 ${seats} 人时才会再递补。`;
  const moving = mayPromote ? toPromote({ seats, taken, waiting }) : 0;
  const left = Math.max(0, seats - taken - moving);
  const free = left ? `还空 ${left} 个` : '没有空的';
  if (moving) return `候补的前 ${moving} 位马上递补，并告诉他们；${free}。`;
  if (waiting) return mayPromote ? `没有人递补，候补的 ${waiting} 人继续等。` : '已经开始，候补的人不再递补。';
  return `没有人候补；改后${free}。`;
}
