import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Page } from '@county/shared/http/page';
import type * as http from '@county/shared/http/route';
import { viewBoxOf, type ViewBox } from '@county/shared/service-map/position';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import type { listPublicPoints } from '@county/shared/service-map/service-map-routes';
import { Database } from '../database/database.ts';
import { findRows } from '../database/plain-rows.ts';
import { numberedCursor, readIdCursor, readNumberedCursor } from '../http/page-cursor.ts';
import { invalidField, notFound } from '../http/refusal.ts';
import { PointsInBox } from './points-in-box.service.ts';
import { PointViews } from './point-views.service.ts';
import { ServicePoints, type PointRow } from './service-map.tables.ts';

/** A point's name and address, and what tells of its windows. */
export type PointPlace = Pick<PublicPoint, 'name' | 'address' | 'landmark' | 'phone' | 'places' | 'hours' | 'windows'>;

type Asked = http.Query<typeof listPublicPoints>;

/** How many points are read at once where all are wanted. */
const BATCH = 500;

/** The map's points as everybody may read them; those withdrawn are in no list. */
@Injectable()
export class PublicPoints {
  constructor(
    private readonly database: Database,
    private readonly boxes: PointsInBox,
    private readonly views: PointViews,
  ) {}

  list(asked: Asked): Promise<Page<PublicPoint>> {
    return this.database.read(async (db) => {
      const { bbox, limit } = asked;
      const rows = bbox === undefined ? await this.inAll(db, asked) : await this.inBox(db, asked, boxOf(bbox));
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1)! : undefined;
      const next = last ? (bbox === undefined ? last.id : numberedCursor({ number: last.tile!, id: last.id })) : null;
      return { items: await this.views.publicPoints(db, shown), next };
    });
  }

  /** One that is there no more says why. */
  get(pointId: string): Promise<PublicPoint> {
    return this.database.read(async (db) => {
      const [found] = await findRows(db, ServicePoints, 'id = ?', [pointId]);
      const row = demandThere(found ?? null);
      const [point] = await this.views.publicPoints(db, [row]);
      return point!;
    });
  }

  /** Some of them by id; without those that are there no more. */
  byIds(ids: readonly string[]): Promise<Map<string, PublicPoint>> {
    return this.database.read(async (db) => {
      const points = await this.views.publicPoints(db, await standing(db, ids));
      return new Map(points.map((point) => [point.id, point]));
    });
  }

  /** The same for whoever only names a place and says how to get there: what lists and searches need is left out. */
  placesById(ids: readonly string[]): Promise<Map<string, PointPlace>> {
    return this.database.read(async (db) => {
      const rows = await standing(db, ids);
      return new Map(rows.map(({ id, facts, places }) => [id, { ...facts, places }]));
    });
  }

  /** Whose point it is, be it there no more: what was begun there is still to be ended. */
  async unitOf(pointId: string): Promise<string> {
    const [row] = await this.database.read((db) => findRows(db, ServicePoints, 'id = ?', [pointId]));
    if (!row) throw noPoint();
    return row.unitId;
  }

  /** Every point, some at a time. */
  async *all(): AsyncGenerator<PublicPoint[]> {
    let cursor: string | undefined;
    for (;;) {
      const { items, next } = await this.list({ limit: BATCH, ...(cursor ? { cursor } : {}) });
      yield items;
      if (!next) return;
      cursor = next;
    }
  }

  private inAll(db: EntityManager, { limit, cursor, ...filter }: Asked): Promise<PointRow[]> {
    const query = db
      .createQueryBuilder(ServicePoints, 'point')
      .where('point.withdrawnReason IS NULL')
      .orderBy('point.id')
      .limit(limit + 1);
    const after = readIdCursor(cursor);
    if (after) query.andWhere('point.id > :after', { after });
    narrow(query, filter);
    return query.getMany();
  }

  private inBox(db: EntityManager, { limit, cursor, ...filter }: Asked, box: ViewBox): Promise<PointRow[]> {
    const place = readNumberedCursor(cursor);
    const after = place && { tile: place.number, id: place.id };
    return this.boxes.find(db, box, {
      limit: limit + 1,
      ...(after ? { after } : {}),
      narrow: (query) => narrow(query, filter),
    });
  }
}

function narrow(query: SelectQueryBuilder<PointRow>, { kind, unitId }: Pick<Asked, 'kind' | 'unitId'>): void {
  if (kind) query.andWhere('point.kind = :kind', { kind });
  if (unitId) query.andWhere('point.unitId = :unitId', { unitId });
}

function boxOf(text: string): ViewBox {
  const box = viewBoxOf(text);
  if (!box) throw invalidField('bbox', '地图范围应按“西,南,东,北”写四个经纬度，西小于东、南小于北');
  return box;
}

/** 404; or 410 with the reason, for what was on the map once. */
export function demandThere(row: PointRow | null): PointRow {
  if (!row) throw noPoint();
  if (row.withdrawnReason !== null) throw gone(row.name, row.withdrawnReason);
  return row;
}

const noPoint = () => notFound('这个服务点', '请核对地址');

const gone = (name: string, reason: string) =>
  new HttpException({ code: 'gone', message: `“${name}”已经撤下：${reason}` }, HttpStatus.GONE);

/** Those of the points that are there. */
async function standing(db: EntityManager, ids: readonly string[]): Promise<PointRow[]> {
  const wanted = [...new Set(ids)];
  if (!wanted.length) return [];
  const where = `id IN (${wanted.map(() => '?').join(', ')}) AND withdrawnReason IS NULL`;
  return findRows(db, ServicePoints, where, wanted);
}
