import ExcelJS from 'exceljs';
import type { AnnexRow, AnnexText } from '../tasks/annex-text.ts';
import { MADE_AT, withFixedDate } from './fixed-date.ts';

/** Rows that offices leave formatted but empty: two where the table pauses, two below it. */
const EMPTY_ROWS = 2;

/** People as a personnel office lists them; names and numbers are invented. */
const ROSTER = [
  ['陈立新', '198 0000 0011', '县行政审批局', '单位负责人'],
  ['周雨桐', '198 0000 0012', '县行政审批局', '经办人'],
  ['何文静', '198 0000 0013', '县民政局', '单位负责人'],
  ['罗小川', '198 0000 0014', '县民政局', '经办人'],
  ['杨志平', '198 0000 0015', '县财政局', '单位负责人'],
  ['邓思远', '198 0000 0016', '县财政局', '经办人'],
  ['唐晓兰', '198 0000 0017', '县司法局', '单位负责人'],
  ['蒋一鸣', '198 0000 0018', '县司法局', '经办人'],
  ['谢春梅', '198 0000 0019', '县农业农村局', '单位负责人'],
  ['冯宇航', '198 0000 0020', '县农业农村局', '经办人'],
  ['曾庆云', '198 0000 0021', '县档案馆', '单位负责人'],
  ['彭佳宁', '198 0000 0022', '县档案馆', '经办人'],
] as const;

/** The annex as an Excel file: title merged across, categories merged down, numbers as numbers, some empty rows. */
export async function annexWorkbook(annex: AnnexText): Promise<Buffer> {
  const { workbook, sheet } = emptyWorkbook('任务分解表', [7, 22, 42, 56, 30, 14]);
  sheet.addRow([annex.title]);
  sheet.mergeCells(1, 1, 1, annex.headings.length);
  sheet.getRow(1).height = 32;
  sheet.getCell('A1').font = { size: 16, bold: true };
  sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle' };
  framed(sheet.addRow(annex.headings)).font = { bold: true };
  const pause = middlePrintedCategory(annex.rows);
  let mergedFrom = 0;
  annex.rows.forEach((row, at) => {
    if (at === pause) addEmptyRows(sheet, annex.headings.length);
    const { number, category, mainTask, concreteWork, units, due } = row;
    const added = framed(sheet.addRow([number, category || null, mainTask, concreteWork, units, due]));
    if (category !== '') mergedFrom = added.number;
    if (category === '' && annex.rows[at + 1]?.category !== '') sheet.mergeCells(mergedFrom, 2, added.number, 2);
  });
  addEmptyRows(sheet, annex.headings.length);
  return withFixedDate(await workbook.xlsx.writeBuffer());
}

/** An example roster of twelve people in six units. */
export async function rosterWorkbook(): Promise<Buffer> {
  const { workbook, sheet } = emptyWorkbook('花名册', [12, 18, 24, 16]);
  framed(sheet.addRow(['姓名', '手机号', '单位', '角色'])).font = { bold: true };
  for (const person of ROSTER) framed(sheet.addRow([...person]));
  return withFixedDate(await workbook.xlsx.writeBuffer());
}

function emptyWorkbook(
  name: string,
  widths: readonly number[],
): { workbook: ExcelJS.Workbook; sheet: ExcelJS.Worksheet } {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '县政府信息公开办';
  workbook.created = MADE_AT;
  workbook.modified = MADE_AT;
  const sheet = workbook.addWorksheet(name);
  sheet.columns = widths.map((width) => ({ width }));
  return { workbook, sheet };
}

/** The printed category nearest the middle; a pause anywhere else would cut a merged cell in two. */
function middlePrintedCategory(rows: readonly AnnexRow[]): number {
  const printed = rows.flatMap((row, at) => (row.category === '' ? [] : [at]));
  const far = (at: number): number => Math.abs(at - rows.length / 2);
  return printed.reduce((best, at) => (far(at) < far(best) ? at : best));
}

function addEmptyRows(sheet: ExcelJS.Worksheet, width: number): void {
  for (let count = 0; count < EMPTY_ROWS; count += 1) framed(sheet.addRow(Array<null>(width).fill(null)), width);
}

function framed(row: ExcelJS.Row, width = row.cellCount): ExcelJS.Row {
  const line = { style: 'thin' } as const;
  for (let column = 1; column <= width; column += 1) {
    const cell = row.getCell(column);
    cell.border = { top: line, left: line, bottom: line, right: line };
    cell.alignment = { vertical: 'middle', wrapText: true };
  }
  return row;
}
