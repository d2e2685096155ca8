import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { thingsDone } from '@county/shared/service-map/find-points';
import { isCheckDue } from '@county/shared/service-map/point-rules';
import type { PublicPoint, ServicePointView } from '@county/shared/service-map/service-point';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { FilesService } from '../files/files.service.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { initialsOf } from '../search/initials.service.ts';
import { PointCorrections, ServicePoints, type PointRow } from './service-map.tables.ts';

/** Points as everybody sees them, and as their units' people do. */
@Injectable()
export class PointViews {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly units: OrgUnitsService,
  ) {}

  async publicPoints(db: EntityManager, rows: readonly PointRow[]): Promise<PublicPoint[]> {
    const units = await this.units.byId();
    const above = await this.units.aboveEach(new Set(rows.map(({ unitId }) => unitId)));
    const photos = await this.photos(rows);
    const withdrawn = await withdrawnPlaces(db, rows);
    const letters = lettersOfServices(rows);
    return rows.map(({ facts, ...row }) => {
      const { position: _, photoId, ...open } = facts;
      const unit = units.get(row.unitId);
      const township = [unit, ...(above.get(row.unitId) ?? [])].find(isTownship);
      return {
        ...open,
        id: row.id,
        unitId: row.unitId,
        unitName: unit?.name ?? '',
        townshipId: township?.id ?? null,
        townshipName: township?.name ?? null,
        servesUnitIds: facts.servesUnitIds.map((id) => successorOf(units, id)),
        places: row.places,
        photoUrl: photos.get(photoId ?? '') ?? null,
        isPlaceWithdrawn: withdrawn.has(facts.insideId ?? ''),
        checkedOn: row.checkedOn,
        checkedByName: row.checkedByName,
        initials: [row.initials, ...thingsDone(facts).map((words) => letters.get(words))].join(' '),
      };
    });
  }

  async staffPoints(db: EntityManager, rows: readonly PointRow[]): Promise<ServicePointView[]> {
    const units = await this.units.byId();
    const photos = await this.photos(rows);
    const corrections = await openCorrections(db, rows);
    const withdrawn = await withdrawnPlaces(db, rows);
    const inside = await standingIn(db, rows);
    const nameOf = (id: string) => units.get(id)?.name ?? '';
    const [today, months] = [this.clock.today(), this.settings.POINT_CHECK_MONTHS];
    return rows.map(({ facts, ...row }) => ({
      ...row,
      ...facts,
      unitName: nameOf(row.unitId),
      photoUrl: photos.get(facts.photoId ?? '') ?? null,
      openCorrections: corrections.get(row.id) ?? 0,
      isPlaceWithdrawn: withdrawn.has(facts.insideId ?? ''),
      inside: inside
        .filter(({ insideId }) => insideId === row.id)
        .map(({ id, name, unitId }) => ({ id, name, unitId, unitName: nameOf(unitId) })),
      isCheckDue: isCheckDue(row, today, months),
    }));
  }

  async staffPoint(db: EntityManager, row: PointRow): Promise<ServicePointView> {
    const [view] = await this.staffPoints(db, [row]);
    return view!;
  }

  private photos(rows: readonly PointRow[]): Promise<Map<string, string>> {
    return this.files.publicAddresses(rows.flatMap(({ facts }) => facts.photoId ?? []));
  }
}

const isTownship = (unit: OrgUnit | undefined): unit is OrgUnit =>
  unit?.kind === 'township' || unit?.kind === 'subdistrict';

/** First letters of what is done at the points; the same few things are done at most of them. */
function lettersOfServices(rows: readonly PointRow[]): Map<string, string> {
  const all = new Set(rows.flatMap(({ facts }) => thingsDone(facts)));
  return new Map([...all].map((words) => [words, initialsOf(words)]));
}

/** A village that went into another is served as that one is. */
function successorOf(units: ReadonlyMap<string, OrgUnit>, id: string): string {
  const seen = new Set<string>();
  let unit = units.get(id);
  while (unit?.successorId && !seen.has(unit.id)) {
    seen.add(unit.id);
    unit = units.get(unit.successorId);
  }
  return unit?.id ?? id;
}

/** Those of the places the points stand in that are there no more. */
async function withdrawnPlaces(db: EntityManager, rows: readonly PointRow[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap(({ insideId }) => insideId ?? []))];
  if (!ids.length) return new Set();
  const where = { id: In(ids), withdrawnReason: Not(IsNull()) };
  return new Set((await db.find(ServicePoints, { select: { id: true }, where })).map(({ id }) => id));
}

/** What stands in the points. */
async function standingIn(db: EntityManager, rows: readonly PointRow[]): Promise<PointRow[]> {
  if (!rows.length) return [];
  return db.find(ServicePoints, {
    select: { id: true, name: true, unitId: true, insideId: true },
    where: { insideId: In(rows.map(({ id }) => id)), withdrawnReason: IsNull() },
    order: { id: 'ASC' },
  });
}

async function openCorrections(db: EntityManager, rows: readonly PointRow[]): Promise<Map<string, number>> {
  if (!rows.length) return new Map();
  const open = await db.find(PointCorrections, {
    select: { id: true, pointId: true },
    where: { pointId: In(rows.map(({ id }) => id)), state: 'open' },
  });
  const counts = new Map<string, number>();
  for (const { pointId } of open) counts.set(pointId, (counts.get(pointId) ?? 0) + 1);
  return counts;
}
