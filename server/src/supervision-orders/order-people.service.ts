import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Posts, type Post } from '../people/posts.service.ts';

/** Whom an order is told to. */
@Injectable()
export class OrderPeople {
  constructor(
    private readonly posts: Posts,
    private readonly units: OrgUnitsService,
  ) {}

  /** Those who work in the unit; where nobody does, or those above are to hear too, the leads of the nearest unit above. */
  async ofUnit(db: EntityManager, unitId: string, isAboveToo = false): Promise<string[]> {
    const own = await this.posts.inUnits(db, [unitId], ['officer', 'unit-lead']);
    const above = own.length && !isAboveToo ? [] : await this.leadsAbove(db, unitId);
    return idsOf([...own, ...above]);
  }

  /** Those who may review an answer: the supervisors of the office that issued it, else those of any other. */
  async reviewers(db: EntityManager, { unitId, toUnitId }: SupervisionOrder, answeredBy: string): Promise<string[]> {
    // A merger may have made the issuing office the one that answers: it cannot review itself.
    const issuing = unitId === toUnitId ? [] : await this.posts.inUnits(db, [unitId], ['supervisor']);
    const some = issuing.filter(({ personId }) => personId !== answeredBy);
    if (some.length) return idsOf(some);
    const all = await this.posts.ofRole(db, 'supervisor');
    return idsOf(all.filter((post) => post.unitId !== toUnitId && post.personId !== answeredBy));
  }

  private async leadsAbove(db: EntityManager, unitId: string): Promise<Post[]> {
    for (const unit of await this.units.above(unitId)) {
      if (unit.kind === 'county') continue;
      const leads = await this.posts.inUnits(db, [unit.id], ['unit-lead']);
      if (leads.length) return leads;
    }
    return [];
  }
}

const idsOf = (posts: readonly Post[]): string[] => [...new Set(posts.map(({ personId }) => personId))];
