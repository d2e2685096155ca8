import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { movedInWords } from '@county/shared/calendar/calendar-rules';
import { MOVED_KIND_LABELS, type MovedCase } from '@county/shared/calendar/calendar-year';
import { dateInWords, shanghaiDay, type Day } from '@county/shared/calendar/day';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import type { TaskQuestion } from '@county/shared/task-questions/task-question';
import { answerByFor } from '@county/shared/task-questions/task-question-rules';
import { CalendarService, type CalendarChange } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { AskedTasks } from '../tasks/public/asked-tasks.service.ts';
import { QuestionViews } from './question-views.service.ts';
import { QuestionSteps, TaskQuestions } from './task-questions.tables.ts';

interface Moved {
  question: TaskQuestion;
  to: Day;
}

/** The days by which questions are to be answered, where a changed calendar puts them (rules T3). */
@Injectable()
export class QuestionDays implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly tasks: AskedTasks,
    private readonly views: QuestionViews,
  ) {}

  onModuleInit(): void {
    this.calendar.onChange((db, _before, after, change) => this.move(db, after, change));
  }

  private async move(db: EntityManager, after: WorkingCalendar, change: CalendarChange): Promise<MovedCase[]> {
    const open = await db.find(TaskQuestions, { where: { settledAt: IsNull() }, order: { askedAt: 'ASC', id: 'ASC' } });
    const moved: Moved[] = [];
    for (const question of open) {
      const to = answerByFor(after, shanghaiDay(question.askedAt));
      if (to === question.answerBy) continue;
      if (change.apply && !(await this.write(db, { question, to }, change))) continue;
      moved.push({ question, to });
    }
    return this.inWords(db, moved);
  }

  /** False for one that was settled since it was found. */
  private async write(
    db: EntityManager,
    { question: { id }, to }: Moved,
    { actor, source }: CalendarChange,
  ): Promise<boolean> {
    const held = await this.database.findForChange(db, TaskQuestions, { id });
    if (!held || held.settledAt !== null) return false;
    await db.update(TaskQuestions, { id }, { answerBy: to });
    await db.insert(QuestionSteps, {
      id: newId(),
      questionId: id,
      kind: 'limit-moved',
      words: movedInWords(MOVED_KIND_LABELS['question-answer'], { from: held.answerBy, to }, source),
      fromUnitId: held.unitId,
      toUnitId: null,
      by: actor.personId,
      byName: actor.name,
      at: this.clock.now(),
    });
    return true;
  }

  /** By task, unit and day: an administrator sees nothing of who asked, nor their words. */
  private async inWords(db: EntityManager, moved: readonly Moved[]): Promise<MovedCase[]> {
    const tasks = await this.tasks.byId(db, [...new Set(moved.map(({ question }) => question.taskId))]);
    const nameOf = await this.views.names();
    return moved.map(({ question: { taskId, unitId, askedAt, answerBy }, to }) => ({
      kind: 'question-answer',
      words: `${nameOf(unitId)}：第 ${tasks.get(taskId)?.number ?? ''} 项任务，${dateInWords(shanghaiDay(askedAt))}的提问`,
      link: `/pages/tasks/task/index?id=${taskId}`,
      from: answerBy,
      to,
    }));
  }
}
