import { normalName } from '@county/shared/org-units/unit-names';
import type { UnitNames } from '@county/shared/org-units/unit-names';
import { metresBetween, type Places } from '@county/shared/service-map/position';
import type { PointSheetRow } from '@county/shared/service-map/point-sheet';
import type { ServicePointKind } from '@county/shared/service-map/service-point';
import type { SheetNames } from './sheet-columns.ts';

/** What a sheet has to know of every point of the county. */
export interface KnownPoint {
  id: string;
  name: string;
  kind: ServicePointKind;
  places: Places | null;
}

/** Within this, two points of one kind are taken for one. */
const SAME_PLACE_METRES = 30;
/** The same and a little more, in degrees of latitude: told without reckoning a distance, of which a sheet has millions. */
const SAME_PLACE_DEGREES = 0.0003;

/** The county's points and units as a sheet names them, and which point a new row may be already. */
export class SheetCounty implements SheetNames {
  private readonly byName = new Map<string, KnownPoint>();
  private readonly nameOf = new Map<string, string>();
  private readonly points: KnownPoint[] = [];

  constructor(
    points: readonly KnownPoint[],
    private readonly units: UnitNames,
  ) {
    for (const point of points) this.add(point);
  }

  /** A row that goes in is a point for the rows after it. */
  add(point: KnownPoint): void {
    this.points.push(point);
    this.nameOf.set(point.id, point.name);
    if (!this.byName.has(normalName(point.name))) this.byName.set(normalName(point.name), point);
  }

  unitId(name: string): string | undefined {
    return this.units.find(name)?.unit.id;
  }

  unitName(id: string): string {
    return this.units.nameOf(id);
  }

  pointId(name: string): string | undefined {
    return this.byName.get(normalName(name))?.id;
  }

  pointName(id: string | null): string {
    return (id && this.nameOf.get(id)) ?? '';
  }

  /** A point of the same name, or of the same kind within a few steps. */
  likely({ name, kind, places }: Omit<KnownPoint, 'id'>): PointSheetRow['likely'] {
    const namesake = this.byName.get(normalName(name));
    if (namesake) return { id: namesake.id, name: namesake.name, metres: metres(places, namesake.places) };
    const near = this.points
      .filter((point) => point.kind === kind && isOnLatitude(places, point.places))
      .map((point) => ({ id: point.id, name: point.name, metres: metres(places, point.places) }))
      .filter((one) => one.metres !== null && one.metres <= SAME_PLACE_METRES);
    return near.sort((one, other) => one.metres! - other.metres!)[0] ?? null;
  }
}

function isOnLatitude(one: Places | null, other: Places | null): boolean {
  return one !== null && other !== null && Math.abs(one.wgs84.latitude - other.wgs84.latitude) < SAME_PLACE_DEGREES;
}

function metres(one: Places | null, other: Places | null): number | null {
  return one && other ? Math.round(metresBetween(one.wgs84, other.wgs84)) : null;
}
