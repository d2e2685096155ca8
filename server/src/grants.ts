import { AuditEntries, AuditSeals } from './audit/audit.tables.ts';
import { nodesOf } from './database/cluster-nodes.ts';
import { tables } from './tables.ts';

/** What was done stays as it was written. */
const ONLY_ADDED_TO = new Set([AuditEntries, AuditSeals].map(({ options }) => options.name));
/** TypeORM's own list of what has been done to the tables: a server that may change none only reads it. */
const BOOKKEEPING = 'migrations';

/** A statement for each table of the county, by which a user may do there what the server does. */
export function grantsFor(databaseUrl: string, user: string, host: string): string[] {
  const database = quoted(decodeURIComponent(new URL(nodesOf(databaseUrl)[0]!).pathname.slice(1)));
  const grant = (rights: string, table: string) =>
    `GRANT ${rights} ON ${database}.${quoted(table)} TO '${user}'@'${host}';`;
  return [
    grant('SELECT', BOOKKEEPING),
    ...tables.map(({ options: { name } }) =>
      grant(ONLY_ADDED_TO.has(name) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE', name),
    ),
  ];
}

const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``;
