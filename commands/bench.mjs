/**
 * `npm run bench` prints a table, `npm run bench -- NAME` one row, `--json` one line of JSON a row.
 * A row is a file test/bench/NAME.bench.mjs whose default export measures and answers
 * `{ value, unit, limit, ratio, aim }`: ours, the limit measured in the same run, and ours to it (higher is better).
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from './build.mjs';
import { prepare } from './prepare.mjs';
import { CannotGoOn, main, root } from './progress.mjs';

const folder = path.join(root, 'test/bench');
const ENDING = '.bench.mjs';

await main(import.meta.url, async (args) => {
  const asJson = args.includes('--json');
  // With --json, standard output is for the rows alone.
  if (asJson) console.log = console.error;
  const wanted = args.filter((word) => !word.startsWith('--'));
  const names = chosen(wanted);
  await prepare({ bench: true });
  await buildServer();
  for (const name of names) {
    const { default: measure } = await import(pathToFileURL(path.join(folder, name + ENDING)).href);
    print({ name, ...(await measure()) }, asJson);
  }
});

function chosen(wanted) {
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
  const unknown = wanted.filter((name) => !rows.includes(name));
  if (unknown.length)
    throw new CannotGoOn(`There is no row ${unknown.join(', ')}.`, `choose among: ${rows.join(', ') || 'none yet'}`);
  return wanted.length ? wanted : rows;
}

function print({ name, value, unit, limit, ratio, aim }, asJson) {
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ name, value, unit, limit, ratio })}\n`);
    return;
  }
  const figures = [`${round(value)} ${unit}`, `limit ${round(limit)}`, `ratio ${share(ratio)}`];
  if (aim !== undefined) figures.push(`aim ${share(aim)}`);
  process.stdout.write(`${name.padEnd(24)}${figures.map((figure) => figure.padEnd(20)).join('')}\n`);
}

/** An empty page sends next to nothing: what is far from its limit is not written as 0.00. */
function share(ratio) {
  return ratio >= 0.1 ? ratio.toFixed(2) : ratio.toPrecision(2);
}

function round(figure) {
  return figure >= 100 ? Math.round(figure) : Number(figure.toPrecision(3));
}
