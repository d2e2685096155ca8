import type { PlaceUnit } from '@county/shared/service-map/serving-points';

/** The places of the map, and with them units that are none: the county's own, which lie in no township. */
export function withCountyUnits(places: readonly PlaceUnit[], ...unitIds: string[]): PlaceUnit[] {
  const others = unitIds.filter((unitId) => !places.some(({ id }) => id === unitId));
  return [...places, ...others.map((id) => ({ id, parentId: null, kind: 'department', name: '' }))];
}
