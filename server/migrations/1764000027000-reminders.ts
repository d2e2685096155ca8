import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex, createTable, day, flag, id, instant, integer, json, nullable, primary, text } from './columns.ts';

/** Reminders, how each went out, who stands in for whom, and when each plan reminds. */
export class Reminders1764000027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'reminder',
      {
        id: primary(),
        deliveryId: id,
        personId: id,
        cause: text(160),
        source: text(30),
        subjectKind: text(30),
        subjectId: id,
        unitId: nullable(id),
        what: text(200),
        words: text(600),
        dueOn: nullable(day),
        link: text(300),
        createdAt: instant,
        shownAt: nullable(instant),
        readAt: nullable(instant),
      },
      [
        { name: 'reminder_cause', columnNames: ['personId', 'cause'], isUnique: true },
        { name: 'reminder_inbox', columnNames: ['personId', 'shownAt', 'id'] },
        { name: 'reminder_delivery', columnNames: ['deliveryId'] },
        { name: 'reminder_subject', columnNames: ['subjectId'] },
      ],
    );
    await createTable(
      runner,
      'delivery',
      {
        id: primary(),
        slot: text(120),
        personId: id,
        sendAt: instant,
        state: text(12),
        isQuiet: flag,
        channel: nullable(text(10)),
        refusedBy: json,
        tries: integer,
        leaseUntil: nullable(instant),
        shownAt: nullable(instant),
        handedAt: nullable(instant),
        reason: nullable(text(200)),
        calledAt: nullable(instant),
        calledByName: nullable(text(60)),
        callId: nullable(id),
      },
      [
        { name: 'delivery_slot', columnNames: ['slot'], isUnique: true },
        { name: 'delivery_due', columnNames: ['state', 'sendAt', 'id'] },
        { name: 'delivery_person', columnNames: ['personId', 'state'] },
      ],
    );
    await createTable(runner, 'tick_lease', { name: primary(text(60)), leaseUntil: instant });
    await createTable(
      runner,
      'stand_in',
      {
        id: primary(),
        personId: id,
        standInId: id,
        unitId: id,
        from: day,
        until: day,
        setByName: text(60),
        setAt: instant,
      },
      [{ name: 'stand_in_unit', columnNames: ['unitId', 'until'] }],
    );
    await createTable(runner, 'plan_reminding', {
      breakdownId: primary(),
      settings: nullable(json),
      startedOn: nullable(day),
      sweptOn: nullable(day),
    });
    await createIndex(runner, 'membership', { name: 'membership_role', columnNames: ['role'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('membership', 'membership_role');
    for (const name of ['plan_reminding', 'stand_in', 'tick_lease', 'delivery', 'reminder'])
      await runner.dropTable(name);
  }
}
