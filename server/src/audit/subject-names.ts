import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '@county/shared/audit/audit-entry';

interface Source {
  table: string;
  column: string;
  /** What is named belongs to the row of another table, found by this column. */
  of?: { table: string; by: string };
}

/** By what people know a thing; read by table and column, so that no feature has to know of the trail. */
const SOURCES: Readonly<Record<string, Source>> = {
  person: { table: 'person', column: 'name' },
  'org-unit': { table: 'org_unit', column: 'name' },
  'task-breakdown': { table: 'task_breakdown', column: 'title' },
  task: { table: 'task', column: 'mainTask' },
  assignment: { table: 'task', column: 'mainTask', of: { table: 'assignment', by: 'taskId' } },
  'supervision-order': { table: 'supervision_order', column: 'documentNumber' },
  circular: { table: 'circular', column: 'title' },
  'service-point': { table: 'service_point', column: 'name' },
  'bookable-service': { table: 'bookable_service', column: 'name' },
  booking: { table: 'booking', column: 'code' },
  'event-sign-up': { table: 'event_sign_up', column: 'code' },
  'home-visit-request': { table: 'home_visit_request', column: 'number' },
  'public-event': { table: 'public_event', column: 'content' },
  'service-guide': { table: 'service_guide', column: 'content' },
  handbook: { table: 'handbook', column: 'content' },
};
/** A task may be told in a paragraph. */
const MOST_SIGNS = 40;

/** The name or number of what each of these acts was done to, as it is now, by the act's id. */
export async function subjectNames(db: EntityManager, entries: readonly AuditEntry[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const kind of new Set(entries.map(({ subjectKind }) => subjectKind))) {
    const source = SOURCES[kind];
    if (!source) continue;
    const ofKind = entries.filter((one) => one.subjectKind === kind && one.subjectId !== null);
    const found = await namesOf(
      db,
      source,
      ofKind.map(({ subjectId }) => subjectId),
    );
    for (const { id, subjectId } of ofKind) {
      const name = found.get(subjectId!);
      if (name) names.set(id, name);
    }
  }
  return names;
}

/** The names rows of a table have now, by their ids. */
export async function namesOf(db: EntityManager, { table, column, of }: Source, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (!wanted.length) return new Map<string, string>();
  const query = of
    ? db.createQueryBuilder().from(of.table, 'one').innerJoin(table, 'named', `named.id = one.${of.by}`)
    : db.createQueryBuilder().from(table, 'one').innerJoin(table, 'named', 'named.id = one.id');
  const rows = await query
    .select(['one.id AS `id`', `named.${column} AS \`name\``])
    .where('one.id IN (:...wanted)', { wanted })
    .getRawMany<{ id: string; name: unknown }>();
  return new Map(
    rows.map(({ id, name }) => [id, shortened(column === 'content' ? titleIn(name) : String(name ?? ''))]),
  );
}

function titleIn(content: unknown): string {
  const { title } = (typeof content === 'string' ? JSON.parse(content) : content) as { title?: string };
  return title ?? '';
}

const shortened = (name: string) => {
  const signs = [...name];
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS).join('')}…` : name;
};
