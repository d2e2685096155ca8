import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, nullable, primary, text } from './columns.ts';

/** Complaints and suggestions, and how often an address has sent one lately. */
export class Complaints1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'complaint',
      {
        id: primary(),
        words: text(1000),
        contact: nullable(text(500)),
        filedAt: instant,
        answer: nullable(text(1000)),
        answeredAt: nullable(instant),
        answeredBy: nullable(id),
        answeredByName: nullable(text(60)),
      },
      [{ name: 'complaint_filed', columnNames: ['filedAt', 'id'] }],
    );
    await createTable(runner, 'complaint_attempt', { id: primary(), addressHash: text(64), at: instant }, [
      { name: 'complaint_attempt_address', columnNames: ['addressHash', 'at'] },
      { name: 'complaint_attempt_at', columnNames: ['at'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['complaint_attempt', 'complaint']) await runner.dropTable(name);
  }
}
