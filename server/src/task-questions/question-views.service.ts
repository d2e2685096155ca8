import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import { isProvisionalBetween, workingDaysBetween } from '@county/shared/calendar/working-days';
import type {
  AskedQuestion,
  TaskQuestion,
  TaskQuestionSummary,
  TaskQuestionView,
} from '@county/shared/task-questions/task-question';
import { stateForAsker } from '@county/shared/task-questions/task-question-rules';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { AskedTasks } from '../tasks/public/asked-tasks.service.ts';
import { QuestionSteps, TaskAnswers } from './task-questions.tables.ts';

/** Questions as lists, those who answer and their askers see them. */
@Injectable()
export class QuestionViews {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly units: OrgUnitsService,
    private readonly cipher: PhoneCipher,
    private readonly tasks: AskedTasks,
  ) {}

  async summaries(db: EntityManager, rows: readonly TaskQuestion[]): Promise<TaskQuestionSummary[]> {
    const tasks = await this.tasks.byId(db, [...new Set(rows.map(({ taskId }) => taskId))]);
    const nameOf = await this.names();
    const calendar = await this.calendar.calendar();
    const today = this.clock.today();
    return rows.map((row) => {
      const task = tasks.get(row.taskId);
      const askedOn = shanghaiDay(row.askedAt);
      const isOpen = row.settledAt === null;
      return {
        ...row,
        unitName: nameOf(row.unitId),
        taskNumber: task?.number ?? 0,
        mainTask: task?.mainTask ?? '',
        breakdownTitle: task?.breakdownTitle ?? '',
        workingDays: isOpen ? workingDaysBetween(calendar, askedOn, today) : null,
        isWaitProvisional: isOpen && isProvisionalBetween(calendar, askedOn, today),
        isProvisional: isOpen && isProvisionalBetween(calendar, askedOn, row.answerBy),
      };
    });
  }

  /** With the asker's name and phone, for those who answer. */
  async view(db: EntityManager, row: TaskQuestion): Promise<TaskQuestionView> {
    const [summary] = await this.summaries(db, [row]);
    const where = { questionId: row.id };
    const steps = await db.find(QuestionSteps, { where, order: { at: 'ASC', id: 'ASC' } });
    const lines = await this.tasks.namedLines(db, row.taskId);
    const nameOf = await this.names();
    return {
      ...summary!,
      askerName: row.askerName,
      phone: row.phone && this.cipher.decrypt(row.phone),
      isTaskPublic: (await this.tasks.byId(db, [row.taskId])).get(row.taskId)?.isPublic ?? false,
      answers: await db.find(TaskAnswers, { where, order: { writtenAt: 'DESC', id: 'DESC' } }),
      steps: steps.map((step) => ({
        ...step,
        fromUnitName: nameOf(step.fromUnitId),
        toUnitName: step.toUnitId && nameOf(step.toUnitId),
      })),
      taskUnits: lines.map(({ unitId }) => ({ id: unitId, name: nameOf(unitId) })),
    };
  }

  /** For whoever holds its number: how it stands and the approved answer, nothing of who wrote or sent it back. */
  async asked(db: EntityManager, row: TaskQuestion): Promise<AskedQuestion> {
    const [summary] = await this.summaries(db, [row]);
    const published = await db.findOneBy(TaskAnswers, { questionId: row.id, state: 'published' });
    const unit = await this.units.find(published?.unitId ?? row.unitId);
    return {
      ...summary!,
      unitName: unit?.name ?? '',
      officePhone: unit?.officePhone ?? null,
      state: stateForAsker(row.state),
      answer: published?.answer ?? null,
      hasPhone: row.phone !== null,
    };
  }

  async names(): Promise<(unitId: string) => string> {
    const units = await this.units.byId();
    return (unitId) => units.get(unitId)?.name ?? '（已撤销的单位）';
  }
}
