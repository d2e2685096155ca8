import type { PublicBookableService } from '@county/shared/appointments/bookable-service';
import { metresBetween } from '@county/shared/service-map/position';
import { servingFirst } from '@county/shared/service-map/serving-points';
import { useMemo } from 'react';
import { useCountyPoints, useRenewedCounty } from '../../../api/county-points';
import { useMyVillage } from '../../../api/my-village';
import { useWhereabouts } from '../../../api/whereabouts';

interface Placed {
  service: PublicBookableService;
  /** As the crow flies; undefined while either place is unknown. */
  metres: number | undefined;
}

/** As the map sorts: the nearest first where it is known, else those that serve one's own village and township. */
export function useInOrder(services: readonly PublicBookableService[]): Placed[] {
  useRenewedCounty();
  const { points, map } = useCountyPoints();
  const { villageId } = useMyVillage();
  const { place: here } = useWhereabouts();
  return useMemo(() => {
    const known = (points ?? []).filter(({ id }) => services.some(({ pointId }) => pointId === id));
    const rank = new Map(servingFirst(known, villageId, map?.units ?? []).map(({ id }, at) => [id, at]));
    const metresTo = (pointId: string) => {
      const there = known.find(({ id }) => id === pointId)?.places?.wgs84;
      return here && there ? metresBetween(here, there) : undefined;
    };
    return services
      .map((service) => ({ service, metres: metresTo(service.pointId) }))
      .sort(
        (one, other) =>
          (one.metres ?? Infinity) - (other.metres ?? Infinity) ||
          (rank.get(one.service.pointId) ?? Infinity) - (rank.get(other.service.pointId) ?? Infinity) ||
          0,
      );
  }, [services, points, map, villageId, here]);
}
