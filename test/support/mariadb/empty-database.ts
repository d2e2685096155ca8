import { createConnection, type Connection } from 'mysql2/promise';

let serial = 0;

/** A new, empty database on the run's MariaDB; answers its address. */
export async function createEmptyDatabase(collation = 'utf8mb4_bin'): Promise<string> {
  const server = process.env.TEST_MARIADB_URL;
  if (!server) throw new Error('TEST_MARIADB_URL is not set: MariaDB could not be started for this run');
  serial += 1;
  const url = `${server.replace(/\/$/, '')}/county_${process.pid}_${Date.now().toString(36)}_${serial}`;
  await createDatabase(url, collation);
  return url;
}

/** A new, empty database at an address whose server is there. */
export async function createDatabase(url: string, collation = 'utf8mb4_bin'): Promise<void> {
  const create = `CREATE DATABASE ${nameOf(url)} CHARACTER SET utf8mb4 COLLATE ${collation}`;
  await connected(besides(url, ''), (connection) => connection.query(create));
}

export async function dropDatabase(url: string): Promise<void> {
  await connected(besides(url, ''), (connection) => connection.query(`DROP DATABASE ${nameOf(url)}`));
}

export async function connected<T>(url: string, ask: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection(url);
  try {
    return await ask(connection);
  } finally {
    await connection.end();
  }
}

/** The address of a database for a new user, who may do there what is told. */
export async function userOf(url: string, ...rights: string[]): Promise<string> {
  serial += 1;
  const other = new URL(url);
  [other.username, other.password] = [`user_${process.pid}_${Date.now().toString(36)}_${serial}`, 'a word'];
  await connected(url, async (connection) => {
    await connection.query(`CREATE USER ${other.username}@127.0.0.1 IDENTIFIED BY 'a word'`);
    if (rights.length)
      await connection.query(`GRANT ${rights.join(', ')} ON ${nameOf(url)}.* TO ${other.username}@127.0.0.1`);
  });
  return other.toString();
}

/** What an address calls its database. */
export const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** The address of another database on the same server. */
export function besides(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}
