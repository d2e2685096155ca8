import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './columns.ts';

const INDICES = [
  ['assignment', 'assignment_status', ['status', 'unitId', 'breakdownId']],
  ['circular', 'circular_state', ['state', 'unitId']],
  ['objection', 'objection_waiting', ['outcome', 'circularId']],
] as const;

/** What waits for somebody is counted each time the home page opens: by these, however much there is. */
export class WaitingItems1764000029100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, columnNames] of INDICES)
      await createIndex(runner, table, { name, columnNames: [...columnNames] });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of INDICES) await runner.dropIndex(table, name);
  }
}
