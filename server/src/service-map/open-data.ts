import { asText } from '../documents/plain-cell.service.ts';
import { SERVICE_POINT_KIND_LABELS, type PublicPoint } from '@county/shared/service-map/service-point';
import { hoursInWords } from '@county/shared/service-map/hours-in-words';

/** Excel knows UTF-8 by it. */
const BYTE_ORDER_MARK = '\uFEFF';

type Column = [heading: string, value: (point: PublicPoint) => string | number | null];

const COLUMNS: Column[] = [
  ['编号', ({ id }) => id],
  ['类别', ({ kind }) => SERVICE_POINT_KIND_LABELS[kind]],
  ['名称', ({ name }) => name],
  ['单位', ({ unitName }) => unitName],
  ['乡镇（街道）', ({ townshipName }) => townshipName],
  ['地址', ({ address }) => address],
  ['附近标志', ({ landmark }) => landmark],
  ['经度', ({ places }) => places?.wgs84.longitude ?? null],
  ['纬度', ({ places }) => places?.wgs84.latitude ?? null],
  ['电话', ({ phone }) => phone],
  ['开放时间', ({ hours }) => hoursInWords(hours)],
  ['可办事项', ({ windows }) => servicesOf(windows).join('；')],
  ['排队提示', ({ queueHint }) => queueHint],
  ['核对日期', ({ checkedOn }) => checkedOn],
];

/** One line of the table: RFC 4180, and no cell that a spreadsheet would take for a formula. */
const lineOf = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  const harmless = typeof value === 'string' ? asText(value) : String(value);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What of a table of points stands before the first line. */
export const csvHead = (): string => BYTE_ORDER_MARK + lineOf(COLUMNS.map(([heading]) => heading));

export const csvLines = (points: readonly PublicPoint[]): string =>
  points.map((point) => lineOf(COLUMNS.map(([, valueOf]) => valueOf(point)))).join('');

/** A point in GeoJSON (RFC 7946: WGS-84, longitude first); what has no place has no geometry. */
export function featureOf({ places, ...properties }: PublicPoint) {
  const geometry = places && { type: 'Point', coordinates: [places.wgs84.longitude, places.wgs84.latitude] };
  return { type: 'Feature', id: properties.id, geometry, properties };
}

const servicesOf = (windows: PublicPoint['windows']): string[] => [
  ...new Set(windows.flatMap(({ services }) => services.map(({ words }) => words))),
];
