import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { reaches, scopeOf } from '@county/shared/people/scope';
import type {
  QuestionReferral,
  QuestionRefusal,
  QuestionStep,
  TaskQuestion,
  TaskQuestionSummary,
  TaskQuestionView,
} from '@county/shared/task-questions/task-question';
import {
  canDeclineQuestion,
  canReferQuestion,
  canReferTo,
  isStillWith,
} from '@county/shared/task-questions/task-question-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { AskedTasks } from '../tasks/public/asked-tasks.service.ts';
import { QuestionViews } from './question-views.service.ts';
import { QuestionSteps, TaskQuestions } from './task-questions.tables.ts';

const OPEN: TaskQuestion['state'][] = ['waiting', 'proposed', 'returned'];

/** The offices' side: the questions of the units one answers for, passed on or declined. */
@Injectable()
export class TaskQuestionsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly tasks: AskedTasks,
    private readonly views: QuestionViews,
  ) {}

  /** What a unit had not answered goes with it into another (rules P4). */
  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(TaskQuestions, { unitId, state: In(OPEN) }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }

  /** Unanswered ones the oldest first; settled ones the newest first. */
  list(actor: Actor, part: 'open' | 'settled', { limit, cursor }: PageQuery): Promise<Page<TaskQuestionSummary>> {
    return this.database.read(async (db) => {
      const [column, direction, sign] = part === 'open' ? ORDER.open : ORDER.settled;
      const query = db
        .createQueryBuilder(TaskQuestions, 'question')
        .where(`question.settledAt IS ${part === 'open' ? '' : 'NOT '}NULL`)
        .orderBy(`question.${column}`, direction)
        .addOrderBy('question.id', direction)
        .limit(limit + 1);
      const scope = scopeOf(actor);
      if (scope) query.andWhere('question.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      const place = readTimeCursor(cursor);
      if (place)
        query.andWhere(
          `(question.${column} ${sign} :at OR (question.${column} = :at AND question.id ${sign} :id))`,
          place,
        );
      const rows = await query.getMany();
      const items = await this.views.summaries(db, rows.slice(0, limit));
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? timeCursor({ at: last[column]!, id: last.id }) : null };
    });
  }

  /** With the asker's name and phone, which is why each look is recorded. */
  get(actor: Actor, questionId: string): Promise<TaskQuestionView> {
    return this.database.work(async (db) => {
      const row = await db.findOneBy(TaskQuestions, { id: questionId });
      if (!row || !reaches(actor, row.unitId)) throw noQuestion();
      await this.record(db, actor, 'readTaskQuestion', questionId);
      return this.views.view(db, row);
    });
  }

  refer(actor: Actor, questionId: string, { id, unitId, fromUnitId, words }: QuestionReferral) {
    return this.database.work(async (db) => {
      const row = await this.hold(db, actor, questionId);
      const said = { questionId, kind: 'referred', words, toUnitId: unitId, by: actor.personId } as const;
      if (await this.isRepeat(db, id, said)) return new Repeated(await this.views.view(db, row));
      demand(canReferQuestion(row, actor));
      demand(isStillWith(row, fromUnitId));
      const lines = await this.tasks.namedLines(db, row.taskId);
      demand(
        canReferTo(
          row,
          unitId,
          lines.map((line) => line.unitId),
        ),
      );
      await this.step(db, actor, row, { id, ...said });
      await db.update(TaskQuestions, { id: questionId }, { unitId, state: 'waiting' });
      await this.record(db, actor, 'referTaskQuestion', questionId);
      return this.views.view(db, { ...row, unitId, state: 'waiting' });
    });
  }

  decline(actor: Actor, questionId: string, { id, reason }: QuestionRefusal) {
    return this.database.work(async (db) => {
      const row = await this.hold(db, actor, questionId);
      const said = { questionId, kind: 'declined', words: reason, toUnitId: null, by: actor.personId } as const;
      if (await this.isRepeat(db, id, said)) return new Repeated(await this.views.view(db, row));
      demand(canDeclineQuestion(row, actor));
      await this.step(db, actor, row, { id, ...said });
      const declined = { state: 'declined', settledAt: this.clock.now(), declineReason: reason } as const;
      await db.update(TaskQuestions, { id: questionId }, declined);
      await this.record(db, actor, 'declineTaskQuestion', questionId);
      return this.views.view(db, { ...row, ...declined });
    });
  }

  /** The question, held for a change until the unit of work ends; 404 when the actor may not know of it. */
  async hold(db: EntityManager, actor: Actor, questionId: string): Promise<TaskQuestion> {
    const row = await this.database.findForChange(db, TaskQuestions, { id: questionId });
    if (!row || !reaches(actor, row.unitId)) throw noQuestion();
    return row;
  }

  record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string, detail: string | null = null) {
    return this.audit.record(db, actor, { action, subjectKind: 'task-question', subjectId, detail });
  }

  private async isRepeat(
    db: EntityManager,
    id: string,
    said: Pick<QuestionStep, 'questionId' | 'kind' | 'words' | 'toUnitId' | 'by'>,
  ): Promise<boolean> {
    const earlier = await db.findOneBy(QuestionSteps, { id });
    if (!earlier) return false;
    if ((Object.keys(said) as (keyof typeof said)[]).some((key) => earlier[key] !== said[key])) throw idTaken();
    return true;
  }

  private async step(
    db: EntityManager,
    actor: Actor,
    { unitId }: TaskQuestion,
    said: Pick<QuestionStep, 'id' | 'questionId' | 'kind' | 'words' | 'toUnitId' | 'by'>,
  ): Promise<void> {
    await db.insert(QuestionSteps, { ...said, fromUnitId: unitId, byName: actor.name, at: this.clock.now() });
  }
}

const ORDER = { open: ['askedAt', 'ASC', '>'], settled: ['settledAt', 'DESC', '<'] } as const;

const noQuestion = () => notFound('这条提问');
