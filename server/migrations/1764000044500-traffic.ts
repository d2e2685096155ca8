import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, integer, primary, text } from './columns.ts';

/** What the busy ones ask for, told from process to process. */
export class Traffic1764000044500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'traffic_count',
      { subject: primary(text(64)), minute: primary(integer), units: integer },
      [{ name: 'traffic_count_minute', columnNames: ['minute'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('traffic_count');
  }
}
