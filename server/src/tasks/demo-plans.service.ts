import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { startOfDay, type Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/assignment';
import type { PublicLine } from '@county/shared/tasks/public-line';
import { interpretBreakdown } from '@county/shared/tasks/interpret-breakdown';
import { handedDownStoryOf, originalPath, publicLineOf, storyOf, type StoryStep } from '@county/seeds/tasks';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRow } from '../database/insert-row.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { BreakdownsService } from './breakdowns.service.ts';
import { lineAfter } from './demo-history.ts';
import { readDocument } from '../documents/read-document.service.ts';
import { Assignments, AssignmentSteps, ProgressReports, PublicLines, Tasks } from './tasks.tables.ts';

/** The annex's middle due month, which a demo moves to the month after its first start. */
const ANNEX_MONTH = 2022 * 12 + 5;
/** Rows whose work is done in villages; in the demo every township has handed them down. */
const HANDED_DOWN = [12, 13, 15] as const;

/** The demo's plans: an old one of the archive, and this year's carried forward from it with a story of its own. */
@Injectable()
export class DemoPlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly breakdowns: BreakdownsService,
  ) {}

  async seed(supervisor: Actor): Promise<void> {
    const archiveId = await this.archive(supervisor);
    const today = this.clock.today();
    const [year, month] = today.split('-').map(Number) as [number, number];
    const shiftMonths = year * 12 + month - ANNEX_MONTH;
    const id = newId();
    const title = `${year}年深化政务公开促进基层政府治理能力提升工作任务分解表`;
    await this.breakdowns.carryForward(supervisor, archiveId, { id, title, year, shiftMonths });
    await this.breakdowns.change(supervisor, id, { isPublic: true });
    await this.database.work((db) => this.handDown(db, id));
    await this.database.work((db) => this.tellStory(db, id, today, supervisor));
  }

  /** The annex as it was, finished long ago; uploading the annex itself stays possible. */
  private async archive(supervisor: Actor): Promise<string> {
    const fileName = 'annex-1-task-breakdown.txt';
    const grids = await readDocument(await readFile(originalPath(fileName)), fileName);
    const reading = interpretBreakdown(grids, { units: await this.units.all(), today: this.clock.today(), fileName });
    const fingerprint = createHash('sha256').update('the demo archive').digest('hex');
    const { id } = await this.breakdowns.create(
      supervisor,
      { ...reading, title: `${reading.title}（往年存档）`, sourceName: fileName },
      fingerprint,
    );
    await this.database.work((db) =>
      db.query('UPDATE `assignment` SET `status` = ?, `percent` = ?, `completedOn` = `dueOn` WHERE `breakdownId` = ?', [
        'closed',
        100,
        id,
      ]),
    );
    return id;
  }

  private async handDown(db: EntityManager, breakdownId: string): Promise<void> {
    const tasks = await db.findBy(Tasks, { breakdownId, number: In([...HANDED_DOWN]) });
    const parents = await db.findBy(Assignments, { taskId: In(tasks.map((task) => task.id)), parentId: IsNull() });
    const units = await this.units.all();
    for (const parent of parents) {
      for (const { id: unitId } of units.filter(
        (unit) => unit.parentId === parent.unitId && parent.unitId !== units[0]?.id,
      )) {
        const words = '请按本村（社区）实际办理，进展如实填报。';
        await insertRow(db, Assignments, {
          ...parent,
          id: newId(),
          unitId,
          part: 'responsible',
          parentId: parent.id,
          handDownWords: words,
        });
      }
    }
  }

  private async tellStory(db: EntityManager, breakdownId: string, today: Day, supervisor: Actor): Promise<void> {
    const tasks = new Map((await db.findBy(Tasks, { breakdownId })).map((task) => [task.id, task]));
    const lines = await db.find(Assignments, { where: { breakdownId }, order: { id: 'ASC' } });
    const names = new Map((await this.units.all()).map((unit) => [unit.id, unit.name]));
    for (const [index, line] of lines.entries()) {
      const { number } = tasks.get(line.taskId)!;
      const unitName = names.get(line.unitId)!;
      const shared = HANDED_DOWN.find((handed) => handed === number);
      const story =
        line.parentId && shared
          ? handedDownStoryOf(shared, unitName, index, line.dueOn, today)
          : storyOf(number, unitName, index, line.dueOn, today);
      if (story.length) await this.tell(db, line, story, supervisor);
      const words =
        line.parentId || !story.some(({ kind }) => kind === 'completed') ? null : publicLineOf(number, unitName);
      if (words) await insertRow(db, PublicLines, this.publicLine(line.id, words, supervisor));
    }
  }

  private publicLine(assignmentId: string, words: string, supervisor: Actor): PublicLine {
    const at = this.clock.now();
    return {
      id: newId(),
      assignmentId,
      words,
      state: 'published',
      writtenBy: newId(),
      writtenByName: '本单位经办人',
      writtenAt: at,
      reviewedBy: supervisor.personId,
      reviewedByName: supervisor.name,
      reviewedAt: at,
      secrecyCheck: '不涉及秘密',
      personalDataCheck: '不含个人信息',
      declineReason: null,
    };
  }

  private async tell(
    db: EntityManager,
    line: Assignment,
    story: readonly StoryStep[],
    supervisor: Actor,
  ): Promise<void> {
    for (const step of story) {
      // Ten in the morning, so that nothing of a demo happens at midnight.
      const at = new Date(Date.parse(startOfDay(step.on)) + 10 * 3_600_000).toISOString();
      const bySupervisor = step.kind === 'returned' || step.kind === 'closed';
      const who = { by: supervisor.personId, byName: bySupervisor ? supervisor.name : '本单位经办人' };
      if (step.kind === 'reported') {
        const { note, problems = null, nextStep = null } = step;
        const content = {
          percent: step.percent ?? 0,
          note: note ?? '',
          problems,
          nextStep,
          lowerReason: null,
          photoIds: [],
        };
        await insertRow(db, ProgressReports, {
          id: newId(),
          assignmentId: line.id,
          ...content,
          source: 'self',
          filedBy: who.by,
          filedByName: who.byName,
          filedAt: at,
        });
      } else {
        await insertRow(db, AssignmentSteps, {
          id: newId(),
          assignmentId: line.id,
          kind: step.kind,
          words: step.words ?? null,
          proof: step.proof ?? null,
          fileIds: [],
          ...who,
          at,
        });
      }
    }
    await db.update(Assignments, { id: line.id }, lineAfter(story));
  }
}
