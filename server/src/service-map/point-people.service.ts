import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Posts } from '../people/posts.service.ts';

/** Who is told of a unit's points. */
@Injectable()
export class PointPeople {
  constructor(
    private readonly posts: Posts,
    private readonly units: OrgUnitsService,
  ) {}

  /** Those who work in the unit; where nobody does, the leads of the nearest unit above that has some. */
  async ofUnit(db: EntityManager, unitId: string): Promise<string[]> {
    const own = await this.posts.inUnits(db, [unitId], ['officer', 'unit-lead']);
    if (own.length) return [...new Set(own.map(({ personId }) => personId))];
    for (const unit of await this.units.above(unitId)) {
      const leads = await this.posts.inUnits(db, [unit.id], ['unit-lead']);
      if (leads.length) return [...new Set(leads.map(({ personId }) => personId))];
    }
    return [];
  }
}
