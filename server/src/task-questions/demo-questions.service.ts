import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addDays, startOfDay } from '@county/shared/calendar/day';
import type { TaskQuestion } from '@county/shared/task-questions/task-question';
import { answerByFor } from '@county/shared/task-questions/task-question-rules';
import { questionSeeds, type QuestionSeed } from '@county/seeds/task-questions';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRow } from '../database/insert-row.ts';
import type { SeededPerson } from '../people/people-seeding.service.ts';
import { QuestionSteps, TaskAnswers, TaskQuestions } from './task-questions.tables.ts';

/** Who passes a question of the demo on, who answers and who approves: three people, two units. */
interface Cast {
  supervisor: SeededPerson;
  officer: SeededPerson;
  lead: SeededPerson;
}

/** What the demo county's residents have asked, two questions answered and one waiting. */
@Injectable()
export class DemoQuestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
  ) {}

  async seed(people: readonly SeededPerson[], taskIds: ReadonlyMap<number, string>): Promise<void> {
    const whoIs = (key: string) => people.find((person) => person.key === key)!;
    const cast = {
      supervisor: whoIs('supervisor'),
      officer: whoIs('department-officer'),
      lead: whoIs('department-lead'),
    };
    await this.database.work(async (db) => {
      for (const seed of questionSeeds) await this.tell(db, taskIds.get(seed.taskNumber)!, seed, cast);
    });
  }

  private async tell(db: EntityManager, taskId: string, seed: QuestionSeed, cast: Cast): Promise<void> {
    const { supervisor, officer } = cast;
    const { words, askerName, answered } = seed;
    const settledAt = answered && this.hourOf(answered.daysAgo, 15);
    const question: TaskQuestion = {
      id: newId(),
      taskId,
      unitId: officer.unitId!,
      words,
      askerName,
      phone: null,
      state: answered ? 'answered' : 'waiting',
      askedAt: this.hourOf(seed.askedDaysAgo, 9),
      answerBy: answerByFor(await this.calendar.forStoring(db), addDays(this.clock.today(), -seed.askedDaysAgo)),
      settledAt,
      declineReason: null,
    };
    await insertRow(db, TaskQuestions, question);
    await insertRow(db, QuestionSteps, {
      id: newId(),
      questionId: question.id,
      kind: 'referred',
      words: seed.referral,
      fromUnitId: supervisor.unitId!,
      toUnitId: officer.unitId!,
      by: supervisor.personId,
      byName: supervisor.name,
      at: this.hourOf(seed.askedDaysAgo, 16),
    });
    if (settledAt) await this.answer(db, question, answered, cast);
  }

  private answer(
    db: EntityManager,
    { id: questionId, taskId, unitId, settledAt }: TaskQuestion,
    { daysAgo, publicWording, answer }: NonNullable<QuestionSeed['answered']>,
    { officer, lead }: Cast,
  ): Promise<void> {
    return insertRow(db, TaskAnswers, {
      id: newId(),
      questionId,
      taskId,
      unitId,
      publicWording,
      answer,
      state: 'published',
      writtenBy: officer.personId,
      writtenByName: officer.name,
      writtenAt: this.hourOf(daysAgo, 10),
      reviewedBy: lead.personId,
      reviewedByName: lead.name,
      reviewedAt: settledAt,
      secrecyCheck: '不涉及秘密',
      personalDataCheck: '不含个人信息',
      declineReason: null,
    });
  }

  /** An hour of the day so many days ago, in Shanghai. */
  private hourOf(daysAgo: number, hour: number): string {
    const day = startOfDay(addDays(this.clock.today(), -daysAgo));
    return new Date(Date.parse(day) + hour * 3_600_000).toISOString();
  }
}
