import type { Place, ViewBox } from '@county/shared/service-map/position';

/** The earth in 32,768 columns: cells of about a kilometre. */
const COLUMN_BITS = 15;
const DEGREES = 360 / 2 ** COLUMN_BITS;
const LAST_COLUMN = 2 ** COLUMN_BITS - 1;
const LAST_ROW = 2 ** (COLUMN_BITS - 1) - 1;

/** More cells fit a box more closely, and ask the database more often. */
const MOST_CELLS = 16;

/** Tiles from one number to another, both included. */
export interface TileRange {
  from: number;
  to: number;
}

const within = (number: number, last: number) => Math.min(Math.max(Math.floor(number), 0), last);
const columnOf = (longitude: number) => within((longitude + 180) / DEGREES, LAST_COLUMN);
const rowOf = (latitude: number) => within((latitude + 90) / DEGREES, LAST_ROW);

/**
 * The number of the cell a place lies in. Column and row are woven bit by bit (Morton's order), so that cells near each
 * other on the ground mostly are so in an index of one column, on any engine.
 */
export function tileOf({ longitude, latitude }: Place): number {
  return woven(columnOf(longitude), rowOf(latitude));
}

/** A few ranges, ascending, that cover a box; they hold its surroundings too, never less than the box. */
export function rangesOver({ west, south, east, north }: ViewBox): TileRange[] {
  const [left, right, bottom, top] = [columnOf(west), columnOf(east), rowOf(south), rowOf(north)];
  let coarseness = 0;
  const span = (from: number, to: number) => (to >> coarseness) - (from >> coarseness) + 1;
  while (span(left, right) * span(bottom, top) > MOST_CELLS) coarseness += 1;
  const size = 4 ** coarseness;
  const starts: number[] = [];
  for (let column = left >> coarseness; column <= right >> coarseness; column += 1)
    for (let row = bottom >> coarseness; row <= top >> coarseness; row += 1) starts.push(woven(column, row) * size);
  const ranges: TileRange[] = [];
  for (const from of starts.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && last.to + 1 === from) last.to += size;
    else ranges.push({ from, to: from + size - 1 });
  }
  return ranges;
}

function woven(column: number, row: number): number {
  let tile = 0;
  for (let bit = COLUMN_BITS - 1; bit >= 0; bit -= 1) tile = tile * 4 + ((row >> bit) & 1) * 2 + ((column >> bit) & 1);
  return tile;
}
