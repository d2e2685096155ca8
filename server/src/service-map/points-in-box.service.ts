import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ViewBox } from '@county/shared/service-map/position';
import { inMillionths } from './places.ts';
import { ServicePoints, type PointRow } from './service-map.tables.ts';
import { rangesOver, type TileRange } from './tiles.ts';

/** Where a page of a box ended. */
export interface TilePlace {
  tile: number;
  id: string;
}

/** Finds the points of a view box by their tiles, however many lie elsewhere. */
@Injectable()
export class PointsInBox {
  /** Up to `limit` of them in the order of their tiles; each range is read from the index and left when the page is full. */
  async find(
    db: EntityManager,
    box: ViewBox,
    {
      limit,
      after,
      narrow,
    }: { limit: number; after?: TilePlace; narrow?: (query: SelectQueryBuilder<PointRow>) => void },
  ): Promise<PointRow[]> {
    const found: PointRow[] = [];
    for (const range of rangesOver(box)) {
      if (found.length >= limit) break;
      if (after && range.to < after.tile) continue;
      const query = inRange(db, range, box, after).limit(limit - found.length);
      narrow?.(query);
      found.push(...(await query.getMany()));
    }
    return found;
  }
}

function inRange(db: EntityManager, { from, to }: TileRange, box: ViewBox, after?: TilePlace) {
  const query = db
    .createQueryBuilder(ServicePoints, 'point')
    .where('point.tile BETWEEN :from AND :to', { from: Math.max(from, after?.tile ?? from), to })
    .andWhere('point.microLongitude BETWEEN :west AND :east AND point.microLatitude BETWEEN :south AND :north', {
      west: inMillionths(box.west),
      east: inMillionths(box.east),
      south: inMillionths(box.south),
      north: inMillionths(box.north),
    })
    .orderBy('point.tile')
    .addOrderBy('point.id');
  if (after && after.tile >= from) query.andWhere('(point.tile > :tile OR point.id > :id)', after);
  return query;
}
