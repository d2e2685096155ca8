import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { MigrationExecutor, type DataSource } from 'typeorm';
import { migrations } from '../../server/migrations/index.ts';
import { openDataSource } from '../../server/src/database/data-source.ts';
import { MadeUpRows } from '../support/made-up-rows.ts';
import { createEmptyDatabase } from '../support/mariadb/empty-database.ts';

/** Each change of a table waits for the disk, which the machine may share with others. */
const CHANGES_MS = 600_000;

/** What was read of a document and not yet confirmed: it is uploaded again, and read better. */
const GIVEN_UP = new Set(['breakdown_preview of Tasks1764000005000', 'breakdown_preview of Extensions1764000006000']);

const dataDir = mkdtempSync(path.join(tmpdir(), 'county-migrations-'));

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe.each([
  ['SQLite', async () => openDataSource({ dataDir })],
  ['MariaDB', async () => openDataSource({ dataDir, url: await createEmptyDatabase() })],
])('The migrations, on %s', (_, open) => {
  let source: DataSource;

  /** What TypeORM would still change to make the tables as the code states them. */
  const drift = async () => (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
  const tablesLeft = async () => {
    const question =
      source.options.type === 'better-sqlite3'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
    const rows = await source.query<{ name: string }[]>(question);
    return rows.map(({ name }) => name).filter((name) => name !== 'migrations');
  };

  beforeAll(async () => {
    source = await open();
  }, CHANGES_MS);
  afterAll(() => source?.destroy());

  it('leave nothing to change between the tables and the code', async () => {
    expect(await drift()).toEqual([]);
  });

  it(
    'can all be undone, leaving no table',
    async () => {
      for (let undone = 0; undone < migrations.length; undone += 1)
        await source.undoLastMigration({ transaction: 'each' });
      expect(await tablesLeft()).toEqual([]);
    },
    CHANGES_MS,
  );

  it(
    'can be run again one by one, and lose no row of any state in between',
    async () => {
      const executor = new MigrationExecutor(source);
      const rows = new MadeUpRows(source);
      const pending = await executor.getPendingMigrations();
      expect(pending).toHaveLength(migrations.length);
      for (const migration of pending) {
        await executor.executeMigration(migration);
        await rows.addToEveryTable(migration.name);
      }
      expect(await drift()).toEqual([]);
      expect(rows.count).toBeGreaterThan(migrations.length * 20);
      expect((await rows.lost()).filter((one) => !GIVEN_UP.has(one))).toEqual([]);
    },
    CHANGES_MS,
  );
});

describe('A database that takes 张三😀 for 张三😁', () => {
  it('is refused with the command that mends it, and that command mends it', async () => {
    const url = await createEmptyDatabase('utf8mb4_general_ci');
    const refusal = await openDataSource({ dataDir, url }).then(
      () => 'opened',
      (error: Error) => error.message,
    );
    expect(refusal).toContain('utf8mb4_general_ci');
    const command = /ALTER DATABASE .*$/.exec(refusal)?.[0] ?? '';

    const connection = await createConnection(url);
    await connection.query(command);
    await connection.end();
    const source = await openDataSource({ dataDir, url });
    await source.destroy();
  });
});
