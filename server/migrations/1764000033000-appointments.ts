import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, flag, id, instant, integer, json, largeText, nullable, primary, text } from './columns.ts';

/** What can be booked where, the places of each day, and the bookings themselves. */
export class Appointments1764000033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'bookable_service',
      {
        id: primary(),
        pointId: id,
        unitId: id,
        poolId: id,
        name: text(60),
        guideId: nullable(id),
        isOffered: flag,
        settings: largeText,
        version: integer,
        changes: json,
        updatedAt: instant,
        updatedByName: text(60),
      },
      [
        { name: 'bookable_service_point', columnNames: ['pointId', 'id'] },
        { name: 'bookable_service_unit', columnNames: ['unitId', 'id'] },
        { name: 'bookable_service_guide', columnNames: ['guideId', 'id'] },
      ],
    );
    await createTable(runner, 'booking_cell', {
      poolId: primary(),
      day: primary(day),
      minute: primary(integer),
      taken: integer,
      web: integer,
      extra: integer,
    });
    await createTable(
      runner,
      'booking',
      {
        id: primary(),
        serviceId: id,
        pointId: id,
        poolId: id,
        day,
        minute: integer,
        minutes: integer,
        state: text(10),
        via: text(20),
        code: nullable(text(6)),
        heldUntil: nullable(instant),
        heldFrom: nullable(text(64)),
        personId: nullable(id),
        name: nullable(text(200)),
        phone: nullable(text(200)),
        phoneHash: nullable(text(64)),
        bookedByName: nullable(text(200)),
        bookedByPhone: nullable(text(200)),
        extraReason: nullable(text(60)),
        madeBy: nullable(id),
        arrivedAt: nullable(instant),
        calledAt: nullable(instant),
        servedAt: nullable(instant),
        endedAt: nullable(instant),
        toBeRungAbout: nullable(text(200)),
        steps: json,
        requests: json,
        isErased: flag,
        madeAt: instant,
      },
      [
        { name: 'booking_point', columnNames: ['pointId', 'day', 'minute', 'id'] },
        { name: 'booking_pool', columnNames: ['poolId', 'day', 'state'] },
        { name: 'booking_service', columnNames: ['serviceId', 'day'] },
        { name: 'booking_held', columnNames: ['state', 'heldUntil'] },
        { name: 'booking_phone', columnNames: ['phoneHash', 'serviceId'] },
        { name: 'booking_person', columnNames: ['personId', 'day', 'id'] },
        { name: 'booking_code', columnNames: ['code'], isUnique: true },
        { name: 'booking_erasure', columnNames: ['isErased', 'day'] },
      ],
    );
    await createTable(runner, 'booking_gate', { keyHash: primary(text(64)), at: instant }, [
      { name: 'booking_gate_at', columnNames: ['at'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['booking_gate', 'booking', 'booking_cell', 'bookable_service']) await runner.dropTable(table);
  }
}
