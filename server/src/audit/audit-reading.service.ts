import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AUDIT_KIND_LABELS, auditActionsOf } from '@county/shared/audit/audit-acts';
import type { AuditEntry, AuditEntryView, listAuditEntries } from '@county/shared/audit/audit-entry';
import type { Query } from '@county/shared/http/route';
import type { Page } from '@county/shared/http/page';
import { monthBounds } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { anywhere, contains } from '../database/contains.ts';
import { Database } from '../database/database.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { invalidField } from '../http/refusal.ts';
import { AuditService } from './audit.service.ts';
import { AuditEntries } from './audit.tables.ts';
import { namesOf, subjectNames } from './subject-names.ts';

type Wanted = Query<typeof listAuditEntries>;

/** SQL and what stands for its question marks. */
type Condition = [sql: string, ...values: string[]];

/** Who are called so; with more of them a full name is asked for. */
const MOST_OF_A_NAME = 50;

/** The trail as administrators read it, each look on record itself. */
@Injectable()
export class AuditReading {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  /** The newest first. */
  async list(actor: Actor, wanted: Wanted): Promise<Page<AuditEntryView>> {
    const { limit, month, kind, name } = wanted;
    const page = await this.database.read(async (db) => {
      const ids = await newest(db, await branchesOf(db, wanted), conditionsOf(wanted), limit + 1);
      const entries = await entriesOf(db, ids);
      const shown = entries.slice(0, limit);
      return { items: await named(db, shown), next: entries.length > limit ? timeCursor(shown.at(-1)!) : null };
    });
    const told = [month, kind && AUDIT_KIND_LABELS[kind], name && '按姓名查'].filter(Boolean).join('，');
    const act = { action: 'readAudit' as const, subjectKind: 'audit', subjectId: null, detail: told || null };
    await this.database.work((db) => this.audit.record(db, actor, act));
    return page;
  }
}

function conditionsOf({ month, cursor }: Wanted): Condition[] {
  const conditions: Condition[] = [];
  if (month) conditions.push(['`at` >= ? AND `at` < ?', ...monthBounds(month)]);
  const before = readTimeCursor(cursor);
  if (before) conditions.push(['`at` <= ? AND (`at` < ? OR `id` < ?)', before.at, before.at, before.id]);
  return conditions;
}

/**
 * Each asks for one person or one act, so that each is read along an index and ends after a page of it, however long
 * the trail is. None where nobody is called so.
 */
async function branchesOf(db: EntityManager, { action, kind, personId, name }: Wanted): Promise<Condition[][]> {
  const actions = action ? [action] : kind ? auditActionsOf(kind) : null;
  const people = personId ? [personId] : name ? await peopleCalled(db, name) : null;
  if (!people) return actions ? actions.map((one) => [['`action` = ?', one]]) : [[]];
  const among: Condition[] = actions ? [[`\`action\` IN (${actions.map(() => '?').join(', ')})`, ...actions]] : [];
  return people.map((one) => [['`personId` = ?', one], ...among]);
}

async function peopleCalled(db: EntityManager, name: string): Promise<string[]> {
  const rows = await db
    .createQueryBuilder()
    .select('person.id', 'id')
    .from('person', 'person')
    .where(contains('person.name', 'name'), { name: anywhere(name) })
    .limit(MOST_OF_A_NAME + 1)
    .getRawMany<{ id: string }>();
  if (rows.length > MOST_OF_A_NAME) throw invalidField('name', '叫这个的人太多，请写完整的姓名');
  return rows.map(({ id }) => id);
}

/** The ids of the newest entries of all branches together. */
async function newest(db: EntityManager, branches: Condition[][], always: Condition[], limit: number) {
  if (!branches.length) return [];
  const inOrder = `ORDER BY \`at\` DESC, \`id\` DESC LIMIT ${limit}`;
  const values: string[] = [];
  const parts = branches.map((branch) => {
    const conditions = [...branch, ...always];
    for (const [, ...some] of conditions) values.push(...some);
    const where = conditions.map(([sql]) => sql).join(' AND ') || '1 = 1';
    return `SELECT * FROM (SELECT \`id\`, \`at\` FROM \`audit_entry\` WHERE ${where} ${inOrder}) AS \`part\``;
  });
  const rows = await db.query<{ id: string }[]>(`${parts.join(' UNION ALL ')} ${inOrder}`, values);
  return rows.map(({ id }) => id);
}

async function entriesOf(db: EntityManager, ids: readonly string[]): Promise<AuditEntry[]> {
  if (!ids.length) return [];
  const query = db.createQueryBuilder(AuditEntries, 'entry').where('entry.id IN (:...ids)', { ids });
  return query.orderBy('entry.at', 'DESC').addOrderBy('entry.id', 'DESC').getMany();
}

/** With the names people, units and what it was done to have now. */
async function named(db: EntityManager, entries: readonly AuditEntry[]): Promise<AuditEntryView[]> {
  const nameIn = (table: string, ids: (string | null)[]) => namesOf(db, { table, column: 'name' }, ids);
  const people = await nameIn(
    'person',
    entries.map(({ personId }) => personId),
  );
  const units = await nameIn(
    'org_unit',
    entries.map(({ unitId }) => unitId),
  );
  const subjects = await subjectNames(db, entries);
  return entries.map((entry) => ({
    ...entry,
    personName: people.get(entry.personId ?? '') ?? null,
    unitName: units.get(entry.unitId ?? '') ?? null,
    subjectName: subjects.get(entry.id) ?? null,
  }));
}
