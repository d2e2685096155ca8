import { workingCalendar } from '@county/shared/calendar/working-days';
import { findPoints, indexPoints, type FoundPoints, type GuideWords } from '@county/shared/service-map/find-points';
import { instantOfFilters } from '@county/shared/service-map/point-filters';
import type { Place } from '@county/shared/service-map/position';
import { useDeferredValue, useMemo } from 'react';
import { useCountyPoints } from '../../api/county-points';
import { useGuideWords } from '../../api/guide-words';
import { useWhereabouts } from '../../api/whereabouts';
import { useNow } from '../../ui/use-now';
import type { MapView } from './map-view';

const NONE: FoundPoints = { found: [], hoursUnknown: 0, accessUnknown: 0 };

interface Found {
  found: FoundPoints;
  guideWords: GuideWords;
  at: string;
  here: Place | undefined;
}

/** What fits, for map and list alike, at the time it is asked for. */
export function useFoundPoints(view: MapView): Found {
  const { map, points } = useCountyPoints();
  const guideWords = useGuideWords();
  const { place } = useWhereabouts();
  const now = useNow();
  // Typing goes on while the list of the last word is still being made.
  const asked = useDeferredValue(view);
  const here = asked.near ? place : undefined;
  const calendar = useMemo(() => workingCalendar(map?.calendar ?? []), [map?.calendar]);
  const index = useMemo(() => indexPoints(points ?? [], guideWords), [points, guideWords]);
  const found = useMemo(
    () => (map ? findPoints(index, asked, { units: map.units, calendar, now, here: here ?? null }) : NONE),
    [index, asked, map, calendar, now, here],
  );
  return { found, guideWords, at: instantOfFilters(asked, now) ?? now, here };
}
