import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { addMonths } from '@county/shared/calendar/day';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { MapOutline } from '@county/shared/service-map/map-outline';
import { PointFacts } from '@county/shared/service-map/service-point';
import { VERSION_LABELS } from '@county/shared/service-map/point-rules';
import { mapOutline, pointSeeds, type PointSeed } from '@county/seeds/service-map';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRows } from '../database/insert-row.ts';
import type { SeededPerson } from '../people/people-seeding.service.ts';
import { newPoint, servicesOf } from './point-row.ts';
import { PublicMapService } from './public-map.service.ts';
import { PointServices, PointVersions, ServicePoints, type PointRow } from './service-map.tables.ts';

/** The demo county's outline and its points, as if their units had put them in and looked at them since. */
@Injectable()
export class DemoPoints {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly map: PublicMapService,
  ) {}

  /** `guideIds`: of guides by their plain title. */
  async seed(
    units: readonly OrgUnit[],
    people: readonly SeededPerson[],
    guideIds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const unitIds = new Map(units.map(({ id, name }) => [name, id]));
    const seeds = pointSeeds(this.clock.today());
    const ids = new Map(seeds.map(({ name }) => [name, newId()]));
    const rows = seeds.map((seed): PointRow => {
      const unitId = idOf(unitIds, seed.unitName);
      const facts = factsOf(seed, { unitIds, ids, guideIds });
      return { ...newPoint(ids.get(seed.name)!, unitId, facts, this.clock.now()), ...this.check(seed, unitId, people) };
    });
    await this.database.work(async (db) => {
      await this.map.keepOutline(db, outlineOf(unitIds));
      await insertRows(db, ServicePoints, rows);
      await insertRows(db, PointServices, rows.flatMap(servicesOf));
      await insertRows(
        db,
        PointVersions,
        rows.map(({ id, facts, unitId }) => {
          const { personId, name } = keeperOf(unitId, people);
          const who = { changedBy: personId, changedByName: name, changedAt: this.clock.now() };
          return { id, pointId: id, version: 1, changed: [VERSION_LABELS.added], facts, ...who };
        }),
      );
    });
  }

  private check({ checkedMonthsAgo }: PointSeed, unitId: string, people: readonly SeededPerson[]) {
    if (checkedMonthsAgo === null) return { checkedOn: null, checkedByName: null };
    const checkedOn = addMonths(this.clock.today(), -checkedMonthsAgo);
    return { checkedOn, checkedByName: keeperOf(unitId, people).name };
  }
}

function factsOf(
  seed: PointSeed,
  { unitIds, ids, guideIds }: Record<'unitIds' | 'ids' | 'guideIds', ReadonlyMap<string, string>>,
): PointFacts {
  // Parsed: what names something goes, and the rest stands in the order in which a change is compared with it.
  return PointFacts.parse({
    ...seed,
    photoId: null,
    insideId: seed.insideName && idOf(ids, seed.insideName),
    servesUnitIds: seed.servesUnitNames.map((name) => idOf(unitIds, name)),
    windows: seed.windows.map(({ services, ...window }) => ({
      ...window,
      id: newId(),
      services: services.map(({ guideTitle, words }) => ({ guideId: guideIds.get(guideTitle) ?? null, words })),
    })),
  });
}

function outlineOf(unitIds: ReadonlyMap<string, string>): MapOutline {
  const { areas, ...outline } = mapOutline();
  return { ...outline, areas: areas.map(({ unitName, ...area }) => ({ ...area, unitId: idOf(unitIds, unitName) })) };
}

/** Somebody of the unit, else of the office that keeps the map. */
function keeperOf(unitId: string, people: readonly SeededPerson[]): SeededPerson {
  return people.find((person) => person.unitId === unitId) ?? people.find(({ key }) => key === 'supervisor')!;
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The seeds name “${name}”, which is not there`);
  return id;
}
