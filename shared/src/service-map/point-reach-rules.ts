import type { Actor } from '../people/actor.ts';
import { reaches } from '../people/scope.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { ServicePoint, ServicePointKind } from './service-point.ts';
import { chainOf, type PlaceUnit } from './serving-points.ts';

/** Houses the whole county goes to: its departments keep zones and windows in them. */
const HOUSES: readonly ServicePointKind[] = ['service-hall', 'service-centre'];

/** The township or subdistrict a unit is or lies in; null for the county's own, undefined for what is no unit. */
function townshipOver(unitId: string, units: readonly PlaceUnit[]): PlaceUnit | null | undefined {
  const chain = chainOf(unitId, units);
  if (!chain.length) return undefined;
  return chain.find(({ kind }) => kind === 'township' || kind === 'subdistrict') ?? null;
}

/**
 * Whether a unit's point may say that it serves another unit's people besides its own. A village's or a township's
 * point serves its own township (several villages share a window); a department's or the county's own, anybody.
 */
export function canServe(ownUnitId: string, servedUnitId: string, units: readonly PlaceUnit[]): Verdict {
  const [own, served] = [townshipOver(ownUnitId, units), townshipOver(servedUnitId, units)];
  if (own === undefined || served === undefined) return refused('wrong-state', '名录里没有这个村（社区），请重新选择');
  if (own === null || own.id === served?.id) return allowed;
  const name = units.find(({ id }) => id === servedUnitId)!.name;
  return refused('not-allowed', `“${name}”不在${own.name}，这里只能写${own.name}的村（社区）`);
}

/**
 * Whether a unit's point may be said to stand in another: in one the writer keeps as well, or, for a department's, in
 * the county's halls and centres. What hangs in somebody else's house would bind them without their having a say.
 */
export function canStandIn(
  outer: Pick<ServicePoint, 'unitId' | 'kind' | 'name'>,
  ownUnitId: string,
  actor: Actor,
  units: readonly PlaceUnit[],
): Verdict {
  const isOpenHouse = HOUSES.includes(outer.kind) && townshipOver(outer.unitId, units) === null;
  if (reaches(actor, outer.unitId) || (isOpenHouse && townshipOver(ownUnitId, units) === null)) return allowed;
  const owner = units.find(({ id }) => id === outer.unitId)?.name ?? '别的单位';
  return refused(
    'not-allowed',
    `“${outer.name}”是${owner}的，“所在场所”只能选您能维护的服务点；县级部门的还可以选县里的大厅和中心`,
  );
}
