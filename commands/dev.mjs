/** `npm run dev`: compiles on every change, restarts the server and reloads the pages. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildServer } from './build.mjs';
import { prepare } from './prepare.mjs';
import { explain, root, say } from './progress.mjs';

const port = process.env.PORT || '3000';

function watch(program, args, { cwd = root, env = {} } = {}) {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('exit', (code) => stop(code ?? 1));
  children.push(child);
}

const children = [];
let stopping = false;

function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}

try {
  await prepare();
  await buildServer();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
  const node = process.execPath;
  watch(node, ['node_modules/typescript/bin/tsc', '-b', '-w', '--preserveWatchOutput']);
  watch(node, ['--watch', 'server/dist/src/main.js'], { env: { MODE: 'demo', PORT: port } });
  watch(
    node,
    [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch', '--no-check'],
    {
      cwd: path.join(root, 'miniapp'),
      env: { NODE_ENV: 'development', API_PROXY: `http://127.0.0.1:${port}` },
    },
  );
  say(`Pages with reload: http://127.0.0.1:10086   API: http://127.0.0.1:${port}/api/docs   Stop: Ctrl+C`);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
