import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, Not, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canReadReports } from '@county/shared/tasks/lines/assignment-rules';
import type { ContactUnit } from '@county/shared/tasks/task-views';
import type { TimelineEntry } from '@county/shared/tasks/overview/timeline';
import { Database } from '../../database/database.ts';
import { notFound } from '../../http/refusal.ts';
import { readTimeCursor, startAfter, timeCursor, type TimePlace } from '../../http/page-cursor.ts';
import { LineViews } from '../lines/line-views.service.ts';
import { Assignments, AssignmentSteps, ProgressReports, Tasks } from '../tasks.tables.ts';

type Entry = Omit<TimelineEntry, 'unitName'>;

/** A task as a whole: what happened on it, and whom to ring about it. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly views: LineViews,
  ) {}

  /** Reports and steps of every line the actor may read, the newest first. */
  list(actor: Actor, taskId: string, { limit, cursor }: PageQuery): Promise<Page<TimelineEntry>> {
    return this.database.read(async (db) => {
      await demandTask(db, taskId);
      const lines = (await db.findBy(Assignments, { taskId })).filter((line) => canReadReports(line, actor));
      if (!lines.length) return { items: [], next: null };
      const unitOf = new Map(lines.map((line) => [line.id, line.unitId]));
      const before = readTimeCursor(cursor);
      const entries = [
        ...(await reportsBefore(db, lines, before, limit + 1)),
        ...(await stepsBefore(db, lines, before, limit + 1)),
      ].sort((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? 1 : -1));
      const [nameOf] = await this.views.lookUps();
      const shown = entries.slice(0, limit);
      const last = entries.length > limit ? shown.at(-1) : undefined;
      return {
        items: shown.map((entry) => ({ ...entry, unitName: nameOf(unitOf.get(entry.assignmentId)!) })),
        next: last ? timeCursor(last) : null,
      };
    });
  }

  /** The units the plan names for the task, with name and number to ring; open to all staff as the units are. */
  contacts(_actor: Actor, taskId: string, { limit, cursor }: PageQuery): Promise<Page<ContactUnit>> {
    return this.database.read(async (db) => {
      await demandTask(db, taskId);
      const lines = await db.find(Assignments, {
        where: { taskId, parentId: IsNull(), status: Not('withdrawn') },
        order: { id: 'ASC' },
      });
      const ordered = [...lines.filter(isLead), ...lines.filter((line) => !isLead(line))];
      const start = startAfter(ordered, cursor, ({ unitId }) => unitId);
      const shown = ordered.slice(start, start + limit);
      const items: ContactUnit[] = [];
      for (const line of shown) items.push(await this.views.contact(line.unitId));
      return { items, next: start + limit < ordered.length ? shown.at(-1)!.unitId : null };
    });
  }
}

const isLead = (line: Assignment) => line.part === 'lead';

async function demandTask(db: EntityManager, taskId: string): Promise<void> {
  if (!(await db.existsBy(Tasks, { id: taskId }))) throw notFound('这项任务');
}

async function reportsBefore(db: EntityManager, lines: Assignment[], before: TimePlace | undefined, limit: number) {
  const query = db.createQueryBuilder(ProgressReports, 'entry').where({ assignmentId: In(lines.map(({ id }) => id)) });
  const reports = await newestBefore(query, 'filedAt', before, limit);
  return reports.map(({ id, assignmentId, filedAt, percent, note, filedByName }): Entry => ({
    id,
    assignmentId,
    at: filedAt,
    kind: 'reported',
    percent,
    words: note,
    byName: filedByName,
  }));
}

async function stepsBefore(db: EntityManager, lines: Assignment[], before: TimePlace | undefined, limit: number) {
  const query = db.createQueryBuilder(AssignmentSteps, 'entry').where({ assignmentId: In(lines.map(({ id }) => id)) });
  const steps = await newestBefore(query, 'at', before, limit);
  return steps.map(({ id, assignmentId, at, kind, words, byName }): Entry => ({
    id,
    assignmentId,
    at,
    kind,
    percent: null,
    words,
    byName,
  }));
}

function newestBefore<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  time: 'filedAt' | 'at',
  before: TimePlace | undefined,
  limit: number,
): Promise<Row[]> {
  if (before)
    query.andWhere(
      new Brackets((either) =>
        either
          .where(`entry.${time} < :before`, { before: before.at })
          .orWhere(`entry.${time} = :before AND entry.id < :beforeId`, { before: before.at, beforeId: before.id }),
      ),
    );
  return query.orderBy(`entry.${time}`, 'DESC').addOrderBy('entry.id', 'DESC').limit(limit).getMany();
}
