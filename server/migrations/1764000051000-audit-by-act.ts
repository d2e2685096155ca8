import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './columns.ts';

/** What was done of one kind is found without reading the whole trail. */
export class AuditByAct1764000051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createIndex(runner, 'audit_entry', { name: 'audit_entry_action', columnNames: ['action', 'at'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_entry', 'audit_entry_action');
  }
}
