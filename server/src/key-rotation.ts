import type { EntityManager } from 'typeorm';
import { KeyRing, type KeySettings } from './config/key-ring.ts';
import type { Database } from './database/database.ts';
import { sealedTables, type SealedTable } from './sealed-columns.ts';

/** Small enough that the server beside never waits long for the writer. */
const BATCH = 100;

type Row = Record<string, string | null>;

export interface Rotation {
  rewritten: number;
  /** Rows nobody can open with the keys of the settings. */
  unreadable: number;
  /** Rows still under an earlier key once all is done; 0 unless some are unreadable, or a server writes by an earlier one. */
  left: number;
}

interface Progress {
  table: string;
  done: number;
  of: number;
}

/**
 * Writes every sealed and hashed column anew by the key and the suite of now, beside a running server: in small units, each
 * row only where it is still as it was read. May be stopped at any time; run again, it goes on with what is left.
 */
export async function rotateKeys(
  database: Database,
  settings: KeySettings,
  tell: (progress: Progress) => void,
): Promise<Rotation> {
  const result: Rotation = { rewritten: 0, unreadable: 0, left: 0 };
  for (const table of sealedTables.filter(hasOld)) {
    const ring = new KeyRing(settings, table.purpose ?? 'personal-data');
    const of = await countOld(database, table, ring);
    let done = 0;
    for (let after = ''; ;) {
      const rows = await oldRows(database, table, ring, after);
      if (!rows.length) break;
      after = rows.at(-1)![table.key]!;
      const fresh = rows.map((row) => ({ row, changed: renewed(table, ring, row) }));
      result.unreadable += fresh.filter(({ changed }) => !changed).length;
      result.rewritten += await database.work((db) => write(db, table, fresh));
      done += rows.length;
      tell({ table: table.table, done, of });
    }
    result.left += await countOld(database, table, ring);
  }
  return result;
}

const hasOld = ({ sealed, hashed }: SealedTable): boolean => sealed.length > 0 || hashed !== undefined;

const hashedOf = ({ hashed = {} }: SealedTable): string[] => Object.keys(hashed);

/** Those under an earlier key, or under none that says its name. */
function oldCondition(table: SealedTable, { beginnings }: KeyRing): { where: string; values: string[] } {
  const columns = [
    ...table.sealed.map((column) => ({ column, beginning: beginnings.sealed })),
    ...hashedOf(table).map((column) => ({ column, beginning: beginnings.hash })),
  ];
  return {
    where: `(${columns.map(({ column }) => `\`${column}\` NOT LIKE ?`).join(' OR ')})`,
    values: columns.map(({ beginning }) => `${beginning}%`),
  };
}

async function countOld(database: Database, table: SealedTable, ring: KeyRing): Promise<number> {
  const { where, values } = oldCondition(table, ring);
  const sql = `SELECT COUNT(*) AS count FROM \`${table.table}\` WHERE ${where}`;
  const [row] = await database.read((db) => db.query<{ count: number | string }[]>(sql, values));
  return Number(row!.count);
}

function oldRows(database: Database, table: SealedTable, ring: KeyRing, after: string): Promise<Row[]> {
  const { where, values } = oldCondition(table, ring);
  const columns = [table.key, ...table.sealed, ...hashedOf(table)].map((column) => `\`${column}\``).join(', ');
  const sql = `SELECT ${columns} FROM \`${table.table}\` WHERE \`${table.key}\` > ? AND ${where} ORDER BY \`${table.key}\` LIMIT ${BATCH}`;
  return database.read((db) => db.query<Row[]>(sql, [after, ...values]));
}

/** The row's columns by the key of now; undefined where one of them cannot be opened. */
function renewed({ sealed, hashed = {} }: SealedTable, ring: KeyRing, row: Row): Row | undefined {
  try {
    const textOrNull = (text: string | null | undefined, make: (text: string) => string) =>
      typeof text === 'string' ? make(text) : null;
    const opened = Object.fromEntries(
      sealed.map((column) => [column, textOrNull(row[column], (text) => ring.open(text))]),
    );
    const seals = sealed.map((column) => [column, textOrNull(opened[column], (text) => ring.seal(text))]);
    const hashes = Object.entries(hashed).map(([column, textOf]) => {
      const text = row[column] === null ? null : textOf(opened);
      return [column, text === null ? row[column] : ring.hash(text)];
    });
    return Object.fromEntries([...seals, ...hashes]) as Row;
  } catch {
    return undefined;
  }
}

async function write(
  db: EntityManager,
  { table, key }: SealedTable,
  fresh: readonly { row: Row; changed: Row | undefined }[],
): Promise<number> {
  let written = 0;
  for (const { row, changed } of fresh) {
    if (!changed) continue;
    const columns = Object.keys(changed);
    const set = columns.map((column) => `\`${column}\` = ?`).join(', ');
    // Whoever has changed or erased the row meanwhile has done so by the key of now.
    const same = columns.map((column) => (row[column] === null ? `\`${column}\` IS NULL` : `\`${column}\` = ?`));
    const before = columns.map((column) => row[column]).filter((value) => value !== null);
    await db.query(`UPDATE \`${table}\` SET ${set} WHERE \`${key}\` = ? AND ${same.join(' AND ')}`, [
      ...columns.map((column) => changed[column]),
      row[key],
      ...before,
    ]);
    written += 1;
  }
  return written;
}
