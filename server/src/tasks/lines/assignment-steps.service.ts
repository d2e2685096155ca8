import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import {
  acknowledgesByOpening,
  canComplete,
  canReview,
  canReviewInPerson,
} from '@county/shared/tasks/lines/assignment-rules';
import type { AssignmentStep, NewClosing, NewCompletion, NewReturn } from '@county/shared/tasks/lines/assignment-step';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRow, insertRows } from '../../database/insert-row.ts';
import { FilesService } from '../../files/files.service.ts';
import { demand, idTaken } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { SessionsService } from '../../people/sessions.service.ts';
import { FindingGate } from '../findings/finding-gate.service.ts';
import { findLine } from './find-line.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments, AssignmentSteps } from '../tasks.tables.ts';

type StepContent = Pick<AssignmentStep, 'id' | 'kind' | 'words'> &
  Partial<Pick<AssignmentStep, 'proof' | 'fileIds' | 'remarks'>>;

/** One thing done to a line: what is written, who may, and what it makes of the line. */
interface StepPlan {
  action: AuditAction;
  content: StepContent;
  /** Throws the refusal; called with the line as it stands. */
  ask: (line: Assignment, db: EntityManager) => void | Promise<void>;
  change: Partial<Assignment>;
}

@Injectable()
export class AssignmentStepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly files: FilesService,
    private readonly views: LineViews,
    private readonly sessions: SessionsService,
    private readonly findings: FindingGate,
  ) {}

  /** 签收: the unit's first opening. Opening again, or by somebody else, changes nothing. */
  acknowledge(actor: Actor, assignmentId: string, { id }: { id: string }): Promise<AssignmentSummary> {
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      if (!acknowledgesByOpening(line, actor)) return this.views.summary(db, line);
      if (await db.existsBy(AssignmentSteps, { id })) throw idTaken();
      await this.record(db, actor, line, { id, kind: 'acknowledged', words: null }, 'acknowledgedAssignment');
      return this.views.summary(db, await change(db, line, { status: 'acknowledged' }));
    });
  }

  /** 办结, in the unit's own word. */
  complete(actor: Actor, assignmentId: string, { id, summary, proof, fileIds }: NewCompletion) {
    return this.take(actor, assignmentId, {
      action: 'completeAssignment',
      content: { id, kind: 'completed', words: summary, proof, fileIds },
      ask: async (line, db) => {
        demand(canComplete(line, actor));
        await this.findings.demandMayComplete(db, line, { proof, fileIds });
      },
      change: { status: 'completed', completedOn: this.clock.today() },
    });
  }

  /** 退回, with the reason the officer sees. */
  return(actor: Actor, assignmentId: string, { id, reason, remarks }: NewReturn) {
    return this.take(actor, assignmentId, {
      action: 'returnAssignment',
      content: { id, kind: 'returned', words: reason, remarks },
      ask: (line) => demand(canReview(line, actor, 'return')),
      change: { status: 'returned', completedOn: null },
    });
  }

  /** 销号: checked and final. */
  close(actor: Actor, assignmentId: string, { id, words }: NewClosing) {
    return this.take(actor, assignmentId, {
      action: 'closeAssignment',
      content: { id, kind: 'closed', words },
      ask: async (line, db) => {
        demand(canReview(line, actor, 'close'));
        await this.findings.demandMayClose(db, line);
      },
      change: { status: 'closed' },
    });
  }

  /** Writes an entry of a line's history and the audit trail. */
  async record(
    db: EntityManager,
    actor: Actor,
    line: Assignment,
    content: StepContent,
    action: AuditAction,
  ): Promise<void> {
    await insertRow(db, AssignmentSteps, {
      proof: null,
      fileIds: [],
      remarks: null,
      ...content,
      assignmentId: line.id,
      by: actor.personId,
      byName: actor.name,
      at: this.clock.now(),
    });
    await this.audit.record(db, actor, { action, subjectKind: 'assignment', subjectId: line.id });
  }

  /** Writes the same entry into the histories of many lines; the feature that did it keeps the audit trail. */
  async recordAll(
    db: EntityManager,
    actor: Actor,
    assignmentIds: readonly string[],
    { kind, words }: Pick<AssignmentStep, 'kind' | 'words'>,
  ): Promise<void> {
    const at = this.clock.now();
    const steps = assignmentIds.map((assignmentId): AssignmentStep => {
      const { personId: by, name: byName } = actor;
      return { id: newId(), assignmentId, kind, words, proof: null, fileIds: [], remarks: null, by, byName, at };
    });
    await insertRows(db, AssignmentSteps, steps);
  }

  /** 销号 is by another person (rules S1), also where one person has several posts. */
  private async demandSomebodyElse(db: EntityManager, actor: Actor, line: Assignment): Promise<void> {
    const completion = await db.findOne(AssignmentSteps, {
      where: { assignmentId: line.id, kind: 'completed' },
      order: { at: 'DESC', id: 'DESC' },
    });
    const posts = await this.sessions.currentMemberships(db, actor.personId);
    demand(canReviewInPerson(line, completion?.by ?? null, actor, posts));
  }

  private async take(actor: Actor, assignmentId: string, { action, content, ask, change: changes }: StepPlan) {
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(AssignmentSteps, { id: content.id });
      if (earlier) {
        if (!isSameStep(earlier, content, assignmentId, actor)) throw idTaken();
        return new Repeated(await this.views.summary(db, line));
      }
      await ask(line, db);
      if (content.kind === 'returned' || content.kind === 'closed') await this.demandSomebodyElse(db, actor, line);
      await this.record(db, actor, line, content, action);
      if (content.fileIds?.length) await this.files.claim(db, actor, 'assignment-step', content.id, content.fileIds);
      return this.views.summary(db, await change(db, line, changes));
    });
  }
}

async function change(db: EntityManager, line: Assignment, changes: Partial<Assignment>): Promise<Assignment> {
  await db.update(Assignments, { id: line.id }, changes);
  return { ...line, ...changes };
}

function isSameStep(earlier: AssignmentStep, content: StepContent, assignmentId: string, actor: Actor): boolean {
  return (
    earlier.assignmentId === assignmentId &&
    earlier.kind === content.kind &&
    earlier.by === actor.personId &&
    earlier.words === content.words &&
    earlier.proof === (content.proof ?? null) &&
    earlier.fileIds.join() === (content.fileIds ?? []).join() &&
    JSON.stringify(earlier.remarks ?? []) === JSON.stringify(content.remarks ?? [])
  );
}
