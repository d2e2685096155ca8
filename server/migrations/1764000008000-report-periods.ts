import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, changeNullability, dropColumn, text } from './columns.ts';

/** Reports by period, and "nothing new", which has no percent. */
export class ReportPeriods1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'assignment', 'reportedPeriod', text(10));
    await addColumn(runner, 'progress_report', 'period', text(10));
    await changeNullability(runner, 'progress_report', 'percent', true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM `progress_report` WHERE `percent` IS NULL');
    await changeNullability(runner, 'progress_report', 'percent', false);
    await dropColumn(runner, 'progress_report', 'period');
    await dropColumn(runner, 'assignment', 'reportedPeriod');
  }
}
