import { Injectable } from '@nestjs/common';
import type { Actor } from '@county/shared/people/actor';
import type { Colleague } from '@county/shared/people/person';
import { STAFF } from '@county/shared/people/role';
import { Database } from '../database/database.ts';
import { Posts } from './posts.service.ts';

/** Who works beside one, by name: for naming somebody of the own unit. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly database: Database,
    private readonly posts: Posts,
  ) {}

  /** Everybody with a post in the actor's unit today, the actor too; somebody with two posts there once. */
  list({ unitId }: Actor): Promise<{ items: Colleague[] }> {
    return this.database.read(async (db) => {
      const posts = unitId ? await this.posts.inUnits(db, [unitId], STAFF) : [];
      const people = new Map(posts.map(({ personId, personName, role }) => [personId, { name: personName, role }]));
      return { items: [...people].map(([personId, { name, role }]) => ({ personId, name, role })) };
    });
  }
}
