import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { addDays, type Day } from '@county/shared/calendar/day';
import { turnDueOn } from '@county/shared/appointments/home-visits/home-visit-rules';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import {
  elderCardSeeds,
  homeVisitRequestSeeds,
  homeVisitServiceSeeds,
  type ElderCardSeed,
  type HomeVisitRequestSeed,
} from '@county/seeds/home-visits';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRows } from '../../database/insert-row.ts';
import type { SeededPerson } from '../../people/people-seeding.service.ts';
import {
  ElderCards,
  HomeVisitRequests,
  HomeVisits,
  HomeVisitServices,
  HomeVisitSteps,
  type ElderCardRow,
  type HomeVisitRequestRow,
  type HomeVisitRow,
  type HomeVisitServiceRow,
  type HomeVisitStepRow,
} from './home-visits.tables.ts';
import { SealedPeople } from './sealed-people.service.ts';

/** The numbers of the demo's requests, by their place in the list. */
const NUMBERS = ['K7MPX2', 'R4TWE9', 'H3NQB6', 'V8LCD5', 'Z2YGF7', 'P9JSA4'];

interface Known {
  unitIds: ReadonlyMap<string, string>;
  serviceIds: ReadonlyMap<string, string>;
  cardIds: ReadonlyMap<string, string>;
  visitor: SeededPerson;
  villager: SeededPerson;
  today: Day;
}

/** Help at home in the demo county: what is offered, some requests in every state, the elder's cards of one township. */
@Injectable()
export class DemoHomeVisits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: SealedPeople,
  ) {}

  async seed(units: readonly OrgUnit[], people: readonly SeededPerson[]): Promise<void> {
    const byKey = (wanted: string) => people.find(({ key }) => key === wanted)!;
    const known: Known = {
      unitIds: new Map(units.map(({ id, name }) => [name, id])),
      serviceIds: new Map(homeVisitServiceSeeds.map(({ key }) => [key, newId()])),
      cardIds: new Map(elderCardSeeds.map(({ key }) => [key, newId()])),
      visitor: byKey('township-officer'),
      villager: byKey('village-officer'),
      today: this.clock.today(),
    };
    const requests = homeVisitRequestSeeds.map((seed, at) => this.request(seed, NUMBERS[at]!, known));
    const visits = requests.flatMap((row) => (row.visitId ? [visitOf(row, known)] : []));
    await this.database.work(async (db) => {
      await insertRows(db, HomeVisitServices, this.services(units, known));
      await insertRows(
        db,
        ElderCards,
        elderCardSeeds.map((seed) => this.card(seed, known)),
      );
      await insertRows(db, HomeVisitRequests, requests);
      await insertRows(db, HomeVisits, visits);
      await insertRows(
        db,
        HomeVisitSteps,
        requests.flatMap((row, at) => stepsOf(row, homeVisitRequestSeeds[at]!, known)),
      );
    });
  }

  private services(units: readonly OrgUnit[], { unitIds, serviceIds }: Known): HomeVisitServiceRow[] {
    const savedAt = this.clock.now();
    return homeVisitServiceSeeds.map(({ key, unitName, inVillagesOf, ...facts }) => {
      const above = inVillagesOf.map((name) => unitIds.get(name));
      const villageIds = units.flatMap(({ id, parentId }) => (parentId && above.includes(parentId) ? [id] : []));
      const id = serviceIds.get(key)!;
      const unitId = unitIds.get(unitName)!;
      return {
        ...facts,
        id,
        unitId,
        villageIds,
        version: 1,
        withdrawnReason: null,
        said: id,
        lastChangeId: id,
        savedAt,
      };
    });
  }

  private card(
    { key, villageName, name, phone, phoneOf, landmark, needs, turn, visitedDaysAgo }: ElderCardSeed,
    { unitIds, cardIds, visitor, today }: Known,
  ): ElderCardRow {
    const [id, on] = [cardIds.get(key)!, addDays(today, -60)];
    const lastVisitedOn = visitedDaysAgo === null ? null : addDays(today, -visitedDaysAgo);
    const rule = turn && { ...turn, from: addDays(today, -20) };
    return {
      id,
      unitId: visitor.unitId!,
      villageId: unitIds.get(villageName)!,
      ...this.people.columns({ name, phone, phoneOf, landmark, needs: [...needs] }),
      consent: { by: 'self', way: 'spoken', on },
      consentTakenBy: visitor.personId,
      consentTakenByName: visitor.name,
      turn: rule,
      lastVisitedOn,
      dueOn: turnDueOn({ turn: rule, lastVisitedOn }),
      visitId: null,
      version: 1,
      said: id,
      lastChangeId: id,
      addedAt: atNine(on),
      withdrawalId: null,
      erasedAt: null,
    };
  }

  private request(seed: HomeVisitRequestSeed, number: string, known: Known): HomeVisitRequestRow {
    const { serviceKey, villageName, name, phone, landmark, wish, askedAs, askedDaysAgo, state, cardKey } = seed;
    const id = newId();
    const askedOn = addDays(known.today, -askedDaysAgo);
    const by = askedAs === 'village-staff' ? known.villager : null;
    return {
      id,
      number,
      serviceId: known.serviceIds.get(serviceKey)!,
      unitId: known.visitor.unitId!,
      villageId: known.unitIds.get(villageName)!,
      suitableDays: [],
      dayPart: 'any',
      askedAs,
      state,
      said: id,
      ...this.people.columns({ name, phone, landmark, wish }),
      personId: null,
      askedBy: by?.personId ?? null,
      askedByName: by?.name ?? null,
      askedAt: atNine(askedOn),
      followUpOn: null,
      cardId: cardKey && known.cardIds.get(cardKey)!,
      visitId: state === 'planned' || state === 'done' ? newId() : null,
      lastOn: askedOn,
      erasedAt: null,
    };
  }
}

const atNine = (day: Day) => `${day}T01:00:00.000Z`;

/** The day after tomorrow, or made two days after it was asked for. */
function visitOf(
  { visitId, unitId, id, cardId, state, askedAt }: HomeVisitRequestRow,
  { visitor, today }: Known,
): HomeVisitRow {
  const isDone = state === 'done';
  const day = isDone ? addDays(askedAt.slice(0, 10), 2) : addDays(today, 2);
  return {
    id: visitId!,
    unitId,
    day,
    requestId: id,
    cardId,
    assigneeId: visitor.personId,
    position: 1,
    state: isDone ? 'done' : 'planned',
    words: null,
    followUpOn: null,
    happenedAt: isDone ? atNine(day) : null,
    isOrderedByHand: false,
    remindedOn: null,
  };
}

/** How it came to stand where it stands. */
function stepsOf(row: HomeVisitRequestRow, { words }: HomeVisitRequestSeed, known: Known): HomeVisitStepRow[] {
  const { visitor, villager } = known;
  const of = { requestId: row.id, unitId: row.unitId, words: null, said: row.id };
  const asker = row.askedBy ? { byId: villager.personId, byName: villager.name } : { byId: null, byName: null };
  const asked: HomeVisitStepRow = { ...of, ...asker, id: row.id, kind: 'asked', at: row.askedAt };
  if (row.state === 'asked') return [asked];
  const by = { byId: visitor.personId, byName: visitor.name, at: `${row.askedAt.slice(0, 11)}03:00:00.000Z` };
  if (row.state === 'declined') return [asked, { ...of, ...by, id: newId(), kind: 'declined', words }];
  const accepted: HomeVisitStepRow = { ...of, ...by, id: newId(), kind: 'accepted', words };
  if (row.state === 'accepted') return [asked, accepted];
  const planned: HomeVisitStepRow = { ...of, ...by, id: row.visitId!, kind: 'planned' };
  if (row.state === 'planned') return [asked, accepted, planned];
  const at = atNine(addDays(row.askedAt.slice(0, 10), 2));
  return [asked, accepted, planned, { ...of, ...by, id: newId(), kind: 'done', at }];
}
