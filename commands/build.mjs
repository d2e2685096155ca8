/** Builds what is not built yet: the server, the web pages (H5) and, with --weapp, the WeChat mini-program. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressFolder } from './compress-folder.mjs';
import { fingerprint } from './fingerprint.mjs';
import { main, root, say, step } from './progress.mjs';

const miniapp = path.join(root, 'miniapp');

/** The server with `shared` and `seeds`; TypeScript itself knows what is up to date. */
export async function buildServer() {
  // What TypeScript remembers lies beside `dist`: without the folder it must be made to start again.
  const built = ['shared/dist', 'seeds/dist', 'server/dist'].every((folder) => existsSync(path.join(root, folder)));
  await step(
    'Compiling shared, seeds and server',
    'mend the files named above, then run the command again.',
    'tsc',
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-b', ...(built ? [] : ['--force'])],
  );
}

/** The pages the server serves at `/`, with a compressed copy beside every text file. */
export async function buildPages() {
  await buildTarget('h5', 'web pages', (folder) => compressFolder(folder));
}

/** The mini-program for WeChat; open `miniapp` in WeChat's developer tools to upload it. */
export async function buildWeapp(env = {}) {
  await buildTarget('weapp', 'WeChat mini-program', () => {}, env);
}

/** The same for the tests that boot it, with an address that leads to the test's own server. */
export const buildWeappForTests = () => buildWeapp({ API_BASE: 'https://county.test/api' });

async function buildTarget(type, what, finish, env = {}) {
  const folder = path.join(miniapp, 'dist', type);
  const stamp = path.join(miniapp, 'dist', `${type}.fingerprint`);
  const wanted = fingerprint(['miniapp', 'shared/src', 'package-lock.json', 'commands/build.mjs'], buildSettings(env));
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true });
  await step(
    `Building the ${what} (about a minute)`,
    'mend the file named above; `npm run build` tries again.',
    `taro-${type}`,
    process.execPath,
    [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type, '--no-check'],
    // CI=true turns Taro's progress bar, thousands of lines in a log, into silence.
    { cwd: miniapp, env: { NODE_ENV: 'production', CI: 'true', NO_UPDATE_NOTIFIER: '1', ...env } },
  );
  await finish(folder);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  say(`${what}: built in miniapp/dist/${type}`);
}

/** Settings that are compiled into the pages, so that a change of one builds them again. */
function buildSettings(env) {
  return Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter(
      ([name]) => name.startsWith('TARO_APP_') || ['API_BASE', 'WECHAT_CLOUD_ENV'].includes(name),
    ),
  );
}

export async function build({ weapp = false } = {}) {
  await buildServer();
  await buildPages();
  if (weapp) await buildWeapp();
}

await main(import.meta.url, async (args) => {
  if (args.includes('--server')) return buildServer();
  if (args.includes('--weapp-for-tests')) {
    await buildServer();
    return buildWeappForTests();
  }
  await build({ weapp: args.includes('--weapp') });
  say('built');
});
