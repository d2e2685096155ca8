import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { Database } from '../../database/database.ts';
import { findLine } from './find-line.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments } from '../tasks.tables.ts';

/** Lines as a supervision order is about them: of one unit, from whatever plans. */
@Injectable()
export class OrderedLines {
  constructor(
    private readonly database: Database,
    private readonly views: LineViews,
  ) {}

  /** A unit's lines that are neither struck off nor withdrawn, those due first in front of the others; the chosen one first. */
  async ofUnit(
    db: EntityManager,
    unitId: string,
    { most, assignmentId }: { most: number; assignmentId?: string | undefined },
  ): Promise<{ lines: AssignmentSummary[]; isWhole: boolean }> {
    const open = { unitId, status: Not(In(['closed', 'withdrawn'])) };
    const chosen = assignmentId ? await db.findBy(Assignments, { ...open, id: assignmentId }) : [];
    const dated = {
      where: { ...open, dueOn: Not(IsNull()) },
      order: { dueOn: 'ASC', id: 'ASC' },
      take: most + 1,
    } as const;
    const undated = { where: { ...open, dueOn: IsNull() }, order: { id: 'ASC' }, take: most + 1 } as const;
    const others = [...(await db.find(Assignments, dated)), ...(await db.find(Assignments, undated))];
    const rows = [...chosen, ...others.filter(({ id }) => id !== assignmentId)];
    return { lines: await this.views.summaries(db, rows.slice(0, most)), isWhole: rows.length <= most };
  }

  /** Lines held until the unit of work ends, always in the same order; in the order asked for. 404 for one there is not. */
  async hold(db: EntityManager, ids: readonly string[]): Promise<AssignmentSummary[]> {
    const held = new Map<string, Assignment>();
    for (const id of ids.toSorted()) held.set(id, await findLine(this.database, db, id));
    return this.views.summaries(
      db,
      ids.map((id) => held.get(id)!),
    );
  }

  async statuses(db: EntityManager, ids: readonly string[]): Promise<Map<string, Assignment['status']>> {
    if (!ids.length) return new Map();
    const rows = await db.find(Assignments, { select: { id: true, status: true }, where: { id: In([...ids]) } });
    return new Map(rows.map(({ id, status }) => [id, status]));
  }
}
