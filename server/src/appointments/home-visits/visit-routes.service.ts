import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { Day } from '@county/shared/calendar/day';
import { routeOrder } from '@county/shared/appointments/home-visits/visit-route';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { VillagePlaces } from '../../service-map/village-places.service.ts';
import { ElderCards, HomeVisitRequests, HomeVisits, type HomeVisitRow } from './home-visits.tables.ts';

/** The order of one person's day by where the villages lie. */
@Injectable()
export class VisitRoutes {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly places: VillagePlaces,
  ) {}

  /** The village of each visit. */
  async villages(db: EntityManager, visits: readonly HomeVisitRow[]): Promise<Map<string, string>> {
    const requestIds = visits.flatMap(({ requestId }) => requestId ?? []);
    const cardIds = visits.flatMap(({ cardId }) => cardId ?? []);
    const select = { id: true, villageId: true };
    const requests = requestIds.length
      ? await db.find(HomeVisitRequests, { select, where: { id: In(requestIds) } })
      : [];
    const cards = cardIds.length ? await db.find(ElderCards, { select, where: { id: In(cardIds) } }) : [];
    const of = new Map([...requests, ...cards].map(({ id, villageId }) => [id, villageId]));
    return new Map(visits.map(({ id, requestId, cardId }) => [id, of.get(requestId ?? cardId ?? '') ?? '']));
  }

  /** Numbers the day anew: what was made stays first, the rest goes by the villages unless somebody set an order. */
  async reorder(db: EntityManager, unitId: string, day: Day, assigneeId: string): Promise<void> {
    const where = { unitId, day, assigneeId, state: Not('taken-off' as const) };
    const visits = await db.find(HomeVisits, { where, order: { position: 'ASC', id: 'ASC' } });
    const planned = visits.filter(({ state }) => state === 'planned');
    const made = visits.filter(({ state }) => state !== 'planned');
    const isByHand = visits.some(({ isOrderedByHand }) => isOrderedByHand);
    const ordered = isByHand ? visits : [...made, ...(await this.byVillage(db, unitId, planned, made.at(-1)))];
    for (const [index, { id, position }] of ordered.entries())
      if (position !== index + 1) await db.update(HomeVisits, { id }, { position: index + 1 });
  }

  private async byVillage(
    db: EntityManager,
    unitId: string,
    planned: readonly HomeVisitRow[],
    last: HomeVisitRow | undefined,
  ): Promise<HomeVisitRow[]> {
    const villages = await this.villages(db, last ? [...planned, last] : planned);
    const places = await this.places.of([...villages.values(), unitId]);
    const units = await this.units.byId();
    const stops = planned.map((visit) => {
      const villageId = villages.get(visit.id)!;
      const villageName = units.get(villageId)?.name ?? '';
      return { visit, villageId, villageName, place: places.get(villageId) ?? null };
    });
    const start = places.get(last ? villages.get(last.id)! : unitId) ?? places.get(unitId) ?? null;
    return routeOrder(stops, start).map(({ visit }) => visit);
  }
}
