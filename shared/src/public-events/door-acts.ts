import { dayInWords, type Day } from '../calendar/day.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { EventSession } from './event-content.ts';
import type { CheckInRemoval, DoorEntry, NewCheckIn, NewEventWalkIn } from './sign-up.ts';
import { canCheckIn } from './sign-up-rules.ts';

/** What was noted at the door, as it is sent. */
export type DoorAct =
  ({ kind: 'check-in' } & NewCheckIn) | ({ kind: 'removal' } & CheckInRemoval) | ({ kind: 'walk-in' } & NewEventWalkIn);

/** People are noted at the door from the day of their session on. */
export function canNoteAtDoor(session: Pick<EventSession, 'day'>, today: Day): Verdict {
  if (today >= session.day) return allowed;
  return refused('wrong-state', `签到从当天开始：${dayInWords(session.day, today)}`);
}

/** When somebody came, the latest word of it, and the latest word that it was a mistake. */
export interface DoorTimes {
  arrivedAt: string | null;
  lastNotedAt: string | null;
  takenBackAt: string | null;
}

/** The earliest word of two phones at the door is when they came; a word from before it was taken back is none. */
export function afterCheckIn(times: DoorTimes, happenedAt: string): DoorTimes {
  const { arrivedAt, lastNotedAt, takenBackAt } = times;
  if (takenBackAt !== null && happenedAt <= takenBackAt) return times;
  return {
    arrivedAt: arrivedAt === null || happenedAt < arrivedAt ? happenedAt : arrivedAt,
    lastNotedAt: lastNotedAt === null || happenedAt > lastNotedAt ? happenedAt : lastNotedAt,
    takenBackAt,
  };
}

/** They are not here, unless somebody noted so later than that. */
export function afterTakingBack({ arrivedAt, lastNotedAt, takenBackAt }: DoorTimes, happenedAt: string): DoorTimes {
  const latest = takenBackAt === null || happenedAt > takenBackAt ? happenedAt : takenBackAt;
  if (arrivedAt !== null && arrivedAt > latest) return { arrivedAt, lastNotedAt, takenBackAt: latest };
  const isNotedSince = lastNotedAt !== null && lastNotedAt > latest;
  return { arrivedAt: isNotedSince ? lastNotedAt : null, lastNotedAt, takenBackAt: latest };
}

/** One at the door. `unsentId`: of the act that only this device knows so far; null once the server has it. */
export type AtDoor = DoorEntry & { unsentId: string | null };

/** Everybody at the door as the server told them. */
export const asNoted = (entries: readonly DoorEntry[]): AtDoor[] =>
  entries.map((entry) => ({ ...entry, unsentId: null }));

/**
 * The list after what was noted without a signal. Who came already, as the server or another door has it, stays as
 * they are: the earliest word of it holds, until somebody takes it back.
 */
export function afterDoorActs(
  entries: readonly AtDoor[],
  acts: readonly DoorAct[],
  { isSent }: { isSent: boolean },
): AtDoor[] {
  const after = new Map(entries.map((entry) => [entry.attendeeId, entry]));
  for (const act of acts) {
    const unsentId = isSent ? null : act.id;
    if (act.kind === 'walk-in') {
      if (!after.has(act.id)) after.set(act.id, { ...walkIn(act), unsentId });
      continue;
    }
    if (act.kind === 'removal') {
      for (const entry of takenBackBy(act, [...after.values()]))
        after.set(entry.attendeeId, { ...entry, arrivedAt: null, unsentId });
      continue;
    }
    for (const entry of meantBy(act, [...after.values()]))
      if (entry.arrivedAt === null) after.set(entry.attendeeId, { ...entry, arrivedAt: act.happenedAt, unsentId });
  }
  return [...after.values()];
}

/** Numbers noted that the kept list does not have: whether they are anybody's shows once they are sent. */
export const unknownCodes = (entries: readonly DoorEntry[], acts: readonly DoorAct[]): string[] =>
  acts.flatMap((act) =>
    act.kind === 'check-in' && act.code && !meantBy(act, entries).length && !act.attendeeIds.length ? [act.code] : [],
  );

const takenBackBy = (act: CheckInRemoval, entries: readonly AtDoor[]): AtDoor[] =>
  entries.filter(
    ({ attendeeId, arrivedAt }) =>
      act.attendeeIds.includes(attendeeId) && arrivedAt !== null && arrivedAt <= act.happenedAt,
  );

/** Somebody who just came, and did not: nobody at all. */
export const isNobody = ({ via, arrivedAt }: Pick<DoorEntry, 'via' | 'arrivedAt'>): boolean =>
  via === 'walk-in' && arrivedAt === null;

function meantBy<Entry extends DoorEntry>(
  act: Extract<DoorAct, { kind: 'check-in' }>,
  entries: readonly Entry[],
): Entry[] {
  if (act.attendeeIds.length) return entries.filter(({ attendeeId }) => act.attendeeIds.includes(attendeeId));
  return entries.filter(({ code, state }) => code === act.code && state === 'confirmed');
}

/** At the door of one session. Whoever signed up for another may be let in as somebody who just came. */
export function canCheckInAt({ state, sessionKey }: Pick<DoorEntry, 'state' | 'sessionKey'>, at: string): Verdict {
  if (sessionKey !== at) return refused('wrong-state', '报的不是这一场；有空位可以按现场来的登记');
  return canCheckIn(state);
}

function walkIn({ id, sessionKey, groupKey, name, happenedAt }: NewEventWalkIn): DoorEntry {
  return {
    attendeeId: id,
    code: '',
    name,
    sessionKey,
    groupKey,
    state: 'confirmed',
    via: 'walk-in',
    speakingPlace: null,
    arrivedAt: happenedAt,
  };
}
