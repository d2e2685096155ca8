import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createIndex, dropColumn, id, nullable, widenText } from './columns.ts';

/** Several changes of a booking may wait to be told; a resident's account has what it asked for at home. */
export class AppointmentsTold1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widenText(runner, 'booking', 'toBeRungAbout', 600);
    await addColumn(runner, 'home_visit_request', 'personId', nullable(id));
    await createIndex(runner, 'home_visit_request', {
      name: 'home_visit_request_person',
      columnNames: ['personId', 'askedAt', 'id'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('home_visit_request', 'home_visit_request_person');
    await dropColumn(runner, 'home_visit_request', 'personId');
    // What was told at length would not fit into the narrower column again: it stays wide.
  }
}
