import { addMonths, dayInWords, shanghaiDay, shanghaiTime, type Day } from '../calendar/day.ts';
import type { Actor } from '../people/actor.ts';
import { isStaff, reaches } from '../people/scope.ts';
import { allOf, allowed, refused, type Verdict } from '../verdict.ts';
import type { PointCorrection } from './point-correction.ts';
import { differingFacts, FACT_LABELS } from './point-facts-words.ts';
import type { PointFacts, PointVersion, ServicePoint } from './service-point.ts';

/** How many corrections may wait at one point: more would hide what is really wrong. */
export const MOST_OPEN_CORRECTIONS = 20;

export const USUAL_CHECK_MONTHS = 6;

/** What a version says that changes no fact. */
export const VERSION_LABELS = { added: '新增', withdrawn: '撤下', restored: '恢复公开' } as const;

type Kept = Pick<ServicePoint, 'unitId' | 'withdrawnReason'>;

/** Officers keep their own unit's points, leads those of the units under it too, overseers any. */
export function canKeepPoint(unitId: string, actor: Actor): Verdict {
  if (isStaff(actor) && reaches(actor, unitId)) return allowed;
  const whose = actor.role === 'unit-lead' ? '本单位和下属单位' : '本单位';
  return refused('not-allowed', `只能维护${whose}的服务点；信息有误可以用“纠错”告诉它的单位`);
}

export function canChangePoint(point: Kept, actor: Actor): Verdict {
  return allOf(canKeepPoint(point.unitId, actor), isThere(point));
}

function isThere({ withdrawnReason }: Pick<Kept, 'withdrawnReason'>): Verdict {
  if (withdrawnReason === null) return allowed;
  return refused('wrong-state', '这个服务点已经撤下，要改动请先在修改历史里恢复一版');
}

/**
 * A point goes while nothing stands in it any more that the actor keeps as well. What other units keep in it holds
 * nobody up: they are told, and it is shown without its place.
 */
export function canWithdrawPoint(
  point: Kept,
  actor: Actor,
  inside: readonly Pick<ServicePoint, 'name' | 'unitId'>[],
): Verdict {
  const own = inside.filter(({ unitId }) => reaches(actor, unitId)).map(({ name }) => name);
  const isEmpty = own.length
    ? refused('wrong-state', `${own.join('、')}设在这里，请先撤下，或改掉“所在场所”`)
    : allowed;
  return allOf(canChangePoint(point, actor), isEmpty);
}

/** What one is told whose change stands on an older version: who changed what meanwhile. */
export function isOnVersion(
  onVersion: number,
  current: number,
  later: readonly Pick<PointVersion, 'changedByName' | 'changedAt' | 'changed'>[],
): Verdict {
  if (onVersion === current) return allowed;
  const said = later.map(({ changedByName, changedAt, changed }) => {
    const at = `${dayInWords(shanghaiDay(changedAt), shanghaiDay(changedAt))} ${shanghaiTime(changedAt)}`;
    return `${changedByName}（${at}）${changed.join('、')}`;
  });
  const what = said.length ? `：${said.join('；')}` : '';
  return refused('wrong-state', `这个服务点在您打开之后被改过${what}。请看过新的内容再改`);
}

/** The labels of the facts that differ: 电话、开放时间. */
export function changedFacts(before: PointFacts, after: PointFacts): string[] {
  return differingFacts(before, after).map((fact) => FACT_LABELS[fact]);
}

/** The last day on which a check is too old by now. */
export function lastDayTooOld(today: Day, months: number): Day {
  return addMonths(today, -months);
}

/** Whether the unit is asked to look whether everything still holds. */
export function isCheckDue(
  { checkedOn, withdrawnReason }: Pick<ServicePoint, 'checkedOn' | 'withdrawnReason'>,
  today: Day,
  months: number,
): boolean {
  return withdrawnReason === null && (checkedOn === null || checkedOn <= lastDayTooOld(today, months));
}

/** By the unit that keeps the point, once. */
export function canAnswerCorrection(
  { state, answeredByName }: Pick<PointCorrection, 'state' | 'answeredByName'>,
  unitId: string,
  actor: Actor,
): Verdict {
  const isOpen =
    state === 'open'
      ? allowed
      : refused('wrong-state', `这条纠错${answeredByName ?? '别人'}已经处理过了，答复不能改写`);
  return allOf(canKeepPoint(unitId, actor), isOpen);
}
