import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import { leads, reaches } from '@county/shared/people/scope';
import { FINDING_LABELS, findPersonalData } from '@county/shared/tasks/personal-data-scan';
import type { NewPublicLine, PublicLine, PublicLineReview } from '@county/shared/tasks/public-line';
import { canReviewPublicLine, canWritePublicLine } from '@county/shared/tasks/public-line-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { findLine } from './find-line.ts';
import { Assignments, PublicLines } from './tasks.tables.ts';

/** The units' sentences for everybody: written by one person, checked and published by another (先审查后公开). */
@Injectable()
export class PublicLinesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  propose(actor: Actor, assignmentId: string, { id, words }: NewPublicLine) {
    const [found] = findPersonalData(words);
    if (found)
      throw invalidField('words', `公开文字里像是有${FINDING_LABELS[found.kind]}“${found.text}”，请删去后再提交`);
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(PublicLines, { id });
      if (earlier) {
        const same =
          earlier.assignmentId === assignmentId && earlier.writtenBy === actor.personId && earlier.words === words;
        if (!same) throw idTaken();
        return new Repeated(earlier);
      }
      demand(canWritePublicLine(line, actor));
      const proposed: PublicLine = { id, assignmentId, words, state: 'proposed', ...this.author(actor), ...unreviewed };
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
      demand(canReviewPublicLine(proposed, actor));
      const reviewed: Partial<PublicLine> = {
        state: review.outcome,
        reviewedBy: actor.personId,
        reviewedByName: actor.name,
        reviewedAt: this.clock.now(),
        ...(review.outcome === 'published'
          ? { secrecyCheck: review.secrecyCheck, personalDataCheck: review.personalDataCheck }
          : { declineReason: review.reason }),
      };
      await db.update(PublicLines, { id: publicLineId }, reviewed);
      const act = {
        action: 'reviewPublicLine',
        subjectKind: 'public-line',
        subjectId: publicLineId,
        detail: review.outcome,
      };
      await this.audit.record(db, actor, act);
      return { ...proposed, ...reviewed };
    });
  }

  private author(actor: Actor) {
    return { writtenBy: actor.personId, writtenByName: actor.name, writtenAt: this.clock.now() };
  }
}

const unreviewed = {
  reviewedBy: null,
  reviewedByName: null,
  reviewedAt: null,
  secrecyCheck: null,
  personalDataCheck: null,
  declineReason: null,
};
