import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = [
  { name: 'assignment_breakdown', columnNames: ['breakdownId', 'dueOn'] },
  { name: 'assignment_parent', columnNames: ['parentId'] },
];

/** The ledger in its order, a plan's lines of some units, and what was handed down with all that its counts need. */
const AFTER = [
  { name: 'assignment_ledger', columnNames: ['breakdownId', 'dueOn', 'id'] },
  { name: 'assignment_ledger_named', columnNames: ['breakdownId', 'parentId', 'dueOn', 'id'] },
  { name: 'assignment_breakdown_unit', columnNames: ['breakdownId', 'unitId'] },
  { name: 'assignment_children', columnNames: ['parentId', 'status', 'dueOn', 'completedOn', 'lastReportedAt'] },
];

/** Indices by which the ledger and the heat table stay as quick for a province as for a county. */
export class LinesAtScale1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await exchange(runner, BEFORE, AFTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await exchange(runner, AFTER, BEFORE);
  }
}

async function exchange(runner: QueryRunner, old: typeof BEFORE, fresh: typeof BEFORE): Promise<void> {
  for (const index of fresh) await runner.createIndex('assignment', new TableIndex(index));
  for (const { name } of old) await runner.dropIndex('assignment', name);
}
