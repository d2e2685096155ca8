import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { ViewBox } from '@county/shared/service-map/position';
import * as z from '@county/shared/zod';

type Place = [longitude: number, latitude: number];
type Drawing = Pick<MapOutline, 'rivers' | 'roads' | 'notice' | 'box'> & {
  areas: { name: string; ring: Place[]; label: Place }[];
};

export interface OutlineFile {
  drawing: Drawing;
  problems: string[];
}

/** A phone keeps the drawing; finer than this nobody sees on it. */
const MOST_PLACES = 8_000;
const CHINA: ViewBox = { west: 73, south: 3, east: 136, north: 54 };
const NOTICE = '示意图，不作为划界依据';
/** A hundred-thousandth of a degree is about a metre. */
const FINE = 100_000;

const GivenPlace = z.tuple([z.number(), z.number()]).rest(z.number());
const Line = z.array(GivenPlace).min(2);
const Ring = z.array(GivenPlace).min(4);
const Feature = z.object({
  properties: z.object({ name: z.string().trim().min(1).max(60), kind: z.string().trim().optional() }),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
    z.object({ type: z.literal('LineString'), coordinates: Line }),
  ]),
});
type Feature = z.infer<typeof Feature>;
const File = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1).max(2_000) });

const KINDS: Readonly<Record<string, 'rivers' | 'roads'>> = {
  河流: 'rivers',
  river: 'rivers',
  道路: 'roads',
  road: 'roads',
};

/**
 * A county's own drawing from a GeoJSON file in WGS-84 (CGCS2000): a polygon per township by its `name`, lines with
 * `kind` 河流 or 道路. Every fault is named with the number of the feature; with any, nothing of it is to be used.
 */
export function readOutline(text: string): OutlineFile {
  const empty: Drawing = { box: CHINA, areas: [], rivers: [], roads: [], notice: NOTICE };
  const file = File.safeParse(parsed(text));
  if (!file.success)
    return {
      drawing: empty,
      problems: ['不是 GeoJSON 的 FeatureCollection，请在地图软件里导出 GeoJSON（坐标系 CGCS2000 或 WGS-84）'],
    };
  const read = file.data.features.map((feature) => Feature.safeParse(feature));
  const features = read.flatMap(({ data }) => (data ? [data] : []));
  const drawing = features.reduce(withFeature, empty);
  const places = [...drawing.areas.map(({ ring }) => ring), ...lines(drawing)].flat();
  const problems = [
    ...read.flatMap(({ success }, at) =>
      success ? [] : [`第 ${at + 1} 个要素：要有名称 name，图形是 Polygon、MultiPolygon 或 LineString`],
    ),
    ...features.flatMap(({ geometry, properties }) =>
      geometry.type === 'LineString' && !KINDS[properties.kind ?? '']
        ? [`“${properties.name}”：线要写 kind，河流或道路`]
        : [],
    ),
    ...(drawing.areas.length ? [] : ['没有一个乡镇（街道）的面，请检查导出的图层']),
    ...(places.some(isOutsideChina) ? ['有的点不在中国境内：经度和纬度像是写反了，或坐标不是经纬度'] : []),
    ...(places.length > MOST_PLACES ? [`共 ${places.length} 个点，太细了；请先简化到 ${MOST_PLACES} 个点以内`] : []),
  ];
  return { drawing: places.length ? { ...drawing, box: boxOf(places) } : drawing, problems };
}

function withFeature(drawing: Drawing, { properties: { name, kind }, geometry }: Feature): Drawing {
  if (geometry.type === 'LineString') {
    const which = KINDS[kind ?? ''];
    return which
      ? { ...drawing, [which]: [...drawing[which], { name, line: rounded(geometry.coordinates) }] }
      : drawing;
  }
  const rings =
    geometry.type === 'Polygon' ? geometry.coordinates.slice(0, 1) : geometry.coordinates.map(([outer]) => outer!);
  // Of a township in pieces the largest bears the name.
  const pieces = rings.map(rounded).toSorted((one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one)));
  return { ...drawing, areas: [...drawing.areas, ...pieces.map((ring) => ({ name, ring, label: middleOf(ring) }))] };
}

const lines = ({ rivers, roads }: Drawing): Place[][] => [...rivers, ...roads].map(({ line }) => line);
const rounded = (places: readonly (readonly number[])[]): Place[] =>
  places.map(([longitude, latitude]) => [Math.round(longitude! * FINE) / FINE, Math.round(latitude! * FINE) / FINE]);
const isOutsideChina = ([longitude, latitude]: Place): boolean =>
  longitude < CHINA.west || longitude > CHINA.east || latitude < CHINA.south || latitude > CHINA.north;

/** Twice the area, negative when it runs clockwise. */
function areaOf(ring: readonly Place[]): number {
  return crossings(ring).reduce((sum, { cross }) => sum + cross, 0);
}

/** The centre of gravity, where a name stands best. */
function middleOf(ring: readonly Place[]): Place {
  const area = areaOf(ring);
  if (area === 0) return ring[0]!;
  const sums = crossings(ring).map(({ cross, one, other }): Place => [
    (one[0] + other[0]) * cross,
    (one[1] + other[1]) * cross,
  ]);
  const along = (axis: 0 | 1) => sums.reduce((sum, place) => sum + place[axis], 0) / (3 * area);
  return [along(0), along(1)];
}

const crossings = (ring: readonly Place[]) =>
  ring
    .slice(1)
    .map((other, at) => ({ one: ring[at]!, other, cross: ring[at]![0] * other[1] - other[0] * ring[at]![1] }));

function boxOf(places: readonly Place[]): ViewBox {
  const along = (axis: 0 | 1) => places.map((place) => place[axis]);
  const [east, north] = [along(0), along(1)].map((values) => values.reduce((one, other) => Math.max(one, other)));
  const [west, south] = [along(0), along(1)].map((values) => values.reduce((one, other) => Math.min(one, other)));
  return { west: west!, south: south!, east: east!, north: north! };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
