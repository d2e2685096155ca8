import type { EntityManager } from 'typeorm';
import type { Assignment } from '@county/shared/tasks/assignment';
import type { Database } from '../database/database.ts';
import { notFound } from '../http/refusal.ts';
import { Assignments } from './tasks.tables.ts';

/** The line, held for a change until the unit of work ends; 404 when there is none. */
export async function findLine(database: Database, db: EntityManager, assignmentId: string): Promise<Assignment> {
  const line = await database.findForChange(db, Assignments, { id: assignmentId });
  if (!line) throw notFound('这项任务');
  return line;
}
