import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, json, nullable, primary, text } from './columns.ts';

/** 通报, what it says of each line, who received it, and what was objected. */
export class Circulars1764000024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'circular',
      {
        id: primary(),
        breakdownId: id,
        title: text(100),
        opening: text(2000),
        closing: text(2000),
        readers: text(20),
        state: text(20),
        version: integer,
        unitId: id,
        documentNumber: nullable(text(40)),
        madeBy: json,
        draftedByName: text(60),
        draftedAt: instant,
        factsOn: nullable(day),
        approvedByName: nullable(text(60)),
        issuedOn: nullable(day),
        returnWords: nullable(text(1000)),
      },
      [
        { name: 'circular_drafted', columnNames: ['draftedAt', 'id'] },
        { name: 'circular_number', columnNames: ['documentNumber'], isUnique: true },
      ],
    );
    await createTable(
      runner,
      'circular_item',
      {
        id: primary(),
        circularId: id,
        position: integer,
        assignmentId: id,
        unitId: id,
        dueOn: day,
        words: text(500),
        facts: json,
      },
      [
        { name: 'circular_item_order', columnNames: ['circularId', 'position'] },
        { name: 'circular_item_line', columnNames: ['assignmentId', 'dueOn'] },
        { name: 'circular_item_unit', columnNames: ['unitId', 'circularId'] },
      ],
    );
    await createTable(
      runner,
      'circular_receipt',
      { id: primary(), circularId: id, unitId: id, receivedOn: day, how: text(20), byName: text(60) },
      [{ name: 'circular_receipt_unit', columnNames: ['circularId', 'unitId'], isUnique: true }],
    );
    await createTable(
      runner,
      'objection',
      {
        id: primary(),
        circularId: id,
        itemId: id,
        unitId: id,
        reason: text(2000),
        madeBy: id,
        madeByName: text(60),
        madeAt: instant,
        decideBy: day,
        outcome: nullable(text(20)),
        decisionWords: nullable(text(1000)),
        correctedWords: nullable(text(500)),
        decidedBy: nullable(id),
        decidedByName: nullable(text(60)),
        decidedAt: nullable(instant),
      },
      [
        { name: 'objection_circular', columnNames: ['circularId', 'outcome'] },
        { name: 'objection_item', columnNames: ['itemId'], isUnique: true },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['objection', 'circular_receipt', 'circular_item', 'circular']) await runner.dropTable(name);
  }
}
