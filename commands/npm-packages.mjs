import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn, root, say, step } from './progress.mjs';

const OLDEST_NODE = [20, 19];
const lockPath = path.join(root, 'package-lock.json');
/** Inside node_modules, so that it goes when they go. */
const stampPath = path.join(root, 'node_modules/.county-lock');
const hiddenLockPath = path.join(root, 'node_modules/.package-lock.json');

/** Makes node_modules hold what package-lock.json says; the one package that must be compiled is not made yet. */
export async function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new CannotGoOn(
      `This is Node.js ${process.versions.node}, which is too old.`,
      `install Node.js ${OLDEST_NODE.join('.')} or newer (24 is best) and run the command again.`,
    );
  }
  const wanted = createHash('sha256').update(readFileSync(lockPath)).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return;
  if (!matchesLock()) {
    await step(
      'Installing npm packages (one to three minutes the first time)',
      'check that this machine reaches the npm registry, then run the command again.',
      'npm-ci',
      'npm',
      ['ci', '--no-progress'],
    );
  }
  writeFileSync(stampPath, wanted);
  say('npm packages are in place');
}

/** Whether somebody, such as a CI, has already installed exactly what the lock says. */
function matchesLock() {
  if (!existsSync(hiddenLockPath)) return false;
  const wanted = JSON.parse(readFileSync(lockPath, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(hiddenLockPath, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([where, { version, link, optional }]) =>
      !where.includes('node_modules/') || link || optional || installed[where]?.version === version,
  );
}

/** Compiles the embedded database, where that is not done. */
export async function buildNativePackage() {
  if (sqliteLoads()) return;
  await step(
    'Building better-sqlite3, the embedded database (about a minute)',
    'install a C++ compiler, make and python3 (Debian: apt-get install build-essential python3), then run the command again.',
    'better-sqlite3',
    'npm',
    ['rebuild', 'better-sqlite3', '--ignore-scripts=false'],
  );
  if (!sqliteLoads()) {
    throw new CannotGoOn(
      'better-sqlite3 was built but does not load.',
      'delete node_modules and run the command again with the same Node.js that will run the server.',
    );
  }
  say('better-sqlite3 is built');
}

function sqliteLoads() {
  const program = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', program], { cwd: path.join(root, 'server'), stdio: 'ignore' }).status === 0;
}
