import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Role } from '@county/shared/people/role';
import { Clock } from '../clock/clock.ts';
import { Memberships, People } from './people.tables.ts';

/** Somebody in one of their present posts. */
export interface Post {
  personId: string;
  personName: string;
  unitId: string;
  role: Role;
}

/** Who holds which post today. */
@Injectable()
export class Posts {
  constructor(private readonly clock: Clock) {}

  /** The present posts in the given units, in some of the roles or in any. */
  async inUnits(db: EntityManager, unitIds: readonly string[], roles?: readonly Role[]): Promise<Post[]> {
    if (!unitIds.length) return [];
    return this.find(db, 'post.unitId IN (:...unitIds)', { unitIds }, roles);
  }

  /** The units in which somebody has a post today, whatever they act as. */
  async unitsOf(db: EntityManager, personId: string): Promise<string[]> {
    const posts = await this.find(db, 'post.personId = :personId', { personId });
    return posts.map(({ unitId }) => unitId);
  }

  /** The present posts of people, whatever they act as. */
  async ofPeople(db: EntityManager, personIds: readonly string[]): Promise<Post[]> {
    if (!personIds.length) return [];
    return this.find(db, 'post.personId IN (:...personIds)', { personIds });
  }

  /** Everybody who holds a role today, wherever. */
  ofRole(db: EntityManager, role: Role): Promise<Post[]> {
    return this.find(db, 'post.role = :role', { role });
  }

  /** Those of them who hold a post today. */
  async holding(db: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
    const posts = await this.ofPeople(db, personIds);
    return new Set(posts.map(({ personId }) => personId));
  }

  /** Names by person, for what was said to people who may have left since. */
  async names(db: EntityManager, personIds: readonly string[]): Promise<Map<string, string>> {
    if (!personIds.length) return new Map();
    const people = await db.find(People, { select: { id: true, name: true }, where: { id: In([...personIds]) } });
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  private find(db: EntityManager, where: string, parameters: object, roles?: readonly Role[]): Promise<Post[]> {
    const query = db
      .createQueryBuilder(Memberships, 'post')
      .innerJoin(People.options.name, 'person', 'person.id = post.personId')
      .select(['post.personId AS `personId`', 'person.name AS `personName`'])
      .addSelect(['post.unitId AS `unitId`', 'post.role AS `role`'])
      .where(where, parameters)
      .andWhere('post.from <= :today AND (post.until IS NULL OR post.until > :today)', { today: this.clock.today() })
      .orderBy('post.id');
    if (roles) query.andWhere('post.role IN (:...roles)', { roles });
    return query.getRawMany<Post>();
  }
}
