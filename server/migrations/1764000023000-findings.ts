import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createTable, day, dropColumn, id, instant, json, nullable, primary, text } from './columns.ts';

/** Findings of inspections: what their tables say besides, measures the units state, rechecks, what is made public. */
export class Findings1764000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'task', 'finding', json);
    await addColumn(runner, 'task', 'withheldReason', text(500));
    await addColumn(runner, 'public_line', 'subject', text(20));
    await createTable(
      runner,
      'rectification_measure',
      {
        id: primary(),
        assignmentId: id,
        words: text(2000),
        dueOn: nullable(day),
        state: text(20),
        statedBy: id,
        statedByName: text(60),
        statedAt: instant,
        decidedBy: nullable(id),
        decidedByName: nullable(text(60)),
        decidedAt: nullable(instant),
        decisionWords: nullable(text(1000)),
      },
      [{ name: 'rectification_measure_line', columnNames: ['assignmentId', 'state'] }],
    );
    await createTable(
      runner,
      'recheck',
      {
        id: primary(),
        assignmentId: id,
        completionId: id,
        outcome: text(20),
        words: text(1000),
        checkedOn: day,
        way: text(20),
        by: id,
        byName: text(60),
        byUnitId: id,
        at: instant,
      },
      [{ name: 'recheck_line', columnNames: ['assignmentId', 'at'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['recheck', 'rectification_measure']) await runner.dropTable(name);
    await dropColumn(runner, 'public_line', 'subject');
    for (const column of ['withheldReason', 'finding']) await dropColumn(runner, 'task', column);
  }
}
