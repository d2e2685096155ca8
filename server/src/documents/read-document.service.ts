import type { Grid } from '@county/shared/document-grid';
import { readDocx } from './read-docx.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { MAX_CELLS } from './spanned-rows.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';
import { zipEntries } from './zip-entries.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_UNPACKED = 100 * 1024 * 1024;
/** Words and rows, as against pictures, which are not read. */
const MAX_UNPACKED_XML = 30 * 1024 * 1024;
const MAX_ENTRIES = 2000;
const MAX_ROWS = 12_000;

/** The tables of a document, whatever it is called: what it is, is decided by its content. */
export async function readDocument(bytes: Buffer, fileName: string): Promise<Grid[]> {
  if (!bytes.length) throw new UnreadableDocument('文件是空的，请重新选择');
  if (bytes.length > MAX_BYTES) throw new UnreadableDocument('文件超过 10 MB，请只保留任务表后重新上传');
  const grids = await readByContent(bytes, fileName);
  const rows = grids.reduce((sum, grid) => sum + grid.rows.length, 0);
  const cells = grids.reduce((sum, grid) => sum + grid.rows.reduce((count, row) => count + row.cells.length, 0), 0);
  if (rows > MAX_ROWS || cells > MAX_CELLS)
    throw new UnreadableDocument(`表格有 ${rows} 行，超过 ${MAX_ROWS} 行的上限，请分成几份上传`);
  if (!grids.length) throw new UnreadableDocument('文件里没有表格，请检查后重新上传');
  return grids;
}

async function readByContent(bytes: Buffer, fileName: string): Promise<Grid[]> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableDocument('这是旧版的 Word 或 Excel 文件，请打开后“另存为”.docx 或 .xlsx 再上传');
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new UnreadableDocument('这是 PDF，请上传原来的 Word（.docx）或 Excel（.xlsx）文件');
  if (startsWith(bytes, [0xff, 0xd8]) || startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) {
    throw new UnreadableDocument('这是图片，请上传 Word（.docx）、Excel（.xlsx）或文本文件');
  }
  if (startsWith(bytes, [0x50, 0x4b])) return readPackage(bytes);
  return readText(bytes, fileName);
}

async function readPackage(bytes: Buffer): Promise<Grid[]> {
  const entries = zipEntries(bytes);
  if (!entries) throw new UnreadableDocument('文件不完整，可能没有传完，请重新上传');
  const unpacked = (ending: RegExp) => entries.reduce((sum, { name, size }) => sum + (ending.test(name) ? size : 0), 0);
  const isHuge = unpacked(/$/) > MAX_UNPACKED || unpacked(/\.(xml|rels)$/i) > MAX_UNPACKED_XML;
  if (entries.length > MAX_ENTRIES || isHuge)
    throw new UnreadableDocument('文件解压后太大，不能读取，请只保留任务表后重新上传');
  const has = (name: string) => entries.some((entry) => entry.name.toLowerCase().endsWith(name));
  if (has('vbaproject.bin')) throw new UnreadableDocument('文件里有宏，请另存为不带宏的 .docx 或 .xlsx 再上传');
  const read = has('word/document.xml')
    ? readDocx
    : has('xl/workbook.xml')
      ? (book: Buffer) => readXlsx(book, MAX_ROWS)
      : undefined;
  if (!read) throw new UnreadableDocument('不认识这种文件，请上传 .docx、.xlsx、.csv 或 .txt');
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument('文件内容已损坏，不能读取；请用 Word 或 Excel 打开另存一份再上传');
  }
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
