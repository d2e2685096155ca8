import { shanghaiTime } from '../calendar/day.ts';
import { grouped } from '../grouped.ts';
import type { Actor } from '../people/actor.ts';
import { leads, overseesAll, reaches } from '../people/scope.ts';
import type { Assignment } from '../tasks/lines/assignment.ts';
import { isOpen } from '../tasks/lines/assignment-rules.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Nudge, NudgeLeftOut, NudgeLeftOutWhy } from './nudge.ts';

/** A line as nudging sees it; `parentUnitId` is the unit that handed it down. */
export interface NudgeableLine extends Pick<Assignment, 'unitId' | 'status'> {
  parentUnitId: string | null;
}

/** The nudge a line had today. */
export type EarlierNudge = Pick<Nudge, 'byName'> & { at: string };

/** What keeps a line from being nudged; undefined when nothing does. */
export function whyNotNudged(
  line: NudgeableLine,
  actor: Actor,
  today: EarlierNudge | null = null,
): NudgeLeftOutWhy | undefined {
  if (actor.role === 'supervisor') {
    if (actor.unitId === line.unitId) return 'own-unit';
  } else if (line.parentUnitId === null || !leads(actor, line.parentUnitId)) return 'not-handed-down';
  if (line.status === 'withdrawn') return 'withdrawn';
  if (!isOpen(line.status)) return 'completed';
  return today ? 'nudged-today' : undefined;
}

/** A supervisor nudges any unit but the own one; a unit's lead those to whom the unit has handed a task down. */
export function canNudge(line: NudgeableLine, actor: Actor, today: EarlierNudge | null = null): Verdict {
  const why = whyNotNudged(line, actor, today);
  switch (why) {
    case undefined:
      return allowed;
    case 'own-unit':
      return refused('not-allowed', '本单位的任务要由其他单位的督查员催办');
    case 'not-handed-down':
      return refused('not-allowed', '由督查员催办；分解下去的任务，也可以由分解单位的负责人催办');
    case 'withdrawn':
      return refused('wrong-state', '这项任务已撤销，不用催办');
    case 'completed':
      return refused('wrong-state', '这项任务已经办结，不用催办');
    case 'nudged-today':
      return refused('wrong-state', `${byWhom(today!)}已催办过`);
  }
}

/** Whether nothing that was chosen is the actor's to nudge, whatever its state. */
export function isAllOthers(leftOut: readonly Pick<NudgeLeftOut, 'why'>[]): boolean {
  return leftOut.every(({ why }) => why === 'own-unit' || why === 'not-handed-down');
}

/** Lines left out, as many as have the same reason; those nudged today by who nudged them. */
export function leftOutOf(lines: readonly { why: NudgeLeftOutWhy; today: EarlierNudge | null }[]): NudgeLeftOut[] {
  const told = lines.map(({ why, today }) => ({ why, today: why === 'nudged-today' ? today : null }));
  const groups = grouped(told, ({ why, today }) => `${WHYS.indexOf(why)} ${today?.at ?? ''} ${today?.byName ?? ''}`);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, some]) => ({
      why: some[0]!.why,
      count: some.length,
      byName: some[0]!.today?.byName ?? null,
      at: some[0]!.today?.at ?? null,
    }));
}

const WHYS: readonly NudgeLeftOutWhy[] = ['completed', 'withdrawn', 'nudged-today', 'own-unit', 'not-handed-down'];

/** `3 项已办结，没有催办`. */
export function leftOutInWords({ why, count, byName, at }: NudgeLeftOut): string {
  switch (why) {
    case 'completed':
      return `${count} 项已办结，没有催办`;
    case 'withdrawn':
      return `${count} 项已撤销，没有催办`;
    case 'nudged-today':
      return `${count} 项${byName && at ? byWhom({ byName, at }) : '今天'}已催办过，没有再催`;
    case 'own-unit':
      return `${count} 项是本单位的任务，要由其他单位的督查员催办`;
    case 'not-handed-down':
      return `${count} 项不是本单位分解下去的，没有催办`;
  }
}

/** `今天 9:12 周正言`. */
const byWhom = ({ byName, at }: EarlierNudge): string => `今天 ${shanghaiTime(at).replace(/^0/, '')} ${byName}`;

/** Sent by oneself, or about lines one may see. */
export function canReadNudge(nudge: Pick<Nudge, 'by'>, unitIds: readonly string[], actor: Actor): boolean {
  return seesAllOfNudge(nudge, actor) || unitIds.some((unitId) => reaches(actor, unitId));
}

/** Whoever sent it, and overseers, see all its units and how each was reached. */
export function seesAllOfNudge(nudge: Pick<Nudge, 'by'>, actor: Actor): boolean {
  return overseesAll(actor) || nudge.by === actor.personId;
}

/** What a nudge's people are told: the task itself where it is one, else how many. */
export function nudgeInWords(
  nudge: Pick<Nudge, 'words' | 'byName'> & { fromUnitName: string },
  lines: readonly { mainTask: string }[],
): { what: string; words: string } {
  const what = lines.length === 1 ? lines[0]!.mainTask : `${lines.length} 项任务`;
  return { what, words: `${nudge.fromUnitName}${nudge.byName}催办：${nudge.words}` };
}

/** Beginnings offered to whoever writes a nudge. */
export const NUDGE_BEGINNINGS = [
  '请抓紧办理，今天下班前填报最新进展。',
  '时限快到了，请按期办结；有困难请及时说明，需要延期的请先申请。',
  '已经逾期，请说明原因和预计办结的时间，尽快办结。',
] as const;
