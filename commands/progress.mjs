/** How the commands talk: plain lines with the seconds gone by, and long output kept aside until it is needed. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const began = Date.now();
const HEARTBEAT_MS = 20_000;
const TAIL_LINES = 60;

export const root = path.resolve(import.meta.dirname, '..');

/** Says something to whoever watches, with the seconds since the command began. */
export function say(line) {
  console.log(`[${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s] ${line}`);
}

/** Something a person can mend; `advice` is one plain sentence that says how. */
export class CannotGoOn extends Error {
  constructor(what, advice, output = '') {
    super(what);
    this.advice = advice;
    this.output = output;
  }
}

let logs;

/** A file outside the repository for output nobody needs while all goes well. */
export function logFile(name) {
  logs ??= mkdtempSync(path.join(tmpdir(), 'county-logs-'));
  return path.join(logs, `${name}.log`);
}

/** Runs a program without input, with its output in a log; answers its exit code and that log. */
export function run(name, program, args, { cwd = root, env = {} } = {}) {
  const file = logFile(name);
  const log = createWriteStream(file);
  const started = Date.now();
  const heartbeat = setInterval(
    () => say(`  ${name}: still working, ${Math.round((Date.now() - started) / 1000)} s`),
    HEARTBEAT_MS,
  );
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const finish = (code, note = '') => {
      clearInterval(heartbeat);
      log.end(note, () => resolve({ code, file, output: readFileSync(file, 'utf8') }));
    };
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Runs a step that must succeed; when it does not, the end of its output is shown with what to do. */
export async function step(what, advice, name, program, args, options) {
  say(what);
  const { code, file, output } = await run(name, program, args, options);
  if (code === 0) return output;
  throw new CannotGoOn(
    `${what} failed (exit code ${code}; everything it said is in ${file}).`,
    advice,
    lastLines(output),
  );
}

export function lastLines(output, count = TAIL_LINES) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

/** Runs a command's main part when its file is the one started, and turns a failure into plain words. */
export async function main(moduleUrl, command) {
  if (!process.argv[1] || new URL(`file://${path.resolve(process.argv[1])}`).href !== moduleUrl) return;
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

export function explain(error) {
  if (!(error instanceof CannotGoOn)) throw error;
  if (error.output) console.error(error.output);
  console.error(`\n${error.message}\nWhat to do: ${error.advice}`);
}
