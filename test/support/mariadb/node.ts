import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';

/** A machine that does other work besides takes its time to bring a node back. */
const READY_WITHIN_MS = 150_000;
const TAIL_OF_LOG = 3000;
export const ENVIRONMENT = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

/** A data folder with nothing in it but MariaDB's own tables; root without a password. */
export function installData(data: string): void {
  const installed = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--user=root', '--auth-root-authentication-method=normal', '--skip-test-db'],
    { encoding: 'utf8', env: ENVIRONMENT },
  );
  if (installed.status !== 0) throw new Error(installed.error?.message ?? installed.stderr);
}

/** Whom a process belongs to; nothing where it is whoever runs the tests. */
export interface Owner {
  uid: number;
  gid: number;
}

/**
 * MariaDB as a process: within `folder` its data, socket and log. What it says is not waited for. `within` is what the
 * command begins with where it is to run somewhere else, as whoever that says.
 */
export function launch(
  folder: string,
  port: number,
  options: readonly string[] = [],
  { owner, within = [] }: { owner?: Owner | undefined; within?: readonly string[] } = {},
): ChildProcess {
  const log = openSync(path.join(folder, 'server.log'), 'a');
  // Nothing waits for the disk: a killed process's writes are with the system all the same, and on a slow disk the
  // county's tables alone would take a minute to make for every file of tests.
  const command = [...within, 'eatmydata', 'mariadbd'];
  const server = spawn(
    command[0]!,
    [
      ...command.slice(1),
      '--no-defaults',
      ...(owner || within.length ? [] : ['--user=root']),
      `--datadir=${path.join(folder, 'data')}`,
      `--port=${port}`,
      `--socket=${path.join(folder, 'socket')}`,
      '--bind-address=127.0.0.1',
      '--default-time-zone=+00:00',
      '--skip-name-resolve',
      '--max-connections=500',
      ...options,
    ],
    { stdio: ['ignore', log, log], env: ENVIRONMENT, ...(within.length ? {} : owner) },
  );
  server.on('error', () => undefined); // told by waiting in vain below
  return server;
}

/** Waits until it answers, and the question, if there is one, is answered as hoped. */
export async function untilReady(url: string, folder: string, hoped?: (answer: Asking) => Promise<boolean>) {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    let reason = 'it is not ready';
    try {
      const connection = await createConnection(url);
      const isReady = hoped ? await hoped(connection) : true;
      await connection.end();
      if (isReady) return;
    } catch (error) {
      reason = (error as Error).message;
    }
    if (Date.now() > until) throw new Error(`${reason}; ${folder}/server.log ends: ${tailOf(folder)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const tailOf = (folder: string) => readFileSync(path.join(folder, 'server.log'), 'utf8').slice(-TAIL_OF_LOG);

export type Asking = Awaited<ReturnType<typeof createConnection>>;
