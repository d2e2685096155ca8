import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { PrintJob } from './print-job.ts';
import { linesOf } from './line-breaking.ts';

export type Weight = 'regular' | 'bold';

/** What of fontkit's font is needed here: whether a sign can be drawn, and how wide it is. */
interface FontOfSigns {
  unitsPerEm: number;
  hasGlyphForCodePoint(code: number): boolean;
  glyphForCodePoint(code: number): { advanceWidth: number };
}

const require = createRequire(import.meta.url);
const FONT_FILES: Record<Weight, string> = {
  regular: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};
/** What Chinese printers set for a sign they have no type for. */
const NO_TYPE = '〓';
const LINE = 1.4;

export const INK = '#1a1a1a';
export const GREY = '#595959';
export const BLUE = '#1f4e9c';
export const RULE = '#b8c0cc';

export interface Type {
  size: number;
  weight?: Weight;
  color?: string;
}

/** The pages being set: sizes, type and measuring. All sizes are points. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly sizes: { title: number; heading: number; text: number; small: number; mark: number };
  private readonly fonts = new Map<Weight, FontOfSigns>();
  private readonly widths = new Map<string, number>();

  constructor({ paper, isLarge, title, countyName }: PrintJob) {
    const info = { Title: title, Author: countyName, Creator: `${countyName}政务公开` };
    this.doc = new PDFDocument({
      size: paper,
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      lang: 'zh-CN',
      info,
    });
    [this.width, this.height] = paper === 'A4' ? [595.28, 841.89] : [841.89, 1190.55];
    this.margin = paper === 'A4' ? 34 : 45;
    const normal = paper === 'A4' ? { text: 8.5, mark: 6.5 } : { text: 10.5, mark: 8 };
    const { text, mark } = isLarge ? { text: paper === 'A4' ? 16 : 18, mark: 16 } : normal;
    const small = isLarge ? 16 : text - 0.5;
    this.sizes = { title: text * (isLarge ? 1.75 : 2.6), heading: text * 1.15, text, small, mark };
    for (const weight of ['regular', 'bold'] as const) {
      this.doc.registerFont(weight, readFileSync(FONT_FILES[weight]) as unknown as string);
      this.doc.font(weight);
      this.fonts.set(weight, (this.doc as unknown as { _font: { font: FontOfSigns } })._font.font);
    }
  }

  get innerWidth(): number {
    return this.width - 2 * this.margin;
  }

  lineHeight({ size }: Type): number {
    return size * LINE;
  }

  measure(words: string, type: Type): number {
    return [...words].reduce((sum, sign) => sum + this.widthOf(sign, type), 0);
  }

  lines(words: string, width: number, type: Type): string[] {
    return linesOf(words, width, (sign) => this.widthOf(sign, type));
  }

  /** One line, its top at `y`. Every sign is drawn by itself as wide as it was measured: nothing is kerned. */
  write(line: string, x: number, y: number, { size, weight = 'regular', color = INK }: Type): void {
    const drawn = [...line].map((sign) => (this.has(sign, weight) ? sign : NO_TYPE)).join('');
    this.doc.font(weight).fontSize(size).fillColor(color);
    this.doc.text(drawn, x, y + (size * (LINE - 1)) / 4, { lineBreak: false, features: [] });
  }

  /** All of it, on as many lines as it takes; answers where the next line begins. */
  writeAll(words: string, x: number, y: number, width: number, type: Type): number {
    const lines = this.lines(words, width, type);
    lines.forEach((line, at) => this.write(line, x, y + at * this.lineHeight(type), type));
    return y + lines.length * this.lineHeight(type);
  }

  private has(sign: string, weight: Weight): boolean {
    return this.fonts.get(weight)!.hasGlyphForCodePoint(sign.codePointAt(0)!);
  }

  private widthOf(sign: string, { size, weight = 'regular' }: Type): number {
    const key = `${weight}${sign}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    const font = this.fonts.get(weight)!;
    const code = (this.has(sign, weight) ? sign : NO_TYPE).codePointAt(0)!;
    const width = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
    this.widths.set(key, width);
    return width * size;
  }
}
