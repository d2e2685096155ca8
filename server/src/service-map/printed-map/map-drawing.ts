import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { Place, ViewBox } from '@county/shared/service-map/position';
import { drawSign } from './signs.ts';
import {
  type Frame,
  groupsOf,
  isWithin,
  overlap,
  placeLabels,
  type PlacedLabel,
  numbersInWords,
  type Spot,
} from './number-placing.ts';
import type { MapView, PrintedPoint } from './print-job.ts';
import { BLUE, GREY, INK, type Sheet } from './sheet.ts';

const KM_PER_DEGREE = 111.32;
const TINTS = ['#f4efe2', '#e9f1e4', '#e6eef6', '#f6e9e6'];
const WATER = '#8db9e0';
const ROAD = '#d9a441';

/** Where a longitude and latitude lie in the frame; both directions in one scale, north up. */
class Projection {
  readonly pointsPerKm: number;
  private readonly perDegree: Spot;
  private readonly middle: Place;
  private readonly frame: Frame;

  constructor(view: ViewBox, frame: Frame) {
    this.frame = frame;
    this.middle = { longitude: (view.west + view.east) / 2, latitude: (view.south + view.north) / 2 };
    const shrinking = Math.cos((this.middle.latitude * Math.PI) / 180);
    const wide = (view.east - view.west) * KM_PER_DEGREE * shrinking;
    const high = (view.north - view.south) * KM_PER_DEGREE;
    this.pointsPerKm = Math.min(frame.width / wide, frame.height / high);
    this.perDegree = {
      x: this.pointsPerKm * KM_PER_DEGREE * shrinking,
      y: this.pointsPerKm * KM_PER_DEGREE,
    };
  }

  spot({ longitude, latitude }: Place): Spot {
    return {
      x: this.frame.x + this.frame.width / 2 + (longitude - this.middle.longitude) * this.perDegree.x,
      y: this.frame.y + this.frame.height / 2 - (latitude - this.middle.latitude) * this.perDegree.y,
    };
  }

  at([longitude, latitude]: readonly [number, number]): [number, number] {
    const { x, y } = this.spot({ longitude, latitude });
    return [x, y];
  }
}

/** What is drawn on the outline: the points, and what stands beneath the areas' names. */
export interface MapContent {
  outline: MapOutline;
  view: MapView;
  points: readonly PrintedPoint[];
  /** By the area's unit: the numbers that lie in it, where they have no room of their own. */
  captions: ReadonlyMap<string, string>;
}

/** A few points can be drawn larger. */
const FEW = 40;

/** The outline with its points numbered, in a frame. */
export function drawMap(sheet: Sheet, content: MapContent, frame: Frame): void {
  const { doc } = sheet;
  const projection = new Projection(content.view.box, inset(frame, 6));
  doc.save();
  doc.rect(frame.x, frame.y, frame.width, frame.height).clip();
  drawGround(sheet, content, projection);
  const names = drawNames(sheet, content, projection, frame);
  const scale = drawScale(sheet, projection, frame);
  drawPoints(sheet, content.points, projection, frame, [...names, scale]);
  doc.restore();
  doc.lineWidth(0.8).rect(frame.x, frame.y, frame.width, frame.height).stroke(GREY);
}

function drawGround({ doc }: Sheet, { outline, view }: MapContent, projection: Projection): void {
  const { areaUnitId } = view;
  outline.areas.forEach(({ unitId, ring }, at) => {
    const isSetOff = areaUnitId === null || unitId === areaUnitId;
    doc.lineWidth(areaUnitId !== null && isSetOff ? 1.4 : 0.6).lineJoin('round');
    doc.polygon(...ring.map((corner) => projection.at(corner)));
    doc.fillAndStroke(isSetOff ? TINTS[at % TINTS.length]! : '#f7f7f5', isSetOff ? '#8a8578' : '#c9c6bd');
  });
  const lines = [
    ...outline.roads.map(({ line }) => ({ line, color: ROAD, width: 1.2 })),
    ...outline.rivers.map(({ line }) => ({ line, color: WATER, width: 2.6 })),
  ];
  for (const { line, color, width } of lines) {
    line.forEach((corner, at) => {
      const [x, y] = projection.at(corner);
      if (at === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    });
    doc.lineWidth(width).lineCap('round').lineJoin('round').stroke(color);
  }
}

/** Names of areas and rivers, as far as they lie in the frame and have room; answers where they stand. */
function drawNames(
  sheet: Sheet,
  { outline, captions, points }: MapContent,
  projection: Projection,
  frame: Frame,
): Frame[] {
  const size = Math.max(sheet.sizes.mark + 1.5, sheet.sizes.text);
  // Numbers in words must not be hidden by signs; a bare name may be.
  const taken = captions.size ? signBoxes(points, projection, size / 2) : [];
  const put = (lines: readonly string[], spots: readonly Spot[], lift: number, color: string): void => {
    const width = Math.max(...lines.map((words) => sheet.measure(words, { size })));
    const height = lines.length * size * 1.3;
    const boxes = spots.map(({ x, y }) => ({ x: x - width / 2, y: y - lift * size, width, height }));
    const box = boxes.find((one) => isWithin(one, frame) && !taken.some((other) => overlap(one, other)));
    if (!box) return;
    // Moved away for want of room: a line says what it belongs to.
    if (box !== boxes[0] && lines.length > 1) drawLead(sheet, { at: spots[0]!, box });
    lines.forEach((words, at) => {
      const x = box.x + (width - sheet.measure(words, { size })) / 2;
      sheet.write(words, x, box.y + at * size * 1.3 - size * 0.1, { size, color, weight: at ? 'bold' : 'regular' });
    });
    taken.push(box);
  };
  for (const { unitId, name, label } of outline.areas) {
    const caption = unitId === null ? undefined : captions.get(unitId);
    const [longitude, latitude] = label;
    const spots = around(projection.spot({ longitude, latitude }), size);
    put(caption ? [name, caption] : [name], caption ? spots : spots.slice(0, 1), caption ? 1.3 : 2.2, GREY);
  }
  for (const { name, line } of outline.rivers)
    put(
      [name],
      line.map(([longitude, latitude]) => projection.spot({ longitude, latitude })),
      0.7,
      BLUE,
    );
  return taken;
}

/** A place and others near it, for what has to be said in any case. */
function around({ x, y }: Spot, size: number): Spot[] {
  const rings = [0, 1.5, 3, 4.5].map((far) => far * size);
  return rings.flatMap((far) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => ({
      x: x + far * 1.3 * Math.cos((turn * Math.PI) / 4),
      y: y + far * Math.sin((turn * Math.PI) / 4),
    })),
  );
}

function signBoxes(points: readonly PrintedPoint[], projection: Projection, half: number): Frame[] {
  return points.flatMap(({ place }) => {
    if (!place) return [];
    const { x, y } = projection.spot(place);
    return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  });
}

/** A bar of whole kilometres in the corner, and where north is. */
function drawScale(sheet: Sheet, { pointsPerKm }: Projection, frame: Frame): Frame {
  const { doc } = sheet;
  const type = { size: sheet.sizes.mark, color: INK };
  const kilometres = [10, 5, 2, 1, 0.5].find((length) => length * pointsPerKm < frame.width / 4) ?? 0.5;
  const words = `${kilometres < 1 ? '500 米' : `${kilometres} 公里`}　上北下南`;
  const [x, y] = [frame.x + 8, frame.y + frame.height - sheet.lineHeight(type) - 9];
  const width = Math.max(kilometres * pointsPerKm, sheet.measure(words, type));
  doc.rect(x - 4, y - 3, width + 8, sheet.lineHeight(type) + 9).fill('#ffffff');
  doc
    .lineWidth(1)
    .moveTo(x, y + 1)
    .lineTo(x, y + 4)
    .lineTo(x + kilometres * pointsPerKm, y + 4);
  doc.lineTo(x + kilometres * pointsPerKm, y + 1).stroke(INK);
  sheet.write(words, x, y + 5, type);
  return { x: x - 4, y: y - 3, width: width + 8, height: sheet.lineHeight(type) + 9 };
}

function drawPoints(
  sheet: Sheet,
  points: readonly PrintedPoint[],
  projection: Projection,
  frame: Frame,
  taken: readonly Frame[],
): void {
  const mark = Math.max(sheet.sizes.mark, points.length > FEW ? 0 : sheet.sizes.text);
  const sign = mark * 0.42;
  const type = { size: mark, weight: 'bold' as const };
  const placed = points.flatMap((point) => (point.place ? { ...point, ...projection.spot(point.place) } : []));
  const height = mark * 1.25;
  const labels = groupsOf(placed, sign * 2).map(({ at, numbers }) => {
    const words = numbersInWords(numbers);
    return { at, words, width: sheet.measure(words, type) + mark * 0.5 };
  });
  const drawn = placeLabels(labels, { height, sign, frame: inset(frame, 3), taken });
  drawn.filter(({ isLed }) => isLed).forEach((label) => drawLead(sheet, label));
  // The first of those at one place is drawn last: it is what the others stand in.
  [...placed].reverse().forEach((point) => drawSign(sheet, point.kind, point, sign));
  for (const { words, box } of drawn) {
    sheet.doc.roundedRect(box.x, box.y, box.width, box.height, 2).lineWidth(0.4).fillAndStroke('#ffffff', INK);
    sheet.write(words, box.x + mark * 0.25, box.y - mark * 0.08, type);
  }
}

function drawLead({ doc }: Sheet, { at, box }: Pick<PlacedLabel, 'at' | 'box'>): void {
  const end = {
    x: Math.min(Math.max(at.x, box.x), box.x + box.width),
    y: Math.min(Math.max(at.y, box.y), box.y + box.height),
  };
  doc.lineWidth(0.5).moveTo(at.x, at.y).lineTo(end.x, end.y).stroke(INK);
}

function inset({ x, y, width, height }: Frame, by: number): Frame {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}
