import type { EventContent } from '@county/shared/public-events/event-content';
import type { EventPlaceView } from '@county/shared/public-events/public-event';
import { useCountyPoints, useRenewedCounty } from '../../../api/county-points';

/** The place of a notice as residents will read it: a point by its name and address. */
export function usePlaceView({ pointId, words }: EventContent['place']): EventPlaceView {
  useRenewedCounty();
  const point = useCountyPoints(({ points }) => points?.find(({ id }) => id === pointId));
  const isKnown = useCountyPoints(({ points }) => points !== undefined);
  if (pointId === null) return { pointId, name: words, address: '', places: null };
  if (point)
    return { pointId, name: point.name, address: [point.address, words].filter(Boolean).join(' '), places: null };
  return { pointId, name: isKnown ? words || '已经撤下的服务点' : '—', address: '', places: null };
}
