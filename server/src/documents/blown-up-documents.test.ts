import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { readDocument } from './read-document.service.ts';

const HEAD = ['序号', '主要任务', '责任单位', '完成时限'];

/** A small task table as a spreadsheet program saves it, with more put into its sheet. */
async function workbookWith(change: (sheet: string) => string, rows = 1): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('任务');
  sheet.addRow(HEAD);
  for (let row = 1; row <= rows; row += 1) sheet.addRow([row, '公示低保名单', '县民政局', '2026年6月']);
  const zip = await JSZip.loadAsync((await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer);
  const name = 'xl/worksheets/sheet1.xml';
  zip.file(name, change(await zip.file(name)!.async('string')));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const afterRows = (xml: string) => (sheet: string) => sheet.replace('</sheetData>', `</sheetData>${xml}`);

describe('a small file that stands for millions of cells', () => {
  it.each([
    [
      'a drop-down list in every cell of the sheet',
      '<dataValidations count="1"><dataValidation type="list" sqref="A2:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
    ],
    [
      'a colour rule for whole columns',
      '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="cellIs" priority="1" operator="equal"><formula>1</formula></cfRule></conditionalFormatting>',
    ],
  ])('%s is read like any other table', async (_what, xml) => {
    const [grid] = await readDocument(await workbookWith(afterRows(xml)), '任务.xlsx');
    expect(grid!.rows.map(({ cells }) => cells.length)).toEqual([4, 4]);
  });

  it.each([
    ['whole columns merged', '<mergeCells count="1"><mergeCell ref="A3:D1048576"/></mergeCells>', /合并的单元格太多/],
    [
      'ten thousand merges',
      `<mergeCells count="10000">${Array.from({ length: 10_000 }, (_, row) => `<mergeCell ref="F${row + 2}:G${row + 2}"/>`).join('')}</mergeCells>`,
      /合并的单元格太多/,
    ],
  ])('%s are refused with the way out', async (_what, xml, words) => {
    await expect(readDocument(await workbookWith(afterRows(xml)), '任务.xlsx')).rejects.toThrow(words);
  });

  it('too many rows are counted before they are read', async () => {
    const row = '<row r="9"><c r="A9" t="inlineStr"><is><t>一</t></is></c></row>';
    const bytes = await workbookWith((sheet) => sheet.replace('</sheetData>', `${row.repeat(300_000)}</sheetData>`));
    await expect(readDocument(bytes, '任务.xlsx')).rejects.toThrow('超过 12000 行的上限，请分成几份上传');
  });

  it('a Word table whose cells claim to span hundreds of columns is refused', async () => {
    const cell = '<w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr><w:p/></w:tc>';
    const zip = new JSZip();
    zip.file('[Content_Types].xml', TYPES);
    zip.file('_rels/.rels', RELS);
    const rows = `<w:tr>${cell.repeat(20)}</w:tr>`.repeat(500);
    zip.file(
      'word/document.xml',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>${rows}</w:tbl></w:body></w:document>`,
    );
    const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    await expect(readDocument(bytes, '任务.docx')).rejects.toThrow('表格的单元格太多');
  });
});

describe('a row of thousands of cells', () => {
  const many = (one: (at: number) => string) => Array.from({ length: 30_000 }, (_, at) => one(at));
  it.each([
    ['of a text indented to its end', '说明.txt', many((at) => `\t第${at}段`).join('\n')],
    ['of a csv', '任务.csv', many((at) => `列${at}`).join(',')],
  ])('%s is refused before anybody asks what each column means', async (_what, name, text) => {
    await expect(readDocument(Buffer.from(text), name)).rejects.toThrow(/第 1 行有 30000 格，最多 63 格/);
  });

  it('that are blank from the fifth on has the four', async () => {
    const blank = ','.repeat(5_000);
    const [grid] = await readDocument(Buffer.from(`${HEAD.join(',')}${blank}\n1,公示,民政局,6月${blank}`), '任务.csv');
    expect(grid!.rows.map(({ cells }) => cells.filter(({ text }) => text).length)).toEqual([4, 4]);
    expect(Math.max(...grid!.rows.map(({ cells }) => cells.length))).toBeLessThan(100);
  });
});

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
