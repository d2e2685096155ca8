import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, instant, primary, text } from './columns.ts';

/** One row a subject of sign-in, held while an attempt is counted. */
export class SignInGates1764000030100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'sign_in_gate', { keyHash: primary(text(64)), at: instant }, [
      { name: 'sign_in_gate_at', columnNames: ['at'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sign_in_gate');
  }
}
