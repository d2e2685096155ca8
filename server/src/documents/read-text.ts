import type { Grid, GridRow } from '@county/shared/document-grid';
import { MAX_CELLS } from './spanned-rows.ts';
import { UnreadableDocument } from './unreadable-document.service.ts';

/** Text as offices pass it on: an indented paragraph a cell, a line of tabs a row, or a csv. */
export function readText(bytes: Buffer, fileName: string, maxRows: number): Grid[] {
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  if (text.includes('\u0000')) throw new UnreadableDocument('不认识这种文件，请上传 .docx、.xlsx、.csv 或 .txt');
  demandFewLines(text, maxRows);
  const lines = text.split('\n');
  const indented = lines.filter((line) => line.startsWith('\t')).length;
  const rows = lines.length && indented > lines.length / 2 ? undefined : separatedRows(text, lines, fileName, maxRows);
  const grid = rows ? { name: '文本', headings: [], rows } : indentedGrid(lines);
  return grid.rows.length ? [grid] : [];
}

/** Before anything is made of them: even of a row with every cell on lines of its own there are not as many. */
function demandFewLines(text: string, maxRows: number): void {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > maxRows + MAX_CELLS)
    throw new UnreadableDocument(`文件里有 ${lines} 行文字，超过 ${maxRows} 行的上限，请分成几份上传`);
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Rows are groups of indented paragraphs, one a cell; a lone tab is a cell merged with the one above. */
function indentedGrid(lines: readonly string[]): Grid {
  const headings: string[] = [];
  const groups: { row: number; texts: string[] }[] = [];
  let open: string[] | undefined;
  lines.forEach((line, index) => {
    if (line.startsWith('\t')) {
      if (!open) groups.push({ row: index + 1, texts: (open = []) });
      open.push(line.trim());
      return;
    }
    open = undefined;
    if (line.trim() && !groups.length) headings.push(line.trim());
  });
  let above: GridRow | undefined;
  const rows = groups.map(({ row, texts }) => {
    const cells = texts.map((text, index) => {
      const inherited = !text && index > 0 && index < texts.length - 1;
      return { column: index + 1, text: inherited ? (above?.cells[index]?.text ?? '') : text, inherited };
    });
    above = { row, cells };
    return above;
  });
  return { name: '文本', headings, rows };
}

function separatedRows(text: string, lines: readonly string[], fileName: string, maxRows: number): GridRow[] {
  const isTabbed = lines.some((line) => line.includes('\t'));
  if (!isTabbed && !/[,，]/.test(lines.find((line) => line.trim()) ?? '') && !/\.csv$/i.test(fileName)) return [];
  return parseSeparated(text, isTabbed ? '\t' : ',', maxRows).map(({ row, texts }) => ({
    row,
    cells: texts.map((cell, index) => ({ column: index + 1, text: cell.trim(), inherited: false })),
  }));
}

/** RFC 4180: quoted cells may hold separators, quotes and line breaks. */
function parseSeparated(text: string, separator: string, maxRows: number): { row: number; texts: string[] }[] {
  const rows: { row: number; texts: string[] }[] = [];
  let texts: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let startedAt = 1;
  const endRow = () => {
    texts.push(cell);
    if (texts.some((value) => value.trim())) rows.push({ row: startedAt, texts });
    if (rows.length > maxRows) throw new UnreadableDocument(`表格超过 ${maxRows} 行的上限，请分成几份上传`);
    texts = [];
    cell = '';
    startedAt = line + 1;
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]!;
    if (quoted) {
      if (sign === '"' && text[index + 1] === '"') cell += text[++index];
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && !cell) quoted = true;
    else if (sign === separator) {
      texts.push(cell);
      cell = '';
    } else if (sign === '\n') endRow();
    else cell += sign;
    if (sign === '\n') line += 1;
  }
  if (cell || texts.length) endRow();
  return rows;
}
