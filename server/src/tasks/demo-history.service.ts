import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { startOfDay, type Day } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/assignment';
import { withReport } from '@county/shared/tasks/assignment-rules';
import { HANDED_DOWN, handedDownStoryOf, publicLineOf, storyOf, type StoryStep } from '@county/seeds/tasks';
import { Clock } from '../clock/clock.ts';
import { insertRow } from '../database/insert-row.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import type { SeededPerson } from '../people/people-seeding.service.ts';
import { Assignments, AssignmentSteps, ProgressReports, PublicLines, Tasks } from './tasks.tables.ts';

type Somebody = Pick<SeededPerson, 'personId' | 'name'>;

/** Who did what on a line: one of the unit's own people, its leader, and a supervisor of another unit (rules S1). */
interface Cast {
  officer: Somebody;
  lead: Somebody;
  supervisor: Somebody;
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
    for (const [index, line] of lines.entries()) {
      const number = numbers.get(line.taskId)!;
      const unitName = unitNames.get(line.unitId)!;
      const story = storyOfLine(line, number, unitName, index, today);
      if (!story.length) continue;
      const cast = castOf(line, people);
      for (const step of story) await this.tellStep(db, line, step, cast);
      const { status, percent, lastReportedAt, completedOn } = story.reduce(afterStep, line);
      await db.update(Assignments, { id: line.id }, { status, percent, lastReportedAt, completedOn });
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
      const entry = { id: newId(), assignmentId: line.id, kind, words, proof, fileIds: [] };
      return insertRow(db, AssignmentSteps, { ...entry, by: who.personId, byName: who.name, at });
    }
    const { percent = 0, note = '', problems = null, nextStep = null } = step;
    return insertRow(db, ProgressReports, {
      id: newId(),
      assignmentId: line.id,
      percent,
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

  private publish(db: EntityManager, line: Assignment, words: string, { officer, supervisor }: Cast): Promise<void> {
    const at = this.clock.now();
    return insertRow(db, PublicLines, {
      id: newId(),
      assignmentId: line.id,
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

function castOf({ unitId }: Assignment, people: readonly SeededPerson[]): Cast {
  const own = people.filter((person) => person.unitId === unitId);
  const nobody = { personId: newId(), name: '本单位经办人' };
  return {
    officer: own.find(({ role }) => role === 'officer') ?? own[0] ?? nobody,
    lead: own.find(({ role }) => role === 'unit-lead') ?? own[0] ?? nobody,
    supervisor: people.find((person) => person.role === 'supervisor' && person.unitId !== unitId)!,
  };
}

/** How a line stands after one more step, by the rules of the line itself. */
function afterStep(line: Assignment, { kind, on, percent = 0 }: StoryStep): Assignment {
  if (kind === 'reported') return withReport(line, { percent, filedAt: storyTime(on) });
  if (kind === 'completed') return { ...line, status: kind, completedOn: on };
  if (kind === 'returned') return { ...line, status: kind, completedOn: null };
  return { ...line, status: kind };
}

/** Ten in the morning, so that nothing of a demo happens at midnight. */
function storyTime(on: Day): string {
  return new Date(Date.parse(startOfDay(on)) + 10 * 3_600_000).toISOString();
}
