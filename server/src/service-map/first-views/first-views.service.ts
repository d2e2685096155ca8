import { HttpException, Inject, Injectable, Logger } from '@nestjs/common';
import { workingCalendar } from '@county/shared/calendar/working-days';
import { findPoints, indexPoints } from '@county/shared/service-map/find-points';
import { NO_FILTERS } from '@county/shared/service-map/point-filters';
import { Clock } from '../../clock/clock.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { PublicMapService } from '../public-map.service.ts';
import { PublicPoints } from '../public-points.service.ts';
import { homeView, mapView, pointView } from './first-view-html.ts';

const HOME_PAGES = ['/', '/tabs/home/index'];
const MAP_PAGE = '/tabs/map/index';
const POINT_PAGE = /^[/]pages[/]service-map[/]point[/]index[?]id=([0-9a-f-]{36})$/;

/** More would be longer on the way than the page itself. */
const MOST_POINTS = 500;
const ROWS = 20;
const FRESH_MS = 5_000;

/**
 * What a page shows on a slow line until its scripts are there: home, the map and the list, or one point, as plain HTML
 * whose links and phone numbers work. A phone that has been here before has the page itself and never asks for this.
 */
@Injectable()
export class FirstViews {
  private readonly log = new Logger('first-views');
  private map: { until: number; made: Promise<string> } | undefined;

  constructor(
    private readonly points: PublicPoints,
    private readonly publicMap: PublicMapService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** For the address of a page; undefined where it has none or none can be made: the page itself opens all the same. */
  async of(address: string): Promise<string | undefined> {
    try {
      return await this.at(address);
    } catch (error) {
      // Withdrawn or never there: the page itself says so.
      if (!(error instanceof HttpException)) this.log.error(error);
      return undefined;
    }
  }

  private async at(address: string): Promise<string | undefined> {
    if (HOME_PAGES.includes(address)) return homeView(this.settings.COUNTY_NAME);
    if (address === MAP_PAGE) return this.keptMap();
    const [, pointId] = POINT_PAGE.exec(address) ?? [];
    return pointId ? this.ofPoint(pointId) : undefined;
  }

  private keptMap(): Promise<string> {
    if (!this.map || this.map.until < Date.now()) this.map = { until: Date.now() + FRESH_MS, made: this.ofMap() };
    return this.map.made;
  }

  private async ofMap(): Promise<string> {
    const [{ outline, units, calendar }, { items }] = await Promise.all([
      this.publicMap.get(),
      this.points.list({ limit: MOST_POINTS }),
    ]);
    const now = this.clock.now();
    const around = { units, calendar: workingCalendar(calendar), now, here: null };
    const { found } = findPoints(indexPoints(items), NO_FILTERS, around);
    return mapView(outline, found, ROWS, now);
  }

  private async ofPoint(pointId: string): Promise<string> {
    const [point, { calendar }] = await Promise.all([this.points.get(pointId), this.publicMap.get()]);
    return pointView(point, workingCalendar(calendar), this.clock.now());
  }
}
