import { damaged } from './office-parts.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';

const MAX_MERGED_CELLS = 200_000;
const MAX_MERGES = 5000;
/** Of formatted cells too, which hold nothing. */
const MAX_WRITTEN_CELLS = 500_000;
const LAST_ROW = 1_048_576;
const MERGE = /<mergeCell\s([^>]*)/g;
const AREA = /^ref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"\s*\/?$/;

/**
 * Refuses a workbook that a few signs blow up: a merge is unrolled cell by cell, rows are objects. Asked of the sheets'
 * own text, before any of it is read; throws `UnreadableDocument`.
 */
export function demandBoundedSheets(sheets: readonly string[], maxRows: number): void {
  let rows = 0;
  let cells = 0;
  for (const xml of sheets) {
    rows += count(xml, /<row[\s>]/g);
    cells += count(xml, /<c[\s>/]/g);
    demandKnownRows(xml);
    demandSmallMerges(xml);
  }
  if (rows > maxRows) throw new UnreadableDocument(`表格有 ${rows} 行，超过 ${maxRows} 行的上限，请分成几份上传`);
  if (cells > MAX_WRITTEN_CELLS)
    throw new UnreadableDocument('表格的单元格太多，请删去空白的列，只保留任务表后重新上传');
}

/** A row is looked for by its number, from the first on. */
function demandKnownRows(xml: string): void {
  for (const [, number] of xml.matchAll(/<row(?=\s)[^>]*?\sr\s*=\s*["']\s*([^"'\s]*)/g))
    if (!(Number(number) >= 1 && Number(number) <= LAST_ROW)) throw damaged();
}

function demandSmallMerges(xml: string): void {
  let merges = 0;
  let cells = 0;
  for (const [, attributes] of xml.matchAll(MERGE)) {
    const [, left, top, right = left, bottom = top] = AREA.exec(attributes!) ?? [];
    if (!left) throw damaged();
    merges += 1;
    cells += (columnOf(right!) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
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
