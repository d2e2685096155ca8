import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/assignment';
import { canReadReports, lightOf } from '@county/shared/tasks/assignment-rules';
import type { LedgerFilter } from '@county/shared/tasks/task-filters';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { notFound } from '../http/refusal.ts';
import { Download } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { ledgerWorkbook } from './ledger-workbook.ts';
import { filterLines, pageLines, pageOfLines } from './line-filters.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments, ProgressReports, TaskBreakdowns } from './tasks.tables.ts';
import { TasksService } from './tasks.service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BATCH = 500;

/** 台账: a view of tasks x units, with no table of its own. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly tasks: TasksService,
    private readonly views: LineViews,
  ) {}

  read(actor: Actor, breakdownId: string, filter: LedgerFilter, page: PageQuery): Promise<Page<LedgerLine>> {
    return this.database.read(async (db) => {
      await findTitle(db, breakdownId);
      const rows = await this.lines(db, breakdownId, filter, page);
      const { lines, next } = pageOfLines(rows, page.limit);
      return { items: await this.ledgerLines(db, actor, lines, filter), next };
    });
  }

  /** The whole ledger as a workbook, with the filters it was made by printed on it. */
  async download(actor: Actor, breakdownId: string, filter: LedgerFilter): Promise<Download> {
    const { title, items } = await this.database.read(async (db) => {
      const found: LedgerLine[] = [];
      const breakdownTitle = await findTitle(db, breakdownId);
      for (let cursor: string | undefined; ;) {
        const page = pageOfLines(await this.lines(db, breakdownId, filter, { limit: BATCH, cursor }), BATCH);
        found.push(...(await this.ledgerLines(db, actor, page.lines, filter)));
        if (page.next === null) return { title: breakdownTitle, items: found };
        cursor = page.next;
      }
    });
    await this.database.work((db) =>
      this.audit.record(db, actor, { action: 'downloadLedger', subjectKind: 'task-breakdown', subjectId: breakdownId }),
    );
    const unitName = filter.unitId ? ((await this.units.find(filter.unitId))?.name ?? '') : undefined;
    const bytes = await ledgerWorkbook(items, { title, filter, unitName, now: this.clock.now() });
    return new Download(bytes, XLSX, `${title}台账 ${this.clock.today()}.xlsx`);
  }

  private async lines(
    db: EntityManager,
    breakdownId: string,
    filter: LedgerFilter,
    page: PageQuery,
  ): Promise<Assignment[]> {
    const query = db.createQueryBuilder(Assignments, 'line').where('line.breakdownId = :breakdownId', { breakdownId });
    if (filter.state !== 'withdrawn') query.andWhere("line.status <> 'withdrawn'");
    if (filter.withHandedDown === 'no') query.andWhere('line.parentId IS NULL');
    filterLines(query, filter, await this.tasks.dueDays());
    pageLines(query, page.limit, page.cursor);
    return query.getMany();
  }

  private async ledgerLines(
    db: EntityManager,
    actor: Actor,
    lines: Assignment[],
    filter: LedgerFilter,
  ): Promise<LedgerLine[]> {
    const today = this.clock.today();
    const summaries = await this.views.summaries(db, lines);
    const readable = lines.filter((line) => canReadReports(line, actor) && line.lastReportedAt);
    const reports = readable.length
      ? await db.findBy(ProgressReports, {
          assignmentId: In(readable.map((line) => line.id)),
          filedAt: In(readable.map((line) => line.lastReportedAt!)),
        })
      : [];
    return summaries
      .filter((line) => !filter.light || lightOf(line, today) === filter.light)
      .map((line) => {
        const last = reports.find(
          (report) => report.assignmentId === line.id && report.filedAt === line.lastReportedAt,
        );
        return { ...line, lastReport: last ?? null };
      });
  }
}

async function findTitle(db: EntityManager, breakdownId: string): Promise<string> {
  const breakdown = await db.findOneBy(TaskBreakdowns, { id: breakdownId });
  if (!breakdown) throw notFound('这份任务分解表');
  return breakdown.title;
}
