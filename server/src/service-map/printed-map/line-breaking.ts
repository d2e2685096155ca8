/** Signs no line begins with. */
const CLOSING = new Set('，。、；：！？）》」』】〕”’…·,.;:!?)]}%');
/** Signs no line ends with. */
const OPENING = new Set('（《「『【〔“‘([{');

/** Figures, Latin words and times stay whole; every other sign may stand alone: `8:30–12:00`, `0800-5530100`. */
const PIECES = /[0-9A-Za-z:.\-–+/]+|\s+|[^]/gu;

/**
 * Breaks words into lines no wider than `width`. Nothing is left out: a piece wider than the line is cut between signs.
 * @param widthOf how wide a sign is
 */
export function linesOf(words: string, width: number, widthOf: (sign: string) => number): string[] {
  return words.split('\n').flatMap((paragraph) => linesOfParagraph(paragraph, width, widthOf));
}

function linesOfParagraph(words: string, width: number, widthOf: (sign: string) => number): string[] {
  const measure = (text: string): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    const kept = fromBreak(line);
    lines.push(line.slice(0, line.length - kept.length).trimEnd());
    line = kept;
    used = measure(kept);
  };
  for (const piece of piecesOf(words, width, measure)) {
    const wide = measure(piece);
    // A closing sign may hang over the edge by itself rather than begin a line.
    if (used + wide > width && line !== '' && !CLOSING.has(piece)) end();
    if (line === '' && piece.trim() === '') continue;
    line += piece;
    used += wide;
  }
  return line === '' && lines.length ? lines : [...lines, line.trimEnd()];
}

/** Opening signs at a line's end, which go over to the next. */
function fromBreak(line: string): string {
  const signs = [...line];
  let from = signs.length;
  while (from > 1 && OPENING.has(signs[from - 1]!)) from -= 1;
  return signs.slice(from).join('');
}

function piecesOf(words: string, width: number, measure: (text: string) => number): string[] {
  return (words.match(PIECES) ?? []).flatMap((piece) => (measure(piece) <= width ? piece : [...piece]));
}
