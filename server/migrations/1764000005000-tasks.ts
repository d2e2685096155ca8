import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, flag, id, instant, integer, json, largeText, nullable, primary, text } from './columns.ts';

/** Task breakdowns, tasks, assignments and what happens to them. */
export class Tasks1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPlanTables(runner);
    await createHistoryTables(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = [
      'breakdown_preview',
      'public_line',
      'assignment_step',
      'progress_report',
      'assignment',
      'task',
      'task_breakdown',
    ];
    for (const name of names) await runner.dropTable(name);
  }
}

async function createPlanTables(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'task_breakdown',
    {
      id: primary(),
      title: text(120),
      kind: text(20),
      year: integer,
      fingerprint: text(64),
      isPublic: flag,
      carriedFromId: nullable(id),
      sourceName: nullable(text(200)),
      createdBy: id,
      createdAt: instant,
    },
    [{ name: 'task_breakdown_fingerprint', columnNames: ['fingerprint'], isUnique: true }],
  );
  await createTable(
    runner,
    'task',
    {
      id: primary(),
      breakdownId: id,
      number: integer,
      category: text(200),
      mainTask: text(2000),
      concreteWork: text(4000),
      unitsPhrase: text(1000),
      duePhrase: text(200),
      dueOn: nullable(day),
      openSetPhrase: nullable(text(200)),
      unresolvedPhrase: nullable(text(400)),
    },
    [{ name: 'task_breakdown_number', columnNames: ['breakdownId', 'number'], isUnique: true }],
  );
  await createTable(
    runner,
    'assignment',
    {
      id: primary(),
      taskId: id,
      breakdownId: id,
      unitId: id,
      part: text(20),
      parentId: nullable(id),
      handDownWords: nullable(text(500)),
      dueOn: nullable(day),
      status: text(20),
      percent: nullable(integer),
      lastReportedAt: nullable(instant),
      completedOn: nullable(day),
    },
    [
      { name: 'assignment_task_unit', columnNames: ['taskId', 'unitId'], isUnique: true },
      { name: 'assignment_unit_due', columnNames: ['unitId', 'dueOn'] },
      { name: 'assignment_breakdown', columnNames: ['breakdownId', 'dueOn'] },
      { name: 'assignment_parent', columnNames: ['parentId'] },
    ],
  );
  await createTable(
    runner,
    'breakdown_preview',
    { id: primary(), createdBy: id, fingerprint: text(64), content: largeText, expiresAt: instant },
    [{ name: 'breakdown_preview_expiry', columnNames: ['expiresAt'] }],
  );
}

async function createHistoryTables(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'progress_report',
    {
      id: primary(),
      assignmentId: id,
      percent: integer,
      note: text(2000),
      problems: nullable(text(1000)),
      nextStep: nullable(text(1000)),
      lowerReason: nullable(text(500)),
      photoIds: json,
      source: text(10),
      filedBy: id,
      filedByName: text(60),
      filedAt: instant,
    },
    [{ name: 'progress_report_line', columnNames: ['assignmentId', 'filedAt'] }],
  );
  await createTable(
    runner,
    'assignment_step',
    {
      id: primary(),
      assignmentId: id,
      kind: text(20),
      words: nullable(text(2000)),
      proof: nullable(text(500)),
      fileIds: json,
      by: id,
      byName: text(60),
      at: instant,
    },
    [{ name: 'assignment_step_line', columnNames: ['assignmentId', 'at'] }],
  );
  await createTable(
    runner,
    'public_line',
    {
      id: primary(),
      assignmentId: id,
      words: text(300),
      state: text(20),
      writtenBy: id,
      writtenByName: text(60),
      writtenAt: instant,
      reviewedBy: nullable(id),
      reviewedByName: nullable(text(60)),
      reviewedAt: nullable(instant),
      secrecyCheck: nullable(text(300)),
      personalDataCheck: nullable(text(300)),
      declineReason: nullable(text(500)),
    },
    [{ name: 'public_line_assignment', columnNames: ['assignmentId', 'state'] }],
  );
}
