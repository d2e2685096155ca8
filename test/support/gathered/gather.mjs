import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BEGIN_FIRST } from '../longest-first.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Enough that loading the server no longer counts, few enough that all workers end at about the same time. */
const FILES_TOGETHER = 16;

/**
 * jest loads everything anew for each file of tests, which for one that starts the server is most of its time. In a
 * whole run the files below `roots` are therefore read sixteen at a time, each within a `describe` of its own name.
 * Answers the part of a jest project that runs them so.
 */
export function gathered(project, roots) {
  const folder = mkdtempSync(path.join(tmpdir(), `county-gathered-${project}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = roots.flatMap(testsBelow);
  const alone = files.filter((file) => BEGIN_FIRST.includes(path.basename(file)));
  const together = files.filter((file) => !alone.includes(file));
  for (let at = 0; at < together.length; at += FILES_TOGETHER) {
    const some = together.slice(at, at + FILES_TOGETHER);
    writeFileSync(path.join(folder, `${at}-${nameOf(some)}`), some.map(reading).join(''));
  }
  return {
    roots: [folder, ...alone.map((file) => path.join(ROOT, path.dirname(file)))],
    testMatch: [`${folder}/*.test.mjs`, ...alone.map((file) => path.join(ROOT, file))],
    testEnvironment: path.join(import.meta.dirname, 'environment.mjs'),
  };
}

function testsBelow(root) {
  return readdirSync(path.join(ROOT, root), { recursive: true })
    .map((file) => path.join(root, file))
    .filter((file) => file.endsWith('.test.ts') && !/\/(node_modules|dist)\//.test(file))
    .toSorted();
}

/** After the first and the last of them, as `from-alarms-to-claims.test.mjs`. */
function nameOf(files) {
  const [first, last] = [files[0], files.at(-1)].map((file) => path.basename(file, '.test.ts'));
  return `from-${first}-to-${last}.test.mjs`;
}

function reading(file) {
  return `await readTests(${JSON.stringify(file)}, () => import(${JSON.stringify(path.join(ROOT, file))}));\n`;
}
