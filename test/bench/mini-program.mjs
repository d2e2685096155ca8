import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildWeappForTests } from '../../commands/build.mjs';
import { buildEmptyTaro, EMPTY_TARO } from './empty-taro.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const host = path.join(root, 'test/weapp/host');

const OURS = path.join(root, 'miniapp/dist/weapp');
const EMPTY = path.join(EMPTY_TARO, 'dist/weapp');

/** Our mini-program and an empty one, built: the folders they lie in. */
export async function buildBoth() {
  await buildWeappForTests();
  await buildEmptyTaro('weapp');
  return { ours: OURS, empty: EMPTY };
}

/** The tests' phone (TypeScript), for a program that nothing compiles. */
export async function loadPhone() {
  // Beside the bench, so that what it imports from packages is found.
  const folder = mkdtempSync(path.join(root, 'test/bench/.phone-'));
  try {
    const outfile = path.join(folder, 'phone.mjs');
    await build({
      entryPoints: [path.join(host, 'phone.ts')],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      define: { 'import.meta.dirname': JSON.stringify(host) },
      outfile,
    });
    return (await import(pathToFileURL(outfile).href)).Phone;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
