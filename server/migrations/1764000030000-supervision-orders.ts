import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, json, nullable, primary, text } from './columns.ts';

/** 督办单, the lines they are about, what happened to them, and how far each year's numbers have come. */
export class SupervisionOrders1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'supervision_order',
      {
        id: primary(),
        year: integer,
        serial: integer,
        documentNumber: text(60),
        title: text(100),
        demand: text(2000),
        reason: text(1000),
        answerBy: day,
        state: text(20),
        unitId: id,
        toUnitId: id,
        toUnitName: text(100),
        issuedBy: id,
        issuedByName: text(60),
        issuedAt: instant,
        issuedOn: day,
        receivedAt: nullable(instant),
        receivedByName: nullable(text(60)),
        answerId: nullable(id),
        demandedOn: day,
      },
      [
        { name: 'supervision_order_serial', columnNames: ['year', 'serial'], isUnique: true },
        { name: 'supervision_order_issued', columnNames: ['issuedAt', 'id'] },
        { name: 'supervision_order_unit', columnNames: ['toUnitId', 'state'] },
        { name: 'supervision_order_due', columnNames: ['state', 'answerBy'] },
      ],
    );
    await createTable(
      runner,
      'supervision_order_line',
      { id: primary(), orderId: id, position: integer, assignmentId: id, facts: json },
      [
        { name: 'supervision_order_line_order', columnNames: ['orderId', 'position'] },
        { name: 'supervision_order_line_line', columnNames: ['assignmentId'] },
      ],
    );
    await createTable(
      runner,
      'supervision_order_step',
      {
        id: primary(),
        orderId: id,
        kind: text(20),
        words: nullable(text(2000)),
        answerBy: nullable(day),
        fileIds: json,
        unitId: nullable(id),
        by: id,
        byName: text(60),
        at: instant,
      },
      [{ name: 'supervision_order_step_order', columnNames: ['orderId', 'at'] }],
    );
    await createTable(runner, 'supervision_order_numbering', { year: primary(integer), last: integer });
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = ['numbering', 'step', 'line'].map((name) => `supervision_order_${name}`);
    for (const name of [...names, 'supervision_order']) await runner.dropTable(name);
  }
}
