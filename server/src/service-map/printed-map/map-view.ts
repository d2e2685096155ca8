import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { Place } from '@county/shared/service-map/position';
import type { MapView } from './print-job.ts';

/** A map shows at least so much of the ground, in degrees: some five kilometres. */
const LEAST = 0.05;
const MARGIN = 0.06;

/** A township's area, with those of the places that lie beyond it; the county where neither is known. */
export function viewOfArea(outline: MapOutline, areaUnitId: string, places: readonly Place[]): MapView {
  const ring = outline.areas.find(({ unitId }) => unitId === areaUnitId)?.ring ?? [];
  const all = [...ring.map(([longitude, latitude]) => ({ longitude, latitude })), ...places];
  if (!all.length) return { box: outline.box, areaUnitId };
  const [west, east] = widened(all.map(({ longitude }) => longitude));
  const [south, north] = widened(all.map(({ latitude }) => latitude));
  return { box: { west, south, east, north }, areaUnitId };
}

function widened(degrees: readonly number[]): [least: number, most: number] {
  const [least, most] = [Math.min(...degrees), Math.max(...degrees)];
  const more = Math.max((most - least) * MARGIN, (LEAST - (most - least)) / 2);
  return [least - more, most + more];
}
