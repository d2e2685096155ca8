import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createTable, dropColumn, id, instant, json, primary, text } from './columns.ts';

/** Remarks on single fields of what was returned; reports that wait on a phone. */
export class ReturnRemarks1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'assignment_step', 'remarks', json);
    await createTable(
      runner,
      'waiting_report',
      { id: primary(), assignmentId: id, writtenBy: id, writtenByName: text(60), writtenAt: instant, saidAt: instant },
      [{ name: 'waiting_report_line', columnNames: ['assignmentId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('waiting_report');
    await dropColumn(runner, 'assignment_step', 'remarks');
  }
}
