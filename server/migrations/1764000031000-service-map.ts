import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, json, largeText, nullable, primary, text } from './columns.ts';

/** 政务地图: points with their versions, checks, services and corrections, and the county's own drawing. */
export class ServiceMap1764000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'service_point',
      {
        id: primary(),
        unitId: id,
        kind: text(20),
        name: text(60),
        insideId: nullable(id),
        facts: largeText,
        places: nullable(json),
        microLongitude: nullable(integer),
        microLatitude: nullable(integer),
        tile: nullable(integer),
        initials: text(60),
        version: integer,
        withdrawnReason: nullable(text(200)),
        checkedOn: nullable(day),
        checkedByName: nullable(text(60)),
        askedOn: nullable(day),
        updatedAt: instant,
      },
      [
        { name: 'service_point_tile', columnNames: ['tile', 'id'] },
        { name: 'service_point_unit', columnNames: ['unitId', 'id'] },
        { name: 'service_point_kind', columnNames: ['kind', 'id'] },
        { name: 'service_point_inside', columnNames: ['insideId'] },
        { name: 'service_point_check', columnNames: ['askedOn', 'checkedOn', 'id'] },
      ],
    );
    await createTable(
      runner,
      'service_point_version',
      {
        id: primary(),
        pointId: id,
        version: integer,
        changedBy: id,
        changedByName: text(60),
        changedAt: instant,
        changed: json,
        facts: largeText,
      },
      [{ name: 'service_point_version_point', columnNames: ['pointId', 'version'], isUnique: true }],
    );
    await createTable(
      runner,
      'point_check',
      { id: primary(), pointId: id, version: integer, checkedBy: id, checkedAt: instant },
      [{ name: 'point_check_point', columnNames: ['pointId', 'checkedAt'] }],
    );
    await createTable(runner, 'point_service', { pointId: primary(), subject: primary(text(60)) }, [
      { name: 'point_service_subject', columnNames: ['subject'] },
    ]);
    await createTable(
      runner,
      'point_correction',
      {
        id: primary(),
        pointId: id,
        unitId: id,
        subject: text(20),
        words: text(200),
        state: text(20),
        reportedAt: instant,
        answer: nullable(text(200)),
        answeredBy: nullable(id),
        answeredByName: nullable(text(60)),
        answeredAt: nullable(instant),
      },
      [
        { name: 'point_correction_all', columnNames: ['answeredAt', 'reportedAt', 'id'] },
        { name: 'point_correction_unit', columnNames: ['unitId', 'answeredAt', 'reportedAt', 'id'] },
        { name: 'point_correction_point', columnNames: ['pointId', 'answeredAt'] },
      ],
    );
    await createTable(runner, 'map_outline', { id: primary(), outline: largeText });
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = ['map_outline', 'point_correction', 'point_service', 'point_check', 'service_point_version'];
    for (const name of [...names, 'service_point']) await runner.dropTable(name);
  }
}
