import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Actor } from '@county/shared/people/actor';
import { personalDataIssue } from '@county/shared/tasks/public/personal-data-scan';
import {
  canChangePoint,
  canKeepPoint,
  canWithdrawPoint,
  changedFacts,
  VERSION_LABELS,
} from '@county/shared/service-map/point-rules';
import type {
  NewServicePoint,
  PointChange,
  PointFacts,
  ServicePointView,
} from '@county/shared/service-map/service-point';
import type { Verdict } from '@county/shared/verdict';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField, invalidInput, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PointFactsCheck } from './point-facts-check.service.ts';
import { PointNotices } from './point-notices.service.ts';
import { besideFacts, newPoint } from './point-row.ts';
import { PointViews } from './point-views.service.ts';
import { PointWriting } from './point-writing.service.ts';
import {
  PointChecks,
  PointVersions,
  ServicePoints,
  type PointRow,
  type PointVersionRow,
} from './service-map.tables.ts';
import { ServicePointsService } from './service-points.service.ts';

/** What a feature has standing at a point; refused while that has to be settled first. */
type StandingAtPoint = (db: EntityManager, pointId: string) => Promise<Verdict>;

type Answer = Promise<ServicePointView | Repeated<ServicePointView>>;

/** One act upon a point. */
interface Act {
  /** Made by its sender, so that a repeat is known. */
  id: string;
  action: AuditAction;
  /** Whether what was done under this id is this very act. */
  isRepeat(earlier: PointVersionRow, db: EntityManager): boolean | Promise<boolean>;
  /** What the point is to be, and the labels of what changed; none where nothing would. May refuse. */
  after(db: EntityManager, row: PointRow): Promise<{ row: PointRow; changed: string[] }>;
}

/** Everything that is done to points: each in one unit of work, kept as a version, undone by restoring an earlier one. */
@Injectable()
export class PointChanges {
  private readonly standing: StandingAtPoint[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly points: ServicePointsService,
    private readonly check: PointFactsCheck,
    private readonly views: PointViews,
    private readonly writing: PointWriting,
    private readonly notices: PointNotices,
  ) {}

  add(actor: Actor, { id, unitId, ...facts }: NewServicePoint): Answer {
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(ServicePoints, { id });
      if (earlier) {
        const first = await this.writing.findEarlier(db, actor, id, id);
        if (!first || earlier.unitId !== unitId || !isEqual(first.facts, facts)) throw idTaken();
        return new Repeated(await this.views.staffPoint(db, earlier));
      }
      const unit = await this.units.find(unitId);
      if (!unit || unit.successorId) throw invalidField('unitId', '所属单位不在名录里或已并入别的单位，请重新选择');
      demand(canKeepPoint(unitId, actor));
      await this.demandInOrder(db, actor, { id, unitId }, facts);
      const checked = { checkedOn: this.clock.today(), checkedByName: actor.name };
      const row: PointRow = { ...newPoint(id, unitId, facts, this.clock.now()), ...checked };
      await this.writing.add(db, actor, row, [VERSION_LABELS.added]);
      await this.writing.record(db, actor, 'addServicePoint', id);
      return this.views.staffPoint(db, row);
    });
  }

  change(actor: Actor, pointId: string, { id, onVersion, ...facts }: PointChange): Answer {
    return this.changeFacts(actor, pointId, {
      id,
      onVersion,
      action: 'changeServicePoint',
      isRepeat: (kept) => isEqual(kept, facts),
      after: () => facts,
    });
  }

  /** New facts on the version the actor saw; `isRepeat` knows a change sent again by the facts kept then. */
  changeFacts(
    actor: Actor,
    pointId: string,
    change: {
      id: string;
      onVersion: number;
      action: AuditAction;
      isRepeat(kept: PointFacts): boolean;
      after(facts: PointFacts): PointFacts;
    },
  ): Answer {
    return this.act(actor, pointId, {
      id: change.id,
      action: change.action,
      isRepeat: ({ facts }) => change.isRepeat(facts),
      after: async (db, row) => {
        demand(canChangePoint(row, actor));
        await this.writing.demandVersion(db, row, change.onVersion);
        const facts = change.after(row.facts);
        const changed = changedFacts(row.facts, facts);
        if (changed.length) await this.demandInOrder(db, actor, row, facts, row.facts);
        return { row: { ...row, ...besideFacts(facts) }, changed };
      },
    });
  }

  /** As it was after an earlier change; a point that was withdrawn is on the map again. */
  restore(
    actor: Actor,
    pointId: string,
    { id, onVersion, version }: { id: string; onVersion: number; version: number },
  ): Answer {
    const target = async (db: EntityManager) => {
      const found = await db.findOneBy(PointVersions, { pointId, version });
      if (!found) throw notFound('这一版', '请从修改历史里选择');
      return found.facts;
    };
    return this.act(actor, pointId, {
      id,
      action: 'restoreServicePoint',
      isRepeat: async ({ facts }, db) => isEqual(facts, await target(db)),
      after: async (db, row) => {
        await this.writing.demandVersion(db, row, onVersion);
        const facts = await target(db);
        const isBack = row.withdrawnReason !== null;
        if (isBack) await this.notices.stop(db, pointId);
        // What it named may have gone while it was away.
        await this.demandInOrder(db, actor, row, facts, isBack ? undefined : row.facts);
        const changed = [...(isBack ? [VERSION_LABELS.restored] : []), ...changedFacts(row.facts, facts)];
        return { row: { ...row, ...besideFacts(facts), withdrawnReason: null }, changed };
      },
    });
  }

  /** For features in which people count on a point: it is not taken away under them. */
  onWithdrawal(standing: StandingAtPoint): void {
    this.standing.push(standing);
  }

  withdraw(actor: Actor, pointId: string, { id, reason }: { id: string; reason: string }): Answer {
    const label = `${VERSION_LABELS.withdrawn}（${reason}）`;
    return this.act(actor, pointId, {
      id,
      action: 'withdrawServicePoint',
      isRepeat: ({ changed }) => changed[0] === label,
      after: async (db, row) => {
        const inside = await db.findBy(ServicePoints, { insideId: pointId, withdrawnReason: IsNull() });
        demand(canWithdrawPoint(row, actor, []));
        // First what may hold it back for long, lest what stands in it be taken down for nothing.
        for (const standing of this.standing) demand(await standing(db, pointId));
        demand(canWithdrawPoint(row, actor, inside));
        const issues = personalDataIssue(['reason'], reason);
        if (issues.length) throw invalidInput(issues);
        await this.notices.stop(db, pointId);
        await this.notices.placeWithdrawn(db, { ...row, version: row.version + 1 }, inside);
        return { row: { ...row, withdrawnReason: reason, tile: null }, changed: [label] };
      },
    });
  }

  /** Somebody has looked, and everything holds. */
  confirm(actor: Actor, pointId: string, { id, onVersion }: { id: string; onVersion: number }): Answer {
    return this.database.work(async (db) => {
      const row = await this.points.hold(db, actor, pointId);
      const earlier = await db.findOneBy(PointChecks, { id });
      if (earlier) {
        if (earlier.pointId !== pointId || earlier.checkedBy !== actor.personId) throw idTaken();
        return new Repeated(await this.views.staffPoint(db, row));
      }
      demand(canChangePoint(row, actor));
      await this.writing.demandVersion(db, row, onVersion);
      const check = { id, pointId, version: row.version, checkedBy: actor.personId, checkedAt: this.clock.now() };
      await db.insert(PointChecks, check);
      const checked = { checkedOn: this.clock.today(), checkedByName: actor.name, askedOn: null };
      await db.update(ServicePoints, { id: pointId }, checked);
      await this.notices.stop(db, pointId);
      await this.writing.record(db, actor, 'checkServicePoint', pointId);
      return this.views.staffPoint(db, { ...row, ...checked });
    });
  }

  /** The place it stands in is held meanwhile, lest somebody withdraw it this instant. */
  private async demandInOrder(
    db: EntityManager,
    actor: Actor,
    point: Pick<PointRow, 'id' | 'unitId'>,
    facts: PointFacts,
    before?: PointFacts,
  ): Promise<void> {
    if (facts.insideId !== null) await this.database.findForChange(db, ServicePoints, { id: facts.insideId });
    await this.check.demand(db, actor, point, facts, before);
  }

  /** Sent again, an act answers as the point stands and does nothing; so does one that would change nothing. */
  private act(actor: Actor, pointId: string, { id, action, isRepeat, after }: Act): Answer {
    return this.database.work(async (db) => {
      const held = await this.points.hold(db, actor, pointId);
      const earlier = await this.writing.findEarlier(db, actor, pointId, id);
      if (earlier && !(await isRepeat(earlier, db))) throw idTaken();
      if (earlier) return new Repeated(await this.views.staffPoint(db, held));
      const { row, changed } = await after(db, held);
      if (!changed.length) return new Repeated(await this.views.staffPoint(db, held));
      const kept = await this.writing.keep(db, actor, row, id, changed);
      await this.writing.record(db, actor, action, pointId, changed.join('、'));
      return this.views.staffPoint(db, kept);
    });
  }
}

const isEqual = (one: PointFacts, other: PointFacts): boolean => JSON.stringify(one) === JSON.stringify(other);
