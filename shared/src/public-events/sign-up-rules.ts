import { dayInWords, shanghaiDay, shanghaiTime } from '../calendar/day.ts';
import type { FieldIssue } from '../http/problem.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { extentOf, stretchOf } from './event-rules.ts';
import type { EventContent, EventField, EventSession } from './event-content.ts';
import type { AttendeeState, NewAttendee } from './sign-up.ts';

const HOUR = 3_600_000;

type Terms = Pick<EventContent, 'sessions' | 'groups' | 'signUp' | 'kind'>;

interface Standing {
  isCancelled: boolean;
  isDrawn: boolean;
}

const inWords = (instant: string): string => `${dayInWords(shanghaiDay(instant))} ${shanghaiTime(instant)}`;

/** Whether anybody can sign up now; staff enter what came on paper until the session begins. */
export function canSignUp(
  content: Terms,
  session: EventSession,
  { isCancelled, isDrawn }: Standing,
  { now, byStaff }: { now: string; byStaff: boolean },
): Verdict {
  const { signUp } = content;
  if (isCancelled) return refused('wrong-state', '活动已经取消，不能再报名；原因见活动页');
  if (!signUp) return refused('wrong-state', '这个活动不用报名，到时直接来');
  if (now >= stretchOf(session).from) return refused('too-late', '这一场已经开始，可以直接到现场问问还能不能进');
  if (now < signUp.opensAt) return refused('wrong-state', `报名从 ${inWords(signUp.opensAt)} 开始`);
  if (isDrawn) return refused('too-late', '已经抽过签了，不能再报名');
  if (byStaff || now < signUp.closesAt) return allowed;
  return refused('too-late', `报名已在 ${inWords(signUp.closesAt)} 截止；想去可以打电话问问主办单位`);
}

/** Whether one of its sessions still takes people. */
export function canSignUpForAny(event: Standing & { content: Terms }, at: { now: string; byStaff: boolean }): boolean {
  return event.content.sessions.some((session) => canSignUp(event.content, session, event, at).allowed);
}

/** What is wrong in what people filled in, at its place; what was not asked for is refused too. */
export function answerFaults(fields: readonly EventField[], people: readonly NewAttendee[]): FieldIssue[] {
  const known = new Set(fields.map(({ key }) => key));
  return people.flatMap(({ name, answers }, at) => [
    ...fields.flatMap((field) =>
      answerFault(field, answers[field.key] ?? '', name, ['people', at, 'answers', field.key]),
    ),
    ...Object.keys(answers).flatMap((key) =>
      known.has(key)
        ? []
        : [{ path: ['people', at, 'answers', key], message: '通知已经改过，有一项不用填了，请刷新后再报' }],
    ),
  ]);
}

function answerFault(
  { label, kind, options, isRequired }: EventField,
  answer: string,
  name: string,
  path: FieldIssue['path'],
): FieldIssue[] {
  if (!answer) return isRequired ? [{ path, message: `请填写${name}的“${label}”` }] : [];
  const among = kind === 'choice' ? options : kind === 'yes-no' ? ['是', '否'] : null;
  return among && !among.includes(answer) ? [{ path, message: `${name}的“${label}”请从选项里选` }] : [];
}

interface Counted {
  seats: number;
  taken: number;
  waiting: number;
}

/** How many of some newcomers get a place; the others wait. Whoever waits already goes first. */
export function placesFor({ seats, taken, waiting }: Counted, newcomers: number): number {
  return waiting > 0 ? 0 : Math.max(0, Math.min(newcomers, seats - taken));
}

/** Whether everybody who signs up now waits; before a draw nobody does. */
export function isEventFull(event: { content: Pick<EventContent, 'signUp'>; counts: readonly Counted[] }): boolean {
  const { content, counts } = event;
  if (!content.signUp || content.signUp.draw || !counts.length) return false;
  return counts.every((pool) => placesFor(pool, 1) === 0);
}

/** How many of those who wait move up: as many as there are seats beyond those taken, and none where there are fewer. */
export function toPromote({ seats, taken, waiting }: Counted): number {
  return Math.max(0, Math.min(waiting, seats - taken));
}

/** The last instant at which one can withdraw here. */
export function withdrawUntil(signUp: EventContent['signUp'], session: EventSession): string {
  return new Date(Date.parse(stretchOf(session).from) - (signUp?.withdrawHours ?? 0) * HOUR).toISOString();
}

/** Somebody of a sign-up, and when they came. */
type Comer = { state: AttendeeState; arrivedAt: string | null };

export function canWithdrawSignUp(
  signUp: EventContent['signUp'],
  session: EventSession,
  comers: readonly Comer[],
  now: string,
): Verdict {
  const staying = comers.filter(({ state }) => state !== 'withdrawn');
  if (!staying.length) return refused('wrong-state', '已经退出了');
  if (staying.every(({ arrivedAt }) => arrivedAt !== null)) return canLeave(staying);
  if (now >= stretchOf(session).from) return refused('too-late', '这一场已经开始，不用再退出');
  const until = withdrawUntil(signUp, session);
  if (now <= until) return allowed;
  return refused('too-late', `最晚在 ${inWords(until)} 退出；现在来不了，请打电话告诉主办单位`);
}

/** Whoever has been noted at the door has come, and is counted so. */
export function canLeave(leaving: readonly Pick<Comer, 'arrivedAt'>[]): Verdict {
  const here = leaving.filter(({ arrivedAt }) => arrivedAt !== null).length;
  if (!here) return allowed;
  if (here === leaving.length) return refused('wrong-state', '已经签到，不能再退出；签错了，请现场工作人员撤回签到');
  return refused('wrong-state', `有 ${here} 位已经签到，不能退出；没来的请一位一位退出，签错了请现场撤回签到`);
}

/** At the door. Whoever has no place may still be let in as somebody who just came. */
export function canCheckIn(state: AttendeeState): Verdict {
  if (state === 'confirmed') return allowed;
  if (state === 'waiting') return refused('wrong-state', '这一位还在候补，没有名额；有空位可以按现场来的登记');
  if (state === 'entered') return refused('wrong-state', '还没有抽签，请先抽签');
  return refused('wrong-state', '这一位已经退出；人来了可以按现场来的登记');
}

/** Once the session has begun, by whoever had a place; a word on what one did not see helps nobody. */
export function canGiveFeedback(session: EventSession, states: readonly AttendeeState[], now: string): Verdict {
  if (now < stretchOf(session).from) return refused('wrong-state', '活动还没有开始，结束以后再来说说');
  return states.includes('confirmed') ? allowed : refused('wrong-state', '没有参加这次活动，不用评价');
}

/** After closing, before it begins, once. */
export function canDraw(content: Terms, { isCancelled, isDrawn }: Standing, now: string): Verdict {
  const draw = content.signUp?.draw;
  if (!draw) return refused('wrong-state', '这个活动按先后报名，不抽签');
  if (isCancelled) return refused('wrong-state', '活动已经取消');
  if (isDrawn) return refused('wrong-state', '已经抽过签了，只抽一次');
  if (now < content.signUp!.closesAt) return refused('wrong-state', '报名还没有截止，截止以后再抽签');
  if (shanghaiDay(now) < draw.drawnOn) return refused('wrong-state', `通知里定的抽签日期是 ${draw.drawnOn}`);
  return now >= extentOf(content).from ? refused('too-late', '活动已经开始，不能再抽签') : allowed;
}
