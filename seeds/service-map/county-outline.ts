import type { MapOutline } from '@county/shared/service-map/map-outline';
import { BORDER, RIVERS, ROADS, SEAT, TOWNSHIP_SEATS } from './county-shape.ts';
import { cellOf, curved, distanceToBorder, between, type Point, roughened, sidesOf, trimmed } from './polygons.ts';

/** The outline with the areas' units told by name; ids are made when the units are taken in. */
export type OutlineSeed = Omit<MapOutline, 'areas'> & {
  areas: (Omit<MapOutline['areas'][number], 'unitId'> & { unitName: string })[];
};

const KM_PER_DEGREE = 111.32;
/** The county's margins on a map, in kilometres. */
const MARGIN = 0.8;
const NOTICE = '示意图，不作为划界依据；正式使用请设置有审图号的底图';

const toFour = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** Longitude and latitude in WGS-84, to about ten metres. */
export function degreesAt([east, north]: Point): [longitude: number, latitude: number] {
  const shrinking = Math.cos((SEAT.latitude * Math.PI) / 180);
  return [toFour(SEAT.longitude + east / (KM_PER_DEGREE * shrinking)), toFour(SEAT.latitude + north / KM_PER_DEGREE)];
}

/** The county's border in kilometres, uneven as borders are. */
export const border: readonly Point[] = sidesOf(BORDER).flatMap(([from, to]) => roughened(from, to, 3, 0.2));

/** The area of each township and subdistrict in kilometres. They share their sides, so that nothing lies between two. */
export const townshipAreas: ReadonlyMap<string, readonly Point[]> = new Map(
  Object.entries(TOWNSHIP_SEATS).map(([unitName, seat]) => {
    const others = Object.values(TOWNSHIP_SEATS).filter((other) => other !== seat);
    return [unitName, sidesOf(cellOf(seat, others, border)).flatMap(unlessBorder)];
  }),
);

/** Sides between two townships are made uneven too; the county's border already is. */
function unlessBorder([from, to]: [Point, Point]): Point[] {
  return distanceToBorder(between(from, to, 0.5), border) < 0.01 ? [from] : roughened(from, to, 3, 0.16);
}

const closed = (polygon: readonly Point[]): [number, number][] => [...polygon, polygon[0]!].map(degreesAt);
const drawn = (lines: Readonly<Record<string, readonly Point[]>>): MapOutline['rivers'] =>
  Object.entries(lines).map(([name, line]) => ({ name, line: trimmed(curved(line, 5), border).map(degreesAt) }));

/** The invented county as it is drawn where no licensed base map is set. */
export function mapOutline(): OutlineSeed {
  const west = Math.min(...border.map(([east]) => east)) - MARGIN;
  const south = Math.min(...border.map(([, north]) => north)) - MARGIN;
  const east = Math.max(...border.map(([one]) => one)) + MARGIN;
  const north = Math.max(...border.map(([, one]) => one)) + MARGIN;
  const [[left, bottom], [right, top]] = [degreesAt([west, south]), degreesAt([east, north])];
  return {
    box: { west: left, south: bottom, east: right, north: top },
    areas: [...townshipAreas].map(([unitName, polygon]) => ({
      unitName,
      name: unitName,
      ring: closed(polygon),
      label: degreesAt(TOWNSHIP_SEATS[unitName]!),
    })),
    rivers: drawn(RIVERS),
    roads: drawn(ROADS),
    notice: NOTICE,
  };
}
