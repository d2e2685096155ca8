import * as z from '../zod.ts';

/** The system a longitude and latitude were taken in; they lie up to some hundred metres apart (rules M1). */
export const Datum = z.enum(['wgs84', 'gcj02', 'bd09']);
export type Datum = z.infer<typeof Datum>;

export const DATUM_LABELS = {
  wgs84: '天地图、手机定位（CGCS2000 / WGS-84）',
  gcj02: '微信、腾讯、高德地图（GCJ-02）',
  bd09: '百度地图（BD-09）',
} as const satisfies Record<Datum, string>;

/** A place as it was taken, with the system it was taken in; degrees. */
export const Position = z
  .object({
    longitude: z.number().min(-180).max(180).meta({ label: '经度' }),
    latitude: z.number().min(-90).max(90).meta({ label: '纬度' }),
    datum: Datum.meta({ label: '坐标系' }),
  })
  .meta({ id: 'Position' });
export type Position = z.infer<typeof Position>;

/** Degrees in one known system. */
export const Place = z.object({ longitude: z.number(), latitude: z.number() }).meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

/** A place as it goes out: for the web's maps and for WeChat's. */
export const Places = z.object({ wgs84: Place, gcj02: Place }).meta({ id: 'Places' });
export type Places = z.infer<typeof Places>;

/** West, south, east, north; degrees of WGS-84. */
export const ViewBox = z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() });
export type ViewBox = z.infer<typeof ViewBox>;

/** A view box as an address names it, `105.4,31.4,105.6,31.5`; undefined when it is none. */
export function viewBoxOf(text: string): ViewBox | undefined {
  const [west, south, east, north, ...rest] = text.split(',').map(Number) as [number, number, number, number];
  const isBox = !rest.length && west < east && south < north;
  return isBox && west >= -180 && east <= 180 && south >= -90 && north <= 90 ? { west, south, east, north } : undefined;
}

export function isInBox({ west, south, east, north }: ViewBox, { longitude, latitude }: Place): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

const EARTH_RADIUS = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two places of the same system, along the surface. */
export function metresBetween(one: Place, other: Place): number {
  const [north, east] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** `350 米`, `2.4 公里`, `18 公里`: as exact as a person needs who sets out. */
export function distanceInWords(metres: number): string {
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} 米`;
  const kilometres = metres / 1000;
  return `${kilometres < 9.95 ? kilometres.toFixed(1) : Math.round(kilometres)} 公里`;
}
