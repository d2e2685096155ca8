import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of JSON in which nothing was once written as the text `null`, which no question for NULL finds. */
const OPTIONAL = [
  ['plan_reminding', 'settings'],
  ['task_breakdown', 'columns'],
  ['task', 'printed'],
  ['task', 'finding'],
  ['assignment_step', 'remarks'],
  ['elder_card', 'turn'],
  ['public_event', 'draw'],
  ['event_sign_up', 'feedback'],
  ['service_point', 'places'],
] as const;

export class NothingIsNull1764000044600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of OPTIONAL)
      await runner.query(`UPDATE \`${table}\` SET \`${column}\` = NULL WHERE \`${column}\` = 'null'`);
    // Of a feedback nobody gave, the erasure had kept that its words were gone.
    await runner.query('UPDATE `event_sign_up` SET `feedback` = NULL WHERE `feedback` = \'{"words":""}\'');
  }

  async down(): Promise<void> {
    // Both mean nothing: there is nothing to undo.
  }
}
