import { drawCode } from './code-drawing.ts';
import { drawMap, type MapContent } from './map-drawing.ts';
import { numbersInWords } from './number-placing.ts';
import { PointTable, kindsOf } from './point-table.ts';
import type { PrintedPoint, PrintJob } from './print-job.ts';
import { BLUE, GREY, INK, RULE, Sheet } from './sheet.ts';
import { drawLegend } from './signs.ts';

/** The printed map: title, map with legend, table of points; each page with its number and the day. */
export async function makePdf(job: PrintJob): Promise<Buffer> {
  const sheet = new Sheet(job);
  const chunks: Buffer[] = [];
  sheet.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => sheet.doc.on('end', resolve));
  const footer = sheet.lineHeight({ size: sheet.sizes.small }) + 8;
  const bottom = sheet.height - sheet.margin - footer;
  const newPage = (): number => {
    sheet.doc.addPage();
    return sheet.margin;
  };
  const underTitle = drawTitle(sheet, job, newPage());
  const y = drawMapAndLegend(sheet, job, underTitle, bottom);
  const table = new PointTable(sheet, job, { y, newPage, bottom });
  for (const points of partsOf(job)) {
    const view = job.townshipViews[points[0]?.townshipId ?? ''];
    if (view) table.begin(drawTownshipMap(sheet, job, { view, points }, newPage()));
    table.draw(points);
  }
  drawFooters(sheet, job, bottom + 8);
  sheet.doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawTitle(sheet: Sheet, job: PrintJob, top: number): number {
  const { margin, sizes, innerWidth } = sheet;
  const code = sizes.title * (job.isLarge ? 2.6 : 2.8);
  const caption = { size: sizes.small, color: GREY };
  const captionWords = '扫码看最新';
  const side = Math.max(code, sheet.measure(captionWords, caption));
  const width = innerWidth - side - 14;
  const x = sheet.width - margin - side;
  drawCode(sheet, job.link, { x: x + (side - code) / 2, y: top, width: code, height: code });
  sheet.write(captionWords, x, top + code + 2, caption);
  let y = sheet.writeAll(job.title, margin, top, width, { size: sizes.title, weight: 'bold', color: BLUE });
  y = sheet.writeAll(countWords(job), margin, y + 2, width, { size: sizes.heading, color: INK });
  y = sheet.writeAll(`${job.date}印制。时间可能临时变动，去之前可以先打电话。`, margin, y, width, {
    size: sizes.text,
    color: GREY,
  });
  return Math.max(y, top + code + 2 + sheet.lineHeight(caption)) + 6;
}

function countWords({ points, filter }: PrintJob): string {
  const off = points.filter(({ place }) => place === null).length;
  const counted = points.length ? `共 ${points.length} 处` : '还没有登记服务点';
  return [`${filter}${counted}`, ...(off ? [`其中 ${off} 处位置还没有核实，只列在表中`] : [])].join('，');
}

/** The map as wide as the page and as high as what it shows, the notice beneath it; answers where the table begins. */
function drawMapAndLegend(sheet: Sheet, job: PrintJob, top: number, bottom: number): number {
  const { margin, innerWidth, sizes } = sheet;
  const notice = { size: sizes.small, color: GREY };
  const noticeHeight = sheet.lines(job.notice, innerWidth, notice).length * sheet.lineHeight(notice);
  const y = drawLegend(sheet, kindsOf(job.points), top) + 4;
  const height = Math.min(bottom - y - noticeHeight - 6, heightOf(job.view, innerWidth));
  const hasParts = Object.keys(job.townshipViews).length > 0;
  const content = {
    outline: job.outline,
    view: job.view,
    points: job.points.filter(({ townshipId }) => !hasParts || townshipId === null),
    captions: hasParts ? numbersByTownship(job.points) : new Map<string, string>(),
  };
  drawMap(sheet, content, { x: margin, y, width: innerWidth, height });
  return sheet.writeAll(job.notice, margin, y + height + 3, innerWidth, notice) + 6;
}

/** How high a map has to be to show all of its view, neither a strip nor a tower. */
function heightOf({ box: { west, south, east, north } }: PrintJob['view'], width: number): number {
  const wide = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  return width * Math.min(0.9, Math.max(0.6, (north - south) / wide));
}

/** A township's own map on a page of its own part; answers where its table begins. */
function drawTownshipMap(
  sheet: Sheet,
  { outline }: PrintJob,
  { view, points }: Pick<MapContent, 'view' | 'points'>,
  top: number,
): number {
  const { margin, innerWidth, sizes } = sheet;
  const heading = { size: sizes.title * 0.8, weight: 'bold' as const, color: BLUE };
  const y = sheet.writeAll(points[0]!.group, margin, top, innerWidth, heading) + 4;
  const height = heightOf(view, innerWidth);
  drawMap(sheet, { outline, view, points, captions: new Map() }, { x: margin, y, width: innerWidth, height });
  return y + height + 10;
}

/** The whole table, or what each township's own map goes before. */
function partsOf({ points, townshipViews }: PrintJob): PrintedPoint[][] {
  if (!Object.keys(townshipViews).length) return [points];
  const parts = new Map<string, PrintedPoint[]>();
  for (const point of points) parts.set(point.group, [...(parts.get(point.group) ?? []), point]);
  return [...parts.values()];
}

function numbersByTownship(points: readonly PrintedPoint[]): Map<string, string> {
  const numbers = new Map<string, number[]>();
  for (const { townshipId, number } of points)
    if (townshipId !== null) numbers.set(townshipId, [...(numbers.get(townshipId) ?? []), number]);
  return new Map([...numbers].map(([id, all]) => [id, numbersInWords(all)]));
}

function drawFooters(sheet: Sheet, { title, date }: PrintJob, y: number): void {
  const type = { size: sheet.sizes.small, color: GREY };
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    sheet.doc.switchToPage(page);
    sheet.doc
      .lineWidth(0.5)
      .moveTo(sheet.margin, y - 4)
      .lineTo(sheet.width - sheet.margin, y - 4)
      .stroke(RULE);
    const pages = `第 ${page + 1} 页，共 ${count} 页`;
    sheet.write(`${title}　${date}`, sheet.margin, y, type);
    sheet.write(pages, sheet.width - sheet.margin - sheet.measure(pages, type), y, type);
  }
}
