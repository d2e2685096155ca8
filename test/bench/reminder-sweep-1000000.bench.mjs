import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { grow, inFolder, median } from './compare.mjs';

/** 24 tasks over so many units are 1,000,008 lines. */
const UNITS = 41_667;

/**
 * A day's sweep of a million lines, on a day on which two of its tasks have a step, against reading the same columns of
 * all lines row by row with the driver alone; in one process, in turns. The plan's units have nobody to tell: how fast
 * messages go out is the provider's affair.
 */
export default () =>
  inFolder(async (folder) => {
    const { breakdownId } = await grow(folder, UNITS);
    const program = fileURLToPath(new URL('./sweep-province.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program, folder, breakdownId]);
    const { sweeps, readings, lines, rssMegabytes } = JSON.parse(stdout);
    const [value, limit] = [median(sweeps), median(readings)];
    process.stderr.write(`reminder-sweep: ${lines} lines, at most ${rssMegabytes} MB resident\n`);
    return { value, unit: 'ms', limit, ratio: limit / value, aim: 0.66 };
  });
