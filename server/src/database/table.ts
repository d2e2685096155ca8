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
const large = new Set<EntitySchemaColumnOptions>();

/** Up to 16 MB. */
export const largeText = (): EntitySchemaColumnOptions => {
  const column: EntitySchemaColumnOptions = { type: 'mediumtext' };
  large.add(column);
  return column;
};

/** The same for what is JSON. */
export const largeJson = (): EntitySchemaColumnOptions => {
  const column = largeText();
  column.transformer = { to: JSON.stringify, from: JSON.parse };
  return column;
};

/** SQLite has one text type of any size where MySQL has four; to be said before a data source is opened. */
export function sizeLargeTexts(type: 'text' | 'mediumtext'): void {
  for (const column of large) column.type = type;
}

export const nullable = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => {
  const optional = { ...column, nullable: true };
  if (large.has(column)) large.add(optional);
  return optional;
};
