import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type { Membership } from '@county/shared/people/person';
import type { PersonSeed } from '@county/seeds/people/demo-people';
import { Database } from '../database/database.ts';
import { Memberships, People, type Person } from './people.tables.ts';
import { PeopleService } from './people.service.ts';

export interface SeededPerson {
  key: string | null;
  personId: string;
  name: string;
  role: PersonSeed['role'];
  unitId: string | null;
}

const FIRST_DAY = '2020-01-01';
const BATCH = 60;

/** Takes in the people a demo starts with. */
@Injectable()
export class PeopleSeeding {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  async seed(seeds: readonly PersonSeed[], unitIds: ReadonlyMap<string, string>): Promise<SeededPerson[]> {
    const rows = seeds.map((seed) => ({
      seed,
      person: this.person(seed),
      unitId: seed.unitName ? unitIds.get(seed.unitName)! : null,
    }));
    const memberships = rows.flatMap(({ seed, person, unitId }): Membership[] =>
      unitId ? [{ id: newId(), personId: person.id, unitId, role: seed.role, from: FIRST_DAY, until: null }] : [],
    );
    await this.database.work(async (db) => {
      // SQLite takes a limited number of values in one statement.
      for (let start = 0; start < rows.length; start += BATCH)
        await db.insert(
          People,
          rows.slice(start, start + BATCH).map(({ person }) => person),
        );
      for (let start = 0; start < memberships.length; start += BATCH)
        await db.insert(Memberships, memberships.slice(start, start + BATCH));
    });
    return rows.map(({ seed: { key, name, role }, person, unitId }) => ({
      key,
      personId: person.id,
      name,
      role,
      unitId,
    }));
  }

  private person({ key, name, phone }: PersonSeed): Person {
    return { ...this.people.newPerson(newId(), name), ...(phone ? this.people.phoneColumns(phone) : {}), demoKey: key };
  }
}

/** One of the seeded people as somebody who acts, for what a demo has behind it. */
export function actorOf({ personId, name, role, unitId }: SeededPerson): Actor {
  return { sessionId: newId(), personId, name, role, unitId, unitName: null, unitIds: unitId ? [unitId] : [] };
}
