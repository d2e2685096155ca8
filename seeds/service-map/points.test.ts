import { describe, expect, it } from '@jest/globals';
import { addDays, weekday } from '@county/shared/calendar/day';
import { canServe, canStandIn } from '@county/shared/service-map/point-reach-rules';
import { allowed } from '@county/shared/verdict';
import type { Actor } from '@county/shared/people/actor';
import { PointFacts, type ServicePointKind } from '@county/shared/service-map/service-point';
import { orgUnits } from '../src/county.ts';
import { mapOutline, pointSeeds, type PointSeed } from '../src/service-map.ts';
import { contains } from './polygons.ts';

const TODAY = '2026-11-25';
const points = pointSeeds(TODAY);
const units = orgUnits();
const serialId = (serial: number): string => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
const repeated = <T>(all: readonly T[]): T[] => all.filter((one, at) => all.indexOf(one) !== at);
const ofKind = (kind: ServicePointKind): PointSeed[] => points.filter((point) => point.kind === kind);
const unitNamed = (name: string) => units.find((unit) => unit.name === name);

/** The point as it is once taken in: with ids in place of names. */
function takenIn({ unitName: _unit, servesUnitNames, insideName, checkedMonthsAgo: _checked, ...facts }: PointSeed) {
  return {
    ...facts,
    windows: facts.windows.map((window, at) => ({
      ...window,
      id: serialId(at),
      services: window.services.map(({ words }) => ({ guideId: null, words })),
    })),
    photoId: null,
    servesUnitIds: servesUnitNames.map((name) => serialId(units.findIndex((unit) => unit.name === name))),
    insideId: insideName === null ? null : serialId(points.findIndex(({ name }) => name === insideName)),
  };
}

/** The township or subdistrict whose own or whose village's point it is; undefined for the county's departments. */
function townshipOf({ unitName }: PointSeed): string | undefined {
  const unit = unitNamed(unitName)!;
  if (unit.kind === 'township' || unit.kind === 'subdistrict') return unit.name;
  return unit.kind === 'village' || unit.kind === 'community' ? unit.parentName! : undefined;
}

describe('the service points of the invented county', () => {
  it('could each be entered by an officer as they stand', () => {
    for (const point of points) expect(PointFacts.parse(takenIn(point))).toEqual(takenIn(point));
  });

  it('serve and stand only where their own units may say so', () => {
    const places = units.map(({ name, kind, parentName }) => ({ id: name, name, kind, parentId: parentName }));
    for (const { unitName, servesUnitNames, insideName } of points) {
      for (const served of servesUnitNames) expect(canServe(unitName, served, places)).toEqual(allowed);
      const outer = points.find(({ name }) => name === insideName);
      if (!outer) continue;
      const lead = { role: 'unit-lead', unitIds: [unitName] } as unknown as Actor;
      expect(canStandIn({ ...outer, unitId: outer.unitName }, unitName, lead, places)).toEqual(allowed);
    }
  });

  it('are about 150, of every kind', () => {
    expect(points.length).toBeGreaterThanOrEqual(150);
    expect(points.length).toBeLessThanOrEqual(175);
    expect(ofKind('service-centre')).toHaveLength(12);
    const villages = units.filter(({ kind }) => kind === 'village' || kind === 'community').map(({ name }) => name);
    for (const name of villages)
      expect(ofKind('service-station').filter(({ unitName }) => unitName === name)).toHaveLength(1);
    expect(ofKind('gazette-point').map(({ unitName }) => unitName)).toEqual(['县档案馆', '县图书馆']);
    for (const kind of [
      'service-hall',
      'disclosure-zone',
      'age-friendly-window',
      'data-query-point',
      'self-service',
    ] as const)
      expect(ofKind(kind).length).toBeGreaterThan(1);
  });

  it('belong to units of the county, serve units of it and stand in points of it', () => {
    for (const point of points) {
      const named = [point.unitName, ...point.servesUnitNames];
      expect(named.filter((name) => !unitNamed(name))).toEqual([]);
      if (point.insideName) expect(points.map(({ name }) => name)).toContain(point.insideName);
    }
    expect(repeated(points.map(({ name }) => name))).toEqual([]);
  });

  it('lie in the county’s box, each in its township’s area and no two stations at one place', () => {
    const { box, areas } = mapOutline();
    for (const point of points) {
      if (!point.position) continue;
      const { longitude, latitude } = point.position;
      expect(longitude > box.west && longitude < box.east && latitude > box.south && latitude < box.north).toBe(true);
      const township = townshipOf(point);
      const lies = areas.filter(({ ring }) => contains(ring.slice(1), [longitude, latitude])).map(({ name }) => name);
      expect({ name: point.name, lies }).toEqual({ name: point.name, lies: [township ?? lies[0]] });
    }
    const placed = ofKind('service-station').flatMap(({ position }) => (position ? JSON.stringify(position) : []));
    expect(repeated(placed)).toEqual([]);
  });

  it('are reached at numbers of no area of the country', () => {
    for (const { phone } of points) expect(phone).toMatch(/^0800-55\d{5}$/);
  });

  it('say honestly what nobody knows: hours, places, checks and ways in', () => {
    const without = (what: (point: PointSeed) => unknown): number =>
      points.filter((point) => what(point) === null).length;
    expect(without(({ hours }) => hours)).toBeGreaterThanOrEqual(4);
    expect(without(({ position }) => position)).toBeGreaterThanOrEqual(4);
    expect(without(({ checkedMonthsAgo }) => checkedMonthsAgo)).toBeGreaterThanOrEqual(2);
    expect(points.filter(({ accessibility }) => accessibility.ramp === 'unknown').length).toBeGreaterThan(40);
    for (const { name, landmark, windows, staff } of points) {
      expect({ name, hasLandmark: landmark.length > 3 }).toEqual({ name, hasLandmark: true });
      expect({ name, isUsed: windows.every(({ services }) => services.length > 0) && windows.length > 0 }).toEqual({
        name,
        isUsed: true,
      });
      for (const person of staff) expect(person.name.length).toBeGreaterThan(1);
    }
  });

  it('keep different hours: without lunch, on Saturdays, by season, on holidays, all night, past midnight', () => {
    const keep = (word: string): boolean => points.some(({ hours }) => JSON.stringify(hours).includes(word));
    expect(keep('"from":"09:00","to":"17:00"')).toBe(true);
    expect(keep('"from":"05-01","to":"09-30"')).toBe(true);
    expect(keep('"from":"11-15","to":"02-29"')).toBe(true);
    expect(keep('"from":"00:00","to":"24:00"')).toBe(true);
    expect(keep('"from":"17:30","to":"01:00"')).toBe(true);
    expect(points.some(({ hours }) => hours?.holidays.length)).toBe(true);
    expect(points.some(({ windows }) => windows.some(({ hours }) => hours))).toBe(true);
  });

  it.each(['2026-11-25', '2026-11-29', '2026-11-30'])('close one hall all of the week after %s', (today) => {
    const closed = pointSeeds(today).flatMap(({ hours }) => hours?.exceptions ?? []);
    expect(closed).toHaveLength(1);
    const { from, to, spans } = closed[0]!;
    expect(weekday(from)).toBe(1);
    expect(from > today && from <= addDays(today, 7)).toBe(true);
    expect(to).toBe(addDays(from, 4));
    expect(spans).toEqual([]);
  });

  it('are the same each time they are made', () => expect(pointSeeds(TODAY)).toEqual(points));
});
