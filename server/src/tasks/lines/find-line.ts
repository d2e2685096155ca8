import type { EntityManager } from 'typeorm';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { Database } from '../../database/database.ts';
import { notFound } from '../../http/refusal.ts';

/** The line, held for a change until the unit of work ends; 404 when there is none. */
export async function findLine(database: Database, db: EntityManager, assignmentId: string): Promise<Assignment> {
  const [line] = (await db.query(`SELECT * FROM \`assignment\` WHERE \`id\` = ?${database.forUpdate}`, [
    assignmentId,
  ])) as Assignment[];
  if (!line) throw notFound('这项任务');
  return line;
}
