import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import {
  canSetOut,
  canTakeOff,
  canTellResult,
  serves,
  stateAfter,
  turnDueOn,
} from '@county/shared/appointments/home-visits/home-visit-rules';
import type { HomeVisitStep } from '@county/shared/appointments/home-visits/home-visit-request';
import type {
  VisitDeparture,
  VisitPlan,
  VisitResult,
  VisitTakenOff,
} from '@county/shared/appointments/home-visits/visit-plan';
import type { Actor } from '@county/shared/people/actor';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { demand, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import {
  ElderCards,
  HomeVisitRequests,
  HomeVisits,
  type HomeVisitRequestRow,
  type HomeVisitRow,
} from './home-visits.tables.ts';
import { PlanViews } from './plan-views.service.ts';
import { SealedPeople } from './sealed-people.service.ts';
import { VisitRoutes } from './visit-routes.service.ts';
import { VisitSteps } from './visit-steps.service.ts';

interface Act {
  kind: HomeVisitStep['kind'];
  body: { id: string };
  words?: string;
  check: (visit: HomeVisitRow) => void;
  apply: (db: EntityManager, visit: HomeVisitRow) => Promise<void>;
}

/** On the way, and what came of it. */
@Injectable()
export class VisitResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: SealedPeople,
    private readonly steps: VisitSteps,
    private readonly routes: VisitRoutes,
    private readonly views: PlanViews,
  ) {}

  setOut(actor: Actor, visitId: string, body: VisitDeparture) {
    return this.act(actor, visitId, {
      kind: 'on-the-way',
      body,
      check: (visit) => demand(canSetOut(visit)),
      apply: (db, visit) => this.turn(db, visit, { state: 'on-the-way' }, { state: 'on-the-way' }),
    });
  }

  takeOff(actor: Actor, visitId: string, body: VisitTakenOff) {
    return this.act(actor, visitId, {
      kind: 'unplanned',
      body,
      words: body.reason,
      check: (visit) => demand(canTakeOff(visit)),
      apply: async (db, visit) => {
        await this.turn(db, visit, { state: 'taken-off' }, { state: 'accepted', visitId: null });
        await this.leaveOut(db, visit);
      },
    });
  }

  /** Whoever asked wants it no more: off the plan, and the card free for the next. Answers the visit that was planned. */
  async callOff(db: EntityManager, visitId: string): Promise<HomeVisitRow | null> {
    const visit = await this.database.findForChange(db, HomeVisits, { id: visitId });
    if (!visit) return null;
    await db.update(HomeVisits, { id: visitId }, { state: 'taken-off' });
    await this.leaveOut(db, visit);
    return visit;
  }

  /** May come days later, from where there was no signal. The words are for the unit alone, and sealed. */
  tell(actor: Actor, visitId: string, body: VisitResult) {
    const { outcome, words, followUpOn, happenedAt } = body;
    const happenedOn = shanghaiDay(happenedAt);
    return this.act(actor, visitId, {
      kind: outcome,
      body,
      check: (visit) => demand(canTellResult(visit, { followUpOn, happenedOn }, this.clock.today())),
      apply: async (db, visit) => {
        const result = { state: outcome, words: this.people.sealWords(words), followUpOn, happenedAt };
        await this.turn(db, visit, result, {
          state: stateAfter(outcome),
          followUpOn,
          ...(outcome === 'done' ? {} : { visitId: null }),
        });
        await this.freeCard(db, visit, outcome === 'nobody-there' ? undefined : happenedOn);
      },
    });
  }

  private act(
    actor: Actor,
    visitId: string,
    { kind, body, words, check, apply }: Act,
  ): Promise<VisitPlan | Repeated<VisitPlan>> {
    const said = this.steps.said(actor, visitId, body);
    return this.database.work(async (db) => {
      const visit = await this.database.findForChange(db, HomeVisits, { id: visitId });
      if (!visit || !serves(actor, visit.unitId)) throw notFound('这一户的安排');
      const { unitId, requestId, day } = visit;
      if (await this.steps.isDone(db, body.id, said)) return new Repeated(await this.views.plan(db, unitId, day));
      check(visit);
      await apply(db, visit);
      await this.steps.add(db, actor, { id: body.id, kind, requestId, visitId, unitId, words: words ?? null, said });
      return this.views.plan(db, unitId, day);
    });
  }

  private async turn(
    db: EntityManager,
    { id, requestId }: HomeVisitRow,
    visit: Partial<HomeVisitRow>,
    request: Partial<HomeVisitRequestRow>,
  ): Promise<void> {
    await db.update(HomeVisits, { id }, visit);
    if (requestId) await db.update(HomeVisitRequests, { id: requestId }, { ...request, lastOn: this.clock.today() });
  }

  private async leaveOut(db: EntityManager, visit: HomeVisitRow): Promise<void> {
    await this.freeCard(db, visit);
    await this.routes.reorder(db, visit.unitId, visit.day, visit.assigneeId);
  }

  /** A card is free for the next plan; a visit that met its person moves the turn on. */
  private async freeCard(db: EntityManager, { id, cardId }: HomeVisitRow, visitedOn?: string): Promise<void> {
    const card = cardId && (await this.database.findForChange(db, ElderCards, { id: cardId }));
    if (!card || card.erasedAt) return;
    const isLater = visitedOn && (!card.lastVisitedOn || visitedOn > card.lastVisitedOn);
    const lastVisitedOn = isLater ? visitedOn : card.lastVisitedOn;
    await db.update(
      ElderCards,
      { id: card.id },
      {
        lastVisitedOn,
        dueOn: turnDueOn({ turn: card.turn, lastVisitedOn }),
        ...(card.visitId === id ? { visitId: null } : {}),
      },
    );
  }
}
