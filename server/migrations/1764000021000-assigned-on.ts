import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, day, dropColumn } from './columns.ts';

/** The day a line was given out, from which its periods are owed. */
export class AssignedOn1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'assignment', 'assignedOn', day);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumn(runner, 'assignment', 'assignedOn');
  }
}
