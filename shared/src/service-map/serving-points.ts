import { findWords } from '../search/find-words.ts';
import { indexWords } from '../search/word-index.ts';
import { SERVICE_POINT_KIND_LABELS, type PublicPoint, type ServicePointKind } from './service-point.ts';

/** Townships and villages as the map has them, in official order. */
export interface PlaceUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly name: string;
  /** First letters in pinyin; a phone may have kept places without. */
  readonly initials?: string | undefined;
}

export type ServingLevel = 'village' | 'township' | 'county';

/** The points that serve a village's people, level by level. */
export interface ServingPoints {
  readonly level: ServingLevel;
  /** 石桥村, 青石镇, 县里. */
  readonly name: string;
  readonly points: readonly PublicPoint[];
}

/** The unit itself and those above it, from below. */
export function chainOf(unitId: string, units: readonly PlaceUnit[]): PlaceUnit[] {
  const chain: PlaceUnit[] = [];
  let unit = units.find(({ id }) => id === unitId);
  while (unit && !chain.includes(unit)) {
    const { parentId } = unit;
    chain.push(unit);
    unit = units.find(({ id }) => id === parentId);
  }
  return chain;
}

/**
 * On which level a point serves the people of a place; null where it does not. A unit's point serves those of the
 * units under it as well; the county's own points, which lie in no township's charge, serve everybody.
 */
export function servingLevel(point: PublicPoint, chain: readonly PlaceUnit[]): ServingLevel | null {
  if (chain.length === 0) return null;
  const serves = ({ id }: PlaceUnit) => point.unitId === id || point.servesUnitIds.includes(id);
  const [own, ...above] = chain;
  if (own && serves(own)) return own.kind === 'township' || own.kind === 'subdistrict' ? 'township' : 'village';
  if (above.some(serves)) return 'township';
  return point.townshipId === null && point.servesUnitIds.length === 0 ? 'county' : null;
}

/** 哪里给我办: the points that serve a place, from the nearest level up to the county. */
export function servingPoints(
  points: readonly PublicPoint[],
  unitId: string,
  units: readonly PlaceUnit[],
): ServingPoints[] {
  const chain = chainOf(unitId, units);
  const township = chain.find(({ kind }) => kind === 'township' || kind === 'subdistrict');
  const village = chain.find((unit) => unit !== township);
  const of = (level: ServingLevel) =>
    inOfficialOrder(
      points.filter((point) => servingLevel(point, chain) === level),
      units,
    );
  return [
    ...(village ? [{ level: 'village' as const, name: village.name, points: of('village') }] : []),
    ...(township ? [{ level: 'township' as const, name: township.name, points: of('township') }] : []),
    { level: 'county', name: '县里', points: of('county') },
  ];
}

const NEARNESS: readonly (ServingLevel | null)[] = ['village', 'township', 'county', null];

/**
 * In which order somebody looks through points of one kind: those that serve their village, its township's, the
 * county's, then all others; without a village the county's own first.
 */
export function servingFirst(
  points: readonly PublicPoint[],
  villageId: string | undefined,
  units: readonly PlaceUnit[],
): PublicPoint[] {
  const chain = villageId ? chainOf(villageId, units) : [];
  const ordered = inOfficialOrder(points, units);
  return NEARNESS.flatMap((level) => ordered.filter((point) => servingLevel(point, chain) === level));
}

/**
 * Places by their names, alone or with that of what they lie in (青石镇石桥村), by first letters or in pinyin; mistyped
 * ones too; the best first. `all` has the units they lie in.
 */
export function findPlaces<Unit extends PlaceUnit>(units: readonly Unit[], words: string, all = units): Unit[] {
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const entries = units.map(({ name, parentId, initials = '' }, at) => {
    const above = parentId === null ? undefined : byId.get(parentId);
    const whole = (above?.name ?? '') + name;
    return { id: String(at), name, words: [whole], initials: `${initials} ${above?.initials ?? ''}${initials}` };
  });
  return findWords(indexWords(entries), words).flatMap(({ id }) => units[Number(id)] ?? []);
}

const KINDS = Object.keys(SERVICE_POINT_KIND_LABELS) as ServicePointKind[];

/** The county's own first, then by township in official order; there by kind, then by village. */
export function inOfficialOrder(points: readonly PublicPoint[], units: readonly PlaceUnit[]): PublicPoint[] {
  const places = new Map(units.map(({ id }, place) => [id, place]));
  const keysOf = ({ townshipId, unitId, kind }: PublicPoint) => [
    townshipId === null ? -1 : (places.get(townshipId) ?? units.length),
    KINDS.indexOf(kind),
    places.get(unitId) ?? -1,
  ];
  return points
    .map((point) => ({ point, keys: keysOf(point) }))
    .sort((one, other) => compared(one.keys, other.keys))
    .map(({ point }) => point);
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((key, place) => key !== other[place]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
