import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';

const READY_WITHIN_MS = 60_000;

/**
 * Starts one MariaDB for the whole run, on a free port with a data folder of its own, and puts its address into
 * TEST_MARIADB_URL. Where it cannot start, it says so, and the tests that ask for that address fail one by one.
 */
export default async function startMariadb(): Promise<void> {
  if (process.env.TEST_MARIADB_URL) return;
  try {
    process.env.TEST_MARIADB_URL = await start(mkdtempSync(path.join(tmpdir(), 'county-mariadb-')));
  } catch (error) {
    console.error(`MariaDB does not start, so the tests that need it fail: ${(error as Error).message}`);
  }
}

async function start(folder: string): Promise<string> {
  const data = path.join(folder, 'data');
  const installed = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--user=root', '--auth-root-authentication-method=normal', '--skip-test-db'],
    { encoding: 'utf8' },
  );
  if (installed.status !== 0) throw new Error(installed.error?.message ?? installed.stderr);
  const port = await freePort();
  const log = openSync(path.join(folder, 'server.log'), 'a');
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
      `--port=${port}`,
      `--socket=${path.join(folder, 'socket')}`,
      '--bind-address=127.0.0.1',
      '--default-time-zone=+00:00',
      '--skip-name-resolve',
      '--max-connections=500',
    ],
    { stdio: ['ignore', log, log], env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } },
  );
  server.on('error', () => undefined); // told by waiting in vain below
  process.env.TEST_MARIADB_PID = String(server.pid ?? '');
  process.env.TEST_MARIADB_FOLDER = folder;
  const url = `mysql://root@127.0.0.1:${port}`;
  await untilReady(url, folder);
  server.unref();
  return url;
}

async function untilReady(url: string, folder: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      const connection = await createConnection(url);
      await connection.end();
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`${(error as Error).message}; see ${folder}/server.log`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
