import { type Accessibility, NOTHING_KNOWN } from '@county/shared/service-map/accessibility';
import { degreesAt } from './county-outline.ts';
import { TOWNSHIP_SEATS } from './county-shape.ts';
import type { PointSeed } from './point-seed.ts';
import type { Point } from './polygons.ts';

type Usual =
  | 'landmark'
  | 'hours'
  | 'windows'
  | 'staff'
  | 'accessibility'
  | 'languages'
  | 'queueHint'
  | 'servesUnitNames'
  | 'insideName'
  | 'checkedMonthsAgo'
  | 'position';

/** A point of which little is known unless it is said. */
export function point(written: Omit<PointSeed, Usual> & Partial<Pick<PointSeed, Usual>>): PointSeed {
  return {
    landmark: '',
    position: null,
    hours: null,
    windows: [],
    staff: [],
    accessibility: NOTHING_KNOWN,
    languages: ['普通话', '本地话'],
    queueHint: '',
    servesUnitNames: [],
    insideName: null,
    checkedMonthsAgo: null,
    ...written,
  };
}

/** A place so many metres east and north of a township's seat. */
export function near(townshipName: string, metresEast: number, metresNorth: number): PointSeed['position'] {
  const [east, north] = TOWNSHIP_SEATS[townshipName]!;
  return positionAt([east + metresEast / 1000, north + metresNorth / 1000]);
}

export function positionAt(place: Point): PointSeed['position'] {
  const [longitude, latitude] = degreesAt(place);
  return { longitude, latitude, datum: 'wgs84' };
}

/** What is known of how one gets in; the rest is not. */
export function access(known: Partial<Accessibility>): Accessibility {
  return { ...NOTHING_KNOWN, ...known };
}

/** A number of no area of the country. */
export const phoneOf = (serial: number): string => `0800-55${String(serial).padStart(5, '0')}`;
