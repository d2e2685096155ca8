import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import { leads, reaches } from '@county/shared/people/scope';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import {
  PUBLIC_LINE_SUBJECT_LABELS,
  type NewPublicLine,
  type PublicLine,
  type PublicLineReview,
} from '@county/shared/tasks/public/public-line';
import { canReviewPublicLine, canWritePublicLine } from '@county/shared/tasks/public/public-line-rules';
import { AuditService } from '../../audit/audit.service.ts';
import { Database } from '../../database/database.ts';
import { demand, idTaken, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { AssignmentStepsService } from '../lines/assignment-steps.service.ts';
import { findLine } from '../lines/find-line.ts';
import { findingOfLine } from '../findings/task-finding.ts';
import { PublicReviews } from './public-reviews.service.ts';
import { Assignments, PublicLines } from '../tasks.tables.ts';

/** The units' sentences for everybody: written by one person, checked and published by another (先审查后公开). */
@Injectable()
export class PublicLinesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly reviews: PublicReviews,
    private readonly steps: AssignmentStepsService,
  ) {}

  propose(actor: Actor, assignmentId: string, { id, subject, words }: NewPublicLine) {
    this.reviews.demandNoPersonalData('words', '公开文字', words);
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(PublicLines, { id });
      if (earlier) {
        const same =
          earlier.assignmentId === assignmentId &&
          earlier.writtenBy === actor.personId &&
          earlier.subject === subject &&
          earlier.words === words;
        if (!same) throw idTaken();
        return new Repeated(earlier);
      }
      demand(canWritePublicLine(line, actor, subject, await findingOfLine(db, line)));
      const proposed: PublicLine = { id, assignmentId, subject, words, ...this.reviews.proposed(actor) };
      await db.insert(PublicLines, proposed);
      await this.audit.record(db, actor, { action: 'proposePublicLine', subjectKind: 'public-line', subjectId: id });
      return proposed;
    });
  }

  review(actor: Actor, publicLineId: string, review: PublicLineReview): Promise<PublicLine> {
    return this.database.work(async (db) => {
      const proposed = await this.database.findForChange(db, PublicLines, { id: publicLineId });
      const line = proposed && (await db.findOneBy(Assignments, { id: proposed.assignmentId }));
      if (!line || !(reaches(actor, line.unitId) || leads(actor, line.unitId))) throw notFound('这条公开文字');
      const finding = await findingOfLine(db, line);
      demand(canReviewPublicLine(proposed, actor, review.outcome, finding));
      const reviewed = this.reviews.reviewed(actor, review);
      await db.update(PublicLines, { id: publicLineId }, reviewed);
      const act = {
        action: 'reviewPublicLine' as const,
        subjectKind: 'public-line',
        subjectId: publicLineId,
        detail: review.outcome,
      };
      await this.audit.record(db, actor, act);
      if (finding && review.outcome === 'published') await this.tell(db, actor, line, proposed);
      return { ...proposed, ...reviewed };
    });
  }

  /** Of a finding, what became public stands in the line's own history too. */
  private tell(db: EntityManager, actor: Actor, line: Assignment, { subject, words }: PublicLine): Promise<void> {
    const told = subject ? `${PUBLIC_LINE_SUBJECT_LABELS[subject]}：${words}` : words;
    return this.steps.record(db, actor, line, { id: newId(), kind: 'made-public', words: told }, 'publishFinding');
  }
}
