import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inFolder } from './compare.mjs';

/** 100,000 public guides found by words, against SQLite's LIKE over the same names and words, in the same process. */
export default () =>
  inFolder(async (folder) => {
    const program = fileURLToPath(new URL('./search-guides.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program, path.join(folder, 'county')]);
    const [small, large] = JSON.parse(stdout);
    console.error(
      `  a search: ${small.ours.toFixed(3)} ms in ${small.count} guides, ${large.ours.toFixed(3)} ms in ${large.count}; ` +
        `LIKE ${small.like.toFixed(2)} and ${large.like.toFixed(2)} ms; the index is built in ${large.built.toFixed(0)} ms`,
    );
    return {
      value: 1000 / large.ours,
      unit: 'searches/s',
      limit: 1000 / large.like,
      ratio: large.like / large.ours,
      aim: 10,
    };
  });
