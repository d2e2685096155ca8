import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './columns.ts';

/** Bytes are looked for by their key: several records may have the same. */
export class SharedFiles1764000043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createIndex(runner, 'stored_file', { name: 'stored_file_key', columnNames: ['storageKey'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('stored_file', 'stored_file_key');
  }
}
