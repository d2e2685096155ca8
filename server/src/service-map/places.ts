import module from 'gcoord';
import type { Datum, Place, Places, Position } from '@county/shared/service-map/position';

// Its types name a default export; what Node loads is that object itself.
const gcoord = module as unknown as (typeof module)['default'];

const SYSTEMS = {
  wgs84: gcoord.WGS84,
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const satisfies Record<Datum, string>;

/** A tenth of a metre: finer than anybody measures. */
const MILLION = 1_000_000;
const rounded = (degrees: number): number => Math.round(degrees * MILLION) / MILLION;

/** The place in the systems in which it goes out (rules M1); as it was given, where it was given in one of them. */
export function placesOf(position: Position): Places {
  return { wgs84: placeIn('wgs84', position), gcj02: placeIn('gcj02', position) };
}

function placeIn(system: Datum, { longitude, latitude, datum }: Position): Place {
  const there = gcoord.transform([longitude, latitude], SYSTEMS[datum], SYSTEMS[system]);
  return { longitude: rounded(there[0]), latitude: rounded(there[1]) };
}

export const inMillionths = (degrees: number): number => Math.round(degrees * MILLION);
