/** One row of the annex as its plain text prints it; an empty category means "as the row above". */
export interface AnnexRow {
  number: number;
  category: string;
  mainTask: string;
  concreteWork: string;
  units: string;
  due: string;
}

export interface AnnexText {
  /** `附件1`, printed above the title. */
  mark: string;
  title: string;
  headings: string[];
  rows: AnnexRow[];
}

/** Reads the annex's plain text: blocks divided by blank lines, one tab-indented line for each cell. */
export function readAnnexText(text: string): AnnexText {
  const blocks = text.replace(/\r/g, '').trimEnd().split(/\n\n+/);
  const [mark, title, headings, ...rows] = blocks.map(cellsOf);
  if (!mark?.[0] || !title?.[0] || headings?.length !== 6)
    throw new Error('the annex text has no title or no headings');
  return { mark: mark[0], title: title[0], headings, rows: rows.map(annexRow) };
}

// A cell that is a lone tab is an empty cell, so lines are kept even when nothing stands in them.
const cellsOf = (block: string): string[] => block.split('\n').map((line) => line.trim());

function annexRow(cells: string[]): AnnexRow {
  if (cells.length !== 6) throw new Error(`a row of the annex has ${cells.length} cells: ${cells.join(' | ')}`);
  const [number, category, mainTask, concreteWork, units, due] = cells as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { number: Number(number), category, mainTask, concreteWork, units, due };
}
