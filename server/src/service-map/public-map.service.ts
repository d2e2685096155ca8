import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '@county/shared/calendar/day';
import { yearOf } from '@county/shared/calendar/working-days';
import { isValidOn, type OrgUnitKind } from '@county/shared/org-units/org-unit';
import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { ViewBox } from '@county/shared/service-map/position';
import type { PublicMap } from '@county/shared/service-map/service-map-routes';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { initialsOf } from '../search/initials.service.ts';
import { MapOutlines, ServicePoints } from './service-map.tables.ts';

/** A county has one outline. */
const OUTLINE_ID = 'outline';

/** "Open now" also looks back a little. Whole years, because a year of which nothing is told counts as unknown. */
const DAYS_BACK = 31;

const PLACES_TO_LIVE: readonly OrgUnitKind[] = ['township', 'subdistrict', 'village', 'community'];

/** Where no outline was drawn: the country, until there are points to lie around. */
const CHINA: ViewBox = { west: 73, south: 3, east: 136, north: 54 };
const MARGIN = 0.02;
const MILLION = 1_000_000;

/** What the map page needs besides points. */
@Injectable()
export class PublicMapService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly units: OrgUnitsService,
  ) {}

  get(): Promise<PublicMap> {
    return this.database.read(async (db) => {
      const today = this.clock.today();
      const units = await this.units.all();
      const lived = units.filter((unit) => PLACES_TO_LIVE.includes(unit.kind) && isValidOn(unit, today));
      return {
        outline: (await this.findOutline(db)) ?? (await undrawn(db)),
        calendar: await this.calendar.days(`${yearOf(addDays(today, -DAYS_BACK))}-01-01`),
        tiandituKey: this.settings.TIANDITU_KEY ?? null,
        approvalNumber: this.settings.MAP_APPROVAL_NUMBER ?? null,
        units: lived.map(({ id, parentId, kind, name }) => ({ id, parentId, kind, name, initials: initialsOf(name) })),
      };
    });
  }

  /** The county's box, outside of which no point is taken; undefined while no outline is there. */
  async findBox(db: EntityManager): Promise<ViewBox | undefined> {
    return (await this.findOutline(db))?.box;
  }

  async keepOutline(db: EntityManager, outline: MapOutline): Promise<void> {
    await db.save(MapOutlines, { id: OUTLINE_ID, outline });
  }

  private async findOutline(db: EntityManager): Promise<MapOutline | undefined> {
    return (await db.findOneBy(MapOutlines, { id: OUTLINE_ID }))?.outline;
  }
}

/** No drawing: where the points lie, and words that say so. */
async function undrawn(db: EntityManager): Promise<MapOutline> {
  const edges = await db
    .createQueryBuilder(ServicePoints, 'point')
    .select(['MIN(point.microLongitude) AS `west`', 'MIN(point.microLatitude) AS `south`'])
    .addSelect(['MAX(point.microLongitude) AS `east`', 'MAX(point.microLatitude) AS `north`'])
    .where('point.tile IS NOT NULL')
    .getRawOne<Record<keyof ViewBox, number | null>>();
  const box =
    typeof edges?.west === 'number'
      ? {
          west: edges.west / MILLION - MARGIN,
          south: edges.south! / MILLION - MARGIN,
          east: edges.east! / MILLION + MARGIN,
          north: edges.north! / MILLION + MARGIN,
        }
      : CHINA;
  return { box, areas: [], rivers: [], roads: [], notice: '还没有设置本县的轮廓图，只显示各服务点的位置' };
}
