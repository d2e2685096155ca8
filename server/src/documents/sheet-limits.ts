import JSZip from 'jszip';
import { UnreadableDocument } from './unreadable-document.service.ts';

const MAX_MERGED_CELLS = 200_000;
const MAX_MERGES = 5000;
const MERGE = /<mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/**
 * Refuses a workbook that a few signs blow up: a merge is unrolled cell by cell, rows are objects. Asked of the sheets'
 * own text, before any of it is read; throws `UnreadableDocument`.
 */
export async function demandBoundedSheets(bytes: Buffer, maxRows: number): Promise<void> {
  const zip = await JSZip.loadAsync(bytes);
  let rows = 0;
  for (const entry of zip.file(/^xl\/worksheets\/[^/]+\.xml$/i)) {
    const xml = await entry.async('string');
    rows += count(xml, /<row[\s>]/g);
    demandSmallMerges(xml);
  }
  if (rows > maxRows) throw new UnreadableDocument(`表格有 ${rows} 行，超过 ${maxRows} 行的上限，请分成几份上传`);
}

function demandSmallMerges(xml: string): void {
  let merges = 0;
  let cells = 0;
  for (const [, left, top, right, bottom] of xml.matchAll(MERGE)) {
    merges += 1;
    cells += (columnOf(right!) - columnOf(left!) + 1) * (Number(bottom) - Number(top) + 1);
    if (merges > MAX_MERGES || cells > MAX_MERGED_CELLS)
      throw new UnreadableDocument('表格里合并的单元格太多，请取消整列、整行的合并后重新上传');
  }
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  while (pattern.exec(text)) found += 1;
  return found;
}

/** `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
