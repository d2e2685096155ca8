import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, primary, text } from './columns.ts';

/** By which a start with another key is noticed. */
export class KeyChecks1764000044700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'key_check', { id: primary(text(40)), sealed: text(200) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('key_check');
  }
}
