/** Runs jest as a process of its own, and keeps account of it however it ends. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, say } from './progress.mjs';
import { hasProgram } from './system-packages.mjs';

/** What jest is given to end by itself once it was told to. */
const GRACE_MS = 20_000;
const SLOWEST_SHOWN = 12;
const MINUTE_MS = 60_000;

/**
 * Answers how many tests passed, failed and were skipped; a run that ends without an account of itself, or is stopped
 * after `TEST_MINUTES`, has one failure more.
 */
export async function runJest(options) {
  const results = path.join(mkdtempSync(path.join(tmpdir(), 'county-results-')), 'results.json');
  const jest = start(options, results);
  const limit = stopAtLimit(jest, results);
  const code = await new Promise((resolve) => jest.on('close', resolve));
  clearTimeout(limit);
  // What a run that was stopped or broke down has left behind ends with it.
  tellAll(jest, 'SIGKILL');
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  if (!options.length) sayWhatTookLongest(counts.files);
  // jest may fail as a whole, as when a set-up breaks, though every test it ran has passed.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** One more than CI has cores: some tests wait for servers and signals more than they reckon. */
const WORKERS = 3;

function start(options, results) {
  const line = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    `--maxWorkers=${WORKERS}`,
  ];
  const jest = [process.execPath, ...line, ...options];
  // No test cuts the power, so none waits for the disk: on a slow one that would be most of the time.
  const [program, ...args] = hasProgram('eatmydata') ? ['eatmydata', ...jest] : jest;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, COUNTY_RESULTS_FILE: results, ...(!options.length && { COUNTY_WHOLE_RUN: 'true' }) },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own: what it has started ends with it.
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => tellAll(child, signal));
  return child;
}

/** On a machine that allots so many minutes, an account of what was run is worth more than being cut off. */
function stopAtLimit(jest, results) {
  const minutes = Number(process.env.TEST_MINUTES);
  if (!minutes) return undefined;
  return setTimeout(
    () => {
      const { running = [] } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
      say(`Stopped: the tests were not done after ${minutes} minutes (TEST_MINUTES). Running: ${running.join(', ')}`);
      tellAll(jest, 'SIGTERM');
      setTimeout(() => tellAll(jest, 'SIGKILL'), GRACE_MS).unref();
    },
    minutes * MINUTE_MS - process.uptime() * 1000,
  );
}

function tellAll(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

function sayWhatTookLongest(files) {
  const longest = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, SLOWEST_SHOWN);
  say('What took longest, in seconds:');
  for (const { seconds, name } of longest) console.log(`${String(Math.round(seconds)).padStart(6)}  ${name}`);
}
