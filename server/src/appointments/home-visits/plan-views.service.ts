import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { Day } from '@county/shared/calendar/day';
import { turnInWords } from '@county/shared/appointments/home-visits/home-visit-rules';
import { ELDER_NEED_LABELS } from '@county/shared/appointments/home-visits/elder-card';
import { DAY_PART_LABELS } from '@county/shared/appointments/home-visits/home-visit-request';
import type { HomeVisitView, VisitPlan } from '@county/shared/appointments/home-visits/visit-plan';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { Posts } from '../../people/posts.service.ts';
import {
  ElderCards,
  HomeVisitRequests,
  HomeVisits,
  type ElderCardRow,
  type HomeVisitRequestRow,
  type HomeVisitRow,
} from './home-visits.tables.ts';
import { HomeVisitOffers } from './offers.service.ts';
import { SealedPeople } from './sealed-people.service.ts';

/** A day's plan with everything that is needed at the doors. */
@Injectable()
export class PlanViews {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly posts: Posts,
    private readonly offers: HomeVisitOffers,
    private readonly people: SealedPeople,
  ) {}

  async plan(db: EntityManager, unitId: string, day: Day): Promise<VisitPlan> {
    const where = { unitId, day, state: Not('taken-off' as const) };
    const order = { assigneeId: 'ASC', position: 'ASC', id: 'ASC' } as const;
    const visits = await db.find(HomeVisits, { where, order });
    const units = await this.units.byId();
    return { day, unitId, unitName: units.get(unitId)?.name ?? '', visits: await this.views(db, visits) };
  }

  private async views(db: EntityManager, visits: readonly HomeVisitRow[]): Promise<HomeVisitView[]> {
    const requestIds = visits.flatMap(({ requestId }) => requestId ?? []);
    const cardIds = visits.flatMap(({ cardId }) => cardId ?? []);
    const requests = requestIds.length ? await db.findBy(HomeVisitRequests, { id: In(requestIds) }) : [];
    const cards = cardIds.length ? await db.findBy(ElderCards, { id: In(cardIds) }) : [];
    const units = await this.units.byId();
    const names = await this.posts.names(
      db,
      visits.map(({ assigneeId }) => assigneeId),
    );
    const services = await this.offers.names(
      db,
      requests.map(({ serviceId }) => serviceId),
    );
    return visits.map(({ isOrderedByHand: _order, remindedOn: _reminded, ...visit }) => {
      const request = requests.find(({ id }) => id === visit.requestId);
      const card = cards.find(({ id }) => id === visit.cardId);
      const villageId = request?.villageId ?? card?.villageId ?? visit.unitId;
      return {
        ...visit,
        ...this.door(request, card, services),
        words: this.people.words(visit.words),
        assigneeName: names.get(visit.assigneeId) ?? '',
        villageId,
        villageName: units.get(villageId)?.name ?? '',
      };
    });
  }

  /** What the request says goes before what the card says: it is newer. */
  private door(
    request: HomeVisitRequestRow | undefined,
    card: ElderCardRow | undefined,
    services: ReadonlyMap<string, string>,
  ) {
    const told = this.people.told(request?.person ?? null);
    const kept = this.people.onCard(card?.person ?? null);
    const service = request && (services.get(request.serviceId) ?? '');
    return {
      name: told?.name ?? kept?.name ?? null,
      phone: told?.phone ?? kept?.phone ?? null,
      landmark: told?.landmark ?? kept?.landmark ?? null,
      needs: (kept?.needs ?? []).map((need) => ELDER_NEED_LABELS[need]),
      what: request ? [service, told?.wish].filter(Boolean).join('：') : card?.turn ? turnInWords(card.turn) : '走访',
      dayPart: DAY_PART_LABELS[request?.dayPart ?? 'any'],
    };
  }
}
