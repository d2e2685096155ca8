import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySchema, type ObjectLiteral } from 'typeorm';
import { isDuplicate, isPassing } from './database-errors.ts';
import { findRows } from './plain-rows.ts';
import { queuedIn } from './write-queue.ts';

const MAX_TRIES = 5;
/** Of a node of a cluster (Galera): it answers once it has all that the others had when it was asked. */
const CATCH_UP = 'SET STATEMENT wsrep_sync_wait = 1 FOR SELECT 1';

/** The only door to the database (docs/decisions/0001). */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly current = new AsyncLocalStorage<EntityManager>();
  private inCluster?: Promise<boolean> | undefined;

  constructor(private readonly source: DataSource) {}

  /** Until then it is carried along with every promise there is. */
  onApplicationShutdown(): void {
    this.current.disable();
  }

  /**
   * Runs one unit of work: all of it is kept, or none of it. A unit begun inside another joins it.
   * The unit may run again when the engine asks for it or when another request created the same row first,
   * so it must do nothing but read and write rows, and whatever it creates has an id made by the caller.
   */
  async work<T>(unit: (db: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer) return unit(outer);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction((db) => this.current.run(db, () => unit(db)));
      } catch (error) {
        const again = isPassing(error) ? attempt < MAX_TRIES : isDuplicate(error) && attempt === 1;
        if (!again) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 * attempt * attempt));
      }
    }
  }

  /** Reads committed rows and never waits for a writer; inside a unit of work it sees that unit's own changes. */
  read<T>(query: (db: EntityManager) => Promise<T>): Promise<T> {
    return query(this.current.getStore() ?? this.source.manager);
  }

  /** The row, held against other writers until the unit ends. On SQLite a unit is alone already. */
  async findForChange<Row extends ObjectLiteral>(
    db: EntityManager,
    table: EntitySchema<Row>,
    where: Partial<Row>,
  ): Promise<Row | null> {
    const names = Object.keys(where);
    const condition = names.map((name) => `\`${name}\` = ?`).join(' AND ');
    const [row] = await findRows(db, table, condition, Object.values(where), ` LIMIT 1${this.forUpdate}`);
    return row ?? null;
  }

  /** What makes a find hold its rows until the unit ends: against writers alone, or against everybody who holds them. */
  lock(mode: 'pessimistic_read' | 'pessimistic_write') {
    return this.hasOneWriter ? {} : { lock: { mode } };
  }

  /** What ends a plain SELECT of a row to be changed; nothing on SQLite, where a unit is alone already. */
  get forUpdate(): '' | ' FOR UPDATE' {
    return this.hasOneWriter ? '' : ' FOR UPDATE';
  }

  /** Whether a unit of work is alone: nobody else changes a row before it ends. */
  get hasOneWriter(): boolean {
    return this.isSqlite;
  }

  /** Networks and disks are waited for outside a unit of work, which would hold the writer for everybody. */
  mustBeOutsideWork(what: string): void {
    if (this.current.getStore()) throw new Error(`${what} must not happen inside a unit of work`);
  }

  /** How many units of work wait for the writer or a connection at this instant. */
  get queued(): number {
    return queuedIn(this.source);
  }

  get kind(): 'sqlite' | 'mariadb' | 'mysql' {
    return this.isSqlite ? 'sqlite' : (this.source.options.type as 'mariadb' | 'mysql');
  }

  private get isSqlite(): boolean {
    return this.source.options.type === 'better-sqlite3';
  }

  /** A second look within a unit must see what others committed meanwhile, which on SQLite nobody can. */
  private async transaction<T>(run: (db: EntityManager) => Promise<T>): Promise<T> {
    if (this.isSqlite) return this.source.transaction(run);
    if (!(await this.isInCluster())) return this.source.transaction('READ COMMITTED', run);
    // What a person was told at one node, a moment later another must know, or it would tell them that it is not there.
    const runner = this.source.createQueryRunner();
    try {
      await runner.query(CATCH_UP);
      return await runner.manager.transaction('READ COMMITTED', run);
    } finally {
      await runner.release();
    }
  }

  private isInCluster(): Promise<boolean> {
    this.inCluster ??= this.source.query<{ Value: string }[]>("SHOW VARIABLES LIKE 'wsrep_on'").then(
      ([found]) => found?.Value === 'ON',
      (error: unknown) => {
        this.inCluster = undefined;
        throw error;
      },
    );
    return this.inCluster;
  }
}
