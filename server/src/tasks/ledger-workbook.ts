import ExcelJS from 'exceljs';
import { daysBetween, dayInWords, shanghaiDay, shanghaiTime } from '@county/shared/calendar/day';
import { ASSIGNMENT_PART_LABELS, ASSIGNMENT_STATUS_LABELS } from '@county/shared/tasks/assignment';
import { daysLeft } from '@county/shared/tasks/assignment-rules';
import type { LedgerLine } from '@county/shared/tasks/task-views';

interface LedgerAbout {
  title: string;
  /** The filters it was made by, in words. */
  chosen: readonly string[];
  now: string;
}

const COLUMNS = [
  { header: '序号', width: 6 },
  { header: '类别', width: 22 },
  { header: '主要任务', width: 46 },
  { header: '单位', width: 22 },
  { header: '职责', width: 8 },
  { header: '完成时限', width: 14 },
  { header: '状态', width: 16 },
  { header: '完成百分比', width: 12 },
  { header: '剩余天数', width: 16 },
  { header: '最近填报', width: 18 },
  { header: '填报内容', width: 60 },
] as const;

/** The ledger as an official table: title, filters, head on every printed page. */
export async function ledgerWorkbook(lines: readonly LedgerLine[], about: LedgerAbout): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账', {
    views: [{ state: 'frozen', xSplit: 4, ySplit: 3 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  COLUMNS.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width));
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  sheet.getCell('A1').value = asText(`${about.title}台账`);
  sheet.getCell('A1').font = { size: 16, bold: true };
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  sheet.mergeCells(2, 1, 2, COLUMNS.length);
  sheet.getCell('A2').value = aboutInWords(about, lines.length);
  sheet.getRow(3).values = COLUMNS.map(({ header }) => header);
  sheet.getRow(3).font = { bold: true };
  for (const line of lines) {
    const cells = rowOf(line, shanghaiDay(about.now));
    const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? asText(cell) : cell)));
    // Text stays text when somebody edits the cell: 18-digit numbers and phones with a leading 0.
    cells.forEach((cell, index) => typeof cell === 'string' && (row.getCell(index + 1).numFmt = '@'));
  }
  for (let row = 3; row <= sheet.rowCount; row += 1) frame(sheet.getRow(row));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function rowOf(line: LedgerLine, today: string): (string | number)[] {
  const { task, lastReport } = line;
  return [
    task.number,
    task.category,
    task.mainTask,
    line.unitName,
    ASSIGNMENT_PART_LABELS[line.part],
    line.dueOn ?? '无固定时限',
    ASSIGNMENT_STATUS_LABELS[line.status],
    line.percent === null ? '未报' : `${line.percent}%`,
    daysInWords(line, today),
    lastReport ? `${shanghaiDay(lastReport.filedAt)} ${shanghaiTime(lastReport.filedAt)}` : '未报',
    lastReport?.note ?? '',
  ];
}

function daysInWords(line: LedgerLine, today: string): string {
  const left = daysLeft(line, today);
  if (left === null) return '—';
  if (line.completedOn && line.dueOn) {
    const late = daysBetween(line.dueOn, line.completedOn);
    return late > 0 ? `逾期 ${late} 天完成` : '按期完成';
  }
  return left < 0 ? `逾期 ${-left} 天` : `还有 ${left} 天`;
}

/** exceljs stores strings as strings; the apostrophe keeps a cell text after a copy into another sheet too. */
function asText(words: string): string {
  return /^[=+\-@\t\r\n]/.test(words) ? `'${words}` : words;
}

function aboutInWords({ chosen, now }: LedgerAbout, count: number): string {
  const day = shanghaiDay(now);
  return `${dayInWords(day)} ${shanghaiTime(now)} 导出，共 ${count} 行。筛选：${chosen.join('；') || '全部'}`;
}

function frame(row: ExcelJS.Row): void {
  const thin = { style: 'thin' as const };
  for (let column = 1; column <= COLUMNS.length; column += 1) {
    const cell = row.getCell(column);
    cell.border = { top: thin, left: thin, bottom: thin, right: thin };
    cell.alignment = { vertical: 'top', wrapText: true };
  }
}
