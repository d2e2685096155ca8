import { HttpException, Injectable } from '@nestjs/common';
import { LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canReport, needsLowerReason, withReport } from '@county/shared/tasks/lines/assignment-rules';
import { canAnswerPeriod, periodOf, reportEvery } from '@county/shared/tasks/lines/report-periods';
import type {
  FiledReport,
  NewProgressReport,
  ProgressReport,
  ProgressReportView,
} from '@county/shared/tasks/lines/progress-report';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRow } from '../../database/insert-row.ts';
import { FilesService } from '../../files/files.service.ts';
import { demand, idTaken, invalidField } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { Measures, type Count } from '../../measures/measures.service.ts';
import { assignedOn } from './new-line.ts';
import { findLine } from './find-line.ts';
import { Assignments, ProgressReports, Tasks } from '../tasks.tables.ts';

const COUNTED = { outcome: ['filed', 'repeated', 'refused'] } as const;

@Injectable()
export class ReportsService {
  private readonly count: Count<typeof COUNTED>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly files: FilesService,
    measures: Measures,
  ) {
    this.count = measures.counter('county_reports_total', 'Progress reports sent, by what came of them', COUNTED);
  }

  /** Filing the same report again (a phone that lost its signal) answers as the first time did; nothing is overwritten. */
  async fileReport(actor: Actor, assignmentId: string, report: NewProgressReport) {
    const { filed, isFirst } = await this.database
      .work((db) => this.file(db, actor, assignmentId, report))
      .catch((error: unknown) => {
        if (error instanceof HttpException) this.count({ outcome: 'refused' });
        throw error;
      });
    this.count({ outcome: isFirst ? 'filed' : 'repeated' });
    const [view] = await this.withPhotos(actor, [filed]);
    const answer: FiledReport = { ...view!, alsoFiled: await this.alsoFiled(filed, report.afterReportId) };
    return isFirst ? answer : new Repeated(answer);
  }

  /** Somebody else's report that came in between what the writer had seen and this one. */
  private alsoFiled(filed: ProgressReport, afterReportId: string | null): Promise<FiledReport['alsoFiled']> {
    return this.database.read(async (db) => {
      const { assignmentId, filedBy, filedAt } = filed;
      const other = await db.findOne(ProgressReports, {
        where: { assignmentId, filedBy: Not(filedBy), filedAt: LessThanOrEqual(filedAt) },
        order: { filedAt: 'DESC', id: 'DESC' },
      });
      const seen = afterReportId && (await db.findOneBy(ProgressReports, { id: afterReportId, assignmentId }));
      if (!other || (seen && other.filedAt <= seen.filedAt)) return null;
      return { byName: other.filedByName, at: other.filedAt };
    });
  }

  /** Reports of a line with their photos, newest first. */
  async reportsOf(actor: Actor, db: EntityManager, assignmentId: string): Promise<ProgressReportView[]> {
    const reports = await db.find(ProgressReports, {
      where: { assignmentId },
      order: { filedAt: 'DESC', id: 'DESC' },
      take: 100,
    });
    return this.withPhotos(actor, reports);
  }

  private async file(db: EntityManager, actor: Actor, assignmentId: string, report: NewProgressReport) {
    const known = (await db.query('SELECT `id` FROM `progress_report` WHERE `id` = ?', [report.id])) as unknown[];
    const earlier = known.length ? await db.findOneBy(ProgressReports, { id: report.id }) : null;
    if (earlier) {
      if (!isSameFiling(earlier, report, assignmentId, actor)) throw idTaken();
      return { filed: earlier, isFirst: false };
    }
    const line = await findLine(this.database, db, assignmentId);
    demandReport(line, actor, report);
    const period = await this.periodAnswered(db, line, report);
    const { afterReportId: _seen, ...words } = report;
    const filed: ProgressReport = {
      ...words,
      period,
      assignmentId,
      filedBy: actor.personId,
      filedByName: actor.name,
      filedAt: this.clock.now(),
    };
    await saveProgress(db, withReport(line, filed));
    await insertRow(db, ProgressReports, filed);
    await db.query('DELETE FROM `waiting_report` WHERE `id` = ?', [filed.id]);
    if (filed.photoIds.length) await this.files.claim(db, actor, 'progress-report', filed.id, filed.photoIds);
    await this.audit.record(db, actor, {
      action: 'fileProgressReport',
      subjectKind: 'assignment',
      subjectId: assignmentId,
    });
    return { filed, isFirst: true };
  }

  /** The period the report is kept under: the one it names, else the current; null for a line with a due day. */
  private async periodAnswered(db: EntityManager, line: Assignment, report: NewProgressReport): Promise<string | null> {
    const { duePhrase } = await db.findOneByOrFail(Tasks, { id: line.taskId });
    const every = reportEvery(line.dueOn, duePhrase);
    if (!every) {
      if (report.percent === null)
        throw invalidField('percent', '请填写完成百分比；“本期无进展”只用于没有固定时限的任务');
      return null;
    }
    const today = this.clock.today();
    if (report.period === null) return periodOf(today, every).key;
    const verdict = canAnswerPeriod(report.period, every, { since: assignedOn(line), today });
    if (!verdict.allowed) throw invalidField('period', verdict.reason);
    return report.period;
  }

  private async withPhotos(actor: Actor, reports: readonly ProgressReport[]): Promise<ProgressReportView[]> {
    const withAny = reports.filter(({ photoIds }) => photoIds.length).map(({ id }) => id);
    const photos = await this.files.attached(actor, 'progress-report', withAny);
    return reports.map((report) => ({ ...report, photos: photos.get(report.id) ?? [] }));
  }
}

function demandReport(line: Assignment, actor: Actor, report: NewProgressReport): void {
  demand(canReport(line, actor, report.source));
  if (needsLowerReason(line, report) && !report.lowerReason) {
    throw invalidField('lowerReason', `上次填报是 ${line.percent}%，这次降到 ${report.percent}%，请写明原因`);
  }
}

function saveProgress(db: EntityManager, line: Assignment): Promise<unknown> {
  return db.query(
    `UPDATE \`${Assignments.options.tableName}\` SET \`status\` = ?, \`percent\` = ?, \`lastReportedAt\` = ?, \`reportedPeriod\` = ? WHERE \`id\` = ?`,
    [line.status, line.percent, line.lastReportedAt, line.reportedPeriod, line.id],
  );
}

function isSameFiling(earlier: ProgressReport, report: NewProgressReport, assignmentId: string, actor: Actor): boolean {
  return (
    earlier.assignmentId === assignmentId &&
    earlier.filedBy === actor.personId &&
    earlier.percent === report.percent &&
    (report.period === null || earlier.period === report.period) &&
    earlier.note === report.note &&
    earlier.problems === report.problems &&
    earlier.nextStep === report.nextStep &&
    earlier.lowerReason === report.lowerReason &&
    earlier.photoIds.join() === report.photoIds.join()
  );
}
