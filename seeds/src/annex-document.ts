import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { AnnexRow, AnnexText } from '../tasks/annex-text.ts';
import { withFixedDate } from './fixed-date.ts';

/** Widths of the six columns in twentieths of a point, filling a landscape A4 page. */
const WIDTHS = [700, 2000, 3600, 4300, 2200, 1200] as const;

type Merge = (typeof VerticalMergeType)[keyof typeof VerticalMergeType];

/** The annex as a Word file: one table, category cells merged down over the rows that inherit them. */
export async function annexDocument(annex: AnnexText): Promise<Buffer> {
  const head = new TableRow({ tableHeader: true, children: annex.headings.map((text, at) => cell(text, at)) });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...WIDTHS],
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [head, ...annex.rows.map((row, at) => tableRow(row, categoryMerge(annex.rows, at)))],
  });
  const document = new Document({
    creator: '县政府信息公开办',
    title: annex.title,
    styles: { default: { document: { run: { font: 'FangSong', size: 21 } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 } } },
        children: [heading(annex.mark, AlignmentType.LEFT, 28), heading(annex.title, AlignmentType.CENTER, 36), table],
      },
    ],
  });
  return withFixedDate(await Packer.toBuffer(document));
}

/** A merged cell starts at a printed category that the next row inherits, and goes on while cells are empty. */
function categoryMerge(rows: readonly AnnexRow[], at: number): Merge | undefined {
  if (rows[at]!.category === '') return VerticalMergeType.CONTINUE;
  return rows[at + 1]?.category === '' ? VerticalMergeType.RESTART : undefined;
}

function tableRow(row: AnnexRow, merge: Merge | undefined): TableRow {
  const texts = [String(row.number), row.category, row.mainTask, row.concreteWork, row.units, row.due];
  return new TableRow({
    cantSplit: true,
    children: texts.map((text, at) => cell(text, at, at === 1 ? merge : undefined)),
  });
}

function cell(text: string, at: number, verticalMerge?: Merge): TableCell {
  return new TableCell({
    width: { size: WIDTHS[at]!, type: WidthType.DXA },
    children: [new Paragraph(text)],
    ...(verticalMerge && { verticalMerge }),
  });
}

const heading = (
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  size: number,
): Paragraph =>
  new Paragraph({ alignment, spacing: { after: 200 }, children: [new TextRun({ text, size, bold: true })] });
