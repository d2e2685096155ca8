import type { Day } from '@county/shared/calendar/day';
import { people } from '../src/county.ts';
import { countyPoints } from './county-points.ts';
import type { PointSeed } from './point-seed.ts';
import { stationPoints } from './station-points.ts';
import { townshipPoints } from './township-points.ts';

/** All service points of the invented county; `today` is the day of seeding, from which a closure is reckoned. */
export function pointSeeds(today: Day): PointSeed[] {
  const officers = new Map(
    people().flatMap(({ role, unitName, name }) => (role === 'officer' ? [[unitName, name]] : [])),
  );
  const nameOf = (unitName: string): string => officers.get(unitName)!;
  return [...countyPoints(today), ...townshipPoints(nameOf), ...stationPoints(nameOf)];
}
