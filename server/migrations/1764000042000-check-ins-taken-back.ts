import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn, instant, nullable } from './columns.ts';

/** Somebody noted at the door by mistake is taken back, whatever older word of it comes later. */
export class CheckInsTakenBack1764000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'event_attendee', 'lastNotedAt', nullable(instant));
    await addColumn(runner, 'event_attendee', 'takenBackAt', nullable(instant));
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumn(runner, 'event_attendee', 'takenBackAt');
    await dropColumn(runner, 'event_attendee', 'lastNotedAt');
  }
}
