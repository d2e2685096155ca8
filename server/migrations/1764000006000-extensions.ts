import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, nullable, primary, text } from './columns.ts';

/** Extensions of due days. */
export class Extensions1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'extension',
      {
        id: primary(),
        assignmentId: id,
        fromDueOn: day,
        dueOn: day,
        reason: text(1000),
        state: text(20),
        askedBy: id,
        askedByName: text(60),
        askedAt: instant,
        decidedBy: nullable(id),
        decidedByName: nullable(text(60)),
        decidedAt: nullable(instant),
        decisionWords: nullable(text(1000)),
      },
      [
        { name: 'extension_line', columnNames: ['assignmentId', 'state'] },
        { name: 'extension_state', columnNames: ['state', 'id'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('extension');
  }
}
