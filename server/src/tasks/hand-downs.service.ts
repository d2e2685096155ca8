import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/assignment';
import { canHandDown, canSetHandDownDay } from '@county/shared/tasks/assignment-rules';
import type { NewHandDown } from '@county/shared/tasks/assignment-step';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { AssignmentStepsService } from './assignment-steps.service.ts';
import { findLine } from './find-line.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments, AssignmentSteps } from './tasks.tables.ts';

export interface HandedDown {
  created: AssignmentSummary[];
  /** Units that had the task already; nothing was changed for them. */
  alreadyThere: string[];
}

/** Lines that change hands: given on to units under one's own (分解到村), or moved when a unit merges. */
@Injectable()
export class HandDownsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly units: OrgUnitsService,
    private readonly steps: AssignmentStepsService,
    private readonly views: LineViews,
  ) {}

  onModuleInit(): void {
    this.units.onMerger((db, actor, fromUnitId, intoUnitId) => this.moveLines(db, actor, fromUnitId, intoUnitId));
  }

  /** Each receiving unit owes a line of its own; the parent's state and percent stay its own word. */
  async handDown(
    actor: Actor,
    assignmentId: string,
    handDown: NewHandDown,
  ): Promise<HandedDown | Repeated<HandedDown>> {
    const { id, unitIds, dueOn, words } = handDown;
    await this.demandUnitsUnder(actor, unitIds);
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(AssignmentSteps, { id });
      if (earlier) {
        if (earlier.assignmentId !== assignmentId || earlier.by !== actor.personId) throw idTaken();
        return new Repeated({ created: [], alreadyThere: unitIds });
      }
      demand(canHandDown(line, actor));
      demand(canSetHandDownDay(line.dueOn, dueOn));
      if (unitIds.includes(line.unitId)) throw invalidField('unitIds', '不能分解给本单位自己');
      const there = await db.findBy(Assignments, { taskId: line.taskId, unitId: In(unitIds) });
      const alreadyThere = there.map(({ unitId }) => unitId);
      const created = unitIds
        .filter((unitId) => !alreadyThere.includes(unitId))
        .map((unitId) => child(line, unitId, dueOn, words));
      if (created.length) await db.insert(Assignments, created);
      await this.steps.record(
        db,
        actor,
        line,
        { id, kind: 'handed-down', words: `分解到 ${created.length} 个单位` },
        'handDownAssignment',
      );
      return { created: await this.views.summaries(db, created), alreadyThere };
    });
  }

  private async demandUnitsUnder(actor: Actor, unitIds: readonly string[]): Promise<void> {
    for (const unitId of unitIds) {
      const unit = await this.units.find(unitId);
      if (!unit || !actor.unitIds.includes(unitId))
        throw invalidField('unitIds', '接收单位须是本单位所辖的村、社区或下属单位');
    }
  }

  /**
   * A merged unit's open lines go to its successor with their history (rules P4).
   * Where the successor has the task already, the merged unit's line is withdrawn instead.
   */
  private async moveLines(db: EntityManager, actor: Actor, fromUnitId: string, intoUnitId: string) {
    const lines = await db.findBy(Assignments, { unitId: fromUnitId, status: Not(In(['closed', 'withdrawn'])) });
    const taken = new Set((await db.findBy(Assignments, { unitId: intoUnitId })).map((line) => line.taskId));
    const names = `${await this.views.unitName(fromUnitId)}并入${await this.views.unitName(intoUnitId)}`;
    let moved = 0;
    for (const line of lines) {
      const stays = taken.has(line.taskId);
      await db.update(Assignments, { id: line.id }, stays ? { status: 'withdrawn' } : { unitId: intoUnitId });
      const words = stays ? `${names}，后者已承担本任务` : `${names}，任务随之移交`;
      await this.steps.record(db, actor, line, { id: newId(), kind: stays ? 'withdrawn' : 'moved', words });
      if (!stays) moved += 1;
    }
    return { moved, withdrawn: lines.length - moved };
  }
}

function child(parent: Assignment, unitId: string, dueOn: Day | null, words: string | null): Assignment {
  return {
    id: newId(),
    taskId: parent.taskId,
    breakdownId: parent.breakdownId,
    unitId,
    part: 'responsible',
    parentId: parent.id,
    handDownWords: words,
    dueOn,
    status: 'assigned',
    percent: null,
    lastReportedAt: null,
    completedOn: null,
  };
}
