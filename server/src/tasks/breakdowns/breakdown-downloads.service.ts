import { ConflictException, Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canReadReports } from '@county/shared/tasks/lines/assignment-rules';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { notFound } from '../../http/refusal.ts';
import { Download } from '../../http/replies.ts';
import { breakdownTable, type BreakdownTable, type TableTask } from './breakdown-table.ts';
import { LineViews } from '../lines/line-views.service.ts';
import { Assignments, ProgressReports, TaskBreakdowns, Tasks } from '../tasks.tables.ts';

const FORMATS = {
  xlsx: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    async (table: BreakdownTable) => (await import('./breakdown-xlsx.ts')).breakdownXlsx(table),
  ],
  docx: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    async (table: BreakdownTable) => (await import('./breakdown-docx.ts')).breakdownDocx(table),
  ],
} as const;

/** A Word table of more rows than this takes the server seconds to write and Word minutes to open. */
const MOST_WORD_ROWS = 1000;

const tooLongForWord = (count: number) =>
  new ConflictException({
    code: 'wrong-state',
    message: `这份表有 ${count} 项，Word 打不开这么长的表格，请下载 Excel`,
  });

/** 任务分解表 as printed, with how it stands; importing such a file changes nothing. */
@Injectable()
export class BreakdownDownloads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly views: LineViews,
  ) {}

  async download(actor: Actor, breakdownId: string, format: keyof typeof FORMATS): Promise<Download> {
    const table = await this.database.read((db) => this.table(db, actor, breakdownId));
    if (format === 'docx' && table.rows.length > MOST_WORD_ROWS) throw tooLongForWord(table.rows.length);
    const entry = { action: 'downloadBreakdown' as const, subjectKind: 'task-breakdown', subjectId: breakdownId };
    await this.database.work((db) => this.audit.record(db, actor, entry));
    const [mediaType, write] = FORMATS[format];
    return new Download(await write(table), mediaType, `${table.title} ${this.clock.today()}.${format}`);
  }

  private async table(db: EntityManager, actor: Actor, breakdownId: string): Promise<BreakdownTable> {
    const breakdown = await db.findOneBy(TaskBreakdowns, { id: breakdownId });
    if (!breakdown) throw notFound('这份任务分解表');
    const tasks = await db.find(Tasks, {
      where: { breakdownId, withdrawnReason: IsNull() },
      order: { number: 'ASC', id: 'ASC' },
    });
    const lines = await db.find(Assignments, {
      where: { breakdownId, parentId: IsNull(), status: Not('withdrawn') },
      order: { id: 'ASC' },
    });
    const [nameOf] = await this.views.lookUps();
    const byTask = new Map<string, Assignment[]>();
    for (const line of lines) byTask.set(line.taskId, [...(byTask.get(line.taskId) ?? []), line]);
    const rows: TableTask[] = [];
    for (const task of tasks) {
      const own = byTask.get(task.id) ?? [];
      const named = own.map((line) => ({ ...line, unitName: nameOf(line.unitId) }));
      rows.push({ ...task, lines: named, lastReport: await lastReport(db, actor, named) });
    }
    return breakdownTable(breakdown.title, breakdown.columns, rows, this.clock.today());
  }
}

/** The newest report of those the actor may read. */
async function lastReport(
  db: EntityManager,
  actor: Actor,
  lines: readonly (Assignment & { unitName: string })[],
): Promise<TableTask['lastReport']> {
  const [latest] = lines
    .filter((line) => line.lastReportedAt && canReadReports(line, actor))
    .sort((a, b) => b.lastReportedAt!.localeCompare(a.lastReportedAt!));
  if (!latest) return null;
  const report = await db.findOneBy(ProgressReports, {
    assignmentId: latest.id,
    filedAt: latest.lastReportedAt!,
  });
  return report && { unitName: latest.unitName, note: report.note, filedAt: report.filedAt };
}
