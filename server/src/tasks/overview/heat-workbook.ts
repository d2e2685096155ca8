import { dayInWords, shanghaiDay, shanghaiTime, type Day } from '@county/shared/calendar/day';
import type { HeatCell, HeatTable } from '@county/shared/tasks/overview/heat-table';
import { belowInShort, progressInShort, standingInShort } from '@county/shared/tasks/overview/heat-words';
import { completenessInWords, timelinessInWords, type Rate } from '@county/shared/tasks/overview/rates';
import { fillRow, officialSheet, workbookBytes } from '../../documents/official-sheet.service.ts';
import { asText } from '../../documents/plain-cell.service.ts';

const TASK_COLUMNS = [
  { header: '序号', width: 6 },
  { header: '主要任务', width: 40 },
  { header: '完成时限', width: 13 },
  { header: '填报率、按时率', width: 13 },
] as const;
const UNIT_WIDTH = 16;
/** Units that a printed page across has room for beside the tasks. */
const UNITS_ON_A_PAGE = 8;
const HEAD_ROW = 3;

const LEGEND =
  '“—”：不涉及，或不在筛选范围内。“未报”不等于 0%。填报率和按时率分开看；没有到期的不算按时率；长期任务看本期。' +
  '单位和任务按县里的固定顺序排列，不排名。';

interface HeatAbout {
  /** The filters it was made by, in words. */
  chosen: readonly string[];
  now: string;
}

/** The heat table as an official table: tasks by number, units in the county's order, every cell text. */
export async function heatWorkbook(table: HeatTable, { chosen, now }: HeatAbout): Promise<Buffer> {
  const today = shanghaiDay(now);
  const heads = [
    ...TASK_COLUMNS.map(({ header }) => header),
    ...table.columns.map((column) => [column.name, ...ratesInWords(column)].join('\n')),
  ];
  const { workbook, sheet } = officialSheet({
    name: '进展一览表',
    title: asText(`${table.title}进展一览表`),
    widths: [...TASK_COLUMNS.map(({ width }) => width), ...table.columns.map(() => UNIT_WIDTH)],
    headRow: HEAD_ROW,
    fixedColumns: 2,
  });
  sheet.pageSetup.fitToWidth = Math.max(1, Math.ceil(table.columns.length / UNITS_ON_A_PAGE));
  sheet.pageSetup.printTitlesColumn = 'A:B';
  sheet.mergeCells(2, 1, 2, heads.length);
  const size = `${table.rows.length} 项任务，${table.columns.length} 个单位`;
  const made = `${dayInWords(today)} ${shanghaiTime(now)} 导出，共 ${size}`;
  sheet.getCell('A2').value = `${made}。筛选：${chosen.join('；') || '全部'}`;
  fillRow(sheet.getRow(HEAD_ROW), heads);
  for (const [index, row] of table.rows.entries()) {
    const cells = new Map(row.cells.map((cell) => [cell.unitId, cell]));
    fillRow(sheet.getRow(HEAD_ROW + 1 + index), [
      row.task.number,
      row.task.mainTask,
      row.task.dueOn ?? '无固定时限',
      ratesInWords(row).join('\n'),
      ...table.columns.map(({ unitId }) => cellInWords(cells.get(unitId), today)),
    ]);
  }
  const foot = HEAD_ROW + 1 + table.rows.length;
  sheet.mergeCells(foot, 1, foot, heads.length);
  sheet.getCell(foot, 1).value = LEGEND;
  return workbookBytes(workbook);
}

function cellInWords(cell: HeatCell | undefined, today: Day): string {
  if (!cell) return '—';
  const words = [standingInShort(cell, today), progressInShort(cell), cell.below && belowInShort(cell.below)];
  return words.filter(Boolean).join('\n');
}

function ratesInWords({ completeness, timeliness }: { completeness: Rate; timeliness: Rate }): string[] {
  return [completenessInWords(completeness), timelinessInWords(timeliness, completeness.of > 0)];
}
