import type { Grid } from '@county/shared/document-grid';
import { printableText } from '../http/printable-text.ts';
import { damaged, officeParts } from './office-parts.ts';
import { readText } from './read-text.ts';
import { MAX_CELLS, MAX_COLUMNS } from './spanned-rows.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_ROWS = 12_000;
/** Of one cell: a page of words. */
const MAX_CELL_SIGNS = 10_000;
/** Of all cells together, each with what it has from the cell it is merged with. */
const MAX_SIGNS = 3_000_000;
/** How a document with a password names what is locked in it. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

/** The tables of a document, whatever it is called: what it is, is decided by its content. */
export async function readDocument(bytes: Buffer, fileName: string): Promise<Grid[]> {
  if (!bytes.length) throw new UnreadableDocument('文件是空的，请重新选择');
  if (bytes.length > MAX_BYTES) throw new UnreadableDocument('文件超过 10 MB，请只保留任务表后重新上传');
  const grids = (await readByContent(bytes, fileName)).map(narrow).map(printed);
  const rows = grids.reduce((sum, grid) => sum + grid.rows.length, 0);
  const cells = grids.reduce((sum, grid) => sum + grid.rows.reduce((count, row) => count + row.cells.length, 0), 0);
  if (rows > MAX_ROWS) throw new UnreadableDocument(`表格有 ${rows} 行，超过 ${MAX_ROWS} 行的上限，请分成几份上传`);
  if (cells > MAX_CELLS) throw new UnreadableDocument('表格的单元格太多，请只保留任务表，分成几份上传');
  demandBoundedWords(grids);
  if (!grids.length) throw new UnreadableDocument('文件里没有表格，请检查后重新上传');
  return grids;
}

/** Blank columns at the end of a row are none; with more than a table has, its rows do not stand each in one of its own. */
function narrow(grid: Grid): Grid {
  const rows = grid.rows.map((row) => {
    if (row.cells.slice(MAX_COLUMNS).some(({ text }) => text.trim()))
      throw new UnreadableDocument(
        `${grid.name}第 ${row.row} 行有 ${row.cells.length} 格，最多 ${MAX_COLUMNS} 格。请检查每项任务是不是另起一行`,
      );
    return row.cells.length > MAX_COLUMNS ? { ...row, cells: row.cells.slice(0, MAX_COLUMNS) } : row;
  });
  return { ...grid, rows };
}

/** What a document holds comes past the door that other input comes through; signs nobody can print stay outside too. */
function printed({ name, headings, rows }: Grid): Grid {
  return {
    name: printableText(name),
    headings: headings.map(printableText),
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: printableText(cell.text) })),
    })),
  };
}

function demandBoundedWords(grids: readonly Grid[]): void {
  let signs = 0;
  for (const { name, headings, rows } of grids) {
    signs += headings.reduce((sum, { length }) => sum + length, 0);
    for (const { row, cells } of rows)
      for (const { column, text } of cells) {
        signs += text.length;
        if (text.length > MAX_CELL_SIGNS)
          throw new UnreadableDocument(`${name}第 ${row} 行第 ${column} 列的文字太长，请缩短到一万字以内再上传`);
      }
  }
  if (signs > MAX_SIGNS) throw new UnreadableDocument('表格里的文字太多，请只保留任务表，分成几份上传');
}

async function readByContent(bytes: Buffer, fileName: string): Promise<Grid[]> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (bytes.includes(LOCKED)) throw new UnreadableDocument('文件加了密码，不能读取；请取消密码后重新上传');
    throw new UnreadableDocument('这是旧版的 Word 或 Excel 文件，请打开后“另存为”.docx 或 .xlsx 再上传');
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new UnreadableDocument('这是 PDF，请上传原来的 Word（.docx）或 Excel（.xlsx）文件');
  if (startsWith(bytes, [0xff, 0xd8]) || startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) {
    throw new UnreadableDocument('这是图片，请上传 Word（.docx）、Excel（.xlsx）或文本文件');
  }
  if (startsWith(bytes, [0x50, 0x4b])) return readPackage(bytes);
  return readText(bytes, fileName, MAX_ROWS);
}

async function readPackage(bytes: Buffer): Promise<Grid[]> {
  const { kind, parts } = officeParts(bytes);
  try {
    // What reads them is loaded by the first who sends one: at rest it would be a fifth of the server's memory.
    if (kind === 'docx') return await (await import('./read-docx.ts')).readDocx(parts);
    return await (await import('./read-xlsx.ts')).readXlsx(parts, MAX_ROWS);
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : damaged();
  }
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
