import { createHash } from 'node:crypto';
import { ConflictException, Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addMonths, isPlannable } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import type { BreakdownPreview, PreviewConfirmation, PreviewTask } from '@county/shared/tasks/breakdown-preview';
import { shiftedDuePhrase } from '@county/shared/tasks/shift-due-phrase';
import type { Task } from '@county/shared/tasks/task';
import type {
  BreakdownChange,
  BreakdownSummary,
  CarryForward,
  TaskBreakdown,
} from '@county/shared/tasks/task-breakdown';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { newLine } from './new-line.ts';
import { PreviewsService } from './previews.service.ts';
import { Assignments, TaskBreakdowns, Tasks } from './tasks.tables.ts';

/** What a breakdown is made of. */
type BreakdownContent = Pick<BreakdownPreview, 'title' | 'year' | 'tasks' | 'sourceName'>;

/** Breakdowns as a whole: confirmed from a preview, listed, published, carried forward. */
@Injectable()
export class BreakdownsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly previews: PreviewsService,
  ) {}

  /** Creates the breakdown of a preview; a table that is already there is answered as it stands. */
  async confirm(actor: Actor, { previewId, title, year, kind }: PreviewConfirmation) {
    const { preview, fingerprint } = await this.previews.get(actor, previewId);
    return this.database.work(async (db) => {
      const same = await db.findOneBy(TaskBreakdowns, { fingerprint });
      if (same) return new Repeated(await this.summary(db, same));
      if (!preview.tasks.length) {
        throw new ConflictException({
          code: 'wrong-state',
          message: '这份文件里没有可以交办的任务，请按提示修改后重新上传',
        });
      }
      return this.create(
        actor,
        { ...preview, title: title ?? preview.title, year: year ?? preview.year },
        fingerprint,
        kind,
      );
    });
  }

  /** Writes a breakdown with its tasks and a line for every unit they name. */
  create(actor: Actor, content: BreakdownContent, fingerprint: string, kind: TaskBreakdown['kind'] = 'plan') {
    const { tasks, title, year, sourceName } = content;
    return this.database.work(async (db) => {
      const breakdown: TaskBreakdown = {
        id: newId(),
        title,
        kind,
        year,
        fingerprint,
        isPublic: false,
        carriedFromId: null,
        sourceName,
        ...this.creation(actor),
      };
      await db.insert(TaskBreakdowns, breakdown);
      for (const task of tasks) await insertTask(db, breakdown.id, task);
      await this.record(db, actor, 'confirmBreakdown', breakdown.id);
      return this.summary(db, breakdown);
    });
  }

  list(_actor: Actor, { limit, cursor }: PageQuery): Promise<Page<BreakdownSummary>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(TaskBreakdowns, 'breakdown')
        .orderBy('breakdown.id', 'DESC')
        .limit(limit + 1);
      if (cursor) query.where('breakdown.id < :cursor', { cursor });
      const rows = await query.getMany();
      const items = await Promise.all(rows.slice(0, limit).map((breakdown) => this.summary(db, breakdown)));
      return { items, next: rows.length > limit ? items.at(-1)!.id : null };
    });
  }

  get(_actor: Actor, breakdownId: string): Promise<BreakdownSummary> {
    return this.database.read(async (db) => this.summary(db, await findBreakdown(db, breakdownId)));
  }

  change(actor: Actor, breakdownId: string, change: BreakdownChange): Promise<BreakdownSummary> {
    return this.database.work(async (db) => {
      const breakdown = await findBreakdown(db, breakdownId);
      if (Object.keys(change).length) await db.update(TaskBreakdowns, { id: breakdownId }, change);
      const detail = change.isPublic === undefined ? null : change.isPublic ? '向社会公开' : '停止公开';
      await this.record(db, actor, 'changeBreakdown', breakdownId, detail);
      return this.summary(db, { ...breakdown, ...change });
    });
  }

  /** 结转: the same tasks for the same units in a new year, every due day moved by the same number of months. */
  carryForward(actor: Actor, breakdownId: string, { id, title, year, shiftMonths }: CarryForward) {
    return this.database.work(async (db) => {
      const content = ['carried', breakdownId, id, actor.personId, title, year, shiftMonths].join(' ');
      const fingerprint = createHash('sha256').update(content).digest('hex');
      const earlier = await db.findOneBy(TaskBreakdowns, { id });
      if (earlier) {
        if (earlier.fingerprint !== fingerprint) throw idTaken();
        return new Repeated(await this.summary(db, earlier));
      }
      const source = await findBreakdown(db, breakdownId);
      const carried: TaskBreakdown = {
        ...source,
        id,
        title,
        year,
        fingerprint,
        isPublic: false,
        carriedFromId: source.id,
        sourceName: null,
        ...this.creation(actor),
      };
      await db.insert(TaskBreakdowns, carried);
      await copyTasks(db, source.id, carried.id, shiftMonths);
      await this.record(db, actor, 'carryForwardBreakdown', id, `${shiftMonths}`);
      return this.summary(db, carried);
    });
  }

  private creation(actor: Actor) {
    return { createdBy: actor.personId, createdAt: this.clock.now() };
  }

  private record(db: EntityManager, actor: Actor, action: string, subjectId: string, detail: string | null = null) {
    return this.audit.record(db, actor, { action, subjectKind: 'task-breakdown', subjectId, detail });
  }

  private async summary(db: EntityManager, breakdown: TaskBreakdown): Promise<BreakdownSummary> {
    const taskCount = await db.countBy(Tasks, { breakdownId: breakdown.id });
    const assignmentCount = await db.countBy(Assignments, {
      breakdownId: breakdown.id,
      parentId: IsNull(),
      status: Not('withdrawn'),
    });
    return { ...breakdown, taskCount, assignmentCount };
  }
}

async function findBreakdown(db: EntityManager, id: string): Promise<TaskBreakdown> {
  const breakdown = await db.findOneBy(TaskBreakdowns, { id });
  if (!breakdown) throw notFound('这份任务分解表');
  return breakdown;
}

async function insertTask(
  db: EntityManager,
  breakdownId: string,
  { due, units, ...words }: PreviewTask,
): Promise<void> {
  const task: Task = { ...words, id: newId(), breakdownId, duePhrase: due.phrase, dueOn: due.dueOn };
  await db.insert(Tasks, task);
  const lines = units.map(({ unitId, part }) => newLine(task, unitId, part));
  if (lines.length) await db.insert(Assignments, lines);
}

/** Withdrawn and handed-down lines stay behind: the new year's plan names the units it named. */
async function copyTasks(db: EntityManager, fromId: string, toId: string, shiftMonths: number): Promise<void> {
  const tasks = await db.find(Tasks, { where: { breakdownId: fromId }, order: { number: 'ASC' } });
  const lines = await db.findBy(Assignments, {
    taskId: In(tasks.map((task) => task.id)),
    parentId: IsNull(),
    status: Not('withdrawn'),
  });
  for (const task of tasks) {
    const dueOn = task.dueOn && addMonths(task.dueOn, shiftMonths);
    if (dueOn && !isPlannable(dueOn))
      throw invalidField(
        'shiftMonths',
        `第 ${task.number} 项的时限 ${task.dueOn} 会移出 2000 年到 2100 年，请改正月数`,
      );
    const copy: Task = {
      ...task,
      id: newId(),
      breakdownId: toId,
      dueOn,
      duePhrase: shiftedDuePhrase(task.duePhrase, shiftMonths),
    };
    await db.insert(Tasks, copy);
    const copies = lines.filter((line) => line.taskId === task.id).map((line) => newLine(copy, line.unitId, line.part));
    if (copies.length) await db.insert(Assignments, copies);
  }
}
