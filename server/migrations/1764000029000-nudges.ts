import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, flag, id, instant, integer, json, nullable, primary, text } from './columns.ts';

/** 催办, and the lines each was about. */
export class Nudges1764000029000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'nudge',
      {
        id: primary(),
        words: text(300),
        unitId: id,
        by: id,
        byName: text(60),
        sentAt: instant,
        lineCount: integer,
        leftOut: json,
        fingerprint: text(64),
      },
      [
        { name: 'nudge_sent', columnNames: ['sentAt', 'id'] },
        { name: 'nudge_by', columnNames: ['by', 'sentAt', 'id'] },
      ],
    );
    await createTable(
      runner,
      'nudged_line',
      {
        id: primary(),
        nudgeId: id,
        assignmentId: id,
        breakdownId: id,
        unitId: id,
        toldUnitId: nullable(id),
        isBelow: flag,
        nudgedOn: day,
      },
      [
        { name: 'nudged_line_day', columnNames: ['assignmentId', 'nudgedOn'], isUnique: true },
        { name: 'nudged_line_nudge', columnNames: ['nudgeId', 'unitId'] },
        { name: 'nudged_line_unit', columnNames: ['unitId', 'nudgeId'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('nudged_line');
    await runner.dropTable('nudge');
  }
}
