import * as z from '../../zod.ts';
import type { Grid, GridRow } from '../../document-grid.ts';
import { normalName } from '../../org-units/unit-names.ts';

export const ColumnMeaning = z.enum([
  'number',
  'category',
  'mainTask',
  'concreteWork',
  'leadUnits',
  'units',
  'supportingUnits',
  'due',
  'problem',
  'measure',
  'requirement',
  'goal',
  'answerable',
  'source',
  'rectification',
  'ignored',
]);
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

export const COLUMN_MEANING_LABELS = {
  number: '序号',
  category: '类别',
  mainTask: '主要任务',
  concreteWork: '具体工作',
  leadUnits: '牵头单位',
  units: '责任单位',
  supportingUnits: '配合单位',
  due: '完成时限',
  problem: '存在问题',
  measure: '整改措施',
  requirement: '整改要求',
  goal: '整改目标',
  answerable: '责任人',
  source: '检查单位（来源）',
  rectification: '整改类型',
  ignored: '其他（原样保留）',
} as const satisfies Record<ColumnMeaning, string>;

export interface Column {
  /** 1-based. */
  column: number;
  meaning: ColumnMeaning;
  /** The heading as printed. */
  heading: string;
  /** Ignored, though it has the very heading of a column that is read: what stands in it must not be lost unseen. */
  repeats?: boolean;
}

export interface Head {
  columns: Column[];
  /** Rows of the grid that lie above the content, the heading's own included. */
  rowCount: number;
  /** False when no heading was known and the columns are a guess for a person to put right. */
  recognised: boolean;
}

/** Where the meanings of a table's columns may come from besides its headings. */
export interface GivenMeanings {
  /** What a person said of this table. */
  given?: readonly ColumnMeaning[] | undefined;
  /** What a person said of an earlier table with the same headings. */
  remembered?: ((signature: string) => readonly ColumnMeaning[] | undefined) | undefined;
}

/** How a breakdown stands, beside its own columns in what is downloaded; left out when such a file is read. */
export const STATE_COLUMNS = ['办理情况', '各单位进度', '最近进展'] as const;

/** Of lists of findings (问题清单, 整改台账), which an inspection or an audit hands over. */
const FINDING_HEADINGS: readonly [RegExp, ColumnMeaning][] = [
  [
    /^(督查|审计|检查|巡察|反馈|发现|存在|主要|具体|突出)*的?(主要)?问题(清单|描述|表现|事项|内容|情况|及表现)?$/,
    'problem',
  ],
  [/^(落实|拟采取的?)?整改(落实)?(措施|举措|办法)$/, 'measure'],
  [/^(整改|督办)(工作)?(要求|意见|建议)$|^(审计|督查)建议$/, 'requirement'],
  [/^(整改|预期)目标$/, 'goal'],
  [/^(整改)?(直接)?责任人员?$|^(责任|分管|牵头|包抓|包保|督办)领导$/, 'answerable'],
  [/^(检查|督查|督导|巡察|审计|反馈|发现|交办)(单位|机关|部门|组|来源)$|^(问题|线索)?来源$/, 'source'],
  [/^整改(类型|类别|方式|性质|形式)$/, 'rectification'],
];

/** Headings as counties print them; the first that fits wins. */
const HEADINGS: readonly [RegExp, ColumnMeaning][] = [
  [/^(序号|编号|序)$/, 'number'],
  [/^(类别|任务类别|分类|工作类别|重点领域|项目)$/, 'category'],
  ...FINDING_HEADINGS,
  [/^(主要任务|重点任务|工作任务|任务|主要工作|工作内容|任务内容|重点工作)$/, 'mainTask'],
  [/^(具体工作|工作要求|工作措施|具体措施|具体要求|主要措施|具体任务|落实措施|工作举措)$/, 'concreteWork'],
  [/牵头/, 'leadUnits'],
  [/配合|协办|协同/, 'supportingUnits'],
  [/^(责任|承办|主办|落实|实施|整改|整改责任|完成)(部门|单位|主体)|^责任科室$|^单位$/, 'units'],
  [/时限|时间|期限|进度要求/, 'due'],
];

/** The head of a table: by what a person said of it or of its like, else by its headings; undefined where there is no table. */
export function headOf(grid: Grid, { given, remembered }: GivenMeanings = {}): Head | undefined {
  const head = findHead(grid) ?? guessHead(grid);
  if (!head) return undefined;
  const meanings = given ?? remembered?.(headSignature(head.columns));
  if (!meanings) return head;
  const columns = head.columns.map(({ column, heading }, index): Column => ({
    column,
    heading,
    meaning: meanings[index] ?? 'ignored',
  }));
  return { ...head, columns, recognised: isHead(columns) };
}

/** The headings of a table as one text, by which its like is known again. */
export function headSignature(columns: readonly Column[]): string {
  return columns.map(({ heading }) => normalName(heading)).join('|');
}

/** The first row with several texts, for a person to say what its columns mean. */
function guessHead(grid: Grid): Head | undefined {
  const index = grid.rows.findIndex((row) => row.cells.filter((cell) => cell.text && !cell.inherited).length >= 3);
  if (index < 0 || index + 1 >= grid.rows.length) return undefined;
  return { columns: columnsOf([grid.rows[index]!]), rowCount: index + 1, recognised: false };
}

/** Finds the heading row (one or two rows) within the first rows of a grid, or undefined when none is recognisable. */
export function findHead(grid: Grid): Head | undefined {
  for (let index = 0; index < Math.min(grid.rows.length, 12); index += 1) {
    const one = columnsOf([grid.rows[index]!]);
    const two = grid.rows[index + 1] ? columnsOf([grid.rows[index]!, grid.rows[index + 1]!]) : [];
    const isTwo = isHead(two) && known(two) > known(one);
    if (isTwo) return { columns: two, rowCount: index + 2, recognised: true };
    if (isHead(one)) return { columns: one, rowCount: index + 1, recognised: true };
  }
  return undefined;
}

/** Whether these columns are enough to read tasks from. */
export function isHead(columns: readonly Column[]): boolean {
  const meanings = new Set(columns.map(({ meaning }) => meaning));
  const hasUnits = meanings.has('units') || meanings.has('leadUnits');
  const hasWork = (['mainTask', 'concreteWork', 'problem', 'measure'] as const).some((one) => meanings.has(one));
  return hasWork && (hasUnits || meanings.has('due'));
}

/** Whether a table lists findings: it has a column of problems. */
export function listsFindings(columns: readonly Pick<Column, 'meaning'>[]): boolean {
  return columns.some(({ meaning }) => meaning === 'problem');
}

const known = (columns: readonly Column[]): number => columns.filter(({ meaning }) => meaning !== 'ignored').length;

function columnsOf(rows: readonly GridRow[]): Column[] {
  const width = Math.max(...rows.map((row) => row.cells[row.cells.length - 1]?.column ?? 0));
  const taken = new Set<ColumnMeaning>();
  const columns: Column[] = [];
  for (let column = 1; column <= width; column += 1) {
    // In a head of two rows the lower heading is the more exact one.
    const texts = rows.map((row) => row.cells.find((cell) => cell.column === column)?.text ?? '').filter(Boolean);
    const meanings = texts.reverse().map(meaningOf);
    const meaning = meanings.find((candidate) => candidate !== 'ignored' && !taken.has(candidate)) ?? 'ignored';
    if (meaning !== 'ignored') taken.add(meaning);
    const heading = texts[0] ?? `第${column}列`;
    const isRead = ({ heading: other, meaning: read }: Column) =>
      read !== 'ignored' && normalName(other) === normalName(heading);
    const repeats = meaning === 'ignored' && columns.some(isRead);
    columns.push({ column, meaning, heading, ...(repeats ? { repeats } : {}) });
  }
  return columns;
}

function meaningOf(heading: string): ColumnMeaning {
  const text = normalName(heading).replace(/[()]/g, '');
  return HEADINGS.find(([pattern]) => pattern.test(text))?.[1] ?? 'ignored';
}
