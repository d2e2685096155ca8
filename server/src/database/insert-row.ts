import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';

interface Statement {
  sql: string;
  keys: string[];
  json: Set<string>;
}

const statements = new WeakMap<EntitySchema, Statement>();

/** Inserts one row by a plain statement: half the cost of TypeORM's builder, for the paths that are hot. */
export async function insertRow<Row extends ObjectLiteral>(
  db: EntityManager,
  table: EntitySchema<Row>,
  row: Row,
): Promise<void> {
  let statement = statements.get(table);
  if (!statement) statements.set(table, (statement = statementFor(table)));
  const { sql, keys, json } = statement;
  await db.query(
    sql,
    keys.map((key) => (json.has(key) ? written(row[key]) : row[key])),
  );
}

/** What is not there is NULL, as TypeORM writes it: the text `null` is found by no question for NULL. */
const written = (value: unknown) => (value === null ? null : JSON.stringify(value));

const MOST_VALUES = 20_000;

/** Inserts many rows in as few plain statements as both engines take. */
export const insertRows = <Row extends ObjectLiteral>(
  db: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> => insertMany(db, statementFor(table), rows);

/** Inserts those of the rows whose unique keys nobody has taken yet. */
export function insertNew<Row extends ObjectLiteral>(
  db: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
  kind: 'sqlite' | 'mariadb' | 'mysql',
): Promise<void> {
  const statement = statementFor(table);
  const verb = kind === 'sqlite' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
  return insertMany(db, { ...statement, sql: statement.sql.replace('INSERT', verb) }, rows);
}

async function insertMany<Row extends ObjectLiteral>(
  db: EntityManager,
  { sql, keys, json }: Statement,
  rows: readonly Row[],
): Promise<void> {
  const batch = Math.floor(MOST_VALUES / keys.length);
  const places = sql.slice(sql.lastIndexOf('('));
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const more = `, ${places}`.repeat(some.length - 1);
    const values = some.flatMap((row) => keys.map((key) => (json.has(key) ? written(row[key]) : row[key])));
    await db.query(sql + more, values);
  }
}

function statementFor({ options }: EntitySchema): Statement {
  const keys = Object.keys(options.columns);
  const json = keys.filter((key) => options.columns[key]?.type === 'simple-json' || options.columns[key]?.transformer);
  const columns = keys.map((key) => `\`${key}\``).join(', ');
  const sql = `INSERT INTO \`${options.tableName}\` (${columns}) VALUES (${keys.map(() => '?').join(', ')})`;
  return { sql, keys, json: new Set(json) };
}
