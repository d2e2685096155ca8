import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import type { NewTaskAnswer, TaskAnswer } from '@county/shared/task-questions/task-question';
import { canAnswerQuestion } from '@county/shared/task-questions/task-question-rules';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { canReviewPublicLine } from '@county/shared/tasks/public/public-line-rules';
import { Database } from '../database/database.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { PublicReviews } from '../tasks/public/public-reviews.service.ts';
import { QuestionViews } from './question-views.service.ts';
import { TaskQuestionsService } from './task-questions.service.ts';
import { TaskAnswers, TaskQuestions } from './task-questions.tables.ts';

/** The unit's answer with the question as everybody may read it: written by one, let out by another (先审查后公开). */
@Injectable()
export class TaskAnswersService {
  constructor(
    private readonly database: Database,
    private readonly reviews: PublicReviews,
    private readonly questions: TaskQuestionsService,
    private readonly views: QuestionViews,
  ) {}

  propose(actor: Actor, questionId: string, { id, publicWording, answer }: NewTaskAnswer) {
    return this.database.work(async (db) => {
      const row = await this.questions.hold(db, actor, questionId);
      const earlier = await db.findOneBy(TaskAnswers, { id });
      if (earlier) {
        const said: Partial<TaskAnswer> = { questionId, publicWording, answer, writtenBy: actor.personId };
        if ((Object.keys(said) as (keyof TaskAnswer)[]).some((key) => earlier[key] !== said[key])) throw idTaken();
        return new Repeated(await this.views.view(db, row));
      }
      demand(canAnswerQuestion(row, actor));
      this.reviews.demandNoPersonalData('publicWording', '公开的问题', publicWording);
      this.reviews.demandNoPersonalData('answer', '答复', answer);
      const { taskId, unitId } = row;
      const words = { id, questionId, taskId, unitId, publicWording, answer };
      await db.insert(TaskAnswers, { ...words, ...this.reviews.proposed(actor) });
      await db.update(TaskQuestions, { id: questionId }, { state: 'proposed' });
      await this.questions.record(db, actor, 'proposeTaskAnswer', questionId);
      return this.views.view(db, { ...row, state: 'proposed' });
    });
  }

  /** Approved, it is public and the question settled; declined, it goes back to its author with the reason. */
  review(actor: Actor, answerId: string, review: PublicLineReview) {
    return this.database.work(async (db) => {
      const found = await db.findOneBy(TaskAnswers, { id: answerId });
      if (!found) throw notFound('这份答复');
      const row = await this.questions.hold(db, actor, found.questionId);
      // Read again with the question held: somebody else may have reviewed it meanwhile.
      const answer = await db.findOneByOrFail(TaskAnswers, { id: answerId });
      if (answer.reviewedBy === actor.personId && answer.state === review.outcome)
        return new Repeated(await this.views.view(db, row));
      demand(canReviewPublicLine(answer, actor));
      const reviewed = this.reviews.reviewed(actor, review);
      await db.update(TaskAnswers, { id: answerId }, reviewed);
      const state =
        review.outcome === 'published'
          ? ({ state: 'answered', settledAt: reviewed.reviewedAt } as const)
          : ({ state: 'returned' } as const);
      await db.update(TaskQuestions, { id: row.id }, state);
      await this.questions.record(db, actor, 'reviewTaskAnswer', row.id, review.outcome);
      return this.views.view(db, { ...row, ...state });
    });
  }
}
