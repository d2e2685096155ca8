import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { reaches, scopeOf } from '@county/shared/people/scope';
import type {
  CorrectionAnswer,
  CorrectionView,
  NewPointCorrection,
  ReportedCorrection,
} from '@county/shared/service-map/point-correction';
import { personalDataIssue } from '@county/shared/tasks/public/personal-data-scan';
import { canAnswerCorrection, MOST_OPEN_CORRECTIONS } from '@county/shared/service-map/point-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { FilingLimit } from '../traffic/filing-limit.service.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidInput, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PointNotices } from './point-notices.service.ts';
import { demandThere } from './public-points.service.ts';
import { PointCorrections, ServicePoints, type PointCorrectionRow } from './service-map.tables.ts';

/** Residents' words that something about a point is wrong, and the units' answers. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly limit: FilingLimit,
    private readonly units: OrgUnitsService,
    private readonly notices: PointNotices,
  ) {}

  report(
    address: string,
    pointId: string,
    { id, subject, words }: NewPointCorrection,
  ): Promise<ReportedCorrection | Repeated<ReportedCorrection>> {
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(PointCorrections, { id });
      if (earlier) {
        if (earlier.pointId !== pointId || earlier.subject !== subject || earlier.words !== words) throw idTaken();
        return new Repeated(await reported(db, earlier));
      }
      const point = demandThere(await this.database.findForChange(db, ServicePoints, { id: pointId }));
      if ((await db.countBy(PointCorrections, { pointId, state: 'open' })) >= MOST_OPEN_CORRECTIONS) throw tooMany();
      await this.limit.count(db, address, 'point-correction');
      const { unitId } = point;
      const row: PointCorrectionRow = {
        ...UNANSWERED,
        id,
        pointId,
        unitId,
        subject,
        words,
        reportedAt: this.clock.now(),
      };
      await db.insert(PointCorrections, row);
      await this.audit.record(db, null, { action: 'reportCorrection', subjectKind: 'point-correction', subjectId: id });
      await this.notices.correctionReported(db, row, point);
      return { ...row, pointName: point.name };
    });
  }

  /** By whoever holds its number. */
  readReported(id: string): Promise<ReportedCorrection> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(PointCorrections, { id });
      if (!row) throw notFound('这条纠错', '请核对编号');
      return reported(db, row);
    });
  }

  /** Open ones the oldest first; settled ones the newest first. */
  list(actor: Actor, part: 'open' | 'settled', { limit, cursor }: PageQuery): Promise<Page<CorrectionView>> {
    return this.database.read(async (db) => {
      const [column, direction, sign] = part === 'open' ? ORDER.open : ORDER.settled;
      const query = db
        .createQueryBuilder(PointCorrections, 'correction')
        .where(`correction.answeredAt IS ${part === 'open' ? '' : 'NOT '}NULL`)
        .orderBy(`correction.${column}`, direction)
        .addOrderBy('correction.id', direction)
        .limit(limit + 1);
      const scope = scopeOf(actor);
      if (scope) query.andWhere('correction.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      const place = readTimeCursor(cursor);
      const after = `(correction.${column} ${sign} :at OR (correction.${column} = :at AND correction.id ${sign} :id))`;
      if (place) query.andWhere(after, place);
      const rows = await query.getMany();
      const items = await this.views(db, rows.slice(0, limit));
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? timeCursor({ at: last[column]!, id: last.id }) : null };
    });
  }

  /** An answer has been read by whoever reported, so it is given once and stays as given. */
  answer(
    actor: Actor,
    correctionId: string,
    { outcome, answer }: CorrectionAnswer,
  ): Promise<CorrectionView | Repeated<CorrectionView>> {
    return this.database.work(async (db) => {
      const row = await this.database.findForChange(db, PointCorrections, { id: correctionId });
      if (!row || !reaches(actor, row.unitId)) throw notFound('这条纠错');
      if (row.state === outcome && row.answer === answer && row.answeredBy === actor.personId)
        return new Repeated(await this.view(db, row));
      demand(canAnswerCorrection(row, row.unitId, actor));
      const issues = personalDataIssue(['answer'], answer);
      if (issues.length) throw invalidInput(issues);
      const who = { answeredBy: actor.personId, answeredByName: actor.name, answeredAt: this.clock.now() };
      const answered = { state: outcome, answer, ...who };
      await db.update(PointCorrections, { id: correctionId }, answered);
      await this.notices.stop(db, correctionId);
      const act = { action: 'answerCorrection' as const, subjectKind: 'point-correction', subjectId: correctionId };
      await this.audit.record(db, actor, { ...act, detail: outcome });
      return this.view(db, { ...row, ...answered });
    });
  }

  private async view(db: EntityManager, row: PointCorrectionRow): Promise<CorrectionView> {
    const [view] = await this.views(db, [row]);
    return view!;
  }

  private async views(db: EntityManager, rows: readonly PointCorrectionRow[]): Promise<CorrectionView[]> {
    const names = await namesOf(db, rows);
    const units = await this.units.byId();
    return rows.map((row) => ({
      ...row,
      pointName: names.get(row.pointId) ?? '',
      unitName: units.get(row.unitId)?.name ?? '',
    }));
  }
}

const UNANSWERED = { state: 'open', answer: null, answeredBy: null, answeredByName: null, answeredAt: null } as const;

const ORDER = { open: ['reportedAt', 'ASC', '>'], settled: ['answeredAt', 'DESC', '<'] } as const;

async function reported(db: EntityManager, row: PointCorrectionRow): Promise<ReportedCorrection> {
  return { ...row, pointName: (await namesOf(db, [row])).get(row.pointId) ?? '' };
}

async function namesOf(db: EntityManager, rows: readonly PointCorrectionRow[]): Promise<Map<string, string>> {
  if (!rows.length) return new Map();
  const points = await db.find(ServicePoints, {
    select: { id: true, name: true },
    where: { id: In(rows.map(({ pointId }) => pointId)) },
  });
  return new Map(points.map(({ id, name }) => [id, name]));
}

const tooMany = () =>
  new HttpException(
    {
      code: 'too-many',
      message: `这个服务点已有 ${MOST_OPEN_CORRECTIONS} 条纠错在等单位核实，请过几天再提；急的事可以直接打电话`,
    },
    HttpStatus.TOO_MANY_REQUESTS,
  );
