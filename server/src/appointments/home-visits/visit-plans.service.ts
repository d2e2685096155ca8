import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { areDistinct } from '@county/shared/distinct';
import type { Day } from '@county/shared/calendar/day';
import {
  canPlan,
  canPlanOn,
  MOST_VISITS_A_DAY,
  serves,
} from '@county/shared/appointments/home-visits/home-visit-rules';
import type { NewHomeVisit, VisitOrder, VisitPlan } from '@county/shared/appointments/home-visits/visit-plan';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../../audit/audit.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { demand, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { Posts } from '../../people/posts.service.ts';
import { ElderCards, HomeVisitRequests, HomeVisits } from './home-visits.tables.ts';
import { PlanViews } from './plan-views.service.ts';
import { VisitRoutes } from './visit-routes.service.ts';
import { VisitSteps } from './visit-steps.service.ts';

/** A unit's visits of a day: what goes on the plan, and in which order. */
@Injectable()
export class VisitPlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly posts: Posts,
    private readonly steps: VisitSteps,
    private readonly routes: VisitRoutes,
    private readonly views: PlanViews,
  ) {}

  /** A look at many doors, on record. */
  get(actor: Actor, day: Day): Promise<VisitPlan> {
    return this.database.work(async (db) => {
      const act = { action: 'readVisitPlan' as const, subjectKind: 'visit-plan', subjectId: actor.unitId, detail: day };
      await this.audit.record(db, actor, act);
      return this.views.plan(db, actor.unitId ?? '', day);
    });
  }

  plan(actor: Actor, visit: NewHomeVisit): Promise<VisitPlan | Repeated<VisitPlan>> {
    const { id, day, requestId, cardId, assigneeId } = visit;
    const said = this.steps.said(actor, id, visit);
    return this.database.work(async (db) => {
      const unitId = actor.unitId ?? '';
      if (await this.steps.isDone(db, id, said)) return new Repeated(await this.views.plan(db, unitId, day));
      const ofCard = requestId ? await this.planRequest(db, actor, id, requestId, day) : cardId!;
      if (ofCard) await this.planCard(db, actor, id, ofCard, { day, isInTurn: !requestId });
      await this.demandVisitor(db, unitId, assigneeId);
      const there = await db.findBy(HomeVisits, { unitId, day, assigneeId, state: Not('taken-off') });
      if (there.length >= MOST_VISITS_A_DAY)
        demand(refused('wrong-state', `这个人这一天已有 ${MOST_VISITS_A_DAY} 户，请换一天或换一个人`));
      await db.insert(HomeVisits, {
        id,
        unitId,
        day,
        requestId,
        cardId: ofCard,
        assigneeId,
        state: 'planned',
        words: null,
        followUpOn: null,
        happenedAt: null,
        remindedOn: null,
        position: there.length + 1,
        isOrderedByHand: there.some((one) => one.isOrderedByHand),
      });
      await this.steps.add(db, actor, { id, kind: 'planned', requestId, visitId: id, unitId, said });
      await this.routes.reorder(db, unitId, day, assigneeId);
      return this.views.plan(db, unitId, day);
    });
  }

  /** The order as somebody wants it; null: by the villages' places again. Of its own nature the same twice. */
  order(actor: Actor, day: Day, { assigneeId, visitIds }: VisitOrder): Promise<VisitPlan> {
    return this.database.work(async (db) => {
      const unitId = actor.unitId ?? '';
      const where = { unitId, day, assigneeId, state: Not('taken-off' as const) };
      const visits = await db.find(HomeVisits, { where, ...this.database.lock('pessimistic_write') });
      if (visitIds) {
        const isWhole = areDistinct(visitIds) && visitIds.length === visits.length;
        if (!isWhole || !visits.every(({ id }) => visitIds.includes(id)))
          throw invalidField('visitIds', '这一天的安排刚刚变了，请看过新的安排再排次序');
        for (const [index, id] of visitIds.entries())
          await db.update(HomeVisits, { id }, { position: index + 1, isOrderedByHand: true });
      } else {
        await db.update(HomeVisits, where, { isOrderedByHand: false });
        await this.routes.reorder(db, unitId, day, assigneeId);
      }
      const act = { action: 'orderVisits' as const, subjectKind: 'visit-plan', subjectId: unitId, detail: day };
      await this.audit.record(db, actor, act);
      return this.views.plan(db, unitId, day);
    });
  }

  /** The person's card, if they have one: the visit counts for it too. */
  private async planRequest(
    db: EntityManager,
    actor: Actor,
    visitId: string,
    requestId: string,
    day: Day,
  ): Promise<string | null> {
    const row = await this.database.findForChange(db, HomeVisitRequests, { id: requestId });
    if (!row || !serves(actor, row.unitId)) throw notFound('这件上门申请');
    const today = this.clock.today();
    demand(canPlan(row, day, today));
    const change = { state: 'planned', visitId, followUpOn: null, lastOn: today } as const;
    await db.update(HomeVisitRequests, { id: requestId }, change);
    return row.cardId;
  }

  private async planCard(
    db: EntityManager,
    actor: Actor,
    visitId: string,
    cardId: string,
    { day, isInTurn }: { day: Day; isInTurn: boolean },
  ): Promise<void> {
    const card = await this.database.findForChange(db, ElderCards, { id: cardId });
    if (!card || card.erasedAt || !serves(actor, card.unitId)) throw notFound('这张服务卡');
    if (card.visitId) {
      if (isInTurn) demand(refused('wrong-state', '这位老人已经排在一天的安排里，请先取消那一次'));
      return;
    }
    if (isInTurn) demand(canPlanOn(day, this.clock.today()));
    await db.update(ElderCards, { id: cardId }, { visitId });
  }

  private async demandVisitor(db: EntityManager, unitId: string, assigneeId: string): Promise<void> {
    const posts = await this.posts.inUnits(db, [unitId], ['officer', 'unit-lead']);
    if (!posts.some(({ personId }) => personId === assigneeId))
      throw invalidField('assigneeId', '请选本单位现在的工作人员');
  }
}
