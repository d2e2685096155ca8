import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type {
  AskedQuestion,
  NewTaskQuestion,
  PublicTaskQuestion,
  TaskQuestion,
} from '@county/shared/task-questions/task-question';
import { answerByFor, unitToAsk } from '@county/shared/task-questions/task-question-rules';
import { AuditService } from '../audit/audit.service.ts';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { FilingLimit } from '../traffic/filing-limit.service.ts';
import { Database } from '../database/database.ts';
import { idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { AskedTasks } from '../tasks/public/asked-tasks.service.ts';
import { QuestionViews } from './question-views.service.ts';
import { TaskAnswers, TaskQuestions } from './task-questions.tables.ts';

const noQuestion = () => notFound('这条提问', '请核对编号');

/** The residents' side: asked by anybody, read again by whoever holds its number, in public once approved. */
@Injectable()
export class AskingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly calendar: CalendarService,
    private readonly cipher: PhoneCipher,
    private readonly limit: FilingLimit,
    private readonly units: OrgUnitsService,
    private readonly tasks: AskedTasks,
    private readonly views: QuestionViews,
  ) {}

  ask(
    address: string,
    taskId: string,
    { id, words, askerName, phone }: NewTaskQuestion,
  ): Promise<AskedQuestion | Repeated<AskedQuestion>> {
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(TaskQuestions, { id });
      if (earlier) {
        if (!this.isSame(earlier, { taskId, words, askerName, phone })) throw idTaken();
        return new Repeated(await this.views.asked(db, earlier));
      }
      const task = await this.tasks.findPublic(db, taskId);
      await this.limit.count(db, address, 'task-question');
      const lines = await this.tasks.namedLines(db, taskId);
      const asked: TaskQuestion = {
        id,
        taskId,
        unitId: unitToAsk(task, lines, await this.tasks.coordinatingUnitId(db, task)),
        words,
        askerName: askerName || null,
        phone: phone ? this.cipher.encrypt(phone) : null,
        state: 'waiting',
        askedAt: this.clock.now(),
        answerBy: answerByFor(await this.calendar.forStoring(db), this.clock.today()),
        settledAt: null,
        declineReason: null,
      };
      await db.insert(TaskQuestions, asked);
      await this.audit.record(db, null, { action: 'askTaskQuestion', subjectKind: 'task-question', subjectId: id });
      return this.views.asked(db, asked);
    });
  }

  /** Approved questions and answers of a task everybody may see, the newest answer first. */
  listPublic(taskId: string, { limit, cursor }: PageQuery): Promise<Page<PublicTaskQuestion>> {
    return this.database.read(async (db) => {
      await this.tasks.findPublic(db, taskId);
      const query = db
        .createQueryBuilder(TaskAnswers, 'answer')
        .where("answer.taskId = :taskId AND answer.state = 'published'", { taskId })
        .orderBy('answer.reviewedAt', 'DESC')
        .addOrderBy('answer.id', 'DESC')
        .limit(limit + 1);
      const before = readTimeCursor(cursor);
      if (before) query.andWhere('(answer.reviewedAt < :at OR (answer.reviewedAt = :at AND answer.id < :id))', before);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const questions = await db.findBy(TaskQuestions, { id: In(shown.map(({ questionId }) => questionId)) });
      const askedAt = new Map(questions.map((question) => [question.id, question.askedAt]));
      const units = await this.units.byId();
      const items = shown.map((row) => ({
        id: row.id,
        wording: row.publicWording,
        answer: row.answer,
        unitName: units.get(row.unitId)?.name ?? '',
        officePhone: units.get(row.unitId)?.officePhone ?? null,
        askedAt: askedAt.get(row.questionId)!,
        answeredAt: row.reviewedAt!,
      }));
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? timeCursor({ at: last.answeredAt, id: last.id }) : null };
    });
  }

  /** Also after the plan was taken out of public: who asked is told. */
  read(id: string): Promise<AskedQuestion> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(TaskQuestions, { id });
      if (!row) throw noQuestion();
      return this.views.asked(db, row);
    });
  }

  /** The asker's right to take the number back (个人信息保护法 47); gone already, nothing happens. */
  removePhone(id: string): Promise<AskedQuestion> {
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, TaskQuestions, { id });
      if (!row) throw noQuestion();
      if (row.phone !== null) {
        await db.update(TaskQuestions, { id }, { phone: null });
        const act = { action: 'removeQuestionPhone' as const, subjectKind: 'task-question', subjectId: id };
        await this.audit.record(db, null, act);
      }
      return this.views.asked(db, { ...row, phone: null });
    });
  }

  /** A phone taken back since does not make the same question another. */
  private isSame(earlier: TaskQuestion, said: Pick<TaskQuestion, 'taskId' | 'words' | 'askerName' | 'phone'>): boolean {
    return (
      earlier.taskId === said.taskId &&
      earlier.words === said.words &&
      earlier.askerName === (said.askerName || null) &&
      (earlier.phone === null || this.cipher.decrypt(earlier.phone) === said.phone)
    );
  }
}
