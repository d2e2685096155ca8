import { useCountyPoints, useRenewedCounty } from '../../../api/county-points';

/** The villages a unit may serve: its own; for a unit that has none under it, the county's. */
export function useVillages(unitId: string | null | undefined): { value: string; label: string }[] {
  useRenewedCounty();
  const { map } = useCountyPoints();
  const villages = (map?.units ?? []).filter(({ kind }) => kind === 'village' || kind === 'community');
  const own = villages.filter(({ id, parentId }) => parentId === unitId || id === unitId);
  return (own.length ? own : villages).map(({ id, name }) => ({ value: id, label: name }));
}
