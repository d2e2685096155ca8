import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { grouped } from '@county/shared/grouped';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { DueStepKind } from '@county/shared/tasks/due-reminders/due-steps';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { Posts, type Post } from '../../people/posts.service.ts';
import { Assignments } from '../tasks.tables.ts';

type Line = Pick<Assignment, 'id' | 'unitId' | 'parentId'>;

/** Steps at which those above the unit are told as well (rules S3). */
const ABOVE: readonly DueStepKind[] = ['late-leads', 'late-circular'];

/** Whom a step of a line is told. */
@Injectable()
export class DueRecipients {
  constructor(
    private readonly posts: Posts,
    private readonly units: OrgUnitsService,
  ) {}

  /**
   * Person ids per line: those who work in its unit, or where nobody does the leads of the nearest unit above; later
   * also the leads of the unit it comes from, by hand-down or by rank.
   */
  async of(
    db: EntityManager,
    lines: readonly Line[],
    kindOf: (line: Line) => DueStepKind,
  ): Promise<Map<string, string[]>> {
    const own = await this.ownOf(db, lines);
    const isToldAbove = (line: Line) => ABOVE.includes(kindOf(line)) || !own.has(line.unitId);
    const above = await this.leadsAbove(db, lines.filter(isToldAbove));
    return new Map(
      lines.map((line) => [line.id, idsOf([...(own.get(line.unitId) ?? []), ...(above.get(line.id) ?? [])])]),
    );
  }

  /** Whose people are told of each line, and who they are: the unit's own, else the leads of the nearest above, else nobody. */
  async nearest(
    db: EntityManager,
    lines: readonly Line[],
  ): Promise<Map<string, { unitId: string | null; people: string[] }>> {
    const own = await this.ownOf(db, lines);
    const above = await this.leadsAbove(
      db,
      lines.filter(({ unitId }) => !own.has(unitId)),
    );
    return new Map(
      lines.map(({ id, unitId }) => {
        const told = own.get(unitId) ?? above.get(id) ?? [];
        return [id, { unitId: told[0]?.unitId ?? null, people: idsOf(told) }];
      }),
    );
  }

  /** Those who work in the lines' units, by unit. */
  private async ownOf(db: EntityManager, lines: readonly Line[]): Promise<Map<string, Post[]>> {
    const unitIds = new Set(lines.map(({ unitId }) => unitId));
    return grouped(await this.posts.inUnits(db, [...unitIds], ['officer', 'unit-lead']), ({ unitId }) => unitId);
  }

  /** By line, the leads of the nearest unit above where somebody leads: first the unit that handed it down, then by rank. */
  private async leadsAbove(db: EntityManager, lines: readonly Line[]): Promise<Map<string, Post[]>> {
    if (!lines.length) return new Map();
    const above = await this.unitsAbove(db, lines);
    const unitIds = new Set([...above.values()].flat());
    const leads = grouped(await this.posts.inUnits(db, [...unitIds], ['unit-lead']), ({ unitId }) => unitId);
    return new Map(
      lines.map(({ id }) => {
        const nearest = above.get(id)!.find((unitId) => leads.has(unitId));
        return [id, nearest ? leads.get(nearest)! : []];
      }),
    );
  }

  private async unitsAbove(db: EntityManager, lines: readonly Line[]): Promise<Map<string, string[]>> {
    const parentIds = [...new Set(lines.flatMap(({ parentId }) => parentId ?? []))];
    const parents = parentIds.length
      ? await db.find(Assignments, { select: { id: true, unitId: true }, where: { id: In(parentIds) } })
      : [];
    const unitOf = new Map(parents.map(({ id, unitId }) => [id, unitId]));
    const rankedOf = await this.units.aboveEach(new Set(lines.map(({ unitId }) => unitId)));
    return new Map(
      lines.map(({ id, unitId, parentId }) => {
        const ranked = rankedOf.get(unitId)!.flatMap((unit) => (unit.kind === 'county' ? [] : unit.id));
        const from = parentId ? unitOf.get(parentId) : undefined;
        return [id, from ? [from, ...ranked.filter((other) => other !== from)] : ranked];
      }),
    );
  }
}

const idsOf = (posts: readonly Post[]): string[] => [...new Set(posts.map(({ personId }) => personId))];
