import ExcelJS from 'exceljs';
import type { Grid, GridCell, GridRow } from '@county/shared/document-grid';
import { damaged, repacked } from './office-parts.ts';
import { demandBoundedSheets } from './sheet-limits.ts';
import { MAX_COLUMNS } from './spanned-rows.ts';

/** Parts of a sheet that say nothing of its texts; a drop-down list of a whole column alone would be a million objects. */
const UNREAD = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'autoFilter',
  'sheetProtection',
  'rowBreaks',
  'colBreaks',
  'drawing',
  'picture',
  'tableParts',
  'extLst',
];

/** Every sheet that holds anything; title rows above the table become its headings. */
export async function readXlsx(parts: ReadonlyMap<string, string>, maxRows: number): Promise<Grid[]> {
  demandBoundedSheets(
    [...parts].filter(([name]) => /worksheets/i.test(name)).map(([, xml]) => xml),
    maxRows,
  );
  const bytes = await repacked(new Map([...parts].map(([name, xml]) => [name, withoutNames(xml)])));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes: UNREAD });
  const grids = workbook.worksheets.map(readSheet);
  return grids.filter(({ rows }) => rows.some((row) => row.cells.some((cell) => cell.text)));
}

/** A name given to whole columns would be unrolled into millions of cells. */
function withoutNames(xml: string): string {
  const rest = xml.replace(/<definedNames[^]*?(?:<\/definedNames\s*>|\/>)/g, '');
  if (rest.includes('<definedName')) throw damaged();
  return rest;
}

function readSheet(sheet: ExcelJS.Worksheet): Grid {
  const width = Math.min(sheet.actualColumnCount ? sheet.columnCount : 0, MAX_COLUMNS);
  const rows: GridRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: GridCell[] = [];
    for (let column = 1; column <= width; column += 1) {
      const cell = row.getCell(column);
      const inherited = cell.isMerged && cell.master.address !== cell.address;
      cells.push({ column, text: shown(inherited ? cell.master : cell), inherited });
    }
    rows.push({ row: number, cells, ...(row.hidden ? { hidden: true } : {}) });
  });
  const headings: string[] = [];
  while (rows[0] && isTitle(rows[0])) headings.push(...own(rows.shift()!));
  return { name: `工作表“${sheet.name}”`, headings, rows };
}

/** A row above the table with one text only. */
function isTitle(row: GridRow): boolean {
  return own(row).length <= 1;
}

const own = (row: GridRow): string[] =>
  row.cells.filter((cell) => cell.text && !cell.inherited).map((cell) => cell.text);

/** A cell as a person sees it: the result of a formula, a day as 2026年6月30日, a long number in full. */
function shown(cell: ExcelJS.Cell): string {
  const { value } = cell;
  const plain = value !== null && typeof value === 'object' && 'result' in value ? value.result : value;
  if (plain === null || plain === undefined) return '';
  if (plain instanceof Date) return `${plain.getUTCFullYear()}年${plain.getUTCMonth() + 1}月${plain.getUTCDate()}日`;
  if (typeof plain === 'number') return Number.isInteger(plain) ? BigInt(plain).toString() : String(plain);
  if (typeof plain === 'object' && 'richText' in plain)
    return plain.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if (typeof plain === 'object') return 'text' in plain ? String(plain.text).trim() : '';
  return String(plain).trim();
}
