import type { PublicMap } from '@county/shared/service-map/service-map-routes';

interface Area {
  value: string;
  label: string;
}

/** What a paper map can be of: one's own village first, then the county and its townships. */
export function areasOf(units: PublicMap['units'], villageId: string | undefined): Area[] {
  const named = (unit: PublicMap['units'][number]): Area => ({ value: unit.id, label: unit.name });
  const townships = units.filter(({ kind }) => kind === 'township' || kind === 'subdistrict');
  const countyId = townships[0]?.parentId;
  return [
    ...units.filter(({ id }) => id === villageId).map(named),
    ...(countyId ? [{ value: countyId, label: '全县' }] : []),
    ...townships.map(named),
  ];
}
