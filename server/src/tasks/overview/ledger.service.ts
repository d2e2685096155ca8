import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canReadReports } from '@county/shared/tasks/lines/assignment-rules';
import type { BreakdownKind } from '@county/shared/tasks/breakdowns/task-breakdown';
import { ledgerFilterInWords, type LedgerFilter } from '@county/shared/tasks/overview/task-filters';
import type { LedgerLine } from '@county/shared/tasks/task-views';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { notFound } from '../../http/refusal.ts';
import { Download } from '../../http/replies.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { FindingViews } from '../findings/finding-views.service.ts';
import { filterLines, readLinePage } from '../lines/line-filters.ts';
import { distinct, LineViews } from '../lines/line-views.service.ts';
import { assignedOn } from '../lines/new-line.ts';
import { Assignments, ProgressReports, TaskBreakdowns, Tasks } from '../tasks.tables.ts';
import { WaitingReportsService } from '../lines/waiting-reports.service.ts';

/** At the top of the file: within a decorated class the compiler leaves `.ts` in an address that is imported late. */
const loadLedgerWorkbook = () => import('./ledger-workbook.ts');

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
    private readonly views: LineViews,
    private readonly waiting: WaitingReportsService,
    private readonly findings: FindingViews,
  ) {}

  read(actor: Actor, breakdownId: string, filter: LedgerFilter, page: PageQuery): Promise<Page<LedgerLine>> {
    return this.database.read(async (db) => {
      const { kind } = await findBreakdown(db, breakdownId);
      const { lines, next } = await this.lines(db, breakdownId, filter, page);
      return { items: await this.ledgerLines(db, actor, lines, kind), next };
    });
  }

  /** The whole ledger as a workbook, with the filters it was made by printed on it. */
  async download(actor: Actor, breakdownId: string, filter: LedgerFilter): Promise<Download> {
    const { title, kind, items } = await this.database.read(async (db) => {
      const found: LedgerLine[] = [];
      const breakdown = await findBreakdown(db, breakdownId);
      for (let cursor: string | undefined; ;) {
        const page = await this.lines(db, breakdownId, filter, { limit: BATCH, cursor });
        found.push(...(await this.ledgerLines(db, actor, page.lines, breakdown.kind)));
        if (page.next === null) return { ...breakdown, items: found };
        cursor = page.next;
      }
    });
    await this.database.work((db) =>
      this.audit.record(db, actor, { action: 'downloadLedger', subjectKind: 'task-breakdown', subjectId: breakdownId }),
    );
    const { ledgerWorkbook } = await loadLedgerWorkbook();
    const bytes = await ledgerWorkbook(items, {
      title,
      kind,
      chosen: await this.inWords(filter),
      now: this.clock.now(),
    });
    return new Download(bytes, XLSX, `${title}台账 ${this.clock.today()}.xlsx`);
  }

  private async lines(db: EntityManager, breakdownId: string, filter: LedgerFilter, page: PageQuery) {
    return readLinePage(await this.matching(db, breakdownId, filter), page);
  }

  /** A query of the plan's lines, named `line`, that a filter lets through. */
  async matching(
    db: EntityManager,
    breakdownId: string,
    filter: LedgerFilter,
  ): Promise<SelectQueryBuilder<Assignment>> {
    const query = db.createQueryBuilder(Assignments, 'line').where('line.breakdownId = :breakdownId', { breakdownId });
    if (filter.state !== 'withdrawn') query.andWhere("line.status <> 'withdrawn'");
    if (filter.underUnitId) {
      const under = (await this.units.directlyUnder(filter.underUnitId)).map((unit) => unit.id);
      query.andWhere('line.unitId IN (:...under)', { under: under.length ? under : [''] });
    } else if (filter.withHandedDown === 'no') query.andWhere('line.parentId IS NULL');
    filterLines(query, filter, await this.views.dueDays());
    return query;
  }

  /** Every filter a workbook was made by, as it is printed on it. */
  private async inWords(filter: LedgerFilter): Promise<string[]> {
    const nameOf = async (unitId: string) => (await this.units.find(unitId))?.name ?? '已撤销的单位';
    const task = filter.taskId && (await this.database.read((db) => db.findOneBy(Tasks, { id: filter.taskId! })));
    return ledgerFilterInWords(filter, {
      task: task ? `第 ${task.number} 项` : undefined,
      unit: filter.unitId && (await nameOf(filter.unitId)),
      underUnit: filter.underUnitId && (await nameOf(filter.underUnitId)),
    });
  }

  private async ledgerLines(
    db: EntityManager,
    actor: Actor,
    lines: Assignment[],
    kind: BreakdownKind,
  ): Promise<LedgerLine[]> {
    const summaries = await this.views.summaries(db, lines);
    const readable = lines.filter((line) => canReadReports(line, actor) && line.lastReportedAt);
    const reports = readable.length
      ? await db.findBy(ProgressReports, {
          assignmentId: In(readable.map((line) => line.id)),
          filedAt: In(distinct(readable.map((line) => line.lastReportedAt!))),
        })
      : [];
    const last = new Map(reports.map((report) => [`${report.assignmentId} ${report.filedAt}`, report]));
    const waiting = await this.waiting.sinceOf(db, actor, lines);
    const firsts = await firstReportsOfPeriods(db, lines);
    const findings = kind === 'inspection' ? await this.findings.ofLedger(db, actor, lines) : undefined;
    return summaries.map((line) => ({
      ...line,
      assignedOn: assignedOn(line),
      waitingSince: waiting.get(line.id) ?? null,
      periodReports: firsts.get(line.id) ?? [],
      finding: findings?.get(line.id) ?? null,
      lastReport: last.get(`${line.id} ${line.lastReportedAt}`) ?? null,
    }));
  }
}

/** Of lines without a due day, the first report of each period: whether it was in time is told for ever (rules S2). */
async function firstReportsOfPeriods(db: EntityManager, lines: readonly Assignment[]) {
  const periodic = lines.filter(({ dueOn, reportedPeriod }) => dueOn === null && reportedPeriod !== null);
  const found = new Map<string, LedgerLine['periodReports']>();
  if (!periodic.length) return found;
  const rows = await db
    .createQueryBuilder(ProgressReports, 'report')
    .select('report.assignmentId', 'assignmentId')
    .addSelect('report.period', 'period')
    .addSelect('MIN(report.filedAt)', 'filedAt')
    .where('report.assignmentId IN (:...ids)', { ids: periodic.map((line) => line.id) })
    .andWhere('report.period IS NOT NULL')
    .groupBy('report.assignmentId')
    .addGroupBy('report.period')
    .getRawMany<{ assignmentId: string; period: string; filedAt: string }>();
  for (const { assignmentId, ...first } of rows) {
    const own = found.get(assignmentId);
    if (own) own.push(first);
    else found.set(assignmentId, [first]);
  }
  return found;
}

async function findBreakdown(db: EntityManager, breakdownId: string): Promise<{ title: string; kind: BreakdownKind }> {
  const breakdown = await db.findOneBy(TaskBreakdowns, { id: breakdownId });
  if (!breakdown) throw notFound('这份任务分解表');
  return { title: breakdown.title, kind: breakdown.kind };
}
