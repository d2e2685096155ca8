import { SERVICE_POINT_KIND_LABELS } from '@county/shared/service-map/service-point';
import { drawCode } from './code-drawing.ts';
import type { PrintedPoint, PrintJob } from './print-job.ts';
import { BLUE, GREY, RULE, type Sheet, type Type } from './sheet.ts';
import { drawSign } from './signs.ts';

interface Line {
  words: string;
  type: Type;
}
interface Column {
  heading: string;
  /** Of what the number and the code leave. */
  share: number;
  says: (point: PrintedPoint) => [words: string, type: Type][];
}

const GAP = 6;
/** A row higher than this part of a page may be divided. */
const LONG = 0.15;

/** The table of points, from `y` on the sheet's current page over as many pages as it takes. */
export class PointTable {
  private readonly sheet: Sheet;
  private readonly columns: readonly Column[];
  private readonly newPage: () => number;
  private readonly code: number;
  private readonly numberWidth: number;
  private readonly bottom: number;
  private readonly isLarge: boolean;
  private y: number;
  /** Whether the columns' headings stand on this page. */
  private isHeaded = false;

  /**
   * @param newPage begins a page and answers where its first line is
   * @param bottom where the last line of a page ends
   */
  constructor(
    sheet: Sheet,
    job: PrintJob,
    { y, newPage, bottom }: { y: number; newPage: () => number; bottom: number },
  ) {
    this.sheet = sheet;
    this.newPage = newPage;
    this.bottom = bottom;
    this.y = y;
    this.isLarge = job.isLarge;
    this.code = (job.paper === 'A4' ? 52 : 62) * (job.isLarge ? 1.4 : 1);
    this.numberWidth = sheet.measure('888', this.strong) + 2 * GAP + sheet.sizes.text;
    this.columns = job.isLarge ? [this.everything] : [this.whereIs, this.whatIsDone, this.whenOpen];
  }

  /** Goes on from `y` on another page. */
  begin(y: number): void {
    this.y = y;
    this.isHeaded = false;
  }

  draw(points: readonly PrintedPoint[]): void {
    let group: string | null = null;
    for (const point of points) {
      const cells = this.columns.map((column, at) => this.linesOf(column, at, point));
      this.drawPoint(point, cells, point.group === group ? null : point.group);
      group = point.group;
    }
  }

  private get text(): Type {
    return { size: this.sheet.sizes.text };
  }
  private get strong(): Type {
    return { size: this.sheet.sizes.heading, weight: 'bold' };
  }
  private get quiet(): Type {
    return { size: this.sheet.sizes.small, color: GREY };
  }

  private get whereIs(): Column {
    return {
      heading: '名称和地址',
      share: 0.34,
      says: (point) => [
        [point.name, this.strong],
        [point.address, this.text],
        ...this.landmarkOf(point),
        ...this.notPlaced(point),
      ],
    };
  }

  private get whatIsDone(): Column {
    return { heading: '能办什么', share: 0.38, says: ({ services }) => [[services, this.text]] };
  }

  private get whenOpen(): Column {
    return {
      heading: '开放时间和电话',
      share: 0.28,
      says: ({ hours, phone }) => [
        [phone, this.strong],
        [hours, this.text],
      ],
    };
  }

  /** In large print a row is as wide as the page. */
  private get everything(): Column {
    return {
      heading: '',
      share: 1,
      says: (point) => [
        [point.name, this.strong],
        [`电话：${point.phone}`, { ...this.strong, color: BLUE }],
        [`地址：${point.address}`, this.text],
        ...this.landmarkOf(point),
        ...this.notPlaced(point),
        [`时间：${point.hours}`, this.text],
        [`能办：${point.services}`, this.text],
      ],
    };
  }

  private landmarkOf({ landmark }: PrintedPoint): [string, Type][] {
    return landmark ? [[`附近：${landmark}`, this.isLarge ? this.text : this.quiet]] : [];
  }

  private notPlaced({ place }: PrintedPoint): [string, Type][] {
    return place ? [] : [['位置还没有核实，未标在图上', this.isLarge ? this.text : this.quiet]];
  }

  private columnAt(at: number): { x: number; width: number } {
    const { margin, innerWidth } = this.sheet;
    const whole = innerWidth - this.numberWidth - this.code - GAP;
    const before = this.columns.slice(0, at).reduce((sum, { share }) => sum + share, 0);
    return { x: margin + this.numberWidth + before * whole, width: this.columns[at]!.share * whole - 1.5 * GAP };
  }

  private linesOf({ says }: Column, at: number, point: PrintedPoint): Line[] {
    const { width } = this.columnAt(at);
    return says(point).flatMap(([words, type]) =>
      this.sheet.lines(words, width, type).map((line) => ({ words: line, type })),
    );
  }

  private heightOf(lines: readonly Line[]): number {
    return lines.reduce((sum, { type }) => sum + this.sheet.lineHeight(type), 0);
  }

  private drawHeadings(): void {
    if (this.isLarge || this.isHeaded) return;
    this.isHeaded = true;
    const { sheet } = this;
    const type = { size: sheet.sizes.small, weight: 'bold' as const, color: '#ffffff' };
    const height = sheet.lineHeight(type) + 4;
    sheet.doc.rect(sheet.margin, this.y, sheet.innerWidth, height).fill(BLUE);
    sheet.write('编号', sheet.margin + GAP / 2, this.y + 2, type);
    this.columns.forEach(({ heading }, at) => sheet.write(heading, this.columnAt(at).x, this.y + 2, type));
    sheet.write('扫码看详情', sheet.width - sheet.margin - this.code, this.y + 2, type);
    this.y += height;
  }

  /** A row that has no room goes to the next page; a long one begins where there is room for some of it. */
  private drawPoint(point: PrintedPoint, cells: Line[][], group: string | null): void {
    const padding = this.isLarge ? 8 : 4;
    const groupHeight = group === null ? 0 : this.sheet.lineHeight(this.strong) + 4;
    const headings = this.isHeaded || this.isLarge ? 0 : this.sheet.lineHeight(this.text) + 4;
    const height = Math.max(...cells.map((lines) => this.heightOf(lines)), this.code) + 2 * padding;
    const room = this.bottom - this.y - groupHeight - headings;
    const isLong = height > LONG * this.bottom;
    if (height > room && !(isLong && room > 2 * this.code)) this.turnPage();
    this.drawHeadings();
    if (group !== null) this.drawGroup(group, groupHeight);
    let left = cells;
    for (let isFirst = true; left.some((lines) => lines.length); isFirst = false) {
      if (!isFirst) this.turnPage();
      this.drawHeadings();
      left = this.drawPart(point, left, { padding, isFirst });
    }
  }

  /** Draws as many lines of each cell as there is room for; answers the lines left. */
  private drawPart(
    point: PrintedPoint,
    cells: readonly Line[][],
    { padding, isFirst }: { padding: number; isFirst: boolean },
  ): Line[][] {
    const { sheet, code } = this;
    const top = this.y + padding;
    let lowest = isFirst ? top + code : top;
    const left = cells.map((lines, at) => {
      let y = top;
      let drawn = 0;
      while (drawn < lines.length && y + sheet.lineHeight(lines[drawn]!.type) <= this.bottom - padding) {
        sheet.write(lines[drawn]!.words, this.columnAt(at).x, y, lines[drawn]!.type);
        y += sheet.lineHeight(lines[drawn]!.type);
        drawn += 1;
      }
      lowest = Math.max(lowest, y);
      return lines.slice(drawn);
    });
    this.drawNumber(point, top, isFirst);
    if (isFirst)
      drawCode(sheet, point.link, { x: sheet.width - sheet.margin - code, y: top, width: code, height: code });
    this.y = Math.min(lowest + padding, this.bottom);
    sheet.doc
      .lineWidth(0.5)
      .moveTo(sheet.margin, this.y)
      .lineTo(sheet.width - sheet.margin, this.y)
      .stroke(RULE);
    return left;
  }

  private drawNumber({ number, kind }: PrintedPoint, top: number, isFirst: boolean): void {
    const { sheet } = this;
    const size = sheet.sizes.text * 0.4;
    const x = sheet.margin + GAP / 2;
    drawSign(sheet, kind, { x: x + size, y: top + sheet.lineHeight(this.strong) / 2 }, size);
    sheet.write(String(number), x + 2.8 * size, top, this.strong);
    if (!isFirst) sheet.write('续', x + 2.8 * size, top + sheet.lineHeight(this.strong), this.quiet);
  }

  private drawGroup(group: string, height: number): void {
    const { sheet } = this;
    sheet.doc.rect(sheet.margin, this.y, sheet.innerWidth, height).fill('#e8edf5');
    sheet.write(group, sheet.margin + GAP / 2, this.y + 2, { ...this.strong, color: BLUE });
    this.y += height;
  }

  private turnPage(): void {
    this.begin(this.newPage());
  }
}

/** The kinds among the points, in the order of their labels. */
export function kindsOf(points: readonly PrintedPoint[]): PrintedPoint['kind'][] {
  const kinds = Object.keys(SERVICE_POINT_KIND_LABELS) as PrintedPoint['kind'][];
  return kinds.filter((kind) => points.some((point) => point.kind === kind));
}
