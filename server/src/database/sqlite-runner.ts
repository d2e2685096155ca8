import type BetterSqlite3 from 'better-sqlite3';
import {
  QueryFailedError,
  QueryResult,
  QueryRunnerAlreadyReleasedError,
  type DataSource,
  type EntityManager,
} from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { GroupCommit } from './group-commit.ts';
import { rememberQueue } from './write-queue.ts';
import { WriteLock } from './write-lock.ts';

const CACHED_STATEMENTS = 500;

/** The two connections of one SQLite file: one writes under the lock, the other reads committed rows only. */
interface Connections {
  lock: WriteLock;
  reader?: BetterSqlite3.Database;
}

/** A whole result, or its rows alone: as the base class leaves it open. */
type Answer = QueryResult['raw'];

const statements = new WeakMap<BetterSqlite3.Database, Map<string, BetterSqlite3.Statement>>();

/**
 * Gives every caller a query runner of its own. TypeORM shares one between all requests on SQLite, so that a
 * rollback in one request silently erased rows another had been told were saved (see docs/decisions/0001).
 */
export function separateRunners(source: DataSource, lockLimitMs: number): DataSource {
  const driver = source.driver as BetterSqlite3Driver;
  const connections: Connections = { lock: new WriteLock(lockLimitMs) };
  const file = driver.options.database;

  driver.createQueryRunner = () => new SqliteRunner(driver, connections);

  const connect = driver.connect.bind(driver);
  driver.connect = async () => {
    await connect();
    if (file === ':memory:') return;
    const reader = new driver.sqlite(file, { timeout: 5000 }) as BetterSqlite3.Database;
    reader.pragma('query_only = ON');
    connections.reader = reader;
  };
  const disconnect = driver.disconnect.bind(driver);
  driver.disconnect = async () => {
    connections.reader?.close();
    connections.reader = undefined;
    await disconnect();
  };
  const group = shareCommits(source, () => driver.databaseConnection.inTransaction, lockLimitMs);
  rememberQueue(source, () => group.queued + connections.lock.queued);
  return source;
}

/** `source.transaction` of every caller goes through one `GroupCommit`; nothing else of it changes. */
function shareCommits(source: DataSource, isOpen: () => boolean, limitMs: number): GroupCommit {
  const transaction = source.transaction.bind(source);
  const group = new GroupCommit((run) => transaction(run), isOpen, limitMs);
  source.transaction = <T>(run: unknown) => group.run(run as (db: EntityManager) => Promise<T>);
  return group;
}

class SqliteRunner extends BetterSqlite3QueryRunner {
  private holdsLock = false;

  constructor(
    private readonly sqlite: BetterSqlite3Driver,
    private readonly connections: Connections,
  ) {
    super(sqlite);
  }

  private get writer(): BetterSqlite3.Database {
    return this.sqlite.databaseConnection;
  }

  override connect(): Promise<BetterSqlite3.Database> {
    return Promise.resolve(this.writer);
  }

  override async query(sql: string, parameters: unknown[] = [], useStructuredResult = false): Promise<Answer> {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    const run = (connection: BetterSqlite3.Database, statement = sql): Answer => {
      const result = execute(connection, statement, parameters);
      return useStructuredResult ? result : result.raw;
    };
    if (this.holdsLock) {
      // IMMEDIATE takes SQLite's own write lock at once, so that no other process can slip in between.
      return run(this.writer, sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
    }
    const { reader } = this.connections;
    if (reader && isReadOnly(this.writer, sql)) return run(reader);
    await this.lock();
    try {
      return run(this.writer);
    } finally {
      this.unlock();
    }
  }

  override async startTransaction(): Promise<void> {
    const outermost = !this.holdsLock;
    if (outermost) await this.lock();
    try {
      await super.startTransaction();
    } catch (error) {
      if (outermost) {
        this.isTransactionActive = false;
        this.unlock();
      }
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.unlock();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } catch (error) {
      if (this.holdsLock && !this.writer.inTransaction) this.forgetTransaction();
      throw error;
    } finally {
      if (!this.isTransactionActive) this.unlock();
    }
  }

  override async release(): Promise<void> {
    if (this.holdsLock) {
      try {
        if (this.writer.inTransaction) this.writer.exec('ROLLBACK');
      } finally {
        this.forgetTransaction();
        this.unlock();
      }
    }
    return super.release();
  }

  private forgetTransaction(): void {
    this.isTransactionActive = false;
    this.transactionDepth = 0;
  }

  private async lock(): Promise<void> {
    await this.connections.lock.acquire();
    this.holdsLock = true;
  }

  private unlock(): void {
    if (!this.holdsLock) return;
    this.holdsLock = false;
    this.connections.lock.release();
  }
}

/**
 * What the base class does, without the broadcasts that nobody here hears: they cost more than a short statement.
 * Statements are kept for a connection; the base class keeps them for a runner, of which every call has its own.
 */
function execute(connection: BetterSqlite3.Database, sql: string, parameters: readonly unknown[]): QueryResult {
  // better-sqlite3 binds no booleans.
  const bound = parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value));
  const result = new QueryResult();
  try {
    const statement = prepared(connection, sql);
    if (statement.reader) {
      result.raw = result.records = statement.all(...bound);
    } else {
      const { changes, lastInsertRowid } = statement.run(...bound);
      result.affected = changes;
      result.raw = lastInsertRowid;
    }
    return result;
  } catch (error) {
    throw new QueryFailedError(sql, bound, error as Error);
  }
}

function prepared(connection: BetterSqlite3.Database, sql: string): BetterSqlite3.Statement {
  let cache = statements.get(connection);
  if (!cache) statements.set(connection, (cache = new Map()));
  let statement = cache.get(sql);
  if (!statement) {
    statement = connection.prepare(sql);
    cache.set(sql, statement);
    if (cache.size > CACHED_STATEMENTS) cache.delete(cache.keys().next().value as string);
  }
  return statement;
}

function isReadOnly(connection: BetterSqlite3.Database, sql: string): boolean {
  if (/^\s*pragma/i.test(sql)) return false;
  try {
    const statement = prepared(connection, sql);
    return statement.readonly && statement.reader;
  } catch {
    return false; // what cannot be prepared here fails on the writer, with the driver's own message
  }
}
