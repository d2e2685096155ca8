import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn, instant } from './columns.ts';

/** A session tells whether its second factor was given: a post may come, or begin, after the sign-in. */
export class SecondFactorGiven1764000050500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'session', 'secondFactorAt', instant);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumn(runner, 'session', 'secondFactorAt');
  }
}
