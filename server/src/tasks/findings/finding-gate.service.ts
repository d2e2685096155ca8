import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { hasMeasure, isFullProof, isRechecked } from '@county/shared/tasks/findings/finding-rules';
import { demand, invalidField } from '../../http/refusal.ts';
import { AssignmentSteps } from '../tasks.tables.ts';
import { Rechecks, RectificationMeasures } from './findings.tables.ts';
import { findingOfLine } from './task-finding.ts';

/** What a finding asks for before a line of it is completed or struck off; any other task passes. */
@Injectable()
export class FindingGate {
  async demandMayComplete(
    db: EntityManager,
    line: Assignment,
    evidence: { proof: string; fileIds: readonly string[] },
  ): Promise<void> {
    const finding = await findingOfLine(db, line);
    if (!finding) return;
    demand(hasMeasure(line, finding.task, await db.findBy(RectificationMeasures, { assignmentId: line.id })));
    const proof = isFullProof(evidence);
    if (!proof.allowed) throw invalidField('proof', proof.reason);
  }

  async demandMayClose(db: EntityManager, line: Assignment): Promise<void> {
    if (!(await findingOfLine(db, line))) return;
    const completion = await latestCompletion(db, line.id);
    demand(isRechecked(completion?.id ?? null, await rechecksOf(db, line.id)));
  }
}

/** The unit's last 办结. */
export function latestCompletion(db: EntityManager, assignmentId: string) {
  return db.findOne(AssignmentSteps, {
    where: { assignmentId, kind: 'completed' },
    order: { at: 'DESC', id: 'DESC' },
  });
}

/** All of them, the newest first. */
export function rechecksOf(db: EntityManager, assignmentId: string) {
  return db.find(Rechecks, { where: { assignmentId }, order: { at: 'DESC', id: 'DESC' } });
}
