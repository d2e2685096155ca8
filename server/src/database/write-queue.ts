import type { DataSource } from 'typeorm';

const queues = new WeakMap<DataSource, () => number>();

/** On SQLite, what waits for the one writer is known to the lock. */
export const rememberQueue = (source: DataSource, queued: () => number): void => void queues.set(source, queued);

/** How many units wait for the writer, or on MariaDB and MySQL for one of the pool's connections. */
export function queuedIn(source: DataSource): number {
  const queue = queues.get(source);
  if (queue) return queue();
  // mysql2 tells of its queue by events alone, which would have to be counted; its list is there to be read.
  const { pool } = source.driver as { pool?: { _connectionQueue?: { length: number } } };
  return pool?._connectionQueue?.length ?? 0;
}
