import type { Day } from '../../calendar/day.ts';
import type { Actor } from '../../people/actor.ts';
import { isStaff, leads } from '../../people/scope.ts';
import { allowed, refused, type Verdict } from '../../verdict.ts';
import type { Assignment, AssignmentStatus } from '../lines/assignment.ts';
import { offersAction } from '../lines/assignment-rules.ts';
import type { PublicFindingState } from './finding-views.ts';
import type { Rectification } from './finding.ts';
import type { Recheck } from './recheck.ts';
import type { RectificationMeasure } from './rectification-measure.ts';

type Line = Pick<Assignment, 'unitId' | 'status' | 'part' | 'parentId'>;
type Measure = Pick<RectificationMeasure, 'state'>;

/** Proof of fewer signs than this ("有", "已改") shows nothing to whoever rechecks; a file stands for itself. */
const LEAST_PROOF = 4;

/**
 * Whether the unit has to say what it will do: not where the table says it, not for supporting units, and not for
 * villages, which carry out what the unit above has agreed.
 */
export function needsMeasure(line: Pick<Line, 'part' | 'parentId'>, task: { concreteWork: string }): boolean {
  return line.parentId === null && line.part !== 'supporting' && task.concreteWork.trim() === '';
}

/** 提出整改措施: the responsible unit itself, once at a time. */
export function canStateMeasure(
  line: Line,
  task: { concreteWork: string },
  measures: readonly Measure[],
  actor: Actor,
): Verdict {
  if (!isStaff(actor) || !(actor.unitId === line.unitId || leads(actor, line.unitId)))
    return refused('not-allowed', '由责任单位提出整改措施');
  if (!needsMeasure(line, task))
    return refused('wrong-state', '问题清单里已有整改措施，或由牵头、上级单位提出，不用另外提出');
  if (measures.some(({ state }) => state === 'agreed')) return refused('wrong-state', '整改措施已经同意，请按措施整改');
  if (measures.some(({ state }) => state === 'stated'))
    return refused('wrong-state', '已经提出整改措施，正在等督查员审核');
  return offersAction(line, 'state-measure');
}

/** The day lies ahead and within the finding's own; only what is kept up for good has none. */
export function canSetMeasureDay(
  line: Pick<Assignment, 'dueOn'>,
  rectification: Rectification | null,
  dueOn: Day | null,
  today: Day,
): Verdict {
  if (dueOn === null) return rectification === 'long-term' ? allowed : refused('wrong-state', '请写明哪一天前完成整改');
  if (dueOn < today) return refused('wrong-state', '完成日期不能早于今天');
  if (line.dueOn !== null && line.dueOn >= today && dueOn > line.dueOn)
    return refused('wrong-state', `不能晚于整改时限 ${line.dueOn}；确需更晚的，请申请延期`);
  return allowed;
}

/** A supervisor decides, never for the own unit and never about the own words (rules S1). */
export function canDecideMeasure(
  measure: Pick<RectificationMeasure, 'state' | 'statedBy'>,
  line: Pick<Line, 'unitId' | 'status'>,
  actor: Actor,
): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员审核整改措施');
  if (actor.unitId === line.unitId) return refused('not-allowed', '本单位的整改措施要由其他单位的督查员审核');
  if (measure.statedBy === actor.personId) return refused('not-allowed', '这是您本人提出的措施，要由其他督查员审核');
  if (measure.state !== 'stated') return refused('wrong-state', '这份整改措施已经审核过了');
  return offersAction(line, 'state-measure');
}

/** What of a line's measures its completion waits for. */
export function hasMeasure(line: Line, task: { concreteWork: string }, measures: readonly Measure[]): Verdict {
  if (!needsMeasure(line, task) || measures.some(({ state }) => state === 'agreed')) return allowed;
  if (measures.some(({ state }) => state === 'stated'))
    return refused('wrong-state', '整改措施还没有审核同意，同意后才能办结');
  return refused('wrong-state', '还没有提出整改措施，请先提出，经督查员同意后再办结');
}

/** 办结 of a finding: something another person can go and look at. */
export function isFullProof({ proof, fileIds }: { proof: string; fileIds: readonly string[] }): Verdict {
  if (fileIds.length || proof.trim().length >= LEAST_PROOF) return allowed;
  return refused('wrong-state', '请写全整改依据：能核对的一句话、网址、文号，或附上图片文件');
}

/** 复查: a supervisor of another unit, of what the unit has said is done, once for each 办结 (rules S1). */
export function canRecheck(
  line: Pick<Line, 'unitId' | 'status'>,
  { completionId, rechecks }: { completionId: string | null; rechecks: readonly Pick<Recheck, 'completionId'>[] },
  actor: Actor,
): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员复查');
  if (actor.unitId === line.unitId) return refused('not-allowed', '本单位的整改要由其他单位的人复查');
  const open = offersAction(line, 'recheck');
  if (!open.allowed) return open;
  if (completionId !== null && rechecks.some((one) => one.completionId === completionId))
    return refused('wrong-state', '这次办结已经复查过了');
  return allowed;
}

/** Whoever wrote any of it (the measure, a report entered for the unit, the completion) does not recheck it. */
export function canRecheckInPerson(
  authors: ReadonlySet<string>,
  actor: Pick<Actor, 'personId'>,
  unitId: string,
  posts: readonly { unitId: string }[],
): Verdict {
  if (authors.has(actor.personId)) return refused('not-allowed', '这个问题的整改内容有您本人填写的，要由其他人复查');
  if (posts.some((post) => post.unitId === unitId))
    return refused('not-allowed', '您在责任单位也有任职，要由其他单位的人复查');
  return allowed;
}

/** Nobody has looked before the unit said it was done, nor tomorrow. */
export function canRecheckOn(checkedOn: Day, completedOn: Day | null, today: Day): Verdict {
  if (checkedOn > today) return refused('wrong-state', '复查日期不能晚于今天');
  if (completedOn !== null && checkedOn < completedOn)
    return refused('wrong-state', `复查日期不能早于办结的日期 ${completedOn}`);
  return allowed;
}

/** 销号 of a finding: only what was found in order after its latest 办结. */
export function isRechecked(
  completionId: string | null,
  rechecks: readonly Pick<Recheck, 'completionId' | 'outcome'>[],
): Verdict {
  const last = rechecks.find((one) => one.completionId === completionId);
  if (last?.outcome === 'met') return allowed;
  return refused('wrong-state', '还没有复查，复查整改到位后才能销号');
}

/** Which kind it is, and whether the public may know: a supervisor, and not about the own unit's failings (rules S1). */
export function canChangeFinding(actor: Actor, unitIds: readonly string[]): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员标明整改类型和是否公开');
  if (actor.unitId !== null && unitIds.includes(actor.unitId))
    return refused('not-allowed', '本单位的问题要由其他单位的督查员标明');
  return allowed;
}

/** How a line's state is told to everybody. */
export function publicFindingState(status: AssignmentStatus): PublicFindingState {
  if (status === 'closed') return 'closed';
  return status === 'completed' ? 'completed' : 'rectifying';
}
