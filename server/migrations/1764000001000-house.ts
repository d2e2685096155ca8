import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, json, nullable, primary, text } from './columns.ts';

/** Audit trail, working-day calendar and organisation units. */
export class House1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'audit_entry',
      {
        id: primary(),
        at: instant,
        personId: nullable(id),
        unitId: nullable(id),
        action: text(60),
        subjectKind: text(40),
        subjectId: nullable(text(60)),
        outcome: text(10),
        detail: nullable(text(500)),
        address: nullable(text(60)),
        requestId: nullable(text(60)),
      },
      [
        { name: 'audit_entry_at', columnNames: ['at', 'id'] },
        { name: 'audit_entry_person', columnNames: ['personId', 'at'] },
      ],
    );
    await createTable(
      runner,
      'audit_seal',
      {
        id: primary(),
        position: integer,
        firstEntryId: id,
        lastEntryId: id,
        entryCount: integer,
        hash: text(64),
        sealedAt: instant,
      },
      [{ name: 'audit_seal_position', columnNames: ['position'], isUnique: true }],
    );
    await createTable(runner, 'calendar_day', {
      date: primary(day),
      kind: text(10),
      name: text(40),
      source: text(200),
    });
    await createTable(
      runner,
      'org_unit',
      {
        id: primary(),
        parentId: nullable(id),
        kind: text(20),
        name: text(60),
        aliases: json,
        traits: json,
        officePhone: nullable(text(30)),
        contactName: nullable(text(30)),
        validFrom: day,
        validUntil: nullable(day),
        successorId: nullable(id),
        position: integer,
      },
      [
        { name: 'org_unit_parent', columnNames: ['parentId'] },
        { name: 'org_unit_position', columnNames: ['position', 'id'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['org_unit', 'calendar_day', 'audit_seal', 'audit_entry']) await runner.dropTable(name);
  }
}
