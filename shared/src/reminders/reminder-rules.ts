import type { Day } from '../calendar/day.ts';
import type { Actor } from '../people/actor.ts';
import { leads, overseesAll } from '../people/scope.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Reminder } from './reminder.ts';

/** A stand-in is somebody's own to name, or the unit's lead's; for that unit. */
export function canSetStandIn(actor: Actor, { personId, unitId }: { personId: string; unitId: string }): Verdict {
  if (actor.personId === personId && actor.unitId === unitId) return allowed;
  if (leads(actor, unitId)) return allowed;
  return refused('not-allowed', '由本人或本单位负责人设置代收');
}

/** Whether somebody to be rung is the actor's to ring. */
export function canRing(actor: Actor, unitId: string | null): Verdict {
  if (overseesAll(actor) || (unitId !== null && leads(actor, unitId))) return allowed;
  return refused('not-allowed', '由督查员或本单位负责人登记');
}

export const INBOX_PAGE = '/pages/reminders/inbox/index';

/** What one message says of several reminders: the one itself, or how many and the first to act on. */
export function summed(
  reminders: readonly Pick<Reminder, 'what' | 'words' | 'dueOn' | 'link' | 'unitId'>[],
): Pick<Reminder, 'what' | 'words' | 'link'> & { on: Day | null } {
  const [first, ...others] = [...reminders].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  if (!first) throw new Error('A message is about something');
  const { what, words, dueOn: on, link } = first;
  if (!others.length) return { what, words, on, link };
  return { what: `${reminders.length} 件事待办`, words: `${what}：${words}`, on, link: INBOX_PAGE };
}
