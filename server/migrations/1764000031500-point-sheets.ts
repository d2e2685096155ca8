import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, largeText, primary, text } from './columns.ts';

/** Sheets of points that wait for their confirmation; the codes on doors and windows, and WeChat's pictures of them. */
export class PointSheets1764000031500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'point_sheet', { id: primary(), createdBy: id, content: largeText, expiresAt: instant }, [
      { name: 'point_sheet_expiry', columnNames: ['expiresAt'] },
    ]);
    await createTable(runner, 'point_code', { key: primary(text(12)), pointId: id, subjectId: id, madeAt: instant }, [
      { name: 'point_code_subject', columnNames: ['pointId', 'subjectId'], isUnique: true },
    ]);
    await createTable(runner, 'point_code_picture', {
      key: primary(text(12)),
      mediaType: text(20),
      picture: largeText,
      madeAt: instant,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('point_code_picture');
    await runner.dropTable('point_code');
    await runner.dropTable('point_sheet');
  }
}
