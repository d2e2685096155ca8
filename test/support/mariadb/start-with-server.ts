import { buildFirst } from '../build-first.ts';
import startMariadb from './start.ts';

/** For the durability tests: MariaDB, and the compiled server that they start and kill as a process. */
export default async function startWithServer(): Promise<void> {
  buildFirst('--server');
  await startMariadb();
}
