import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import { addMonths, isPlannable, type Day } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import { asPrinted, canonicalText } from '@county/shared/tasks/breakdowns/breakdown-fingerprint';
import type { BreakdownPreview, PreviewTask } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { shiftedDuePhrase } from '@county/shared/tasks/breakdowns/shift-due-phrase';
import type {
  BreakdownChange,
  BreakdownSummary,
  CarryForward,
  TaskBreakdown,
} from '@county/shared/tasks/breakdowns/task-breakdown';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { FilesService } from '../../files/files.service.ts';
import { readIdCursor } from '../../http/page-cursor.ts';
import { idTaken, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { newLine } from '../lines/new-line.ts';
import { insertTasks } from './task-rows.ts';
import { Assignments, TaskBreakdowns, Tasks, type BreakdownRow, type TaskRow } from '../tasks.tables.ts';

/** What a breakdown is made of. */
export interface BreakdownContent extends Pick<
  BreakdownPreview,
  'id' | 'title' | 'year' | 'kind' | 'columns' | 'tasks' | 'sourceName'
> {
  /** Where it is not to be known by its words. */
  fingerprint?: string;
}

type Counted = Omit<BreakdownSummary, 'sources'>;

/** Breakdowns as a whole: confirmed from a preview, listed, published, carried forward. */
@Injectable()
export class BreakdownsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly files: FilesService,
  ) {}

  onModuleInit(): void {
    this.files.onReadRule('task-breakdown', async (_db, actor) => isStaff(actor));
  }

  /** Writes a breakdown with its tasks and a line for every unit they name; within the caller's unit of work. */
  async create(db: EntityManager, actor: Actor, content: BreakdownContent): Promise<BreakdownRow> {
    const { id, tasks, title, year, kind, columns, sourceName } = content;
    const breakdown: BreakdownRow = {
      id,
      title,
      kind,
      year,
      fingerprint: content.fingerprint ?? (await ownFingerprint(db, id, tasks.map(asPrinted))),
      isPublic: false,
      carriedFromId: null,
      sourceName,
      columns,
      createdBy: actor.personId,
      createdAt: this.clock.now(),
    };
    await db.insert(TaskBreakdowns, breakdown);
    await insertTasks(db, id, tasks, this.clock.today());
    await this.record(db, actor, 'confirmBreakdown', id);
    return breakdown;
  }

  /** More tasks of the same document, which had waited in its preview; within the caller's unit of work. */
  async addTasks(db: EntityManager, actor: Actor, breakdownId: string, tasks: readonly PreviewTask[]): Promise<void> {
    await insertTasks(db, breakdownId, tasks, this.clock.today());
    await this.freshenFingerprint(db, breakdownId);
    await this.record(db, actor, 'confirmBreakdown', breakdownId, `补充 ${tasks.length} 项`);
  }

  /** After its tasks have changed: the same table again is known by what stands now. */
  async freshenFingerprint(db: EntityManager, breakdownId: string): Promise<void> {
    const tasks = await db.find(Tasks, {
      where: { breakdownId, withdrawnReason: IsNull() },
      order: { number: 'ASC', id: 'ASC' },
    });
    await db.update(TaskBreakdowns, { id: breakdownId }, { fingerprint: await ownFingerprint(db, breakdownId, tasks) });
  }

  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<BreakdownSummary>> {
    const page = await this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(TaskBreakdowns, 'breakdown')
        .orderBy('breakdown.id', 'DESC')
        .limit(limit + 1);
      const after = readIdCursor(cursor);
      if (after) query.where('breakdown.id < :after', { after });
      const rows = await query.getMany();
      const items = await Promise.all(rows.slice(0, limit).map((breakdown) => this.counted(db, breakdown)));
      return { items, next: rows.length > limit ? items.at(-1)!.id : null };
    });
    return { ...page, items: await this.withSources(actor, page.items) };
  }

  async get(actor: Actor, breakdownId: string): Promise<BreakdownSummary> {
    const counted = await this.database.read(async (db) => this.counted(db, await findBreakdown(db, breakdownId)));
    const [summary] = await this.withSources(actor, [counted]);
    return summary!;
  }

  async change(actor: Actor, breakdownId: string, change: BreakdownChange): Promise<BreakdownSummary> {
    await this.database.work(async (db) => {
      await findBreakdown(db, breakdownId);
      if (Object.keys(change).length) await db.update(TaskBreakdowns, { id: breakdownId }, change);
      const detail = change.isPublic === undefined ? null : change.isPublic ? '向社会公开' : '停止公开';
      await this.record(db, actor, 'changeBreakdown', breakdownId, detail);
    });
    return this.get(actor, breakdownId);
  }

  /** 结转: the same tasks for the same units in a new year, every due day moved by the same number of months. */
  async carryForward(actor: Actor, breakdownId: string, { id, title, year, shiftMonths }: CarryForward) {
    const isNew = await this.database.work(async (db) => {
      const content = {
        title,
        year,
        carriedFromId: breakdownId,
        sourceName: `结转，时限后移 ${shiftMonths} 个月`,
        createdBy: actor.personId,
      };
      const earlier = await db.findOneBy(TaskBreakdowns, { id });
      if (earlier) {
        const isSame = Object.entries(content).every(([key, value]) => earlier[key as keyof typeof content] === value);
        if (!isSame) throw idTaken();
        return false;
      }
      const source = await findBreakdown(db, breakdownId);
      const carried: BreakdownRow = {
        ...source,
        ...content,
        id,
        fingerprint: unlikeAny(id),
        isPublic: false,
        createdAt: this.clock.now(),
      };
      await db.insert(TaskBreakdowns, carried);
      await copyTasks(db, source, carried.id, { shiftMonths, today: this.clock.today() });
      await this.freshenFingerprint(db, id);
      await this.record(db, actor, 'carryForwardBreakdown', id, `${shiftMonths}`);
      return true;
    });
    const summary = await this.get(actor, id);
    return isNew ? summary : new Repeated(summary);
  }

  record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string, detail: string | null = null) {
    return this.audit.record(db, actor, { action, subjectKind: 'task-breakdown', subjectId, detail });
  }

  /** Staff may read every breakdown, and with it the document it came from. */
  private async withSources(actor: Actor, breakdowns: readonly Counted[]): Promise<BreakdownSummary[]> {
    const sources = await this.files.attached(
      actor,
      'task-breakdown',
      breakdowns.map(({ id }) => id),
    );
    return breakdowns.map((breakdown) => ({ ...breakdown, sources: sources.get(breakdown.id) ?? [] }));
  }

  private async counted(db: EntityManager, breakdown: TaskBreakdown): Promise<Counted> {
    const taskCount = await db.countBy(Tasks, { breakdownId: breakdown.id, withdrawnReason: IsNull() });
    const assignmentCount = await db.countBy(Assignments, {
      breakdownId: breakdown.id,
      parentId: IsNull(),
      status: Not('withdrawn'),
    });
    return { ...breakdown, taskCount, assignmentCount };
  }
}

async function findBreakdown(db: EntityManager, id: string): Promise<BreakdownRow> {
  const breakdown = await db.findOneBy(TaskBreakdowns, { id });
  if (!breakdown) throw notFound('这份任务分解表');
  return breakdown;
}

/** Withdrawn and handed-down lines stay behind: the new year's plan names the units it named. */
async function copyTasks(
  db: EntityManager,
  from: BreakdownRow,
  toId: string,
  { shiftMonths, today }: { shiftMonths: number; today: Day },
): Promise<void> {
  const tasks = await db.find(Tasks, {
    where: { breakdownId: from.id, withdrawnReason: IsNull() },
    order: { number: 'ASC', id: 'ASC' },
  });
  const dueColumn = from.columns?.findIndex(({ meaning }) => meaning === 'due') ?? -1;
  const lines = await db.find(Assignments, {
    where: { taskId: In(tasks.map((task) => task.id)), parentId: IsNull(), status: Not('withdrawn') },
    order: { taskId: 'ASC', unitId: 'ASC' },
  });
  for (const task of tasks) {
    const dueOn = task.dueOn && addMonths(task.dueOn, shiftMonths);
    if (dueOn && !isPlannable(dueOn))
      throw invalidField(
        'shiftMonths',
        `第 ${task.number} 项的时限 ${task.dueOn} 会移出 2000 年到 2100 年，请改正月数`,
      );
    const duePhrase = shiftedDuePhrase(task.duePhrase, shiftMonths);
    const copy: TaskRow = {
      ...task,
      id: newId(),
      breakdownId: toId,
      dueOn,
      duePhrase,
      printed: task.printed?.map((text, column) => (column === dueColumn ? duePhrase : text)) ?? null,
    };
    await db.insert(Tasks, copy);
    const copies = lines
      .filter((line) => line.taskId === task.id)
      .map((line) => newLine(copy, line.unitId, line.part, today));
    if (copies.length) await db.insert(Assignments, copies);
  }
}

/** Of a table's tasks as printed: the same words, the same breakdown. */
export const fingerprintOf = (tasks: Parameters<typeof canonicalText>[0]) => sha256(canonicalText(tasks));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Unlike any other: until its tasks are written, or where another breakdown has the same words on purpose. */
const unlikeAny = (id: string) => sha256(`unfinished ${id}`);

/** By its words. Two who write the same at once meet at the column's unique index, and the later one finds the other. */
async function ownFingerprint(
  db: EntityManager,
  id: string,
  tasks: Parameters<typeof canonicalText>[0],
): Promise<string> {
  const fingerprint = fingerprintOf(tasks);
  const other = await db.findOneBy(TaskBreakdowns, { fingerprint, id: Not(id) });
  return other ? unlikeAny(id) : fingerprint;
}
