import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { grouped } from '@county/shared/grouped';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Posts } from '../people/posts.service.ts';

/** A person and the unit of what they are told; null where it is of no unit. */
interface Told {
  personId: string;
  unitId: string | null;
}

/** In which of their posts people are told something: a lead above is told of a village, and works in the township. */
@Injectable()
export class ToldPosts {
  constructor(
    private readonly posts: Posts,
    private readonly units: OrgUnitsService,
  ) {}

  /**
   * The unit of each one's post: that of what they are told, else the nearest above it, else any; null for whoever has
   * none today.
   */
  async unitsOf(db: EntityManager, told: readonly Told[]): Promise<(string | null)[]> {
    const posts = await this.posts.ofPeople(db, [...new Set(told.map(({ personId }) => personId))]);
    const held = new Map([...grouped(posts, ({ personId }) => personId)].map(([id, some]) => [id, unitIds(some)]));
    const found: (string | null)[] = [];
    for (const { personId, unitId } of told) {
      const own = held.get(personId) ?? [];
      const above = unitId && !own.includes(unitId) ? await this.units.above(unitId) : [];
      const nearest = [unitId, ...above.map(({ id }) => id)].find((id) => id !== null && own.includes(id));
      found.push(nearest ?? own[0] ?? null);
    }
    return found;
  }
}

const unitIds = (posts: readonly { unitId: string }[]): string[] => posts.map(({ unitId }) => unitId);
