import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './columns.ts';

/** How many sessions are alive is told without reading those that are over. */
export class SessionsCounted1764000046000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createIndex(runner, 'session', { name: 'session_alive', columnNames: ['expiresAt', 'kind', 'lastSeenAt'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('session', 'session_alive');
  }
}
