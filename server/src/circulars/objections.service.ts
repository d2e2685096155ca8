import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Circular } from '@county/shared/circulars/circular';
import { canDecideObjection, canObject, canReceive, thirtyDaysFrom } from '@county/shared/circulars/circular-rules';
import {
  OBJECTION_OUTCOME_LABELS,
  type NewObjection,
  type NewReceipt,
  type ObjectionDecision,
} from '@county/shared/circulars/objection';
import { shanghaiDay } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { CalendarService } from '../calendar/calendar.service.ts';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { SessionsService } from '../people/sessions.service.ts';
import { AssignmentStepsService } from '../tasks/lines/assignment-steps.service.ts';
import { LateLines } from '../tasks/lines/late-lines.service.ts';
import { CircularViews } from './circular-views.service.ts';
import {
  CircularItems,
  CircularReceipts,
  Circulars,
  Objections,
  type CircularItemRow,
  type ObjectionRow,
} from './circulars.tables.ts';

/** 送达、异议与复核: when a unit received a circular, what it holds against it, and what came of that. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly calendar: CalendarService,
    private readonly lines: LateLines,
    private readonly steps: AssignmentStepsService,
    private readonly views: CircularViews,
    private readonly units: OrgUnitsService,
    private readonly sessions: SessionsService,
  ) {
    this.units.onMerger((db, _actor, fromUnitId, intoUnitId) => moveToSuccessor(db, fromUnitId, intoUnitId));
  }

  /** The unit's first opening, or the day on paper; the first word stands. */
  receive(actor: Actor, circularId: string, { unitId, deliveredOn }: NewReceipt) {
    return this.database.work(async (db) => {
      const { circular, items } = await this.held(db, actor, circularId);
      if (!items.some((item) => item.unitId === unitId)) throw notFound('这个单位在通报里');
      const earlier = await db.findOneBy(CircularReceipts, { circularId, unitId });
      if (earlier) {
        // A day on paper that tells otherwise is refused; the unit opening it again is nothing new.
        if (deliveredOn !== null && deliveredOn !== earlier.receivedOn)
          demand(refused('wrong-state', `这个单位已于 ${earlier.receivedOn} 收到，期限从那天起算`));
        return new Repeated(await this.views.view(db, actor, circular));
      }
      demand(canReceive(circular, unitId, deliveredOn, actor, this.clock.today()));
      await this.insertReceipt(db, actor, circularId, unitId, deliveredOn);
      return this.views.view(db, actor, circular);
    });
  }

  make(actor: Actor, circularId: string, { id, itemId, reason }: NewObjection) {
    return this.database.work(async (db) => {
      const { circular, items } = await this.held(db, actor, circularId);
      const item = items.find((one) => one.id === itemId);
      if (!item) throw notFound('这一项通报');
      const earlier = await db.findOneBy(Objections, { id });
      if (earlier) {
        const isSame = earlier.itemId === itemId && earlier.reason === reason && earlier.madeBy === actor.personId;
        if (!isSame) throw idTaken();
        return new Repeated(await this.views.view(db, actor, circular));
      }
      if (circular.state !== 'issued') demand(refused('wrong-state', '通报还没有印发'));
      const calendar = await this.calendar.forStoring(db);
      const receipt = await db.findOneBy(CircularReceipts, { circularId, unitId: item.unitId });
      const until = receipt?.objectUntil ?? null;
      const isMade = await db.existsBy(Objections, { itemId });
      const today = this.clock.today();
      demand(canObject(item.unitId, { until, isMade }, actor, today));
      // Whoever answers a circular has it in hand.
      if (!receipt) await this.insertReceipt(db, actor, circularId, item.unitId, null);
      const made: ObjectionRow = {
        id,
        circularId,
        itemId,
        unitId: item.unitId,
        reason,
        madeBy: actor.personId,
        madeByName: actor.name,
        madeAt: this.clock.now(),
        decideBy: thirtyDaysFrom(calendar, shanghaiDay(this.clock.now())).day,
        outcome: null,
        decisionWords: null,
        correctedWords: null,
        decidedBy: null,
        decidedByName: null,
        decidedAt: null,
      };
      await db.insert(Objections, made);
      await this.record(db, actor, item, 'objection-made', `${circular.documentNumber}：${reason}`);
      return this.views.view(db, actor, circular);
    });
  }

  /** 复核: the criticism stands, is put right, or is taken back. */
  decide(
    actor: Actor,
    { circularId, objectionId }: Record<'circularId' | 'objectionId', string>,
    by: ObjectionDecision,
  ) {
    return this.database.work(async (db) => {
      const { circular, items } = await this.held(db, actor, circularId);
      const objection = await db.findOneBy(Objections, { id: objectionId, circularId });
      const item = items.find((one) => one.id === objection?.itemId);
      if (!objection || !item) throw notFound('这份异议');
      const correctedWords = by.outcome === 'corrected' ? by.correctedWords : null;
      const { outcome, decisionWords } = by;
      const isSame =
        objection.decidedBy === actor.personId &&
        objection.outcome === outcome &&
        objection.decisionWords === decisionWords &&
        objection.correctedWords === correctedWords;
      if (isSame) return new Repeated(await this.views.view(db, actor, circular));
      demand(canDecideObjection(circular, objection, actor));
      await this.sessions.demandNoPost(db, actor, [objection.unitId]);
      if (correctedWords === item.words) throw invalidField('correctedWords', '更正后的内容与原来一样，请改写后再提交');
      const decided = { decidedBy: actor.personId, decidedByName: actor.name, decidedAt: this.clock.now() };
      await db.update(Objections, { id: objectionId }, { outcome, decisionWords, correctedWords, ...decided });
      const words = `${circular.documentNumber}：${OBJECTION_OUTCOME_LABELS[outcome]}。${decisionWords}`;
      await this.record(db, actor, item, 'objection-decided', words);
      return this.views.view(db, actor, circular);
    });
  }

  /** The circular, held until the unit of work ends; 404 for whom it does not concern. */
  private async held(db: EntityManager, actor: Actor, circularId: string) {
    const circular = await this.database.findForChange<Circular>(db, Circulars, { id: circularId });
    const items = circular ? await this.views.itemsOf(db, circularId) : [];
    if (!circular || !this.views.isReadable(circular, items, actor)) throw notFound('这份通报');
    return { circular, items };
  }

  private async insertReceipt(
    db: EntityManager,
    actor: Actor,
    circularId: string,
    unitId: string,
    deliveredOn: string | null,
  ): Promise<void> {
    const receivedOn = deliveredOn ?? this.clock.today();
    await db.insert(CircularReceipts, {
      id: newId(),
      circularId,
      unitId,
      receivedOn,
      how: deliveredOn ? 'delivered' : 'opened',
      byName: actor.name,
      objectUntil: thirtyDaysFrom(await this.calendar.forStoring(db), receivedOn).day,
    });
    await this.audit.record(db, actor, { action: 'receiveCircular', subjectKind: 'circular', subjectId: circularId });
  }

  private async record(
    db: EntityManager,
    actor: Actor,
    { assignmentId }: CircularItemRow,
    kind: 'objection-made' | 'objection-decided',
    words: string,
  ): Promise<void> {
    const [line] = await this.lines.hold(db, [assignmentId]);
    const action = kind === 'objection-made' ? 'objectToCircular' : 'decideObjection';
    await this.steps.record(db, actor, line!, { id: newId(), kind, words }, action);
  }
}

/** A merged unit's circulars are its successor's to answer; what they print stays. */
async function moveToSuccessor(db: EntityManager, unitId: string, successorId: string) {
  await db.update(CircularItems, { unitId }, { unitId: successorId });
  await db.update(Objections, { unitId }, { unitId: successorId });
  await db.update(Circulars, { unitId }, { unitId: successorId });
  for (const { id, circularId } of await db.findBy(CircularReceipts, { unitId })) {
    const has = await db.existsBy(CircularReceipts, { circularId, unitId: successorId });
    if (has) await db.delete(CircularReceipts, { id });
    else await db.update(CircularReceipts, { id }, { unitId: successorId });
  }
  return { moved: 0, withdrawn: 0 };
}
