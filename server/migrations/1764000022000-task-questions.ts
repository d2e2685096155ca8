import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, nullable, primary, text } from './columns.ts';

/** What residents ask about published tasks, the units' answers, and where a question was passed on or declined. */
export class TaskQuestions1764000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'task_question',
      {
        id: primary(),
        taskId: id,
        unitId: id,
        words: text(500),
        askerName: nullable(text(20)),
        phone: nullable(text(200)),
        state: text(20),
        askedAt: instant,
        settledAt: nullable(instant),
        declineReason: nullable(text(500)),
      },
      [
        { name: 'task_question_all', columnNames: ['settledAt', 'askedAt', 'id'] },
        { name: 'task_question_unit', columnNames: ['unitId', 'settledAt', 'askedAt', 'id'] },
      ],
    );
    await createTable(
      runner,
      'task_answer',
      {
        id: primary(),
        questionId: id,
        taskId: id,
        unitId: id,
        publicWording: text(500),
        answer: text(1000),
        state: text(20),
        writtenBy: id,
        writtenByName: text(60),
        writtenAt: instant,
        reviewedBy: nullable(id),
        reviewedByName: nullable(text(60)),
        reviewedAt: nullable(instant),
        secrecyCheck: nullable(text(300)),
        personalDataCheck: nullable(text(300)),
        declineReason: nullable(text(500)),
      },
      [
        { name: 'task_answer_question', columnNames: ['questionId', 'writtenAt'] },
        { name: 'task_answer_public', columnNames: ['taskId', 'state', 'reviewedAt', 'id'] },
      ],
    );
    await createTable(
      runner,
      'question_step',
      {
        id: primary(),
        questionId: id,
        kind: text(20),
        words: text(500),
        fromUnitId: id,
        toUnitId: nullable(id),
        by: id,
        byName: text(60),
        at: instant,
      },
      [{ name: 'question_step_question', columnNames: ['questionId', 'at'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['question_step', 'task_answer', 'task_question']) await runner.dropTable(name);
  }
}
