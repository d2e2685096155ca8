import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
} from 'docx';

/** Sizes and margins of GB/T 9704-2012, in half points and millimetres. */
const [TITLE_SIZE, TEXT_SIZE] = [44, 32];
const MARGIN = { top: 37, bottom: 35, left: 28, right: 26 };
const TITLE_FONT = '方正小标宋简体';
const TEXT_FONT = '仿宋_GB2312';
const HEADING_FONT = '黑体';
/** 28 points between lines, which gives 22 lines a page. */
const LINE_SPACING = { line: 560, lineRule: LineRuleType.EXACT };

/** A paper as an office prints it under its own red head: A4 upright, page numbers below. */
export function officialLetter(children: readonly Paragraph[]): Promise<Buffer> {
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: twip(210), height: twip(297) }, margin: margins() } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The document's number, above its title. */
export const letterNumber = (text: string): Paragraph => centred(text, TEXT_FONT, TEXT_SIZE);

export const letterTitle = (text: string): Paragraph => centred(text, TITLE_FONT, TITLE_SIZE);

/** To whom it is addressed; not indented. */
export const letterAddress = (text: string): Paragraph => paragraph(text, false);

export const letterHeading = (text: string): Paragraph => paragraph(text, true, HEADING_FONT);

/** Words, a paragraph for each of their lines. */
export const letterWords = (words: string): Paragraph[] =>
  words.split('\n').flatMap((line) => (line.trim() ? [paragraph(line.trim(), true)] : []));

/** The office and the day, at the right. */
export function letterSignature(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: LINE_SPACING,
    indent: { right: TEXT_SIZE * 40 },
    children: [run(text, TEXT_FONT, TEXT_SIZE)],
  });
}

function paragraph(text: string, isIndented: boolean, font = TEXT_FONT): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: LINE_SPACING,
    ...(isIndented ? { indent: { firstLine: TEXT_SIZE * 20 } } : {}),
    children: [run(text, font, TEXT_SIZE)],
  });
}

function centred(text: string, font: string, size: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 400 },
    children: [run(text, font, size)],
  });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: '宋体' })],
  });
}

const run = (text: string, font: string, size: number) => new TextRun({ text, font, size });
const twip = (millimetres: number) => convertMillimetersToTwip(millimetres);
const margins = () => ({
  top: twip(MARGIN.top),
  bottom: twip(MARGIN.bottom),
  left: twip(MARGIN.left),
  right: twip(MARGIN.right),
});
