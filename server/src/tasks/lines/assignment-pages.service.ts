import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canReadReports } from '@county/shared/tasks/lines/assignment-rules';
import type { AssignmentStepView } from '@county/shared/tasks/lines/assignment-step';
import type { AssignmentView, ContactUnit } from '@county/shared/tasks/task-views';
import { Database } from '../../database/database.ts';
import { FilesService } from '../../files/files.service.ts';
import { notFound } from '../../http/refusal.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { assignedOn } from './new-line.ts';
import { ExtensionsService } from './extensions.service.ts';
import { FindingViews } from '../findings/finding-views.service.ts';
import { RemindersToCome } from '../due-reminders/reminders-to-come.service.ts';
import { LineViews } from './line-views.service.ts';
import { ReportsService } from './reports.service.ts';
import { WaitingReportsService } from './waiting-reports.service.ts';
import { Assignments, AssignmentSteps, ProgressReports, PublicLines, Tasks } from '../tasks.tables.ts';
import { TasksService } from '../tasks.service.ts';

/** A line opened, with all its page needs in one reply; and who may read the files hung on it. */
@Injectable()
export class AssignmentPagesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly files: FilesService,
    private readonly units: OrgUnitsService,
    private readonly reports: ReportsService,
    private readonly waiting: WaitingReportsService,
    private readonly extensions: ExtensionsService,
    private readonly views: LineViews,
    private readonly tasks: TasksService,
    private readonly findings: FindingViews,
    private readonly toCome: RemindersToCome,
  ) {}

  onModuleInit(): void {
    this.files.onReadRule('progress-report', async (db, actor, reportId) => {
      const report = await db.findOneBy(ProgressReports, { id: reportId });
      return !!report && this.mayRead(db, actor, report.assignmentId);
    });
    this.files.onReadRule('assignment-step', async (db, actor, stepId) => {
      const step = await db.findOneBy(AssignmentSteps, { id: stepId });
      return !!step && this.mayRead(db, actor, step.assignmentId);
    });
  }

  getAssignment(actor: Actor, assignmentId: string): Promise<AssignmentView> {
    return this.database.read(async (db) => {
      const line = await db.findOneBy(Assignments, { id: assignmentId });
      if (!line) throw notFound('这项任务');
      const task = await db.findOneByOrFail(Tasks, { id: line.taskId });
      const children = await db.find(Assignments, { where: { parentId: line.id }, order: { id: 'ASC' } });
      const mayRead = canReadReports(line, actor);
      return {
        ...(await this.views.summary(db, line)),
        task,
        assignedOn: assignedOn(line),
        unit: await this.views.contact(line.unitId),
        supervisingUnit: await this.supervisingUnit(db, line),
        mayReadReports: mayRead,
        reports: mayRead ? await this.reports.reportsOf(actor, db, line.id) : [],
        waitingReports: mayRead ? await this.waiting.of(db, line.id) : [],
        steps: mayRead ? await this.stepsOf(actor, db, line.id) : [],
        publicLines: mayRead ? await db.find(PublicLines, { where: { assignmentId }, order: { id: 'DESC' } }) : [],
        extension: mayRead ? await this.extensions.waiting(db, line.id) : null,
        remindersToCome: mayRead ? await this.toCome.of(db, line) : [],
        children: await this.tasks.listed(db, actor, children),
        finding: await this.findings.ofLine(db, line, task, mayRead),
      };
    });
  }

  private async mayRead(db: EntityManager, actor: Actor, assignmentId: string): Promise<boolean> {
    const line = await db.findOneBy(Assignments, { id: assignmentId });
    return !!line && canReadReports(line, actor);
  }

  private async stepsOf(actor: Actor, db: EntityManager, assignmentId: string): Promise<AssignmentStepView[]> {
    const steps = await db.find(AssignmentSteps, {
      where: { assignmentId },
      order: { at: 'DESC', id: 'DESC' },
      take: 100,
    });
    const withAny = steps.filter(({ fileIds }) => fileIds.length).map(({ id }) => id);
    const files = await this.files.attached(actor, 'assignment-step', withAny);
    return steps.map((step) => ({ ...step, files: files.get(step.id) ?? [] }));
  }

  /** Whom to ring about the line: the unit that handed it down, else the county's supervising office. */
  private async supervisingUnit(db: EntityManager, line: Assignment): Promise<ContactUnit | null> {
    const parent = line.parentId ? await db.findOneBy(Assignments, { id: line.parentId }) : null;
    if (parent) return this.views.contact(parent.unitId);
    const office = (await this.units.all()).find((unit) => unit.name.includes('督查室'));
    return office && office.id !== line.unitId ? this.views.contact(office.id) : null;
  }
}
