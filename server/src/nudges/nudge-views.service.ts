import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { grouped } from '@county/shared/grouped';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { NudgedUnit, NudgeSummary, NudgeView, UnitToRing } from '@county/shared/nudges/nudge';
import { canReadNudge, seesAllOfNudge } from '@county/shared/nudges/nudge-rules';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import { overseesAll } from '@county/shared/people/scope';
import { Database } from '../database/database.ts';
import { notFound } from '../http/refusal.ts';
import { readTimeCursor, startAfter, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { TelephoneList, type ReachedFor } from '../reminders/telephone-list.service.ts';
import { ChosenLines } from '../tasks/overview/chosen-lines.service.ts';
import { isOfBelow } from './nudge-causes.service.ts';
import { NudgedLines, Nudges, type NudgedLine, type NudgeRow } from './nudges.tables.ts';

type Units = ReadonlyMap<string, OrgUnit>;

/** Nudges as those who may read them see them: a unit its own lines, senders and overseers all. */
@Injectable()
export class NudgeViews {
  constructor(
    private readonly database: Database,
    private readonly units: OrgUnitsService,
    private readonly lines: ChosenLines,
    private readonly telephone: TelephoneList,
  ) {}

  /** The newest first. */
  list(actor: Actor, { limit, cursor, part, breakdownId }: ListQuery): Promise<Page<NudgeSummary>> {
    const before = readTimeCursor(cursor);
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(Nudges, 'nudge')
        .orderBy('nudge.sentAt', 'DESC')
        .addOrderBy('nudge.id', 'DESC')
        .limit(limit + 1);
      const by = { personId: actor.personId, unitIds: actor.unitIds.length ? actor.unitIds : [''] };
      if (part === 'own') query.where('nudge.by = :personId', by);
      else if (!overseesAll(actor)) query.where(`(nudge.by = :personId OR EXISTS (${OF_UNITS}))`, by);
      if (breakdownId) query.andWhere(`EXISTS (${OF_PLAN})`, { breakdownId });
      if (before) query.andWhere('(nudge.sentAt < :at OR (nudge.sentAt = :at AND nudge.id < :id))', { ...before });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const next = last ? timeCursor({ at: last.sentAt, id: last.id }) : null;
      return { items: await this.summaries(db, actor, shown), next };
    });
  }

  read(actor: Actor, nudgeId: string): Promise<NudgeView> {
    return this.database.read(async (db) => {
      const nudge = await db.findOneBy(Nudges, { id: nudgeId });
      if (!nudge) throw notFound('这次催办');
      return this.view(db, actor, nudge);
    });
  }

  /** 404 for whom it does not concern. */
  async view(db: EntityManager, actor: Actor, nudge: NudgeRow): Promise<NudgeView> {
    const lines = await this.readableLines(db, actor, nudge);
    const showsReached = seesAllOfNudge(nudge, actor);
    return {
      ...nudge,
      lineCount: lines.length,
      leftOut: showsReached ? nudge.leftOut : [],
      fromUnitName: (await this.units.find(nudge.unitId))?.name ?? '',
      showsReached,
    };
  }

  /** In official order, so that nobody stands before another by how he did. */
  listUnits(actor: Actor, nudgeId: string, { limit, cursor }: PageQuery): Promise<Page<NudgedUnit>> {
    return this.database.read(async (db) => {
      const nudge = await db.findOneBy(Nudges, { id: nudgeId });
      if (!nudge) throw notFound('这次催办');
      const byUnit = grouped(await this.readableLines(db, actor, nudge), ({ unitId }) => unitId);
      const units = await this.units.byId();
      const placeOf = (unitId: string) => units.get(unitId)?.position ?? Number.MAX_SAFE_INTEGER;
      const unitIds = [...byUnit.keys()].sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b));
      const start = startAfter(unitIds, cursor, (unitId) => unitId);
      const shown = unitIds.slice(start, start + limit);
      const lines = shown.flatMap((unitId) => byUnit.get(unitId)!);
      const reached = seesAllOfNudge(nudge, actor) ? await this.reached(db, nudgeId, lines) : [];
      return {
        items: await this.nudgedUnits(db, shown, lines, reached),
        next: start + limit < unitIds.length ? shown.at(-1)! : null,
      };
    });
  }

  /** The units among the lines' in which nobody works, with whom to ring. */
  async unitsToRing(lines: readonly Pick<NudgedLine, 'unitId' | 'toldUnitId'>[]): Promise<UnitToRing[]> {
    const units = await this.units.byId();
    const alone = lines.filter(({ unitId, toldUnitId }) => unitId !== toldUnitId);
    return [...new Map(alone.map((line) => [line.unitId, line])).values()].map(({ unitId, toldUnitId }) => ({
      ...contactOf(units, unitId),
      toldUnitName: nameOf(units, toldUnitId),
    }));
  }

  private async readableLines(db: EntityManager, actor: Actor, nudge: NudgeRow): Promise<NudgedLine[]> {
    const isWhole = seesAllOfNudge(nudge, actor);
    const scope = isWhole ? {} : { unitId: In([...actor.unitIds]) };
    const lines = await db.findBy(NudgedLines, { nudgeId: nudge.id, ...scope });
    const unitIds = lines.map(({ unitId }) => unitId);
    if (!canReadNudge(nudge, unitIds, actor)) throw notFound('这次催办');
    return lines;
  }

  private reached(db: EntityManager, nudgeId: string, lines: readonly NudgedLine[]): Promise<ReachedFor[]> {
    const toldUnitIds = new Set(lines.flatMap(({ toldUnitId }) => toldUnitId ?? []));
    return this.telephone.reached(db, nudgeId, [...toldUnitIds]);
  }

  private async nudgedUnits(
    db: EntityManager,
    unitIds: readonly string[],
    nudged: readonly NudgedLine[],
    reached: readonly ReachedFor[],
  ): Promise<NudgedUnit[]> {
    const units = await this.units.byId();
    const found = await this.lines.find(
      db,
      nudged.map(({ assignmentId }) => assignmentId),
    );
    const lines = new Map(found.map((line) => [line.id, line]));
    return unitIds.map((unitId) => {
      const own = nudged.filter((line) => line.unitId === unitId);
      const { toldUnitId, isBelow } = own[0]!;
      const people = reached.filter((one) => one.unitId === toldUnitId && (!isBelow || isOfBelow(one)));
      return {
        ...contactOf(units, unitId),
        toldUnitName: nameOf(units, toldUnitId),
        lines: own.map(({ assignmentId }) => lines.get(assignmentId)!).sort((a, b) => a.taskNumber - b.taskNumber),
        people,
      };
    });
  }

  private async summaries(db: EntityManager, actor: Actor, nudges: readonly NudgeRow[]): Promise<NudgeSummary[]> {
    if (!nudges.length) return [];
    const units = await this.units.byId();
    const counts = new Map<string, Counted>();
    for (const isWhole of [true, false]) {
      const some = nudges.filter((nudge) => seesAllOfNudge(nudge, actor) === isWhole);
      for (const one of await counted(db, some, isWhole ? null : actor.unitIds)) counts.set(one.nudgeId, one);
    }
    return nudges.map(({ id, words, byName, sentAt, unitId }) => {
      const { lineCount, unitCount, unitId: firstUnitId } = counts.get(id)!;
      const unitName = unitCount === 1 ? nameOf(units, firstUnitId) : null;
      return { id, words, byName, sentAt, lineCount, unitCount, unitName, fromUnitName: nameOf(units, unitId) ?? '' };
    });
  }
}

const OF_UNITS =
  'SELECT 1 FROM `nudged_line` nudged WHERE nudged.`nudgeId` = nudge.id AND nudged.`unitId` IN (:...unitIds)';

const OF_PLAN =
  'SELECT 1 FROM `nudged_line` about WHERE about.`nudgeId` = nudge.id AND about.`breakdownId` = :breakdownId';

type ListQuery = PageQuery & { part: 'own' | 'all'; breakdownId?: string };

interface Counted {
  nudgeId: string;
  lineCount: number;
  unitCount: number;
  unitId: string;
}

/** Lines and units of nudges, within a scope or altogether. */
async function counted(
  db: EntityManager,
  nudges: readonly NudgeRow[],
  unitIds: readonly string[] | null,
): Promise<Counted[]> {
  if (!nudges.length) return [];
  const query = db
    .createQueryBuilder(NudgedLines, 'nudged')
    .select(['nudged.nudgeId AS `nudgeId`', 'COUNT(*) AS `lineCount`', 'MIN(nudged.unitId) AS `unitId`'])
    .addSelect('COUNT(DISTINCT nudged.unitId) AS `unitCount`')
    .where('nudged.nudgeId IN (:...ids)', { ids: nudges.map(({ id }) => id) })
    .groupBy('nudged.nudgeId');
  if (unitIds) query.andWhere('nudged.unitId IN (:...unitIds)', { unitIds });
  const rows = await query.getRawMany<Record<keyof Counted, string>>();
  // MariaDB answers counts as text.
  return rows.map((row) => ({ ...row, lineCount: Number(row.lineCount), unitCount: Number(row.unitCount) }));
}

const nameOf = (units: Units, unitId: string | null) => (unitId ? (units.get(unitId)?.name ?? null) : null);

function contactOf(units: Units, unitId: string) {
  const { name = '（已撤销的单位）', officePhone = null, contactName = null } = units.get(unitId) ?? {};
  return { id: unitId, name, officePhone, contactName };
}
