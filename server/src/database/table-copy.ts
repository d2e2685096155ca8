import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/** A table that both engines have. */
export interface SameTable {
  name: string;
  columns: string[];
  /** The columns of its primary key. */
  key: string[];
  rows: number;
}

type Row = unknown[];

/** What is in memory at once: well within what every server takes in one statement. */
const BATCH_ROWS = 500;
const BATCH_BYTES = 500_000;

/** TypeORM's own, which each engine keeps for itself. */
const BOOKKEEPING = 'migrations';

/** The tables of a SQLite database, with how much is in each. */
export function tablesOf(source: Sqlite.Database): SameTable[] {
  const names = source
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .pluck()
    .all() as string[];
  return names
    .filter((name) => name !== BOOKKEEPING)
    .map((name) => {
      const columns = source.pragma(`table_info("${name}")`) as { name: string; pk: number }[];
      const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
      const rows = source.prepare(`SELECT COUNT(*) FROM \`${name}\``).pluck().get() as number;
      return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name), rows };
    });
}

/** Writes every row of a table into the empty one of the same name; says how many are there after each batch. */
export async function copyTable(
  source: Sqlite.Database,
  target: Connection,
  table: SameTable,
  onRows: (written: number) => void,
): Promise<void> {
  const into = `INSERT INTO \`${table.name}\` (${listOf(table.columns)}) VALUES ?`;
  let written = 0;
  for (const batch of batchesOf(source, table)) {
    await target.query(into, [batch]);
    onRows((written += batch.length));
  }
}

/** Reads every row back from both sides: nothing when they are the same, else what differs. */
export async function differenceOf(
  source: Sqlite.Database,
  target: Connection,
  table: SameTable,
): Promise<string | undefined> {
  const [counted] = await target.query<RowDataPacket[]>(`SELECT COUNT(*) AS \`rows\` FROM \`${table.name}\``);
  const there = Number(counted[0]!.rows);
  if (there !== table.rows) return `${table.rows} / ${there}`;
  const keyAt = table.key.map((name) => table.columns.indexOf(name));
  const keyOf = (row: Row) => keyAt.map((at) => row[at]);
  const one = `(${table.key.map((name) => `\`${name}\` = ?`).join(' AND ')})`;
  for (const batch of batchesOf(source, table)) {
    // Each key spelt out: of a list of pairs MariaDB does not look each up, but reads the whole table.
    const sql = `SELECT ${listOf(table.columns)} FROM \`${table.name}\` WHERE ${batch.map(() => one).join(' OR ')}`;
    const [rows] = await target.query<RowDataPacket[][]>({ sql, rowsAsArray: true }, batch.flatMap(keyOf));
    const found = new Set((rows as Row[]).map(digestOf));
    const differing = batch.find((row) => !found.has(digestOf(row)));
    if (differing) return keyOf(differing).join(' ');
  }
  return undefined;
}

function* batchesOf(source: Sqlite.Database, { name, columns, key }: SameTable): Generator<Row[]> {
  const all = source.prepare(`SELECT ${listOf(columns)} FROM \`${name}\` ORDER BY ${listOf(key)}`).raw();
  let [batch, bytes]: [Row[], number] = [[], 0];
  for (const row of all.iterate() as IterableIterator<Row>) {
    batch.push(row);
    bytes += row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
    if (batch.length < BATCH_ROWS && bytes < BATCH_BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length) yield batch;
}

const digestOf = (row: Row) => createHash('sha256').update(JSON.stringify(row)).digest('base64');

const listOf = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
