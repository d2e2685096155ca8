import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compressFolder } from '../../commands/compress-folder.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The least Taro can be, which is the limit of whatever is made with it. */
export const EMPTY_TARO = path.join(root, 'test/bench/empty-taro-page');

/** Builds it as our pages are built, for `h5` or `weapp`. */
export async function buildEmptyTaro(type) {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const environment = { ...process.env, NODE_ENV: 'production', CI: 'true', NO_UPDATE_NOTIFIER: '1' };
  await promisify(execFile)(process.execPath, [taro, 'build', '--type', type, '--no-check'], {
    cwd: EMPTY_TARO,
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (type === 'h5') await compressFolder(path.join(EMPTY_TARO, 'dist/h5'));
}
