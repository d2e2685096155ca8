import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaOptions } from 'typeorm';

type Columns<Row> = { [K in keyof Required<Row>]: EntitySchemaColumnOptions };

/** A table whose columns must be exactly the fields of a type: a missing or extra one does not compile. */
export const table = <Row extends object>(
  name: string,
  columns: Columns<Row>,
  options: Omit<EntitySchemaOptions<Row>, 'name' | 'tableName' | 'columns'> = {},
) =>
  new EntitySchema<Row>({ name, tableName: name, columns: columns as EntitySchemaOptions<Row>['columns'], ...options });

export const primaryId = (): EntitySchemaColumnOptions => ({ type: 'varchar', length: 36, primary: true });
export const reference = (): EntitySchemaColumnOptions => ({ type: 'varchar', length: 36 });
export const integer = (): EntitySchemaColumnOptions => ({ type: Number });
export const flag = (): EntitySchemaColumnOptions => ({ type: Boolean });
export const text = (length: number): EntitySchemaColumnOptions => ({ type: 'varchar', length });
/** UTC, ISO 8601 with milliseconds, as every reply states it. */
export const instant = (): EntitySchemaColumnOptions => ({ type: 'varchar', length: 24 });
/** A day in Shanghai, `2026-06-30`. */
export const calendarDay = (): EntitySchemaColumnOptions => ({ type: 'varchar', length: 10 });
export const json = (): EntitySchemaColumnOptions => ({ type: 'simple-json' });
/** Up to 16 MB; `text` on SQLite, which has one size only (see `data-source.ts`). */
export const largeText = (): EntitySchemaColumnOptions => ({ type: 'mediumtext' });
export const nullable = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({
  ...column,
  nullable: true,
});
