import type { AuditEntry } from '@county/shared/audit/audit-entry';
import { asText } from '../documents/plain-cell.service.ts';
import { sealOf, type AuditSeal } from './audit.tables.ts';

/** Excel knows UTF-8 by it. */
const BYTE_ORDER_MARK = '\uFEFF';
const COLUMNS = [
  'id',
  'at',
  'personId',
  'unitId',
  'action',
  'subjectKind',
  'subjectId',
  'outcome',
  'detail',
  'address',
  'requestId',
] as const satisfies readonly (keyof AuditEntry)[];
const HEADINGS = '编号,时间,人员,单位,操作,对象种类,对象,结果,说明,地址,请求';
const [ENTRY, SEAL, BEFORE, END] = ['记录', '封记', '前一封记', '完'] as const;

type SealBefore = Pick<AuditSeal, 'position' | 'hash'>;

/** What stands before the first entry: what it is, how it is checked, and the seal it goes on from. */
export const fileHead = (month: string, { position, hash }: SealBefore): string =>
  BYTE_ORDER_MARK +
  lineOf([`操作日志 ${month}。核对：npm run check-audit -- 这个文件。时间是世界时，改过任何一格都能查出来`]) +
  lineOf([BEFORE, String(position), hash]) +
  `种类,${HEADINGS}\r\n`;

export const entryLine = (entry: AuditEntry): string => lineOf([ENTRY, ...COLUMNS.map((column) => entry[column])]);

export const sealLine = ({ position, entryCount, hash, sealedAt }: AuditSeal): string =>
  lineOf([SEAL, String(position), String(entryCount), hash, sealedAt]);

/** By it a file that was cut off is known. */
export const fileEnd = (entries: number, seals: number): string => lineOf([END, String(entries), String(seals)]);

/** RFC 4180. A null is nothing; an apostrophe stands before whatever begins like a formula or with one itself. */
const lineOf = (cells: readonly (string | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(text: string | null): string {
  if (text === null) return '';
  const harmless = text === '' || text.startsWith("'") ? `'${text}` : asText(text);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What a check of a file found; `broken` says in words where it does not fit. */
export interface CheckedFile {
  entries: number;
  seals: number;
  /** At the end, not sealed yet when the file was made. */
  unsealed: number;
  last: SealBefore;
  broken: string | null;
}

/** Reckons every seal of a file anew from its entries. */
export function checkFile(text: string): CheckedFile {
  const checked: CheckedFile = { entries: 0, seals: 0, unsealed: 0, last: { position: 0, hash: '' }, broken: null };
  let waiting: AuditEntry[] = [];
  let isWhole = false;
  for (const [kind, ...cells] of linesOf(text)) {
    if (isWhole) checked.broken ??= '结尾之后还有内容';
    if (kind === BEFORE) checked.last = { position: Number(cells[0]), hash: cells[1] ?? '' };
    else if (kind === ENTRY) {
      waiting.push(entryOf(cells));
      checked.entries += 1;
    } else if (kind === SEAL) {
      checked.broken ??= faultOf(cells, waiting, checked.last);
      checked.last = { position: Number(cells[0]), hash: cells[2] ?? '' };
      checked.seals += 1;
      waiting = [];
    } else if (kind === END) {
      isWhole = true;
      if (cells[0] !== String(checked.entries) || cells[1] !== String(checked.seals))
        checked.broken ??= '行数与结尾写的不一样，有的行被删去或加进来';
    }
  }
  if (!isWhole) checked.broken ??= '没有结尾，不是完整的文件';
  return { ...checked, unsealed: waiting.length };
}

function faultOf(cells: readonly (string | null)[], entries: readonly AuditEntry[], last: SealBefore): string | null {
  const [position, count, hash] = cells;
  if (Number(position) !== last.position + 1) return `第 ${last.position + 1} 个封记不见了`;
  if (Number(count) === entries.length && sealOf(last.hash, entries) === hash) return null;
  return `第 ${position} 个封记与它的记录不符：这一段被改过或删过`;
}

const entryOf = (cells: readonly (string | null)[]): AuditEntry =>
  Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at] ?? null])) as AuditEntry;

/** The cells of each line, without the apostrophes they were given. */
function* linesOf(text: string): Generator<(string | null)[]> {
  let cells: (string | null)[] = [];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const written = quoted?.replaceAll('""', '"') ?? plain ?? '';
    cells.push(written === '' ? null : written.replace(/^'/, ''));
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== null) yield cells;
    cells = [];
  }
}

/** What the operator reads of a check of a file. */
export function checkedInWords({ entries, seals, unsealed, last, broken }: CheckedFile): string {
  if (broken !== null) return `文件不对：${broken}`;
  const lines = [`文件相符：${entries} 条记录，核对了 ${seals} 个封记`];
  if (unsealed) lines.push(`最后 ${unsealed} 条在下载时还没有封，改过也查不出来；要核对它们，请过几分钟重新下载`);
  if (seals)
    lines.push(`最后是第 ${last.position} 个封记 ${last.hash}：与别处保存的同一个封记一样，就没有人连封记一起换过`);
  return lines.join('\n');
}
