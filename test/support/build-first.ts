import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Runs the project's own build before tests that need its outcome; when it fails, those tests say what is missing. */
export function buildFirst(...options: string[]): void {
  const root = path.resolve(import.meta.dirname, '../..');
  const { status } = spawnSync(process.execPath, ['commands/build.mjs', ...options], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) console.error('The build failed, so the tests that need it fail too.');
}
