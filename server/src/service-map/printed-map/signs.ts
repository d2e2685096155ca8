import { SERVICE_POINT_KIND_LABELS, type ServicePointKind } from '@county/shared/service-map/service-point';
import type { Spot } from './number-placing.ts';
import { INK, type Sheet } from './sheet.ts';

type Corners = readonly (readonly [across: number, down: number])[];

const star: Corners = Array.from({ length: 10 }, (_, at) => {
  const [angle, length] = [(at * Math.PI) / 5 - Math.PI / 2, at % 2 ? 0.5 : 1.25];
  return [Math.cos(angle) * length, Math.sin(angle) * length] as const;
});
const square: Corners = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
];

/** Each kind has its own shape, since colour is never the only sign (rules A2) and many print in black. */
const SIGNS: Record<ServicePointKind, { color: string; corners: Corners | 'circle' | 'ring' }> = {
  'service-hall': { color: '#c0271d', corners: star },
  'service-centre': { color: '#1f4e9c', corners: square },
  'service-station': { color: '#1b6e3c', corners: 'circle' },
  'disclosure-zone': {
    color: '#7a3fa0',
    corners: [
      [0, -1.1],
      [1, 0.8],
      [-1, 0.8],
    ],
  },
  'gazette-point': {
    color: '#8a5a00',
    corners: [
      [0, -1.15],
      [1.15, 0],
      [0, 1.15],
      [-1.15, 0],
    ],
  },
  'age-friendly-window': {
    color: '#b0125b',
    corners: [
      [0, 1.1],
      [1, -0.8],
      [-1, -0.8],
    ],
  },
  'data-query-point': { color: '#00677a', corners: 'ring' },
  'self-service': {
    color: '#444444',
    corners: [
      [-0.35, -1],
      [0.35, -1],
      [0.35, -0.35],
      [1, -0.35],
      [1, 0.35],
      [0.35, 0.35],
      [0.35, 1],
      [-0.35, 1],
      [-0.35, 0.35],
      [-1, 0.35],
      [-1, -0.35],
      [-0.35, -0.35],
    ],
  },
};

export function drawSign({ doc }: Sheet, kind: ServicePointKind, { x, y }: Spot, size: number): void {
  const { color, corners } = SIGNS[kind];
  doc.lineWidth(0.5);
  if (corners === 'circle') doc.circle(x, y, size * 0.8).fillAndStroke(color, '#ffffff');
  else if (corners === 'ring')
    doc
      .circle(x, y, size * 0.7)
      .lineWidth(size * 0.45)
      .fillAndStroke('#ffffff', color);
  else
    doc
      .polygon(...corners.map(([across, down]) => [x + across * size, y + down * size]))
      .fillAndStroke(color, '#ffffff');
}

/** The kinds that are on the map with their signs, on as many lines as they need; answers where the next line begins. */
export function drawLegend(sheet: Sheet, kinds: readonly ServicePointKind[], y: number): number {
  const type = { size: sheet.sizes.text, color: INK };
  const size = sheet.sizes.text * 0.4;
  let [x, top] = [sheet.margin, y];
  for (const kind of kinds) {
    const width = sheet.measure(SERVICE_POINT_KIND_LABELS[kind], type) + 4.5 * size + 2 * type.size;
    if (x > sheet.margin && x + width - 2 * type.size > sheet.width - sheet.margin)
      [x, top] = [sheet.margin, top + sheet.lineHeight(type)];
    drawSign(sheet, kind, { x: x + 1.3 * size, y: top + sheet.lineHeight(type) / 2 }, size);
    sheet.write(SERVICE_POINT_KIND_LABELS[kind], x + 3.4 * size, top, type);
    x += width;
  }
  return kinds.length ? top + sheet.lineHeight(type) : top;
}
