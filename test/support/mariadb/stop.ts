import { rmSync } from 'node:fs';

const GONE_WITHIN_MS = 20_000;

/** Stops the MariaDB that `start.ts` started and removes its data; one given from outside is left alone. */
export default async function stopMariadb(): Promise<void> {
  const { TEST_MARIADB_PID: pid, TEST_MARIADB_FOLDER: folder } = process.env;
  if (!pid || !folder) return;
  const until = Date.now() + GONE_WITHIN_MS;
  signal(Number(pid), 'SIGTERM');
  while (signal(Number(pid), 0)) {
    if (Date.now() > until) signal(Number(pid), 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Whether the process was still there to be told. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
