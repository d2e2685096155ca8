import { getOrgUnit } from '@county/shared/org-units/org-unit-routes';
import { useCall } from '../../api/use-call';

/** What a unit is called; a dash until it is known or where there is none. */
export function useUnitName(unitId: string | null | undefined): string {
  const unit = useCall(getOrgUnit, unitId ? { params: { unitId } } : null);
  return unit.data?.name ?? '—';
}
