import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { addDays } from '@county/shared/calendar/day';
import { workingDaysBetween, type WorkingCalendar } from '@county/shared/calendar/working-days';
import type { Actor } from '@county/shared/people/actor';
import { canClose, staysOpen, withClosure } from '@county/shared/service-map/point-facts-rules';
import { metresBetween, type Place, type ViewBox } from '@county/shared/service-map/position';
import { chainOf, servingLevel } from '@county/shared/service-map/serving-points';
import type { ClosureEffects, PointClosure, ServicePointKind } from '@county/shared/service-map/service-point';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand } from '../http/refusal.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { PointChanges } from './point-changes.service.ts';
import { servicesOf } from './point-row.ts';
import { PointViews } from './point-views.service.ts';
import { PointsInBox } from './points-in-box.service.ts';
import { PointServices, ServicePoints, type PointRow } from './service-map.tables.ts';
import { ServicePointsService } from './service-points.service.ts';

type Days = Pick<PointClosure, 'from' | 'to'>;

/** How far around one looks for another point, in degrees: some 5, 20 and 90 kilometres. */
const LOOKS_AROUND = [0.05, 0.2, 0.9];
const MOST_FOUND = 500;

/** Where most things are done, each for the people of its own place: in place of a village's one goes to its township's. */
const COUNTERS: readonly ServicePointKind[] = ['service-hall', 'service-centre', 'service-station'];

/** What a feature tells of that a closure breaks; null where it breaks nothing. */
export type ClosureSource = (
  db: EntityManager,
  pointId: string,
  days: Days,
) => Promise<ClosureEffects['alsoBroken'][number] | null>;

/** A point closed for some days, and what that breaks. */
@Injectable()
export class Closures {
  private readonly sources: ClosureSource[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly points: ServicePointsService,
    private readonly changes: PointChanges,
    private readonly boxes: PointsInBox,
    private readonly units: OrgUnitsService,
    private readonly views: PointViews,
  ) {}

  /** For features whose own work at a point a closure breaks. */
  onClosure(source: ClosureSource): void {
    this.sources.push(source);
  }

  preview(actor: Actor, pointId: string, days: Days): Promise<ClosureEffects> {
    return this.database.work(async (db) => {
      const row = await this.points.hold(db, actor, pointId);
      demand(canClose(row.facts, days, this.clock.today()));
      const calendar = await this.calendar.calendar();
      const alsoBroken: ClosureEffects['alsoBroken'] = [];
      for (const source of this.sources) alsoBroken.push(...[(await source(db, pointId, days)) ?? []].flat());
      return {
        alsoBroken,
        onlyHere: await this.onlyHere(db, row, days, calendar),
        nearest: await this.nearest(db, row, days, calendar),
        workingDays: workingDaysBetween(calendar, addDays(days.from, -1), days.to),
      };
    });
  }

  close(actor: Actor, pointId: string, { id, onVersion, ...closure }: PointClosure) {
    const { from, to, reason } = closure;
    return this.changes.changeFacts(actor, pointId, {
      id,
      onVersion,
      action: 'closeServicePoint',
      isRepeat: ({ hours }) =>
        (hours?.exceptions ?? []).some((one) => one.from === from && one.to === to && one.reason === reason),
      after: (facts) => {
        demand(canClose(facts, closure, this.clock.today()));
        return withClosure(facts, closure, this.clock.today());
      },
    });
  }

  /**
   * Of a like kind, open on those days, and for the same people: a neighbour village's station does nothing for
   * them. One that does at least half of the same things comes before one that is nearer. Without a place, any of the
   * same unit.
   */
  private async nearest(
    db: EntityManager,
    row: PointRow,
    days: Days,
    calendar: WorkingCalendar,
  ): Promise<ClosureEffects['nearest']> {
    const isOther = (one: PointRow) => one.id !== row.id && staysOpen(one.facts, days, calendar);
    const here = row.places?.wgs84;
    if (!here) {
      const others = await db.findBy(ServicePoints, { unitId: row.unitId, kind: row.kind, withdrawnReason: IsNull() });
      const other = others.find(isOther);
      return other ? { id: other.id, name: other.name, metres: null } : null;
    }
    const chain = chainOf(row.unitId, await this.units.all());
    const kinds = COUNTERS.includes(row.kind) ? COUNTERS : [row.kind];
    const wanted = new Set(servicesOf(row).map(({ subject }) => subject));
    const shared = (one: PointRow) => servicesOf(one).filter(({ subject }) => wanted.has(subject)).length;
    const tries = [wanted.size / 2, 0].flatMap((least) => LOOKS_AROUND.map((degrees) => ({ least, degrees })));
    for (const { least, degrees } of tries) {
      const found = await this.boxes.find(db, around(here, degrees), {
        limit: MOST_FOUND,
        narrow: (query) => query.andWhere('point.kind IN (:...kinds)', { kinds }),
      });
      const others = await this.views.publicPoints(
        db,
        found.filter((one) => isOther(one) && shared(one) >= least),
      );
      const [first] = others
        .filter((one) => servingLevel(one, chain) !== null)
        .map(({ id, name, places }) => ({ id, name, metres: Math.round(metresBetween(here, places!.wgs84)) }))
        .toSorted((one, other) => one.metres - other.metres);
      if (first) return first;
    }
    return null;
  }

  /** What some of the people it serves can have done nowhere else on those days. */
  private async onlyHere(
    db: EntityManager,
    row: PointRow,
    days: Days,
    calendar: WorkingCalendar,
  ): Promise<ClosureEffects['onlyHere']> {
    const services = row.facts.windows.flatMap((window) => window.services);
    const bySubject = new Map(services.map((service) => [service.guideId ?? service.words, service]));
    if (!bySubject.size) return [];
    const doing = db
      .createQueryBuilder(PointServices, 'service')
      .select('service.pointId')
      .where('service.subject IN (:...subjects) AND service.pointId <> :id');
    const others = await db
      .createQueryBuilder(ServicePoints, 'point')
      .where(`point.withdrawnReason IS NULL AND point.id IN (${doing.getQuery()})`)
      .setParameters({ subjects: [...bySubject.keys()], id: row.id })
      .getMany();
    const open = others.filter(({ facts }) => staysOpen(facts, days, calendar));
    const shown = await this.views.publicPoints(db, open);
    const units = await this.units.all();
    const places = [row.unitId, ...row.facts.servesUnitIds].map((unitId) => {
      const chain = chainOf(unitId, units);
      const serving = new Set(shown.filter((one) => servingLevel(one, chain) !== null).map(({ id }) => id));
      return new Set(open.filter(({ id }) => serving.has(id)).flatMap((one) => servicesOf(one).map(subjectOf)));
    });
    return [...bySubject].flatMap(([subject, service]) =>
      places.every((elsewhere) => elsewhere.has(subject)) ? [] : [service],
    );
  }
}

const subjectOf = ({ subject }: { subject: string }) => subject;

const around = ({ longitude, latitude }: Place, degrees: number): ViewBox => ({
  west: longitude - degrees,
  south: latitude - degrees,
  east: longitude + degrees,
  north: latitude + degrees,
});
