import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Day } from '@county/shared/calendar/day';
import { isValidOn, type OrgUnit } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canHandDown, canSetHandDownDay } from '@county/shared/tasks/lines/assignment-rules';
import type { NewHandDown } from '@county/shared/tasks/lines/assignment-step';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { demand, idTaken, invalidField } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { AssignmentStepsService } from './assignment-steps.service.ts';
import { findLine } from './find-line.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments, AssignmentSteps } from '../tasks.tables.ts';

const MAX_WORDS = 2000;

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
    private readonly clock: Clock,
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
    const { id, unitIds, dueOn } = handDown;
    const receivers = await this.unitsToReceive(unitIds);
    const history = inWords(handDown, receivers);
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(AssignmentSteps, { id });
      if (earlier) {
        const isSame = earlier.assignmentId === assignmentId && earlier.kind === 'handed-down';
        if (!isSame || earlier.by !== actor.personId || earlier.words !== history) throw idTaken();
        return new Repeated({ created: [], alreadyThere: unitIds });
      }
      demand(canHandDown(line, actor));
      demand(canSetHandDownDay(line.dueOn, dueOn));
      if (unitIds.includes(line.unitId)) throw invalidField('unitIds', '不能分解给本单位自己');
      for (const unit of receivers) await this.demandUnder(unit, line.unitId);
      const there = await db.findBy(Assignments, { taskId: line.taskId, unitId: In(unitIds) });
      const alreadyThere = there.map(({ unitId }) => unitId);
      const created = unitIds
        .filter((unitId) => !alreadyThere.includes(unitId))
        .map((unitId) => child(line, unitId, handDown, this.clock.today()));
      if (created.length) await db.insert(Assignments, created);
      await this.steps.record(db, actor, line, { id, kind: 'handed-down', words: history }, 'handDownAssignment');
      return { created: await this.views.summaries(db, created), alreadyThere };
    });
  }

  /** Units that exist today, in the order given. */
  private async unitsToReceive(unitIds: readonly string[]): Promise<OrgUnit[]> {
    const today = this.clock.today();
    return Promise.all(
      unitIds.map(async (unitId) => {
        const unit = await this.units.find(unitId);
        if (!unit) throw notUnder();
        if (!isValidOn(unit, today))
          throw invalidField('unitIds', `${unit.name}已撤销或并入其他单位，请选择现在的单位`);
        return unit;
      }),
    );
  }

  /** A line goes on to units under the one that has it, not to others its lead may also lead. */
  private async demandUnder(unit: OrgUnit, aboveId: string): Promise<void> {
    if (!(await this.units.above(unit.id)).some(({ id }) => id === aboveId)) throw notUnder();
  }

  /**
   * A merged unit's open lines go to its successor with their history (rules P4).
   * Where the successor has the task already, the merged unit's line is withdrawn instead; one that was taken back from
   * the successor is at work again in the merged one's state, lest nobody has the task.
   */
  private async moveLines(db: EntityManager, actor: Actor, fromUnitId: string, intoUnitId: string) {
    const lines = await db.findBy(Assignments, { unitId: fromUnitId, status: Not(In(['closed', 'withdrawn'])) });
    const taken = new Map((await db.findBy(Assignments, { unitId: intoUnitId })).map((line) => [line.taskId, line]));
    const names = `${await this.views.unitName(fromUnitId)}并入${await this.views.unitName(intoUnitId)}`;
    let moved = 0;
    for (const line of lines) {
      const there = taken.get(line.taskId);
      const stays = there !== undefined;
      await db.update(Assignments, { id: line.id }, stays ? { status: 'withdrawn' } : { unitId: intoUnitId });
      const words = stays ? `${names}，后者已承担本任务` : `${names}，任务随之移交`;
      const act = stays ? (['withdrawn', 'withdrawnAssignment'] as const) : (['moved', 'movedAssignment'] as const);
      await this.steps.record(db, actor, line, { id: newId(), kind: act[0], words }, act[1]);
      if (there?.status === 'withdrawn') await this.takeUp(db, actor, there, line, names);
      if (!stays || there.status === 'withdrawn') moved += 1;
    }
    return { moved, withdrawn: lines.length - moved };
  }

  private async takeUp(db: EntityManager, actor: Actor, line: Assignment, from: Assignment, names: string) {
    const { id: _id, taskId: _task, breakdownId: _breakdown, unitId: _unit, ...standing } = from;
    await db.update(Assignments, { id: line.id }, standing);
    await this.steps.record(
      db,
      actor,
      line,
      { id: newId(), kind: 'moved', words: `${names}，任务随之移交` },
      'movedAssignment',
    );
  }
}

const notUnder = () => invalidField('unitIds', '接收单位应是本单位所辖的村、社区或下属单位');

/** The history's entry; it tells a repetition from another hand-down under the same id. */
function inWords({ dueOn, words }: NewHandDown, units: readonly OrgUnit[]): string {
  const names = units.map(({ name }) => name).join('、');
  const parts = [`分解到 ${units.length} 个单位：${names}`, dueOn && `${dueOn} 前完成`, words].filter(Boolean);
  return parts.join('；').slice(0, MAX_WORDS);
}

function child(parent: Assignment, unitId: string, { dueOn, words }: NewHandDown, today: Day): Assignment {
  return {
    id: newId(),
    taskId: parent.taskId,
    breakdownId: parent.breakdownId,
    unitId,
    part: 'responsible',
    parentId: parent.id,
    handDownWords: words,
    assignedOn: today,
    dueOn,
    status: 'assigned',
    percent: null,
    lastReportedAt: null,
    reportedPeriod: null,
    completedOn: null,
  };
}
