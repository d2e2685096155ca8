import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeLarge, widenText } from './columns.ts';

/** What a whole family is told of a draw fits, and whatever a form may ask of one person. */
export class EventsTold1764000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widenText(runner, 'event_sign_up', 'toBeRungAbout', 600);
    await makeLarge(runner, 'event_attendee', 'answers');
  }

  async down(): Promise<void> {
    // What was kept since would not fit into the narrower columns again: they stay wide.
  }
}
