import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { calendarDays, orgUnits, people } from '@county/seeds/county';
import type { UnitSeed } from '@county/seeds/org-units/unit-seed';
import { CalendarService } from '../calendar/calendar.service.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PeopleSeeding } from '../people/people-seeding.service.ts';
import { DemoPlans } from '../tasks/demo-plans.service.ts';

const FIRST_DAY = '2020-01-01';

/**
 * What a new database is given: the holidays of the years that have a notice (rules T2), and in demo mode, once, the
 * invented county. A county at work is left alone.
 */
@Injectable()
export class FirstStart implements OnApplicationBootstrap {
  private readonly log = new Logger('seeding');

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly calendar: CalendarService,
    private readonly units: OrgUnitsService,
    private readonly people: PeopleSeeding,
    private readonly plans: DemoPlans,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.calendar.isKnown())) await this.calendar.enter(calendarDays());
    if (!this.settings.demo || (await this.units.all()).length) return;
    const units = withIds(orgUnits());
    await this.units.seed(units);
    const seeded = await this.people.seed(people(), new Map(units.map((unit) => [unit.name, unit.id])));
    await this.plans.seed(seeded);
    this.log.log(`The invented county is in: ${units.length} units, ${seeded.length} people`);
  }
}

function withIds(seeds: readonly UnitSeed[]): OrgUnit[] {
  const ids = new Map(seeds.map(({ name }) => [name, newId()]));
  return seeds.map(({ parentName, ...seed }, position) => ({
    ...seed,
    id: ids.get(seed.name)!,
    parentId: parentName ? ids.get(parentName)! : null,
    validFrom: FIRST_DAY,
    validUntil: null,
    successorId: null,
    position,
  }));
}
