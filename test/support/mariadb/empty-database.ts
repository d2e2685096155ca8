import { createConnection } from 'mysql2/promise';

let serial = 0;

/** A new, empty database on the run's MariaDB; answers its address. */
export async function createEmptyDatabase(collation = 'utf8mb4_bin'): Promise<string> {
  const server = process.env.TEST_MARIADB_URL;
  if (!server) throw new Error('TEST_MARIADB_URL is not set: MariaDB could not be started for this run');
  serial += 1;
  const name = `county_${process.pid}_${Date.now().toString(36)}_${serial}`;
  const connection = await createConnection(server);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE ${collation}`);
  await connection.end();
  return `${server.replace(/\/$/, '')}/${name}`;
}
