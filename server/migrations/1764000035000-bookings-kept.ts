import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn, instant, nullable } from './columns.ts';

/** A booking that stands although its time is no longer given out: that somebody decided so, and when. */
export class BookingsKept1764000035000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'booking', 'keptAt', nullable(instant));
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumn(runner, 'booking', 'keptAt');
  }
}
