import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, instant, integer, nullable, primary, text } from './columns.ts';

/** Administrators' second factor on the web. */
export class SecondFactors1764000044000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'second_factor', {
      personId: primary(),
      secret: text(200),
      lastStep: integer,
      confirmedAt: nullable(instant),
      createdAt: instant,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('second_factor');
  }
}
