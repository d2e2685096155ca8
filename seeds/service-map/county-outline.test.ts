import { describe, expect, it } from '@jest/globals';
import { MapOutline } from '@county/shared/service-map/map-outline';
import { orgUnits } from '../src/county.ts';
import { mapOutline } from '../src/service-map.ts';
import { border, townshipAreas } from './county-outline.ts';
import { TOWNSHIP_SEATS } from './county-shape.ts';
import { contains, type Point, sidesOf } from './polygons.ts';

const outline = mapOutline();

/** Square kilometres. */
const areaOf = (polygon: readonly Point[]): number =>
  Math.abs(sidesOf(polygon).reduce((sum, [from, to]) => sum + from[0] * to[1] - to[0] * from[1], 0)) / 2;

describe('the outline of the invented county', () => {
  it('is one that the map can show, and small', () => {
    const areas = outline.areas.map(({ name, ring, label }) => ({ unitId: null, name, ring, label }));
    expect(MapOutline.parse({ ...outline, areas })).toEqual({ ...outline, areas });
    expect(JSON.stringify(outline).length).toBeLessThan(60_000);
    expect(outline.notice).toBe('示意图，不作为划界依据；正式使用请设置有审图号的底图');
  });

  it('has an area for each township and subdistrict, with its seat in it and closed', () => {
    const named = orgUnits().flatMap(({ kind, name }) => (kind === 'township' || kind === 'subdistrict' ? name : []));
    expect(outline.areas.map(({ unitName }) => unitName).sort()).toEqual([...named].sort());
    for (const [name, area] of townshipAreas)
      expect([name, contains(area, TOWNSHIP_SEATS[name]!)]).toEqual([name, true]);
    for (const { name, ring } of outline.areas) expect([name, ring.at(-1)]).toEqual([name, ring[0]]);
  });

  it('is tiled: every side within it belongs to two townships, and together they are the county', () => {
    const seen = new Map<string, number>();
    for (const { ring } of outline.areas)
      for (const [from, to] of ring.slice(1).map((corner, at) => [ring[at]!.join(), corner.join()].sort())) {
        if (from !== to) seen.set(`${from} ${to}`, (seen.get(`${from} ${to}`) ?? 0) + 1);
      }
    const counts = [...seen.values()];
    expect(counts.every((count) => count === 1 || count === 2)).toBe(true);
    // What only one township has is the county's border, which is one closed line: each of its corners has two sides.
    const corners = [...seen].flatMap(([side, count]) => (count === 1 ? side.split(' ') : []));
    for (const corner of corners) expect(corners.filter((other) => other === corner)).toHaveLength(2);
    const sum = [...townshipAreas.values()].reduce((total, area) => total + areaOf(area), 0);
    expect(Math.abs(sum - areaOf(border))).toBeLessThan(0.1);
  });

  it('lies in its box, which is about forty kilometres wide', () => {
    const { west, south, east, north } = outline.box;
    const lines = [
      ...outline.areas.map(({ ring }) => ring),
      ...[...outline.rivers, ...outline.roads].map((l) => l.line),
    ];
    for (const [longitude, latitude] of lines.flat()) {
      expect(longitude > west && longitude < east).toBe(true);
      expect(latitude > south && latitude < north).toBe(true);
    }
    expect((east - west) * 95).toBeGreaterThan(36);
    expect((east - west) * 95).toBeLessThan(44);
  });

  it('is the same each time it is made', () => expect(mapOutline()).toEqual(outline));
});
