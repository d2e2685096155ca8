import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { addDays, startOfDay, type Day } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import { Database } from '../../database/database.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { HomeVisitRequests, HomeVisits } from './home-visits.tables.ts';

/** How many, and nothing of anybody: what is left when the rest is erased. */
@Injectable()
export class VisitCounts {
  constructor(
    private readonly database: Database,
    private readonly units: OrgUnitsService,
  ) {}

  async count(actor: Actor, from: Day, to: Day) {
    const scope = scopeOf(actor);
    const isIn = (unitId: string) => !scope || scope.includes(unitId);
    const [requests, visits] = await this.database.read((db) =>
      Promise.all([
        db.find(HomeVisitRequests, {
          select: { id: true, unitId: true, state: true },
          where: { askedAt: Between(startOfDay(from), startOfDay(addDays(to, 1))) },
        }),
        db.find(HomeVisits, { select: { id: true, unitId: true, state: true }, where: { day: Between(from, to) } }),
      ]),
    );
    const units = await this.units.byId();
    const ids = [...new Set([...requests, ...visits].map(({ unitId }) => unitId))].filter(isIn);
    const items = ids.map((unitId) => {
      const own = requests.filter((one) => one.unitId === unitId);
      return {
        unitId,
        unitName: units.get(unitId)?.name ?? '',
        requests: own.length,
        done: own.filter(({ state }) => state === 'done').length,
        declined: own.filter(({ state }) => state === 'declined').length,
        visits: visits.filter((one) => one.unitId === unitId && MADE.includes(one.state)).length,
      };
    });
    return { items };
  }
}

const MADE: readonly string[] = ['done', 'nobody-there', 'to-be-continued'];
