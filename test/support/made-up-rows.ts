import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

interface Column {
  table: string;
  name: string;
  type: string;
  /** Of text; 0 where there is no limit. */
  length: number;
  isKey: boolean;
}

type Value = string | number;

/** Rows of no meaning in every table of whatever state a database is in, each known again later by its key. */
export class MadeUpRows {
  private readonly made: { table: string; state: string; key: Record<string, Value> }[] = [];

  constructor(private readonly source: DataSource) {}

  get count(): number {
    return this.made.length;
  }

  /** `state` is what the database has come to, for telling which rows are lost. */
  async addToEveryTable(state: string): Promise<void> {
    const all = await this.columns();
    for (const table of new Set(all.map((column) => column.table))) {
      const columns = all.filter((column) => column.table === table);
      const values = columns.map((column) => made(column, this.made.length));
      const names = columns.map(({ name }) => this.quoted(name));
      const places = columns.map(() => '?');
      await this.source.query(
        `INSERT INTO ${this.quoted(table)} (${names.join(', ')}) VALUES (${places.join(', ')})`,
        values,
      );
      const key = Object.fromEntries(columns.flatMap(({ name, isKey }, at) => (isKey ? [[name, values[at]!]] : [])));
      this.made.push({ table, state, key });
    }
  }

  /** Those that are not there any more, with the state they come from. */
  async lost(): Promise<string[]> {
    const lost: string[] = [];
    for (const { table, state, key } of this.made) {
      const where = Object.keys(key).map((name) => `${this.quoted(name)} = ?`);
      const [row] = await this.source
        .query<{ count: number | string }[]>(
          `SELECT COUNT(*) AS count FROM ${this.quoted(table)} WHERE ${where.join(' AND ')}`,
          Object.values(key),
        )
        .catch(() => []);
      if (Number(row?.count) !== 1) lost.push(`${table} of ${state}`);
    }
    return lost;
  }

  private async columns(): Promise<Column[]> {
    const question =
      this.source.options.type === 'better-sqlite3'
        ? `SELECT m.name AS "table", c.name AS name, lower(c.type) AS type, c.pk > 0 AS isKey FROM sqlite_master m
           JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'migrations'`
        : `SELECT table_name AS "table", column_name AS name, lower(column_type) AS type, column_key = 'PRI' AS isKey
           FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name <> 'migrations'`;
    const rows = await this.source.query<(Omit<Column, 'isKey' | 'length'> & { isKey: number })[]>(
      question.replaceAll('"table"', this.quoted('table')),
    );
    return rows.map(({ isKey, type, ...column }) => ({
      ...column,
      type,
      isKey: Number(isKey) === 1,
      length: Number(/\((\d+)\)/.exec(type)?.[1] ?? 0),
    }));
  }

  private quoted(name: string): string {
    return this.source.driver.escape(name);
  }
}

/** Texts differ from row to row, so that none breaks a rule of being the only one. */
function made({ type, length }: Column, number: number): Value {
  if (/bool|tinyint/.test(type)) return 0;
  if (/int|real|double|float|decimal/.test(type)) return number;
  const instant = new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
  if (length === 10) return instant.slice(0, 10);
  if (length === 24) return instant;
  if (length === 36) return randomUUID();
  const text = `${number} ${randomUUID()}`;
  return length ? text.slice(0, length) : '[]';
}
