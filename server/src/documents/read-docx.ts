import mammoth from 'mammoth';
import { parse, type HTMLElement } from 'node-html-parser';
import type { Grid } from '@county/shared/document-grid';
import { repacked } from './office-parts.ts';
import { layOut, type SpannedCell } from './spanned-rows.ts';

const MAX_SPAN = 200;

/** The tables of a Word document, each with the paragraphs above it. */
export async function readDocx(parts: ReadonlyMap<string, string>): Promise<Grid[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: await repacked(parts) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  const grids: Grid[] = [];
  let headings: string[] = [];
  for (const element of parse(value).children) {
    if (element.tagName !== 'TABLE') {
      const text = textOf(element);
      if (text) headings.push(text);
      continue;
    }
    grids.push({ name: `第${grids.length + 1}个表格`, headings, rows: layOut(cellsOf(element)) });
    headings = [];
  }
  return grids;
}

function cellsOf(table: HTMLElement): SpannedCell[][] {
  return ownRows(table).map((row) =>
    row.children
      .filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
      .map((cell) => ({ text: textOf(cell), columns: span(cell, 'colspan'), rows: span(cell, 'rowspan') })),
  );
}

/** Not those of a table within one of its cells, whose words are that cell's. */
function ownRows(table: HTMLElement): HTMLElement[] {
  return table.children.flatMap((part) => (part.tagName === 'TR' ? [part] : part.children));
}

function span(cell: HTMLElement, name: string): number {
  return Math.min(MAX_SPAN, Math.max(1, Number(cell.getAttribute(name)) || 1));
}

/** Paragraphs of a cell become lines. */
function textOf(element: HTMLElement): string {
  const paragraphs = element.querySelectorAll('p, li');
  const texts = paragraphs.length ? paragraphs.map(({ text }) => text) : [element.text];
  return texts
    .map((text) => text.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
