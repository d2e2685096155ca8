import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addMonths, atHour, type Day } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { withReport } from '@county/shared/tasks/lines/assignment-rules';
import {
  EXTENSION_REASONS,
  HANDED_DOWN,
  handedDownStoryOf,
  publicLineOf,
  storyOf,
  type StoryStep,
} from '@county/seeds/tasks';
import { Clock } from '../../clock/clock.ts';
import { insertRow } from '../../database/insert-row.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import type { SeededPerson } from '../../people/people-seeding.service.ts';
import { Assignments, AssignmentSteps, Extensions, ProgressReports, PublicLines, Tasks } from '../tasks.tables.ts';

type Somebody = Pick<SeededPerson, 'personId' | 'name' | 'role'>;

/** Who did what on a line: one of the unit's own people, its leader, and a supervisor of another unit (rules S1). */
export interface Cast {
  officer: Somebody;
  lead: Somebody;
  supervisor: Somebody;
  supervisorUnitId: string;
  /** Whether a newcomer may sign in as one of the unit: its lines are left for them to try things on. */
  isTried: boolean;
}

/** What has happened on a demo plan until today. */
@Injectable()
export class DemoHistory {
  constructor(
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
  ) {}

  async tell(db: EntityManager, breakdownId: string, people: readonly SeededPerson[]): Promise<void> {
    const numbers = new Map((await db.findBy(Tasks, { breakdownId })).map(({ id, number }) => [id, number]));
    const lines = await db.find(Assignments, { where: { breakdownId }, order: { id: 'ASC' } });
    const unitNames = new Map((await this.units.all()).map(({ id, name }) => [id, name]));
    const today = this.clock.today();
    const reasons = [...EXTENSION_REASONS];
    for (const [index, line] of lines.entries()) {
      const number = numbers.get(line.taskId)!;
      const unitName = unitNames.get(line.unitId)!;
      const story = storyOfLine(line, number, unitName, index, today);
      if (!story.length) continue;
      const cast = castOf(line, people);
      for (const step of story) await this.tellStep(db, line, step, cast);
      const { status, percent, lastReportedAt, completedOn } = story.reduce(afterStep, line);
      await db.update(Assignments, { id: line.id }, { status, percent, lastReportedAt, completedOn });
      if (mayAsk(line, status, today) && cast.lead.role === 'unit-lead' && !cast.isTried && reasons.length)
        await this.askExtension(db, line, reasons.pop()!, cast);
      const isDone = !line.parentId && story.some(({ kind }) => kind === 'completed');
      const words = isDone ? publicLineOf(number, unitName) : null;
      if (words) await this.publish(db, line, words, cast);
    }
  }

  private async tellStep(db: EntityManager, line: Assignment, step: StoryStep, cast: Cast): Promise<void> {
    const at = storyTime(step.on);
    if (step.kind !== 'reported') {
      const who = { acknowledged: cast.officer, completed: cast.lead }[step.kind as string] ?? cast.supervisor;
      const { kind, words = null, proof = null } = step;
      const entry = { id: newId(), assignmentId: line.id, kind, words, proof, fileIds: [], remarks: null };
      return insertRow(db, AssignmentSteps, { ...entry, by: who.personId, byName: who.name, at });
    }
    const { percent = 0, note = '', problems = null, nextStep = null } = step;
    return insertRow(db, ProgressReports, {
      id: newId(),
      assignmentId: line.id,
      percent,
      period: null,
      note,
      problems,
      nextStep,
      lowerReason: null,
      photoIds: [],
      source: 'self',
      filedBy: cast.officer.personId,
      filedByName: cast.officer.name,
      filedAt: at,
    });
  }

  private async askExtension(db: EntityManager, line: Assignment, reason: string, { lead }: Cast): Promise<void> {
    const at = this.clock.now();
    const dueOn = addMonths(line.dueOn!, 1);
    await insertRow(db, Extensions, {
      id: newId(),
      assignmentId: line.id,
      fromDueOn: line.dueOn!,
      dueOn,
      reason,
      state: 'asked',
      askedBy: lead.personId,
      askedByName: lead.name,
      askedAt: at,
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      decisionWords: null,
    });
    const words = `申请从 ${line.dueOn} 延期到 ${dueOn}：${reason}`;
    const entry = {
      id: newId(),
      assignmentId: line.id,
      kind: 'extension-asked',
      words,
      proof: null,
      fileIds: [],
    } as const;
    await insertRow(db, AssignmentSteps, {
      ...entry,
      fileIds: [],
      remarks: null,
      by: lead.personId,
      byName: lead.name,
      at,
    });
  }

  private publish(db: EntityManager, line: Assignment, words: string, { officer, supervisor }: Cast): Promise<void> {
    const at = this.clock.now();
    return insertRow(db, PublicLines, {
      id: newId(),
      assignmentId: line.id,
      subject: null,
      words,
      state: 'published',
      writtenBy: officer.personId,
      writtenByName: officer.name,
      writtenAt: at,
      reviewedBy: supervisor.personId,
      reviewedByName: supervisor.name,
      reviewedAt: at,
      secrecyCheck: '不涉及秘密',
      personalDataCheck: '不含个人信息',
      declineReason: null,
    });
  }
}

function storyOfLine(line: Assignment, number: number, unitName: string, index: number, today: Day): StoryStep[] {
  const shared = line.parentId ? HANDED_DOWN.find((handed) => handed === number) : undefined;
  if (shared) return handedDownStoryOf(shared, unitName, index, line.dueOn, today);
  return storyOf(number, unitName, index, line.dueOn, today);
}

/** A line near its day whose unit could wish for a later one. */
function mayAsk({ parentId, dueOn }: Assignment, status: Assignment['status'], today: Day): boolean {
  return parentId === null && status === 'in-progress' && dueOn !== null && dueOn > today;
}

export function castOf({ unitId }: Pick<Assignment, 'unitId'>, people: readonly SeededPerson[]): Cast {
  const own = people.filter((person) => person.unitId === unitId);
  const nobody = { personId: newId(), name: '本单位经办人', role: 'officer' as const };
  const supervisor = people.find((person) => person.role === 'supervisor' && person.unitId !== unitId)!;
  return {
    isTried: own.some(({ key }) => key !== null),
    officer: own.find(({ role }) => role === 'officer') ?? own[0] ?? nobody,
    lead: own.find(({ role }) => role === 'unit-lead') ?? own[0] ?? nobody,
    supervisor,
    supervisorUnitId: supervisor.unitId!,
  };
}

/** How a line stands after one more step, by the rules of the line itself. */
function afterStep(line: Assignment, { kind, on, percent = 0 }: StoryStep): Assignment {
  if (kind === 'reported') return withReport(line, { percent, period: null, filedAt: storyTime(on) });
  if (kind === 'completed') return { ...line, status: kind, completedOn: on };
  if (kind === 'returned') return { ...line, status: kind, completedOn: null };
  return { ...line, status: kind };
}

/** Ten in the morning, so that nothing of a demo happens at midnight. */
export function storyTime(on: Day): string {
  return atHour(on, 10);
}
