import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import ExcelJS from 'exceljs';

/** A cell of a Word table: its text, how many columns it spans, and whether it goes on from the row above. */
export type WordCell = string | { text?: string; columns?: number; begins?: boolean; goesOn?: boolean };

const wordCell = (cell: WordCell): TableCell => {
  const { text = '', columns = 1, begins, goesOn } = typeof cell === 'string' ? { text: cell } : cell;
  const merge = begins ? VerticalMergeType.RESTART : goesOn ? VerticalMergeType.CONTINUE : undefined;
  return new TableCell({
    columnSpan: columns,
    ...(merge ? { verticalMerge: merge } : {}),
    children: text.split('\n').map((line) => new Paragraph(line)),
  });
};

/** A Word document of paragraphs and tables, as an office draws them up. */
export const word = (...parts: (string | WordCell[][])[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: parts.map((part) =>
            typeof part === 'string'
              ? new Paragraph(part)
              : new Table({ rows: part.map((cells) => new TableRow({ children: cells.map(wordCell) })) }),
          ),
        },
      ],
    }),
  );

/** A workbook, filled by hand. */
export const workbook = async (fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};
