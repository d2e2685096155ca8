import type { Day } from '@county/shared/calendar/day';
import type { MapOutline } from '@county/shared/service-map/map-outline';
import type { PointCorrection } from '@county/shared/service-map/point-correction';
import type { Places } from '@county/shared/service-map/position';
import type { PointFacts, PointVersion, ServicePoint } from '@county/shared/service-map/service-point';
import {
  calendarDay,
  instant,
  integer,
  json,
  largeJson,
  nullable,
  primaryId,
  reference,
  table,
  text,
} from '../database/table.ts';

/** A point as it is kept: its facts whole, and beside them what points are looked for by. */
export interface PointRow extends Omit<ServicePoint, Exclude<keyof PointFacts, 'kind' | 'name' | 'insideId'>> {
  facts: PointFacts;
  places: Places | null;
  /** Degrees of WGS-84 in millionths, which every engine compares alike. */
  microLongitude: number | null;
  microLatitude: number | null;
  /** The cell of the ground it lies in (tiles.ts); null where it is on no map: no place known, or withdrawn. */
  tile: number | null;
  initials: string;
  /** When its unit was last asked to check it; null since the last check. */
  askedOn: Day | null;
}

export const ServicePoints = table<PointRow>(
  'service_point',
  {
    id: primaryId(),
    unitId: reference(),
    kind: text(20),
    name: text(60),
    insideId: nullable(reference()),
    facts: largeJson(),
    places: nullable(json()),
    microLongitude: nullable(integer()),
    microLatitude: nullable(integer()),
    tile: nullable(integer()),
    initials: text(60),
    version: integer(),
    withdrawnReason: nullable(text(200)),
    checkedOn: nullable(calendarDay()),
    checkedByName: nullable(text(60)),
    askedOn: nullable(calendarDay()),
    updatedAt: instant(),
  },
  {
    indices: [
      { name: 'service_point_tile', columns: ['tile', 'id'] },
      { name: 'service_point_unit', columns: ['unitId', 'id'] },
      { name: 'service_point_kind', columns: ['kind', 'id'] },
      { name: 'service_point_inside', columns: ['insideId'] },
      { name: 'service_point_check', columns: ['askedOn', 'checkedOn', 'id'] },
    ],
  },
);

export interface PointVersionRow extends PointVersion {
  pointId: string;
  changedBy: string;
}

export const PointVersions = table<PointVersionRow>(
  'service_point_version',
  {
    /** Of the change, made by whoever sent it; of the first version, the point's own. */
    id: primaryId(),
    pointId: reference(),
    version: integer(),
    changedBy: reference(),
    changedByName: text(60),
    changedAt: instant(),
    changed: json(),
    facts: largeJson(),
  },
  { indices: [{ name: 'service_point_version_point', columns: ['pointId', 'version'], unique: true }] },
);

/** Somebody looked and everything held. */
export interface PointCheck {
  id: string;
  pointId: string;
  version: number;
  checkedBy: string;
  checkedAt: string;
}

export const PointChecks = table<PointCheck>(
  'point_check',
  { id: primaryId(), pointId: reference(), version: integer(), checkedBy: reference(), checkedAt: instant() },
  { indices: [{ name: 'point_check_point', columns: ['pointId', 'checkedAt'] }] },
);

/** That something is done at a point that is there: by its guide, or by its words where no guide is written. */
export interface PointService {
  pointId: string;
  subject: string;
}

export const PointServices = table<PointService>(
  'point_service',
  { pointId: primaryId(), subject: { ...text(60), primary: true } },
  { indices: [{ name: 'point_service_subject', columns: ['subject'] }] },
);

export interface PointCorrectionRow extends PointCorrection {
  /** The unit that keeps the point, as a list is limited by it. */
  unitId: string;
  answeredBy: string | null;
}

export const PointCorrections = table<PointCorrectionRow>(
  'point_correction',
  {
    id: primaryId(),
    pointId: reference(),
    unitId: reference(),
    subject: text(20),
    words: text(200),
    state: text(20),
    reportedAt: instant(),
    answer: nullable(text(200)),
    answeredBy: nullable(reference()),
    answeredByName: nullable(text(60)),
    answeredAt: nullable(instant()),
  },
  {
    indices: [
      { name: 'point_correction_all', columns: ['answeredAt', 'reportedAt', 'id'] },
      { name: 'point_correction_unit', columns: ['unitId', 'answeredAt', 'reportedAt', 'id'] },
      { name: 'point_correction_point', columns: ['pointId', 'answeredAt'] },
    ],
  },
);

/** The county's own drawing. */
export interface MapOutlineRow {
  id: string;
  outline: MapOutline;
}

export const MapOutlines = table<MapOutlineRow>('map_outline', { id: primaryId(), outline: largeJson() });
