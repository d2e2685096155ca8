import { placesOf, inMillionths } from './places.ts';
import type { PointFacts } from '@county/shared/service-map/service-point';
import { initialsOf } from '../search/initials.service.ts';
import type { PointRow, PointService } from './service-map.tables.ts';
import { tileOf } from './tiles.ts';

/** What stands beside the facts of a point, made from them. */
export function besideFacts(facts: PointFacts) {
  const places = facts.position && placesOf(facts.position);
  return {
    kind: facts.kind,
    name: facts.name,
    insideId: facts.insideId,
    facts,
    places,
    microLongitude: places && inMillionths(places.wgs84.longitude),
    microLatitude: places && inMillionths(places.wgs84.latitude),
    tile: places && tileOf(places.wgs84),
    initials: initialsOf(facts.name),
  };
}

/** A point in its first version. */
export function newPoint(id: string, unitId: string, facts: PointFacts, now: string): PointRow {
  const unchecked = { checkedOn: null, checkedByName: null, askedOn: null };
  return { ...besideFacts(facts), id, unitId, version: 1, withdrawnReason: null, ...unchecked, updatedAt: now };
}

/** What is done there, each thing once. */
export function servicesOf({ id, facts }: Pick<PointRow, 'id' | 'facts'>): PointService[] {
  const subjects = facts.windows.flatMap(({ services }) => services.map(({ guideId, words }) => guideId ?? words));
  return [...new Set(subjects)].map((subject) => ({ pointId: id, subject }));
}
