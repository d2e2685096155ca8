import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canReadReports } from '@county/shared/tasks/lines/assignment-rules';
import type { FindingView, LedgerFinding } from '@county/shared/tasks/findings/finding-views';
import type { Recheck, RecheckView } from '@county/shared/tasks/findings/recheck';
import type { TaskView } from '@county/shared/tasks/task-views';
import { byId, distinct, LineViews } from '../lines/line-views.service.ts';
import { AssignmentSteps, Tasks, type TaskRow } from '../tasks.tables.ts';
import { latestCompletion, rechecksOf } from './finding-gate.service.ts';
import { Rechecks, RectificationMeasures } from './findings.tables.ts';
import { kindOf, taskFinding } from './task-finding.ts';

/** Findings as pages and the ledger show them. What the unit and its checkers wrote follows the rule of report words. */
@Injectable()
export class FindingViews {
  constructor(private readonly views: LineViews) {}

  async ofLine(db: EntityManager, line: Assignment, task: TaskRow, mayRead: boolean): Promise<FindingView | null> {
    const finding = taskFinding(task, await kindOf(db, line.breakdownId));
    if (!finding) return null;
    const completion = await latestCompletion(db, line.id);
    const measures = { where: { assignmentId: line.id }, order: { statedAt: 'DESC', id: 'DESC' } } as const;
    return {
      ...finding,
      measures: mayRead ? await db.find(RectificationMeasures, measures) : [],
      rechecks: mayRead ? await this.rechecks(await rechecksOf(db, line.id)) : [],
      completionId: completion?.id ?? null,
      completedOn: completion && shanghaiDay(completion.at),
    };
  }

  async rechecks(rechecks: readonly Recheck[]): Promise<RecheckView[]> {
    const [nameOf] = await this.views.lookUps();
    return rechecks.map(({ by: _by, byUnitId, ...recheck }) => ({ ...recheck, byUnitName: nameOf(byUnitId) }));
  }

  async ofTask(
    db: EntityManager,
    actor: Actor,
    taskId: string,
    lines: readonly Omit<Line, 'taskId'>[],
  ): Promise<TaskView['findingLines']> {
    const own = lines.map(({ id, unitId }) => ({ id, unitId, taskId }));
    const findings = await this.ofLedger(db, actor, own);
    return [...findings].map(([assignmentId, finding]) => ({ assignmentId, ...finding }));
  }

  /** By the line's id. */
  async ofLedger(db: EntityManager, actor: Actor, lines: readonly Line[]): Promise<Map<string, LedgerFinding>> {
    if (!lines.length) return new Map();
    const tasks = byId(await db.findBy(Tasks, { id: In(distinct(lines.map(({ taskId }) => taskId))) }));
    const readable = lines.filter((line) => canReadReports(line, actor)).map(({ id }) => id);
    const { measures, completions, rechecks } = await writtenOf(db, readable);
    return new Map(
      lines.map((line) => {
        const task = tasks.get(line.taskId)!;
        const isOwn = ({ assignmentId }: { assignmentId: string }) => assignmentId === line.id;
        const own = rechecks.filter(isOwn);
        const finding: LedgerFinding = {
          rectification: task.finding?.rectification ?? null,
          measure: task.concreteWork || measures.find(isOwn)?.words || null,
          proof: completions.find(isOwn)?.proof ?? null,
          recheck: own[0] ?? null,
          recheckCount: own.length,
        };
        return [line.id, finding];
      }),
    );
  }
}

type Line = Pick<Assignment, 'id' | 'taskId' | 'unitId'>;

/** Measures agreed to, completions and rechecks of these lines, the newest first. */
async function writtenOf(db: EntityManager, lineIds: readonly string[]) {
  if (!lineIds.length) return { measures: [], completions: [], rechecks: [] };
  const assignmentId = In([...lineIds]);
  const order = { at: 'DESC', id: 'DESC' } as const;
  return {
    measures: await db.findBy(RectificationMeasures, { assignmentId, state: 'agreed' }),
    completions: await db.find(AssignmentSteps, { where: { assignmentId, kind: 'completed' }, order }),
    rechecks: await db.find(Rechecks, { where: { assignmentId }, order }),
  };
}
