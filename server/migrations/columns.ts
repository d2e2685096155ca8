import { Table, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

/** A column as a migration states it, for the engine it runs on. */
type Column = (runner: QueryRunner) => Omit<TableColumnOptions, 'name'>;

const onSqlite = (runner: QueryRunner) => runner.connection.options.type === 'better-sqlite3';

export const text =
  (length: number): Column =>
  () => ({ type: 'varchar', length: String(length) });
export const id = text(36);
export const day = text(10);
export const instant = text(24);
export const integer: Column = (runner) => ({ type: onSqlite(runner) ? 'integer' : 'int' });
export const flag: Column = (runner) => (onSqlite(runner) ? { type: 'boolean' } : { type: 'tinyint', width: 1 });
export const json: Column = () => ({ type: 'text' });
export const largeText: Column = (runner) => ({ type: onSqlite(runner) ? 'text' : 'mediumtext' });
export const primary =
  (column: Column = id): Column =>
  (runner) => ({ ...column(runner), isPrimary: true });
export const nullable =
  (column: Column): Column =>
  (runner) => ({ ...column(runner), isNullable: true });

export interface Index {
  name: string;
  columnNames: string[];
  isUnique?: boolean;
}

export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Record<string, Column>,
  indices: Index[] = [],
): Promise<void> {
  const options = Object.entries(columns).map(([column, describe]) => ({ name: column, ...describe(runner) }));
  await runner.createTable(new Table({ name, columns: options, indices }));
}

/** A column that older rows have no value of. In plain words of SQL: TypeORM would write a whole SQLite table anew. */
export async function addColumn(runner: QueryRunner, table: string, name: string, column: Column): Promise<void> {
  const { type, length } = column(runner);
  await runner.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${name}\` ${type}${length ? `(${length})` : ''} NULL`);
}

export async function dropColumn(runner: QueryRunner, table: string, name: string): Promise<void> {
  await runner.query(`ALTER TABLE \`${table}\` DROP COLUMN \`${name}\``);
}

export async function createIndex(runner: QueryRunner, table: string, index: Index): Promise<void> {
  await runner.createIndex(table, new TableIndex(index));
}

export async function changeNullability(
  runner: QueryRunner,
  table: string,
  name: string,
  isNullable: boolean,
): Promise<void> {
  const column = (await runner.getTable(table))!.findColumnByName(name)!;
  const changed = column.clone();
  changed.isNullable = isNullable;
  await runner.changeColumn(table, column, changed);
}

/** Room for more signs. In plain words of SQL where it can be: TypeORM would drop MySQL's column with what is in it. */
export async function widenText(runner: QueryRunner, table: string, name: string, length: number): Promise<void> {
  const column = (await runner.getTable(table))!.findColumnByName(name)!;
  if (!onSqlite(runner)) {
    const isNullable = column.isNullable ? 'NULL' : 'NOT NULL';
    await runner.query(`ALTER TABLE \`${table}\` MODIFY COLUMN \`${name}\` varchar(${length}) ${isNullable}`);
    return;
  }
  const wider = column.clone();
  wider.length = String(length);
  await runner.changeColumn(table, column, wider);
}

/** A text that has outgrown its column becomes one of any size. */
export async function makeLarge(runner: QueryRunner, table: string, name: string): Promise<void> {
  const column = (await runner.getTable(table))!.findColumnByName(name)!;
  if (!onSqlite(runner)) {
    await runner.query(`ALTER TABLE \`${table}\` MODIFY COLUMN \`${name}\` mediumtext NULL`);
    return;
  }
  const large = column.clone();
  Object.assign(large, { type: 'text', length: '' });
  await runner.changeColumn(table, column, large);
}
