import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { calendarDays, orgUnits, people } from '@county/seeds/county';
import type { UnitSeed } from '@county/seeds/org-units/unit-seed';
import { DemoBookings } from '../appointments/demo-bookings.service.ts';
import { DemoHomeVisits } from '../appointments/home-visits/demo-home-visits.service.ts';
import { CalendarService } from '../calendar/calendar.service.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { DemoCirculars } from '../circulars/demo-circulars.service.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PeopleSeeding } from '../people/people-seeding.service.ts';
import { DemoEvents } from '../public-events/demo-events.service.ts';
import { DemoGuides } from '../service-guides/demo-guides.service.ts';
import { DemoPoints } from '../service-map/demo-points.service.ts';
import { DemoOrders } from '../supervision-orders/demo-orders.service.ts';
import { DemoQuestions } from '../task-questions/demo-questions.service.ts';
import { DemoPlans } from '../tasks/demo/demo-plans.service.ts';

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
    private readonly circulars: DemoCirculars,
    private readonly orders: DemoOrders,
    private readonly questions: DemoQuestions,
    private readonly guides: DemoGuides,
    private readonly points: DemoPoints,
    private readonly bookings: DemoBookings,
    private readonly homeVisits: DemoHomeVisits,
    private readonly events: DemoEvents,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.calendar.isKnown())) await this.calendar.seed(calendarDays());
    if (!this.settings.demo || (await this.units.all()).length) return;
    const units = withIds(orgUnits());
    await this.units.seed(units);
    const seeded = await this.people.seed(people(), new Map(units.map((unit) => [unit.name, unit.id])));
    const planId = await this.plans.seed(seeded);
    await this.circulars.seed(seeded, planId);
    await this.orders.seed(seeded);
    await this.questions.seed(seeded, await this.plans.taskIds(planId));
    const guideIds = await this.guides.seed(units, seeded);
    await this.points.seed(units, seeded, guideIds);
    await this.bookings.seed();
    await this.homeVisits.seed(units, seeded);
    await this.events.seed(units, seeded);
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
