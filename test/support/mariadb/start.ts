import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../server-process.ts';
import { installData, launch, untilReady } from './node.ts';

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
  installData(path.join(folder, 'data'));
  const port = await freePort();
  const server = launch(folder, port);
  process.env.TEST_MARIADB_PID = String(server.pid ?? '');
  process.env.TEST_MARIADB_FOLDER = folder;
  const url = `mysql://root@127.0.0.1:${port}`;
  await untilReady(url, folder);
  server.unref();
  return url;
}
