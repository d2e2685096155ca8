import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import { FINDING_LABELS, findPersonalData } from '@county/shared/tasks/public/personal-data-scan';
import type { PublicLineReview, ReviewedWords } from '@county/shared/tasks/public/public-line';
import { Clock } from '../../clock/clock.ts';
import { invalidField } from '../../http/refusal.ts';

/** What is kept of words for everybody as they are written and reviewed (先审查后公开), whatever they stand in. */
@Injectable()
export class PublicReviews {
  constructor(private readonly clock: Clock) {}

  /** Written by the actor, and seen by nobody else yet. */
  proposed(actor: Actor): ReviewedWords {
    return {
      state: 'proposed',
      writtenBy: actor.personId,
      writtenByName: actor.name,
      writtenAt: this.clock.now(),
      reviewedBy: null,
      reviewedByName: null,
      reviewedAt: null,
      secrecyCheck: null,
      personalDataCheck: null,
      declineReason: null,
    };
  }

  /** What the review adds: who and when, and the checks or the reason. */
  reviewed(actor: Actor, review: PublicLineReview) {
    return {
      state: review.outcome,
      reviewedBy: actor.personId,
      reviewedByName: actor.name,
      reviewedAt: this.clock.now(),
      ...(review.outcome === 'published'
        ? { secrecyCheck: review.secrecyCheck, personalDataCheck: review.personalDataCheck }
        : { declineReason: review.reason }),
    };
  }

  /** Nothing that looks like somebody's number goes into words for everybody (rules U5). */
  demandNoPersonalData(field: string, label: string, words: string): void {
    const [found] = findPersonalData(words);
    if (found)
      throw invalidField(field, `${label}里像是有${FINDING_LABELS[found.kind]}“${found.text}”，请删去后再提交`);
  }
}
