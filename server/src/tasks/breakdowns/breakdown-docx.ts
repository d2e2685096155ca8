import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { ColumnMeaning } from '@county/shared/tasks/breakdowns/breakdown-columns';
import type { BreakdownTable } from './breakdown-table.ts';

/** A4 across, in twentieths of a point. */
const [PAGE_WIDTH, PAGE_HEIGHT, MARGIN] = [16_838, 11_906, 1134];
const SHARES: Partial<Record<ColumnMeaning, number>> = {
  number: 2,
  category: 4,
  mainTask: 8,
  concreteWork: 12,
  due: 4,
  problem: 9,
  measure: 9,
};
const OTHER_SHARE = 6;
const TITLE_FONT = '方正小标宋简体';
const TEXT_FONT = '仿宋';

/** The table as a Word document, as an office sends it on: across the page, the head on every one. */
export async function breakdownDocx({
  title,
  columns,
  headings,
  rows,
  sharedNumbers,
}: BreakdownTable): Promise<Buffer> {
  const shares = headings.map((_heading, index) => SHARES[columns[index]?.meaning ?? 'ignored'] ?? OTHER_SHARE);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor(((PAGE_WIDTH - 2 * MARGIN) * share) / all));
  const number = columns.findIndex(({ meaning }) => meaning === 'number');
  const mergeOf = (at: number) => {
    const run = sharedNumbers.find(({ first, last }) => first <= at && at <= last);
    return run && (run.first === at ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE);
  };
  const row = (cells: readonly string[], isHead: boolean, at: number) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, index) =>
        cell(text, { width: widths[index]!, bold: isHead, merge: index === number ? mergeOf(at) : undefined }),
      ),
    });
  const size = { width: PAGE_HEIGHT, height: PAGE_WIDTH, orientation: PageOrientation.LANDSCAPE };
  const document = new Document({
    sections: [
      {
        properties: { page: { size, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: title, bold: true, size: 36, font: TITLE_FONT })],
          }),
          new Table({
            width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
            columnWidths: widths,
            rows: [row(headings, true, -1), ...rows.map((cells, at) => row(cells, false, at))],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

interface CellLook {
  width: number;
  bold: boolean;
  merge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType] | undefined;
}

function cell(text: string, { width, bold, merge }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(merge ? { verticalMerge: merge } : {}),
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: bold ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: line, bold, size: 21, font: TEXT_FONT })],
        }),
    ),
  });
}

function pageNumber(): Paragraph {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24, font: TEXT_FONT })];
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}
