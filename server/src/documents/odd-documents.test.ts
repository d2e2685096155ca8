import { describe, expect, it } from '@jest/globals';
import {
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ParagraphChild,
} from 'docx';
import ExcelJS from 'exceljs';
import type { Grid } from '@county/shared/document-grid';
import { readDocument } from './read-document.service.ts';

const cell = (...children: (Paragraph | Table)[]) => new TableCell({ children });
const words = (text: string) => cell(new Paragraph(text));
const marked = (...runs: ParagraphChild[]) => cell(new Paragraph({ children: runs }));
const word = (...rows: TableCell[][]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [{ children: [new Table({ rows: rows.map((children) => new TableRow({ children })) })] }],
    }),
  );
const textsOf = ([grid]: Grid[]): string[][] => grid!.rows.map(({ cells }) => cells.map(({ text }) => text));

describe('a Word document as it lies on a desk', () => {
  it('with a table inside a cell is still one table: the words within are that cell’s', async () => {
    const inner = new Table({
      rows: [
        ['月份', '进度'],
        ['一月', '完成 30%'],
      ].map((texts) => new TableRow({ children: texts.map(words) })),
    });
    const bytes = await word(
      [words('主要任务'), words('具体工作'), words('责任单位')],
      [words('修缮学校'), cell(new Paragraph('按月推进'), inner, new Paragraph('')), words('县教育局')],
    );
    const grids = await readDocument(bytes, '任务.docx');
    expect(grids).toHaveLength(1);
    expect(textsOf(grids)).toEqual([
      ['主要任务', '具体工作', '责任单位'],
      ['修缮学校', '按月推进\n月份\n进度\n一月\n完成 30%', '县教育局'],
    ]);
  });

  it('with changes still marked reads as if they were accepted', async () => {
    const revision = { id: 1, author: '张三', date: '2026-01-05T00:00:00Z' };
    const bytes = await word(
      [words('主要任务'), words('完成时限')],
      [
        marked(new TextRun('修缮'), new DeletedTextRun({ ...revision, text: '两所' }), new TextRun('学校')),
        marked(
          new DeletedTextRun({ ...revision, id: 2, text: '2026年6月' }),
          new InsertedTextRun({ ...revision, id: 3, text: '2026年9月' }),
        ),
      ],
    );
    expect(textsOf(await readDocument(bytes, '任务.docx'))[1]).toEqual(['修缮学校', '2026年9月']);
  });
});

describe('a workbook', () => {
  it('tells which rows are hidden, so that nobody gives out what was filtered away', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('任务');
    sheet.addRows([
      ['序号', '主要任务', '责任单位'],
      [1, '修缮学校', '县教育局'],
      [2, '去年已办', '县民政局'],
    ]);
    sheet.getRow(3).hidden = true;
    sheet.getColumn(1).hidden = true;
    const [grid] = await readDocument(Buffer.from(await book.xlsx.writeBuffer()), '任务.xlsx');
    expect(grid!.rows.map(({ row, hidden = false }) => [row, hidden])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(grid!.rows[1]!.cells.map(({ text }) => text)).toEqual(['1', '修缮学校', '县教育局']);
  });
});

describe('signs nobody can print', () => {
  it('stay out: no workbook made of them would open again', async () => {
    const text = '序号,主要任务\n1,修缮\u0001学校\u202e（\ufffe）\n2,\u200b\u2800';
    const texts = textsOf(await readDocument(Buffer.from(text), '任务.csv'));
    expect(texts).toEqual([
      ['序号', '主要任务'],
      ['1', '修缮学校（）'],
      ['2', ''],
    ]);
  });
});

describe('a csv as Chinese Excel and others save it', () => {
  const TEXT = '序号,主要任务,责任单位\r\n1,"修缮学校，\n并绿化",县教育局\r\n';
  // 修缮学校 in GBK, byte by byte: the way Excel in Chinese writes a csv.
  const gbk = Buffer.from(
    'd0f2bac52cd6f7d2aac8cecef12cd4f0c8ceb5a5cebb0d0a312c22d0deC9c9d1a7d0a3a3ac0ab2a2c2ccbbaf222ccfd8bdccd3fdbed60d0a',
    'hex',
  );
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
    ['GBK', gbk],
  ])('%s', async (_, bytes) => {
    const texts = textsOf(await readDocument(bytes, '任务.csv'));
    expect(texts[0]).toEqual(['序号', '主要任务', '责任单位']);
    expect(texts[1]![0]).toBe('1');
    expect(texts[1]![2]).toBe('县教育局');
    expect(texts[1]![1]).toMatch(/学校，\n并绿化$/);
  });
});
