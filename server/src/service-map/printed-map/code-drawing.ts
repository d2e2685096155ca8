import qrcode from 'qrcode-generator';
import type { Frame } from './number-placing.ts';
import type { Sheet } from './sheet.ts';

/** Neighbouring squares overlap by a hair, so that no white line shows between them. */
const HAIR = 0.03;

/**
 * A QR code drawn as one shape, sharp at every size; `link` is where it leads. Written straight into the page, a run of
 * squares as one, since a county's map has some hundred codes. The white around it is the caller's.
 */
export function drawCode({ doc }: Sheet, link: string, { x, y, width }: Frame): void {
  const code = qrcode(0, 'M');
  code.addData(link);
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => row);
  const runs = rows.flatMap((row) =>
    runsOf(count, (column) => code.isDark(row, column)).map(
      ([from, length]) => `${from} ${row} ${length + HAIR} ${1 + HAIR} re`,
    ),
  );
  doc
    .save()
    .translate(x, y)
    .scale(width / count);
  doc.fillColor('#000000').addContent(`${runs.join('\n')}\nf`);
  doc.restore();
  doc.link(x, y, width, width, link);
}

/** Where dark runs begin in a row and how long each is. */
function runsOf(count: number, isDark: (column: number) => boolean): [from: number, length: number][] {
  const runs: [number, number][] = [];
  for (let column = 0; column < count; column += 1) {
    const run = runs.at(-1);
    if (!isDark(column)) continue;
    if (run && run[0] + run[1] === column) run[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}
