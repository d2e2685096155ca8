import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import { BLANK_FINDING, RECTIFICATION_LABELS, type FindingChange } from '@county/shared/tasks/findings/finding';
import { canChangeFinding } from '@county/shared/tasks/findings/finding-rules';
import type { TaskFinding } from '@county/shared/tasks/findings/finding-views';
import { AuditService } from '../../audit/audit.service.ts';
import { Database } from '../../database/database.ts';
import { demand, notFound } from '../../http/refusal.ts';
import { SessionsService } from '../../people/sessions.service.ts';
import { AssignmentStepsService } from '../lines/assignment-steps.service.ts';
import { Assignments, Tasks } from '../tasks.tables.ts';
import { kindOf, taskFinding } from './task-finding.ts';

/** What a supervisor says of a finding as a whole; each change stands in the history of every line that is at work. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly steps: AssignmentStepsService,
    private readonly sessions: SessionsService,
  ) {}

  change(actor: Actor, taskId: string, { rectification, withheldReason }: FindingChange): Promise<TaskFinding> {
    return this.database.work(async (db) => {
      const task = await this.database.findForChange(db, Tasks, { id: taskId });
      const before = task && taskFinding(task, await kindOf(db, task.breakdownId));
      if (!task || !before) throw notFound('这个问题');
      const lines = (await db.findBy(Assignments, { taskId })).filter(({ status }) => status !== 'withdrawn');
      const unitIds = lines.map(({ unitId }) => unitId);
      demand(canChangeFinding(actor, unitIds));
      await this.sessions.demandNoPost(db, actor, unitIds);
      const told: ['rectification-set' | 'withheld', string][] = [];
      if (rectification && rectification !== before.rectification) {
        task.finding = { ...BLANK_FINDING, ...task.finding, rectification };
        told.push(['rectification-set', RECTIFICATION_LABELS[rectification]]);
      }
      if (withheldReason !== undefined && withheldReason !== before.withheldReason) {
        task.withheldReason = withheldReason;
        told.push(['withheld', withheldReason ?? '改为可以公开，文字仍要审查']);
      }
      if (!told.length) return before;
      await db.update(Tasks, { id: taskId }, { finding: task.finding, withheldReason: task.withheldReason });
      await this.record(db, actor, taskId, told);
      for (const [kind, words] of told)
        for (const line of lines)
          await this.steps.record(db, actor, line, { id: newId(), kind, words }, 'changeFinding');
      return taskFinding(task, 'inspection')!;
    });
  }

  private async record(db: EntityManager, actor: Actor, taskId: string, told: readonly [string, string][]) {
    const detail = told.map(([kind, words]) => `${kind}：${words}`).join('；');
    await this.audit.record(db, actor, { action: 'changeFinding', subjectKind: 'task', subjectId: taskId, detail });
  }
}
