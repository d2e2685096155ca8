import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { readAnnexText } from '../tasks/annex-text.ts';
import { annexDocument } from './annex-document.ts';
import { annexWorkbook, rosterWorkbook } from './example-workbooks.ts';
import { originalPath } from './original-path.ts';

const annex = readAnnexText(readFileSync(originalPath('annex-1-task-breakdown.txt'), 'utf8'));
const printed = annex.rows.map((row) => [
  String(row.number),
  row.category,
  row.mainTask,
  row.concreteWork,
  row.units,
  row.due,
]);

describe('the originals the county hands in', () => {
  it('keep the 24 tasks of the annex, some of whose categories are left to the row above', () => {
    expect(annex.rows.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect(annex.rows.filter(({ category }) => category !== '').map(({ number }) => number)).toEqual([
      1, 5, 9, 10, 17, 18, 22,
    ]);
  });

  it('say the same in the Word file as in the text, with inherited categories as merged cells', async () => {
    const rows = await rowsOfDocument(readFileSync(originalPath('annex-1-task-breakdown.docx')));
    expect(rows).toEqual([annex.headings, ...printed]);
  });

  it('say the same in the Excel file as in the text, with empty rows in the middle and at the end', async () => {
    const sheet = await firstSheet(readFileSync(originalPath('annex-1-task-breakdown.xlsx')));
    expect(sheet.getCell('A1').text).toBe(annex.title);
    expect(sheet.getCell('A3').value).toBe(1);
    const rows = rowsOfSheet(sheet).slice(1);
    expect(rows.filter((row) => row.some((text) => text !== ''))).toEqual([annex.headings, ...printed]);
    expect(rows.flatMap((row, at) => (row.every((text) => text === '') ? [at] : []))).toEqual([10, 11, 27, 28]);
  });

  it('hold a roster of twelve people with numbers nobody owns', async () => {
    const [head, ...people] = rowsOfSheet(await firstSheet(readFileSync(originalPath('roster-example.xlsx'))));
    expect(head).toEqual(['姓名', '手机号', '单位', '角色']);
    expect(people).toHaveLength(12);
    expect(new Set(people.map(([, phone]) => phone)).size).toBe(12);
    for (const [, phone, , role] of people) {
      expect(phone).toMatch(/^198 0000 00\d\d$/);
      expect(['经办人', '单位负责人']).toContain(role);
    }
  });

  it('come out byte for byte the same when they are made again', async () => {
    const again = [await annexDocument(annex), await annexWorkbook(annex), await rosterWorkbook()];
    const kept = (['annex-1-task-breakdown.docx', 'annex-1-task-breakdown.xlsx', 'roster-example.xlsx'] as const).map(
      (name) => readFileSync(originalPath(name)),
    );
    expect(again.map((file, at) => file.equals(kept[at]!))).toEqual([true, true, true]);
  });
});

async function rowsOfDocument(file: Buffer): Promise<string[][]> {
  const xml = await (await JSZip.loadAsync(file)).file('word/document.xml')!.async('string');
  const between = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>(.*?)</w:${tag}>`, 'gs'))].map(([, inside]) => inside!);
  return between(xml, 'tr').map((row) => between(row, 'tc').map((cell) => between(cell, 't').join('')));
}

async function firstSheet(file: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  return workbook.worksheets[0]!;
}

/** Texts of all rows; a cell swallowed by the cell above it counts as empty. */
function rowsOfSheet(sheet: ExcelJS.Worksheet): string[][] {
  return Array.from({ length: sheet.rowCount }, (_, at) =>
    Array.from({ length: sheet.columnCount }, (_unused, column) => {
      const cell = sheet.getCell(at + 1, column + 1);
      return cell.master.address === cell.address ? cell.text : '';
    }),
  );
}
