import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  createIndex,
  createTable,
  dropColumn,
  id,
  instant,
  json,
  largeText,
  nullable,
  primary,
  text,
} from './columns.ts';

/** Breakdowns as printed, their revisions, and previews one can work in. */
export class BreakdownWork1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'task_breakdown', 'columns', nullable(json));
    await addColumn(runner, 'task', 'printed', nullable(json));
    await addColumn(runner, 'task', 'withdrawnReason', nullable(text(500)));
    // A task that a revision took back keeps its number while another may be printed with it.
    await runner.dropIndex('task', 'task_breakdown_number');
    await createIndex(runner, 'task', { name: 'task_breakdown_number', columnNames: ['breakdownId', 'number', 'id'] });
    // Previews are kept for days and hold nothing that is not in the document they were made from.
    await runner.dropTable('breakdown_preview');
    await createTable(
      runner,
      'breakdown_preview',
      {
        id: primary(),
        createdBy: id,
        sourceName: text(200),
        fingerprint: text(64),
        content: largeText,
        grids: largeText,
        decisions: largeText,
        confirmedRows: largeText,
        breakdownId: nullable(id),
        expiresAt: instant,
      },
      [{ name: 'breakdown_preview_expiry', columnNames: ['expiresAt'] }],
    );
    await createTable(runner, 'remembered_head', {
      id: primary(text(64)),
      meanings: json,
      savedBy: id,
      savedAt: instant,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('remembered_head');
    await runner.dropTable('breakdown_preview');
    await createTable(
      runner,
      'breakdown_preview',
      { id: primary(), createdBy: id, fingerprint: text(64), content: largeText, expiresAt: instant },
      [{ name: 'breakdown_preview_expiry', columnNames: ['expiresAt'] }],
    );
    await runner.dropIndex('task', 'task_breakdown_number');
    const names = ['breakdownId', 'number'];
    await createIndex(runner, 'task', { name: 'task_breakdown_number', columnNames: names, isUnique: true });
    await dropColumn(runner, 'task', 'withdrawnReason');
    await dropColumn(runner, 'task', 'printed');
    await dropColumn(runner, 'task_breakdown', 'columns');
  }
}
