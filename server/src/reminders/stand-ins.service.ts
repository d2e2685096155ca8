import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { NewStandIn, StandIn, StandInView } from '@county/shared/reminders/reminder';
import { canSetStandIn } from '@county/shared/reminders/reminder-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Posts } from '../people/posts.service.ts';
import { StandIns } from './reminders.tables.ts';
import { ToldPosts } from './told-posts.service.ts';

interface Told {
  personId: string;
  isQuiet: boolean;
  saying: { when: string; words: string; subject: { unitId: string | null } };
}

/** Who gets whose reminders while somebody is away. */
@Injectable()
export class StandInsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly posts: Posts,
    private readonly units: OrgUnitsService,
    private readonly toldPosts: ToldPosts,
  ) {}

  /** Adds those who stand in on the day; whoever is away keeps it in the inbox, and is not rung. */
  async applied<One extends Told>(db: EntityManager, told: readonly One[]): Promise<One[]> {
    if (!told.length) return [];
    const days = told.map(({ saying }) => shanghaiDay(saying.when)).toSorted();
    const away = await db.findBy(StandIns, {
      until: MoreThanOrEqual(days[0]!),
      from: LessThanOrEqual(days.at(-1)!),
    });
    if (!away.length) return [...told];
    const isAway = new Set(away.map(({ personId }) => personId));
    const unitOf = await this.unitsOf(
      db,
      told.filter(({ personId }) => isAway.has(personId)),
    );
    const present: One[] = [];
    const instead: One[] = [];
    for (const one of told) {
      const day = shanghaiDay(one.saying.when);
      const standIn = away.find(
        ({ personId, unitId, from, until }) =>
          personId === one.personId && unitId === unitOf.get(one) && from <= day && day <= until,
      );
      present.push(standIn ? { ...one, isQuiet: true } : one);
      if (standIn) instead.push({ ...one, personId: standIn.standInId });
    }
    return [...present, ...instead];
  }

  /** In which unit each is told: a lead's stand-in gets what the lead is told of villages, a supervisor's all of it. */
  private async unitsOf<One extends Told>(db: EntityManager, told: readonly One[]): Promise<Map<One, string | null>> {
    const units = await this.toldPosts.unitsOf(
      db,
      told.map(({ personId, saying }) => ({ personId, unitId: saying.subject.unitId })),
    );
    return new Map(told.map((one, at) => [one, units[at]!]));
  }

  /** Of the actor's units, those who are or will be away. */
  async list(actor: Actor): Promise<{ items: StandInView[] }> {
    return this.database.read(async (db) => {
      const unitIds = actor.unitIds;
      if (!unitIds.length) return { items: [] };
      const rows = await db.find(StandIns, {
        where: { unitId: In([...unitIds]), until: MoreThanOrEqual(this.clock.today()) },
        order: { from: 'ASC', id: 'ASC' },
        take: 200,
      });
      return { items: await this.views(db, rows) };
    });
  }

  set(actor: Actor, wanted: NewStandIn) {
    return this.database.work(async (db): Promise<StandInView | Repeated<StandInView>> => {
      demand(canSetStandIn(actor, wanted));
      const earlier = await db.findOneBy(StandIns, { id: wanted.id });
      if (earlier) {
        const { setByName: _name, setAt: _at, ...same } = earlier;
        if (JSON.stringify(sorted(same)) !== JSON.stringify(sorted(wanted))) throw idTaken();
        return new Repeated((await this.views(db, [earlier]))[0]!);
      }
      await this.demandPosts(db, wanted);
      if (wanted.until < this.clock.today()) throw invalidField('until', '结束日期已经过去，请重新选择');
      const row: StandIn = { ...wanted, setByName: actor.name, setAt: this.clock.now() };
      await db.insert(StandIns, row);
      await this.audit.record(db, actor, { action: 'setStandIn', subjectKind: 'person', subjectId: wanted.personId });
      return (await this.views(db, [row]))[0]!;
    });
  }

  end(actor: Actor, standInId: string): Promise<{ done: true }> {
    return this.database.work(async (db) => {
      const row = await db.findOneBy(StandIns, { id: standInId });
      if (!row || !actor.unitIds.includes(row.unitId)) throw notFound('这项代收');
      demand(canSetStandIn(actor, row));
      await db.delete(StandIns, { id: standInId });
      await this.audit.record(db, actor, { action: 'endStandIn', subjectKind: 'person', subjectId: row.personId });
      return { done: true };
    });
  }

  /** Both work in the unit, and nobody is away twice on one day. */
  private async demandPosts(db: EntityManager, { personId, standInId, unitId, from, until }: NewStandIn) {
    const here = new Set((await this.posts.inUnits(db, [unitId])).map((post) => post.personId));
    if (!here.has(personId)) throw notFound('要外出的人');
    if (!here.has(standInId)) throw invalidField('standInId', '代收的人不在这个单位，请选本单位的人');
    const taken = await db.findOneBy(StandIns, {
      personId,
      unitId,
      from: LessThanOrEqual(until),
      until: MoreThanOrEqual(from),
    });
    if (taken) throw invalidField('from', `${taken.from} 到 ${taken.until} 已经设过代收，请先取消`);
  }

  private async views(db: EntityManager, rows: readonly StandIn[]): Promise<StandInView[]> {
    const names = await this.posts.names(
      db,
      rows.flatMap(({ personId, standInId }) => [personId, standInId]),
    );
    const units = await this.units.byId();
    const nameOf = (id: string) => names.get(id) ?? '（已离任）';
    return rows.map((row) => ({
      ...row,
      personName: nameOf(row.personId),
      standInName: nameOf(row.standInId),
      unitName: units.get(row.unitId)?.name ?? '',
    }));
  }
}

const sorted = (row: object) => Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b));
