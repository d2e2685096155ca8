import { HttpException, HttpStatus, Inject, Injectable } from '@nestjs/common';
import { dateInWords } from '@county/shared/calendar/day';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { PrintedMapQuery } from '@county/shared/service-map/printed-map-routes';
import { SERVICE_POINT_KIND_LABELS, type PublicPoint } from '@county/shared/service-map/service-point';
import { Clock } from '../../clock/clock.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { PublicMapService } from '../public-map.service.ts';
import { PublicPoints } from '../public-points.service.ts';
import { MapPrinter } from './map-printer.service.ts';
import { viewOfArea } from './map-view.ts';
import type { MapView, PrintedPoint, PrintJob } from './print-job.ts';
import { printedPoints } from './printed-points.ts';

const MOST_POINTS = 1000;

/** The map of one unit as it is printed and hung up, for those who have no phone at hand. */
@Injectable()
export class PrintedMaps {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly map: PublicMapService,
    private readonly points: PublicPoints,
    private readonly printer: MapPrinter,
  ) {}

  /** @param askedAt where the asker reached the product, for the codes where no public address is set */
  async print(query: PrintedMapQuery, askedAt: string): Promise<{ bytes: Buffer; fileName: string }> {
    const job = await this.jobOf(query, this.settings.PUBLIC_ORIGIN ?? askedAt);
    const size = `${job.paper}${job.isLarge ? ' 大字' : ''}`;
    return { bytes: await this.printer.print(job), fileName: `${job.title}（${size}）.pdf` };
  }

  private async jobOf({ unitId, paper, largePrint, kind }: PrintedMapQuery, origin: string): Promise<PrintJob> {
    const unit = await this.units.get(unitId);
    const { outline, approvalNumber } = await this.map.get();
    const units = await this.units.all();
    const today = this.clock.today();
    const isLarge = largePrint === 'yes';
    const found = (await this.pointsOf(unit, units)).filter((point) => kind === undefined || point.kind === kind);
    const points = printedPoints(found, { units, today, origin });
    return {
      title: `${unit.kind === 'county' ? this.settings.COUNTY_NAME : unit.name}政务地图`,
      filter: kind === undefined ? '' : `只列${SERVICE_POINT_KIND_LABELS[kind]}，`,
      date: dateInWords(today),
      countyName: this.settings.COUNTY_NAME,
      paper,
      isLarge,
      link: `${origin}/tabs/map/index`,
      outline,
      notice: approvalNumber === null ? outline.notice : `审图号：${approvalNumber}`,
      points,
      view: viewOf(unit, outline, points),
      townshipViews: isLarge && unit.kind === 'county' ? townshipViews(outline, points) : {},
    };
  }

  /** The county's are all; a township's its own and its villages'; a village's its own and those that serve it. */
  private async pointsOf(unit: OrgUnit, units: readonly OrgUnit[]): Promise<PublicPoint[]> {
    if (unit.kind === 'county') return this.allPoints();
    if (unit.kind === 'village' || unit.kind === 'community') {
      const neighbours = await this.pointsOfUnits(units.filter(({ parentId }) => parentId === unit.parentId));
      return neighbours.filter(({ unitId, servesUnitIds }) => unitId === unit.id || servesUnitIds.includes(unit.id));
    }
    return this.pointsOfUnits([unit, ...units.filter(({ parentId }) => parentId === unit.id)]);
  }

  private async pointsOfUnits(units: readonly OrgUnit[]): Promise<PublicPoint[]> {
    const pages = await Promise.all(units.map(({ id }) => this.points.list({ unitId: id, limit: 500 })));
    return bounded(pages.flatMap(({ items }) => items));
  }

  private async allPoints(): Promise<PublicPoint[]> {
    let found: PublicPoint[] = [];
    for await (const some of this.points.all()) found = bounded([...found, ...some]);
    return found;
  }
}

/** The county whole; a village is shown within its township, by whose roads people come. */
function viewOf({ kind, id, parentId }: OrgUnit, outline: MapOutline, points: readonly PrintedPoint[]): MapView {
  const places = points.flatMap(({ place }) => place ?? []);
  if (kind === 'township' || kind === 'subdistrict') return viewOfArea(outline, id, places);
  if ((kind === 'village' || kind === 'community') && parentId !== null) return viewOfArea(outline, parentId, places);
  return { box: outline.box, areaUnitId: null };
}

function townshipViews(outline: MapOutline, points: readonly PrintedPoint[]): Record<string, MapView> {
  const ids = [...new Set(points.flatMap(({ townshipId }) => townshipId ?? []))];
  const placesIn = (id: string) => points.flatMap(({ townshipId, place }) => (townshipId === id ? (place ?? []) : []));
  return Object.fromEntries(ids.map((id) => [id, viewOfArea(outline, id, placesIn(id))]));
}

/** Nobody carries a table of thousands, and setting it would hold up everybody else's. */
function bounded(points: PublicPoint[]): PublicPoint[] {
  if (points.length <= MOST_POINTS) return points;
  const message = `服务点超过 ${MOST_POINTS} 处，一份印不下；请按乡镇（街道）分别打印，或只选一个类别的乡镇地图`;
  throw new HttpException({ code: 'too-many', message }, HttpStatus.UNPROCESSABLE_ENTITY);
}
