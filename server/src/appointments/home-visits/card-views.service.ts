import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { maskedPhone } from '@county/shared/people/receipt-code';
import type { ElderCardSummary, ElderCardView } from '@county/shared/appointments/home-visits/elder-card';
import { HOME_VISIT_OUTCOME_LABELS, type HomeVisitOutcome } from '@county/shared/appointments/home-visits/visit-plan';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { HomeVisitRequests, HomeVisits, type ElderCardRow, type HomeVisitRow } from './home-visits.tables.ts';
import { HomeVisitOffers } from './offers.service.ts';
import { SealedPeople } from './sealed-people.service.ts';

const MOST_VISITS_SHOWN = 50;

/** Cards as the unit that keeps them sees them. */
@Injectable()
export class CardViews {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly offers: HomeVisitOffers,
    private readonly people: SealedPeople,
  ) {}

  async summaries(db: EntityManager, rows: readonly ElderCardRow[]): Promise<ElderCardSummary[]> {
    const units = await this.units.byId();
    const visitIds = rows.flatMap(({ visitId }) => visitId ?? []);
    const visits = visitIds.length ? await db.findBy(HomeVisits, { id: In(visitIds) }) : [];
    const days = new Map(visits.map(({ id, day }) => [id, day]));
    return rows.map(({ id, villageId, person, turn, lastVisitedOn, dueOn, visitId }) => {
      const { name, phone, needs } = this.people.onCard(person)!;
      const villageName = units.get(villageId)?.name ?? '';
      const plannedOn = days.get(visitId ?? '') ?? null;
      return {
        id,
        villageId,
        villageName,
        name,
        needs,
        turn,
        lastVisitedOn,
        dueOn,
        plannedOn,
        maskedPhone: maskedPhone(phone),
      };
    });
  }

  async view(db: EntityManager, row: ElderCardRow): Promise<ElderCardView> {
    const [summary] = await this.summaries(db, [row]);
    const units = await this.units.byId();
    const { consent, version, consentTakenByName, unitId } = row;
    return {
      ...summary!,
      ...this.people.onCard(row.person)!,
      consent,
      version,
      consentTakenByName,
      unitId,
      unitName: units.get(unitId)?.name ?? '',
      visits: await this.visits(db, row.id),
    };
  }

  private async visits(db: EntityManager, cardId: string): Promise<ElderCardView['visits']> {
    const rows = await db.find(HomeVisits, {
      where: { cardId, state: Not('taken-off' as const) },
      order: { day: 'DESC', id: 'DESC' },
      take: MOST_VISITS_SHOWN,
    });
    const requestIds = rows.flatMap(({ requestId }) => requestId ?? []);
    const requests = requestIds.length ? await db.findBy(HomeVisitRequests, { id: In(requestIds) }) : [];
    const serviceOf = new Map(requests.map(({ id, serviceId }) => [id, serviceId]));
    const names = await this.offers.names(db, [...serviceOf.values()]);
    return rows.map(({ id, day, requestId, state, words }) => ({
      id,
      day,
      what: names.get(serviceOf.get(requestId ?? '') ?? '') ?? '走访',
      outcome: outcomeInWords(state),
      words: this.people.words(words),
    }));
  }
}

function outcomeInWords(state: HomeVisitRow['state']): string {
  if (state === 'planned') return '已安排';
  if (state === 'on-the-way') return '已出发';
  return HOME_VISIT_OUTCOME_LABELS[state as HomeVisitOutcome];
}
