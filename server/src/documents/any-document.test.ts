import { describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readDocument } from './read-document.service.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';

/** Words of a cell: what people type, without the signs a document cannot hold or a reader trims. */
const words = fc
  .array(fc.constantFrom(...'一二三修缮学校县教育局2026年6月底前（）、，;"\'&<>%=-+@ABC 0'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((signs) => signs.join('').replace(/\s+/g, ' ').trim())
  .filter(Boolean);
const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

async function asXlsx(rows: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('任务').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const asDocx = (rows: string[][]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Table({
              rows: rows.map(
                (texts) =>
                  new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
              ),
            }),
          ],
        },
      ],
    }),
  );

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const asCsv = (rows: string[][]) => Buffer.from(rows.map((texts) => texts.map(quoted).join(',')).join('\r\n'));

const FORMATS = [
  ['任务.xlsx', asXlsx, 25],
  ['任务.docx', asDocx, 25],
  ['任务.csv', async (rows: string[][]) => asCsv(rows), 200],
] as const;

describe('any table', () => {
  it.each(FORMATS)('comes out of %s as it went in', async (name, write, numRuns) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const [grid] = await readDocument(await write(rows), name);
        expect(grid!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(rows);
      }),
      { numRuns },
    );
  });

  it.each(FORMATS)('in a damaged %s is read or refused in words, never anything else', async (name, write, numRuns) => {
    const whole = await write([
      ['主要任务', '责任单位'],
      ['修缮学校', '县教育局'],
    ]);
    const damage = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat({ max: whole.length }), async (changes, cut) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const read = readDocument(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes, name);
        const answer = await read.catch((error: unknown) => error);
        if (!Array.isArray(answer)) expect(answer).toBeInstanceOf(UnreadableDocument);
      }),
      { numRuns: numRuns * 4 },
    );
  });
});
