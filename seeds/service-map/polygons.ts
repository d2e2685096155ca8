/** What is reckoned a million times: looked up once. */
const { max, min, sqrt } = Math;

/** Kilometres east and north of the county's seat. */
export type Point = readonly [east: number, north: number];

/** To the metre, so that two neighbours that reckon the same corner find the same one. */
const toTheMetre = ([east, north]: Point): Point => [Math.round(east * 1000) / 1000, Math.round(north * 1000) / 1000];

const squaredDistance = (one: Point, other: Point): number => (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2;

/** `Math.hypot` guards against sizes that no county has, and takes ten times as long. */
export const distance = (one: Point, other: Point): number => sqrt(squaredDistance(one, other));

/** The point that divides the way from one to another. */
export const between = (one: Point, other: Point, share: number): Point => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
];

/** Each side of a polygon: a corner and the next. */
export function sidesOf(polygon: readonly Point[]): [Point, Point][] {
  return polygon.map((corner, at) => [corner, polygon[(at + 1) % polygon.length]!]);
}

/** Whether a point lies in a polygon: a ray from it to the east crosses the polygon's sides an odd number of times. */
export function contains(polygon: readonly Point[], [east, north]: Point): boolean {
  let isInside = false;
  for (const [from, to] of sidesOf(polygon)) {
    const isCrossed = from[1] > north !== to[1] > north;
    if (isCrossed && east < from[0] + ((north - from[1]) * (to[0] - from[0])) / (to[1] - from[1])) isInside = !isInside;
  }
  return isInside;
}

export function distanceToSide(point: Point, [from, to]: [Point, Point]): number {
  const squared = squaredDistance(from, to);
  if (squared === 0) return distance(point, from);
  const along = ((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) / squared;
  return distance(point, between(from, to, min(1, max(0, along))));
}

export const distanceToBorder = (point: Point, polygon: readonly Point[]): number =>
  min(...sidesOf(polygon).map((side) => distanceToSide(point, side)));

/** What of the polygon lies nearer to one seat than to any other: a cell of Voronoi's, cut by the border. */
export function cellOf(seat: Point, others: readonly Point[], border: readonly Point[]): Point[] {
  return others.reduce((cell, other) => nearerHalf(cell, seat, other), [...border]).map(toTheMetre);
}

/** Cuts off what lies nearer to the other seat (Sutherland and Hodgman). */
function nearerHalf(polygon: readonly Point[], seat: Point, other: Point): Point[] {
  const excess = (point: Point): number => squaredDistance(point, other) - squaredDistance(point, seat);
  return sidesOf(polygon).flatMap(([from, to]) => {
    const [here, there] = [excess(from), excess(to)];
    const kept = here >= 0 ? [from] : [];
    return here >= 0 === there >= 0 ? kept : [...kept, between(from, to, here / (here - there))];
  });
}

/**
 * A straight side made uneven: its middle moved aside, then the middles of the halves. Which way and how far follows from
 * the two ends alone, whichever comes first, so that neighbours share the line.
 */
export function roughened(from: Point, to: Point, rounds: number, unevenness: number): Point[] {
  if (rounds === 0 || distance(from, to) < 0.3) return [from];
  const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  const [first, second] = isForward ? [from, to] : [to, from];
  const aside = unevenness * (2 * chance([...first, ...second]) - 1);
  const middle = between(first, second, 0.5);
  const moved = toTheMetre([middle[0] - (second[1] - first[1]) * aside, middle[1] + (second[0] - first[0]) * aside]);
  return [...roughened(from, moved, rounds - 1, unevenness), ...roughened(moved, to, rounds - 1, unevenness)];
}

/** From 0 up to 1; the same numbers always give the same. */
function chance(numbers: readonly number[]): number {
  let state = 2_166_136_261;
  for (const number of numbers) state = Math.imul(state ^ Math.round(number * 1000), 16_777_619);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((state ^ (state >>> 15)) >>> 0) / 4_294_967_296;
}

/** A curve through all the points (Catmull and Rom), `steps` pieces from each to the next. */
export function curved(line: readonly Point[], steps: number): Point[] {
  const at = (index: number): Point => line[min(line.length - 1, max(0, index))]!;
  const onCurve = (index: number, share: number): Point => {
    const through = (axis: 0 | 1): number => {
      const [a, b, c, d] = [at(index - 1)[axis], at(index)[axis], at(index + 1)[axis], at(index + 2)[axis]];
      return b + 0.5 * share * (c - a + share * (2 * a - 5 * b + 4 * c - d + share * (3 * (b - c) + d - a)));
    };
    return [through(0), through(1)];
  };
  const pieces = line
    .slice(0, -1)
    .flatMap((_, index) => Array.from({ length: steps }, (_unused, step) => onCurve(index, step / steps)));
  return [...pieces, line.at(-1)!].map(toTheMetre);
}

/** The part of a line that lies in a polygon, up to where it crosses the border. */
export function trimmed(line: readonly Point[], border: readonly Point[]): Point[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    const isInside = contains(border, point);
    const kept = isInside ? [point] : [];
    return !next || isInside === contains(border, next) ? kept : [...kept, crossing(point, next, border)];
  });
}

/** Where the way from one point to the other crosses the border, found by halving. */
function crossing(from: Point, to: Point, border: readonly Point[]): Point {
  let [low, high] = [0, 1];
  const startsInside = contains(border, from);
  for (let round = 0; round < 20; round += 1) {
    const middle = (low + high) / 2;
    if (contains(border, between(from, to, middle)) === startsInside) low = middle;
    else high = middle;
  }
  return toTheMetre(between(from, to, low));
}
