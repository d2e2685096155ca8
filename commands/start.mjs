/** `npm start`: a fresh clone becomes a county at work that one can sign in to. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { CannotGoOn, explain, root, say } from './progress.mjs';

const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);

/** Fails in plain words before anything is built for a port that cannot be had. */
function demandPort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new CannotGoOn(
          taken
            ? `Port ${port} on ${host} is taken by another program.`
            : `Cannot listen on ${host}:${port} (${error.code}).`,
          taken
            ? 'stop that program, or choose another port: PORT=3100 npm start'
            : 'choose another: HOST=127.0.0.1 PORT=3000 npm start',
        ),
      );
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

function serve() {
  const started = Date.now();
  const server = spawn(process.execPath, [path.join(root, 'server/dist/src/main.js')], {
    cwd: root,
    // Only this command starts a demo: the server by itself is in production, which refuses defaults.
    env: { ...process.env, MODE: 'demo', HOST: host, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  void announce(server, started);
}

async function announce(server, started) {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  while (server.exitCode === null) {
    const ready = await fetch(`${address}/api/health`).catch(() => undefined);
    if (ready?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (server.exitCode !== null) return;
  say(`The county is at work (the server took ${Math.round((Date.now() - started) / 1000)} s).`);
  console.log(`
  打开 Open      ${address}
  登录 Sign in   “我的” → “登录”，点一个演示身份（村、乡镇、部门、督查员、管理员等），不需要密码
                 On 我的 choose 登录 and pick one of the demo people; no password is needed.
  数据 Data      ${process.env.DATABASE_URL ? 'the database in DATABASE_URL' : path.resolve(root, process.env.DATA_DIR || 'data')}
  接口 API       ${address}/api/docs
  停止 Stop      Ctrl+C
`);
}

try {
  await demandPort();
  await prepare({ meanwhile: build });
  // Between the two, minutes have passed.
  await demandPort();
  say('Starting the server');
  serve();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
