import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Place } from '@county/shared/service-map/position';
import { Database } from '../database/database.ts';
import { ServicePoints } from './service-map.tables.ts';

/** Where units lie, as their points on the map tell. */
@Injectable()
export class VillagePlaces {
  constructor(private readonly database: Database) {}

  /** The place of each unit's first point, WGS-84; units without one are missing. */
  async of(unitIds: readonly string[]): Promise<Map<string, Place>> {
    if (!unitIds.length) return new Map();
    const points = await this.database.read((db) =>
      db.find(ServicePoints, {
        select: { id: true, unitId: true, places: true },
        where: { unitId: In([...new Set(unitIds)]), withdrawnReason: IsNull() },
        order: { id: 'DESC' },
      }),
    );
    return new Map(points.flatMap(({ unitId, places }) => (places ? [[unitId, places.wgs84] as const] : [])));
  }
}
