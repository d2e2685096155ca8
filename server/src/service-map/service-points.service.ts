import { Inject, Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { reaches, scopeOf } from '@county/shared/people/scope';
import { canKeepPoint, lastDayTooOld } from '@county/shared/service-map/point-rules';
import type { PointVersion, ServicePointView } from '@county/shared/service-map/service-point';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { readIdCursor, readNumberCursor } from '../http/page-cursor.ts';
import { demand, notFound } from '../http/refusal.ts';
import { PointViews } from './point-views.service.ts';
import { PointVersions, ServicePoints, type PointRow } from './service-map.tables.ts';

/** The points of the units one answers for, as their people read them. */
@Injectable()
export class ServicePointsService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly views: PointViews,
  ) {}

  list(
    actor: Actor,
    part: 'all' | 'check-due' | 'withdrawn',
    { limit, cursor }: PageQuery,
  ): Promise<Page<ServicePointView>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(ServicePoints, 'point')
        .where(`point.withdrawnReason IS ${part === 'withdrawn' ? 'NOT ' : ''}NULL`)
        .orderBy('point.id')
        .limit(limit + 1);
      if (part === 'check-due')
        query.andWhere('(point.checkedOn IS NULL OR point.checkedOn <= :tooOld)', { tooOld: this.tooOld() });
      const scope = scopeOf(actor);
      if (scope) query.andWhere('point.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      const after = readIdCursor(cursor);
      if (after) query.andWhere('point.id > :after', { after });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      return {
        items: await this.views.staffPoints(db, shown),
        next: rows.length > limit ? shown.at(-1)!.id : null,
      };
    });
  }

  get(actor: Actor, pointId: string): Promise<ServicePointView> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(ServicePoints, { id: pointId });
      return this.views.staffPoint(db, demandKept(row, actor));
    });
  }

  listVersions(actor: Actor, pointId: string, { limit, cursor }: PageQuery): Promise<Page<PointVersion>> {
    const before = readNumberCursor(cursor);
    return this.database.read(async (db) => {
      demandKept(await db.findOneBy(ServicePoints, { id: pointId }), actor);
      const rows = await db.find(PointVersions, {
        where: { pointId, ...(before ? { version: LessThan(before) } : {}) },
        order: { version: 'DESC' },
        take: limit + 1,
      });
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? String(items.at(-1)!.version) : null };
    });
  }

  /** The point, held for a change until the unit of work ends. */
  async hold(db: EntityManager, actor: Actor, pointId: string): Promise<PointRow> {
    return demandKept(await this.database.findForChange(db, ServicePoints, { id: pointId }), actor);
  }

  /** The last day on which a check is too old by now. */
  tooOld(): string {
    return lastDayTooOld(this.clock.today(), this.settings.POINT_CHECK_MONTHS);
  }
}

/** Everybody sees what is on the map, so others hear why they may not keep it; what was withdrawn is its unit's own. */
function demandKept(row: PointRow | null, actor: Actor): PointRow {
  if (!row || (row.withdrawnReason !== null && !reaches(actor, row.unitId))) throw notFound('这个服务点');
  demand(canKeepPoint(row.unitId, actor));
  return row;
}
