import { addDays, daysBetween, startOfDay, type Day } from '../calendar/day.ts';
import type { Actor } from '../people/actor.ts';
import { leads } from '../people/scope.ts';
import { minutesOfSpan } from '../service-map/clock-span.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { canWrite, isPublic, type ReviewedWriting } from '../writings/writing-rules.ts';
import type { EventContent, EventSession, SignUpTerms } from './event-content.ts';
import type { EventPhase } from './public-event.ts';

/** Papers are with the participants so many days before a hearing (rules C1). */
export const PAPER_DAYS = 7;

const MINUTE = 60_000;

/** From when to when a session is, UTC; one that ends before it begins ends on the following day. */
export function stretchOf({ day, from, to }: Pick<EventSession, 'day' | 'from' | 'to'>): { from: string; to: string } {
  const span = minutesOfSpan({ from, to });
  const at = (minute: number) => new Date(Date.parse(startOfDay(day)) + minute * MINUTE).toISOString();
  return { from: at(span.from), to: at(span.to) };
}

/** The days of an event and its first and last instants. */
export function extentOf({ sessions }: Pick<EventContent, 'sessions'>) {
  const stretches = sessions.map(stretchOf);
  const days = sessions.map(({ day }) => day).sort();
  return {
    firstDay: days[0]!,
    lastDay: days[days.length - 1]!,
    from: stretches.map(({ from }) => from).sort()[0]!,
    to: stretches.map(({ to }) => to).sort()[stretches.length - 1]!,
  };
}

/** Sessions in the order of their times. */
export const inOrderOfTime = (sessions: readonly EventSession[]): EventSession[] =>
  [...sessions].sort((one, other) => (stretchOf(one).from < stretchOf(other).from ? -1 : 1));

type Announced = Pick<EventContent, 'sessions'> & { signUp: Pick<SignUpTerms, 'opensAt' | 'closesAt'> | null };

/** How it stands for everybody, of the clock and its terms. */
export function phaseOf(content: Announced, isCancelled: boolean, now: string): EventPhase {
  if (isCancelled) return 'cancelled';
  const { from, to } = extentOf(content);
  if (now >= to) return 'over';
  if (now >= from) return 'running';
  const { signUp } = content;
  if (!signUp) return 'no-sign-up';
  if (now < signUp.opensAt) return 'announced';
  return now < signUp.closesAt ? 'sign-up-open' : 'sign-up-closed';
}

/** 取消: by who may let it out once it is public; a draft nobody has seen, by whoever may write it. */
export function canCancelEvent(event: ReviewedWriting & { endsAt: string | null }, actor: Actor, now: string): Verdict {
  if (event.withdrawnAt !== null || event.state === 'withdrawn') return refused('wrong-state', '活动已经取消了');
  if (!isPublic(event)) return canWrite(event, actor);
  if (actor.role !== 'supervisor' && !leads(actor, event.unitId))
    return refused('not-allowed', '已经公开，由本单位或上级单位的负责人、督查员取消');
  // By what is public: what is being written of another day holds for nobody yet.
  return now >= event.endsAt! ? refused('too-late', '活动已经结束，不能再取消') : allowed;
}

/** The organiser's own people: they see who comes, enter paper sign-ups, check in, and write the record. */
export function canServeEvent(unitId: string, actor: Actor): Verdict {
  const verdict = canWrite({ unitId }, actor);
  return verdict.allowed ? allowed : refused('not-allowed', '由主办单位的工作人员办理');
}

/** Of what is public and stands: cancelled, nothing more is done with it. */
export function stands(event: Pick<ReviewedWriting, 'publishedAt' | 'withdrawnAt'>): Verdict {
  if (event.publishedAt === null) return refused('wrong-state', '活动通知还没有公开');
  return event.withdrawnAt === null ? allowed : refused('wrong-state', '活动已经取消');
}

export function canChangeSeats(event: ReviewedWriting, content: Announced, actor: Actor, now: string): Verdict {
  const verdict = canServeEvent(event.unitId, actor);
  if (!verdict.allowed) return verdict;
  const standing = stands(event);
  if (!standing.allowed) return standing;
  return now >= extentOf(content).to ? refused('too-late', '活动已经结束，不能再改名额') : allowed;
}

/** 材料送达: noted while there is still time, for a day that left seven. */
export function canDeliverPapers(
  content: Pick<EventContent, 'sessions' | 'hearing'>,
  sentOn: Day,
  today: Day,
): Verdict {
  if (!content.hearing) return refused('wrong-state', '只有听证会要送达听证材料');
  if (sentOn > today) return refused('wrong-state', '送达日期在将来，请在送达以后再登记');
  const { firstDay } = extentOf(content);
  if (daysBetween(sentOn, firstDay) >= PAPER_DAYS) return allowed;
  const last = addDays(firstDay, -PAPER_DAYS);
  return refused('too-late', `听证材料最迟 ${last} 送达（会前 ${PAPER_DAYS} 日）；来不及的请把听证会改期`);
}

/** What of a change those who signed up are told of, in words; nothing where none of it concerns them. */
export function changesInWords(before: EventContent, after: EventContent): string[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const told = [
    [!same(before.sessions, after.sessions), '时间'],
    [!same(before.place, after.place), '地点'],
    [before.title !== after.title, '主题'],
    [!same(before.programme, after.programme) || before.intro !== after.intro, '内容安排'],
    [before.bring !== after.bring, '要带的东西'],
    [before.accessibility !== after.accessibility, '无障碍'],
    [!same(before.contact, after.contact), '联系人'],
    [before.streamUrl !== after.streamUrl, '直播'],
    [!same(before.attachments, after.attachments), '附件'],
    [!same(before.hearing, after.hearing), '听证安排'],
  ] as const;
  return told.flatMap(([isChanged, label]) => (isChanged ? [label] : []));
}

/** The month of a plan, `2026-12`, has gone by. */
export const isMonthOver = (year: number, month: number, today: Day): boolean =>
  `${year}-${String(month).padStart(2, '0')}` < today.slice(0, 7);

/** The same on another day: sessions, sign-up and papers keep their distances; names of sessions stay. */
export function movedTo(content: EventContent, day: Day): EventContent {
  const days = daysBetween(extentOf(content).firstDay, day);
  const at = (instant: string) => new Date(Date.parse(instant) + days * 86_400_000).toISOString();
  const { signUp, hearing } = content;
  return {
    ...content,
    sessions: content.sessions.map((session) => ({ ...session, day: addDays(session.day, days) })),
    signUp: signUp && {
      ...signUp,
      opensAt: at(signUp.opensAt),
      closesAt: at(signUp.closesAt),
      draw: signUp.draw && { ...signUp.draw, drawnOn: addDays(signUp.draw.drawnOn, days) },
    },
    hearing: hearing && { ...hearing, papersBy: addDays(hearing.papersBy, days) },
  };
}
