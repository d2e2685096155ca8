import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = {
  name: 'assignment_children',
  columnNames: ['parentId', 'status', 'dueOn', 'completedOn', 'lastReportedAt'],
};
/** With the period last reported on, so that what stands under a line is still counted from the index alone. */
const AFTER = { name: 'assignment_standing_below', columnNames: [...BEFORE.columnNames, 'reportedPeriod'] };

/** A line whose current period is not reported on is counted as such where it was handed down. */
export class PeriodsBelow1764000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await exchange(runner, BEFORE, AFTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await exchange(runner, AFTER, BEFORE);
  }
}

async function exchange(runner: QueryRunner, old: typeof BEFORE, fresh: typeof BEFORE): Promise<void> {
  await runner.createIndex('assignment', new TableIndex(fresh));
  await runner.dropIndex('assignment', old.name);
}
