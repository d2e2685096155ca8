import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventContent } from '@county/shared/public-events/event-content';
import type { EventPlaceView } from '@county/shared/public-events/public-event';
import { MapPositions } from '../service-map/map-positions.service.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { notFound } from '../http/refusal.ts';
import { EventVersions, type EventRow } from './public-events.tables.ts';

const MOST_KEPT = 200;

/** What is public of an event: versions never change, so those looked at last are kept in memory. */
@Injectable()
export class EventContents {
  private readonly kept = new Map<string, EventContent>();

  constructor(
    private readonly points: PublicPoints,
    private readonly positions: MapPositions,
  ) {}

  /** 404 for what was never public. */
  async published(
    db: EntityManager,
    { id, publishedVersion }: Pick<EventRow, 'id' | 'publishedVersion'>,
  ): Promise<EventContent> {
    if (publishedVersion === null) throw noEvent();
    const key = `${id} ${publishedVersion}`;
    const known = this.kept.get(key);
    if (known) return known;
    const { content } = await db.findOneByOrFail(EventVersions, { writingId: id, version: publishedVersion });
    this.kept.set(key, content);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT) this.kept.delete(oldest!);
    return content;
  }

  async place({ place }: Pick<EventContent, 'place'>): Promise<EventPlaceView> {
    const [view] = await this.placesOf([place]);
    return view!;
  }

  async placesOf(places: readonly EventContent['place'][]): Promise<EventPlaceView[]> {
    const points = await this.points.placesById(places.flatMap(({ pointId }) => pointId ?? []));
    return places.map(({ pointId, words, position }) => {
      const point = pointId === null ? undefined : points.get(pointId);
      if (!point) {
        const places = position && this.positions.places(position);
        return { pointId: null, name: words, address: '', places };
      }
      const address = [point.address, words].filter(Boolean).join(' ');
      return { pointId, name: point.name, address, places: point.places };
    });
  }
}

export const noEvent = () => notFound('这个活动', '可能还没有公开，也可能链接没有复制全');
