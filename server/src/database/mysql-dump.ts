import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { unreached } from './unreachable.ts';

/** Whether the database of an address has no table yet. */
export async function isMysqlEmpty(url: string): Promise<boolean> {
  const connection = await createConnection({ uri: url, connectTimeout: 10_000 }).catch((error: unknown) => {
    throw unreached(error);
  });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT COUNT(*) AS `count` FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    return Number(rows[0]!.count) === 0;
  } finally {
    await connection.end();
  }
}

/** The database at one instant, as SQL, by the engine's own client; nobody who writes meanwhile waits. */
export async function dumpMysql(url: string, file: string): Promise<void> {
  const how = ['--single-transaction', '--quick', '--skip-lock-tables', '--no-tablespaces', '--hex-blob'];
  const { child, ended } = client(['mariadb-dump', 'mysqldump'], [...how, ...placeOf(url)], url);
  await Promise.all([pipeline(child.stdout, createWriteStream(file, { mode: 0o600 })), ended]);
}

/** Runs such SQL on an empty database. */
export async function loadMysql(url: string, file: string): Promise<void> {
  const { child, ended } = client(['mariadb', 'mysql'], placeOf(url), url);
  child.stdout.resume();
  await Promise.all([pipeline(createReadStream(file), child.stdin), ended]);
}

function placeOf(url: string): string[] {
  const { hostname, port, username, pathname } = new URL(url);
  return [
    '--protocol=tcp',
    '--default-character-set=utf8mb4',
    `--host=${hostname}`,
    `--port=${port || '3306'}`,
    `--user=${decodeURIComponent(username)}`,
    decodeURIComponent(pathname.slice(1)),
  ];
}

/** The first of the programs that is there. The password goes by the environment, where no list of processes shows it. */
function client([program, other]: [string, string], args: string[], url: string) {
  const env = { ...process.env, MYSQL_PWD: decodeURIComponent(new URL(url).password) };
  const child = spawn(
    'sh',
    ['-c', `command -v ${program} >/dev/null && exec ${program} "$@" || exec ${other} "$@"`, program, ...args],
    {
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => (complaint += words));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} 没有成功（需要装有 MariaDB 或 MySQL 的客户端程序）：${complaint.trim()}`)),
    );
  });
  return { child, ended };
}
