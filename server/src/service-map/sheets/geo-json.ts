import { printableText } from '../../http/printable-text.ts';
import type { ReadSheet, SheetLine } from './sheet-lines.ts';
import { columnHeaded, SHEET_COLUMNS, type ColumnKey, type SheetPoint } from './sheet-columns.ts';

/** Names other tools give what we head in Chinese. */
const OTHER_NAMES: Record<string, ColumnKey> = { name: 'name', address: 'address', phone: 'phone', id: 'id' };

/** Said by the geometry; the rest are properties. */
const OF_GEOMETRY: readonly ColumnKey[] = ['longitude', 'latitude'];

/** Points as GeoJSON (RFC 7946); the caller gives their positions in WGS-84. */
export function writeGeoJson(points: readonly SheetPoint[]): string {
  const features = points.map((point) => ({
    type: 'Feature',
    id: point.id,
    geometry: point.facts.position
      ? { type: 'Point', coordinates: [point.facts.position.longitude, point.facts.position.latitude] }
      : null,
    properties: Object.fromEntries(
      SHEET_COLUMNS.filter(({ key }) => !OF_GEOMETRY.includes(key)).map((column) => [
        column.heading,
        column.write(point),
      ]),
    ),
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

export const isGeoJson = (bytes: Buffer): boolean => /^\uFEFF?\s*\{/.test(bytes.subarray(0, 200).toString('utf8'));

/** What a collection holds; undefined where the text is none. */
export function geoJsonFeatures(text: string): readonly unknown[] | undefined {
  const whole = parsed(text.replace(/^\uFEFF/, ''));
  if (!isRecord(whole) || whole.type !== 'FeatureCollection' || !Array.isArray(whole.features)) return undefined;
  return whole.features as unknown[];
}

/** Reads the points of a collection. */
export function geoJsonLines(features: readonly unknown[]): ReadSheet {
  const sheet: ReadSheet = { lines: [], remarks: [] };
  features.forEach((feature, at) => {
    const read = isRecord(feature) ? featureCells(feature) : '不是一个 Feature';
    const place = { place: 'GeoJSON', row: at + 1 };
    if (typeof read === 'string')
      sheet.remarks.push({ ...place, severity: 'error', column: null, cell: null, message: read });
    else sheet.lines.push({ ...place, line: sheet.lines.length + 1, cells: read });
  });
  return sheet;
}

function featureCells({ geometry, properties }: Record<string, unknown>): SheetLine['cells'] | string {
  const cells: SheetLine['cells'] = {};
  if (isRecord(geometry)) {
    const { type, coordinates } = geometry;
    if (type !== 'Point' || !Array.isArray(coordinates)) return '只收点（Point），线和面不能作为服务点';
    const [longitude, latitude] = coordinates as unknown[];
    cells.longitude = { text: wordsOf(longitude), cell: 'geometry' };
    cells.latitude = { text: wordsOf(latitude), cell: 'geometry' };
  } else {
    cells.longitude = { text: '', cell: 'geometry' };
    cells.latitude = { text: '', cell: 'geometry' };
  }
  for (const [name, value] of Object.entries(isRecord(properties) ? properties : {})) {
    const key = columnHeaded(name)?.key ?? OTHER_NAMES[name.toLowerCase()];
    if (key && !OF_GEOMETRY.includes(key)) cells[key] = { text: wordsOf(value), cell: name.slice(0, 40) };
  }
  return cells;
}

function wordsOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? printableText(value).replace(/\r\n?/g, '\n').trim() : '';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
