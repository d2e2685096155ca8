import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import { interpretBreakdown } from '@county/shared/tasks/breakdowns/interpret-breakdown';
import { HANDED_DOWN, originalPath } from '@county/seeds/tasks';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRow } from '../../database/insert-row.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { actorOf, type SeededPerson } from '../../people/people-seeding.service.ts';
import { BreakdownsService } from '../breakdowns/breakdowns.service.ts';
import { DemoFindings } from './demo-findings.service.ts';
import { DemoHistory } from './demo-history.service.ts';
import { readDocument } from '../../documents/read-document.service.ts';
import { Assignments, Tasks } from '../tasks.tables.ts';

/** The annex's middle due month, which a demo moves to the month after its first start. */
const ANNEX_MONTH = 2022 * 12 + 5;

/** The demo's plans: an old one of the archive, and this year's carried forward from it with a story of its own. */
@Injectable()
export class DemoPlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly breakdowns: BreakdownsService,
    private readonly history: DemoHistory,
    private readonly findings: DemoFindings,
  ) {}

  /** Answers the id of this year's plan. */
  async seed(people: readonly SeededPerson[]): Promise<string> {
    const supervisor = actorOf(people.find(({ key }) => key === 'supervisor')!);
    const archiveId = await this.archive(supervisor);
    // Before the year's plan, which stays the newest.
    await this.findings.seed(supervisor, people);
    const today = this.clock.today();
    const [year, month] = today.split('-').map(Number) as [number, number];
    const shiftMonths = year * 12 + month - ANNEX_MONTH;
    const id = newId();
    const title = `${year}年深化政务公开促进基层政府治理能力提升工作任务分解表`;
    await this.breakdowns.carryForward(supervisor, archiveId, { id, title, year, shiftMonths });
    await this.breakdowns.change(supervisor, id, { isPublic: true });
    await this.database.work((db) => this.handDown(db, id));
    await this.database.work((db) => this.history.tell(db, id, people));
    return id;
  }

  /** The plan's tasks by their numbers. */
  async taskIds(breakdownId: string): Promise<ReadonlyMap<number, string>> {
    const tasks = await this.database.read((db) => db.findBy(Tasks, { breakdownId }));
    return new Map(tasks.map(({ number, id }) => [number, id]));
  }

  /** The annex as it was, finished long ago; uploading the annex itself stays possible. */
  private async archive(supervisor: Actor): Promise<string> {
    const fileName = 'annex-1-task-breakdown.txt';
    const grids = await readDocument(await readFile(originalPath(fileName)), fileName);
    const reading = interpretBreakdown(grids, { units: await this.units.all(), today: this.clock.today(), fileName });
    const fingerprint = createHash('sha256').update('the demo archive').digest('hex');
    const id = newId();
    const content = { ...reading, id, kind: 'plan' as const, title: `${reading.title}（往年存档）` };
    await this.database.work(async (db) => {
      await this.breakdowns.create(db, supervisor, { ...content, sourceName: fileName, fingerprint });
      await db.query(
        'UPDATE `assignment` SET `status` = ?, `percent` = ?, `completedOn` = `dueOn` WHERE `breakdownId` = ?',
        ['closed', 100, id],
      );
    });
    return id;
  }

  private async handDown(db: EntityManager, breakdownId: string): Promise<void> {
    const tasks = await db.findBy(Tasks, { breakdownId, number: In([...HANDED_DOWN]) });
    // In a settled order: what has happened on a line of the demo goes by its place.
    const parents = await db.find(Assignments, {
      where: { taskId: In(tasks.map((task) => task.id)), parentId: IsNull() },
      order: { taskId: 'ASC', unitId: 'ASC' },
    });
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
}
