import { workingCalendar, type WorkingCalendar } from '@county/shared/calendar/working-days';
import { getPublicPoint } from '@county/shared/service-map/service-map-routes';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import { useEffect, useMemo } from 'react';
import { readKeptCounty, useCountyPoints, useRenewedCounty } from '../../../api/county-points';
import type { Failure } from '../../../api/failure';
import { useCall } from '../../../api/use-call';
import { isNotThere } from '../../../components/not-there';

interface FoundPoint {
  point: PublicPoint | undefined;
  /** Why it could not be renewed; with a point beside it the kept one is shown. */
  failure: Failure | undefined;
  isGone: boolean;
  /** Undefined until it is known by which holidays "open" is reckoned. */
  calendar: WorkingCalendar | undefined;
  /** When what is shown was last confirmed, where it comes from this device. */
  confirmedAt: string | undefined;
  reload(): Promise<void>;
}

/** A point as it is kept with the county, and anew as soon as the server has answered. */
export function usePoint(pointId: string): FoundPoint {
  useRenewedCounty();
  useEffect(() => void readKeptCounty(), []);
  const { points, map, confirmedAt } = useCountyPoints();
  const fresh = useCall(getPublicPoint, pointId ? { params: { pointId } } : null);
  const calendar = useMemo(() => map && workingCalendar(map.calendar), [map]);
  const isGone = !pointId || isNotThere(fresh.failure);
  const keptPoint = points?.find(({ id }) => id === pointId);
  const point = isGone ? undefined : (fresh.data ?? keptPoint);
  return {
    point,
    failure: fresh.failure,
    isGone,
    calendar,
    confirmedAt: fresh.failure ? (fresh.savedAt ?? confirmedAt) : undefined,
    reload: fresh.reload,
  };
}
