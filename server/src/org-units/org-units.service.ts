import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import { addDays } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import {
  canMergeOn,
  isValidOn,
  type NewOrgUnit,
  type OrgUnit,
  type OrgUnitChange,
  type UnitMerger,
} from '@county/shared/org-units/org-unit';
import { canBeAlias, MOST_ALIASES, normalName, UnitNames } from '@county/shared/org-units/unit-names';
import type { Actor } from '@county/shared/people/actor';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { startAfter } from '../http/page-cursor.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnits } from './org-units.tables.ts';

/** What another feature does when a unit goes into another; within the merger's own unit of work. */
export type MergerListener = (
  db: EntityManager,
  actor: Actor,
  fromUnitId: string,
  intoUnitId: string,
) => Promise<{ moved: number; withdrawn: number }>;

interface UnitFilter {
  kind?: OrgUnit['kind'] | undefined;
  parentId?: string | undefined;
  text?: string | undefined;
}

/** How long one process may show units another process has changed. */
const FRESH_MS = 10_000;

/** The units as they were read, with the ways through them made once. */
interface Loaded {
  units: OrgUnit[];
  byId: Map<string, OrgUnit>;
  under: Map<string | null, OrgUnit[]>;
  until: number;
}

function unitsAbove(byId: ReadonlyMap<string, OrgUnit>, id: string): OrgUnit[] {
  const above = (unitId: string) => byId.get(byId.get(unitId)?.parentId ?? '');
  // A set, so that a ring in the data ends too.
  const found = new Set<OrgUnit>();
  for (let unit = above(id); unit && !found.has(unit); unit = above(unit.id)) found.add(unit);
  return [...found];
}

@Injectable()
export class OrgUnitsService {
  private cached: Loaded | undefined;
  private readonly mergerListeners: MergerListener[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Every unit there is or was, in official order. */
  async all(): Promise<OrgUnit[]> {
    return (await this.load()).units;
  }

  async find(id: string): Promise<OrgUnit | undefined> {
    return (await this.load()).byId.get(id);
  }

  /** Every unit by its id, for views that name many. */
  async byId(): Promise<ReadonlyMap<string, OrgUnit>> {
    return (await this.load()).byId;
  }

  async get(id: string): Promise<OrgUnit> {
    const unit = await this.find(id);
    if (!unit) throw notFound('这个单位');
    return unit;
  }

  /** Every unit by what it is called today; for looking many up. */
  async names(): Promise<UnitNames> {
    return new UnitNames(await this.all(), this.clock.today());
  }

  /** The ids of the unit and of every unit under it. */
  async underUnit(id: string): Promise<string[]> {
    const { under } = await this.load();
    // A set takes what is added while it is walked, and each once: a ring in the data ends too.
    const found = new Set([id]);
    for (const above of found) for (const unit of under.get(above) ?? []) found.add(unit.id);
    return [...found];
  }

  /** The units above the given one, the nearest first. */
  async above(id: string): Promise<OrgUnit[]> {
    return (await this.aboveEach([id])).get(id)!;
  }

  /** The same for many units. */
  async aboveEach(ids: Iterable<string>): Promise<Map<string, OrgUnit[]>> {
    const { byId } = await this.load();
    return new Map([...ids].map((id) => [id, unitsAbove(byId, id)]));
  }

  /** The units one step under the given one, in official order; under null, those that have none above them. */
  async directlyUnder(id: string | null): Promise<readonly OrgUnit[]> {
    return (await this.load()).under.get(id) ?? [];
  }

  /** Registers what is to happen when units merge; features know units, units know no feature. */
  onMerger(listener: MergerListener): void {
    this.mergerListeners.push(listener);
  }

  async list({ kind, parentId, text }: UnitFilter, { limit, cursor }: PageQuery): Promise<Page<OrgUnit>> {
    const today = this.clock.today();
    const wanted = text?.normalize('NFKC').toLowerCase();
    const matches = (unit: OrgUnit) =>
      isValidOn(unit, today) &&
      (!kind || unit.kind === kind) &&
      (!parentId || unit.parentId === parentId) &&
      (!wanted || [unit.name, ...unit.aliases].some((name) => name.normalize('NFKC').toLowerCase().includes(wanted)));
    const units = (await this.all()).filter(matches);
    const start = startAfter(units, cursor, ({ id }) => id);
    const items = units.slice(start, start + limit);
    return { items, next: start + limit < units.length ? items.at(-1)!.id : null };
  }

  async add(actor: Actor, unit: NewOrgUnit): Promise<OrgUnit | Repeated<OrgUnit>> {
    const earlier = await this.find(unit.id);
    if (earlier) {
      const isSame = (Object.keys(unit) as (keyof NewOrgUnit)[]).every(
        (key) => JSON.stringify(earlier[key]) === JSON.stringify(unit[key]),
      );
      if (!isSame) throw idTaken();
      return new Repeated(earlier);
    }
    if (unit.parentId) await this.get(unit.parentId);
    await this.demandNames(unit.aliases, [unit.name, ...unit.aliases], unit.id);
    const position = Math.max(0, ...(await this.all()).map((known) => known.position)) + 1;
    const added: OrgUnit = { ...unit, validFrom: this.clock.today(), validUntil: null, successorId: null, position };
    await this.database.work(async (db) => {
      await db.insert(OrgUnits, added);
      await this.record(db, actor, 'addOrgUnit', added.id);
    });
    this.forget();
    return added;
  }

  change(actor: Actor, unitId: string, change: OrgUnitChange): Promise<OrgUnit> {
    return this.changed(actor, unitId, () => change);
  }

  /** Another name by which documents call the unit; known already, it changes nothing. */
  addAlias(actor: Actor, unitId: string, alias: string): Promise<OrgUnit> {
    return this.changed(actor, unitId, ({ name, aliases }) => {
      if ([name, ...aliases].includes(alias)) return {};
      if (aliases.length >= MOST_ALIASES)
        throw invalidField('alias', `${name}已有 ${MOST_ALIASES} 个别名，请先删去不用的`);
      return { aliases: [...aliases, alias] };
    });
  }

  /** Changes the unit as it stands when it is held, and no more of it than was said: others may change it too. */
  private async changed(actor: Actor, unitId: string, changeOf: (unit: OrgUnit) => OrgUnitChange): Promise<OrgUnit> {
    const unit = await this.database.work(async (db) => {
      const held = await this.database.findForChange(db, OrgUnits, { id: unitId });
      if (!held) throw notFound('这个单位');
      const change = changeOf(held);
      if (!Object.keys(change).length) return held;
      const after = { ...held, ...change };
      const aliases = after.aliases.filter((alias) => !held.aliases.includes(alias));
      await this.demandNames(aliases, [after.name, ...after.aliases], unitId);
      await db.update(OrgUnits, { id: unitId }, change);
      await this.record(db, actor, 'changeOrgUnit', unitId);
      return after;
    });
    this.forget();
    return unit;
  }

  /** One unit goes into another from a day on; what it had open moves with it (rules P4). */
  async merge(actor: Actor, unitId: string, { intoUnitId, on }: UnitMerger) {
    const unit = await this.get(unitId);
    const into = await this.get(intoUnitId);
    if (unit.successorId) throw invalidField('intoUnitId', `${unit.name}已经并入其他单位`);
    if (unitId === intoUnitId || into.successorId) throw invalidField('intoUnitId', '并入单位应是另一个现有单位');
    const isUnder = (await this.above(intoUnitId)).some(({ id }) => id === unitId);
    demand(canMergeOn(unit, into, { on, today: this.clock.today(), isUnder }));
    const merged: OrgUnit = { ...unit, validUntil: addDays(on, -1), successorId: intoUnitId };
    let moved = 0;
    let withdrawn = 0;
    await this.database.work(async (db) => {
      moved = withdrawn = 0;
      await db.save(OrgUnits, merged);
      // Villages of a township that is gone are the other's now; nobody could lead them otherwise.
      await db.update(OrgUnits, { parentId: unitId }, { parentId: intoUnitId });
      for (const listener of this.mergerListeners) {
        const result = await listener(db, actor, unitId, intoUnitId);
        moved += result.moved;
        withdrawn += result.withdrawn;
      }
      await this.record(db, actor, 'mergeOrgUnit', unitId);
    });
    this.forget();
    return { unit: merged, movedAssignments: moved, withdrawnAssignments: withdrawn };
  }

  /** Takes in the units a county starts with. */
  async seed(units: readonly OrgUnit[]): Promise<void> {
    await this.database.work((db) => db.insert(OrgUnits, [...units]));
    this.forget();
  }

  /** New aliases name one unit and no group, and none of the names is another unit's. */
  private async demandNames(newAliases: readonly string[], names: readonly string[], ownId: string): Promise<void> {
    const unitNames = await this.names();
    for (const alias of newAliases) {
      const verdict = canBeAlias(alias, unitNames);
      if (!verdict.allowed) throw invalidField('aliases', verdict.reason);
    }
    const others = (await this.all()).filter((unit) => unit.id !== ownId && !unit.successorId);
    const known = new Set(others.flatMap((unit) => [unit.name, ...unit.aliases].map(normalName)));
    const taken = names.find((name) => known.has(normalName(name)));
    if (taken) throw invalidField('name', `“${taken}”已是其他单位的名称或别名，请换一个`);
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string) {
    return this.audit.record(db, actor, { action, subjectKind: 'org-unit', subjectId });
  }

  private forget(): void {
    this.cached = undefined;
  }

  private async load() {
    if (!this.cached || this.cached.until < Date.now()) {
      const units = await this.database.read((db) => db.find(OrgUnits, { order: { position: 'ASC', id: 'ASC' } }));
      const under = new Map<string | null, OrgUnit[]>();
      for (const unit of units) {
        const siblings = under.get(unit.parentId);
        if (siblings) siblings.push(unit);
        else under.set(unit.parentId, [unit]);
      }
      const byId = new Map(units.map((unit) => [unit.id, unit]));
      this.cached = { units, byId, under, until: Date.now() + FRESH_MS };
    }
    return this.cached;
  }
}
