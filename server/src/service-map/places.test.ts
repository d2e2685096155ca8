import { describe, expect, it } from '@jest/globals';
import { isInBox, metresBetween, type Datum, type Place, type ViewBox } from '@county/shared/service-map/position';
import { placesOf } from './places.ts';
import { rangesOver, tileOf } from './tiles.ts';

const place = (longitude: number, latitude: number): Place => ({ longitude, latitude });

/**
 * Published pairs: what Baidu's conversion service answers for the example of its manual, and the pairs by which the
 * open libraries eviltransform and coordtransform are tested.
 */
const MANUAL = {
  wgs84: place(114.21892734521, 29.575429778924),
  gcj02: place(114.22430528428819, 29.57284912109375),
  bd09: place(114.2307519546763, 29.57908428837437),
};
const PAIRS: [string, Datum, Place, 'wgs84' | 'gcj02', Place][] = [
  ['Baidu’s manual', 'wgs84', MANUAL.wgs84, 'gcj02', MANUAL.gcj02],
  ['Baidu’s manual', 'bd09', MANUAL.bd09, 'gcj02', MANUAL.gcj02],
  ['Baidu’s manual', 'bd09', MANUAL.bd09, 'wgs84', MANUAL.wgs84],
  ['Baidu’s manual', 'gcj02', MANUAL.gcj02, 'wgs84', MANUAL.wgs84],
  ['Shanghai', 'wgs84', place(121.5272106, 31.1774276), 'gcj02', place(121.531541859215, 31.17530398364597)],
  ['Shenzhen', 'wgs84', place(113.912316, 22.543847), 'gcj02', place(113.9171764808363, 22.540796131694766)],
  ['Beijing', 'wgs84', place(116.377817, 39.911954), 'gcj02', place(116.38404722455657, 39.91334545536069)],
  ['Beijing', 'gcj02', place(116.38404722455657, 39.91334545536069), 'wgs84', place(116.377817, 39.911954)],
  ['Tiananmen', 'bd09', place(116.404, 39.915), 'gcj02', place(116.39762729119315, 39.90865673957631)],
];

/** The systems lie 100 to 1,000 metres apart; an entrance is found within three. */
const TOLERANCE_METRES = 3;

describe('a place taken in one system, out in another', () => {
  it.each(PAIRS)('lies where %s has it: %s %j in %s is %j', (_of, datum, given, system, published) => {
    const there = placesOf({ ...given, datum })[system];
    expect(metresBetween(there, published)).toBeLessThan(TOLERANCE_METRES);
    expect(metresBetween(given, published)).toBeGreaterThan(100);
  });

  it('stays as it was given where it goes out in the same system', () => {
    const given = place(105.52, 31.47);
    expect(placesOf({ ...given, datum: 'wgs84' }).wgs84).toEqual(given);
    expect(placesOf({ ...given, datum: 'gcj02' }).gcj02).toEqual(given);
  });
});

describe('the ranges of tiles over a view box', () => {
  const boxes: [string, ViewBox][] = [
    ['a village', { west: 105.5, south: 31.45, east: 105.51, north: 31.46 }],
    ['a county', { west: 105.2, south: 31.2, east: 105.8, north: 31.7 }],
    ['a long road', { west: 100, south: 31.45, east: 110, north: 31.46 }],
    ['the country', { west: 73, south: 3, east: 136, north: 54 }],
    ['the earth', { west: -180, south: -90, east: 180, north: 90 }],
  ];
  const covers = (box: ViewBox, one: Place) =>
    rangesOver(box).some(({ from, to }) => tileOf(one) >= from && tileOf(one) <= to);

  it.each(boxes)('of %s are few, ascending and apart, and hold every place in it', (_name, box) => {
    const ranges = rangesOver(box);
    expect(ranges.length).toBeLessThanOrEqual(16);
    for (const [index, { from, to }] of ranges.entries()) {
      expect(to).toBeGreaterThanOrEqual(from);
      if (index) expect(from).toBeGreaterThan(ranges[index - 1]!.to + 1);
    }
    for (let east = 0; east <= 20; east += 1)
      for (let north = 0; north <= 20; north += 1) {
        const one = place(
          box.west + ((box.east - box.west) * east) / 20,
          box.south + ((box.north - box.south) * north) / 20,
        );
        expect(isInBox(box, one) && !covers(box, one)).toBe(false);
      }
  });

  it('are close about a village: a place ten kilometres off is in none', () => {
    const [, box] = boxes[0]!;
    for (const far of [place(105.62, 31.45), place(105.4, 31.45), place(105.5, 31.56), place(105.5, 31.36)])
      expect(covers(box, far)).toBe(false);
  });

  it('are whole numbers that fit an integer of either engine', () => {
    for (const corner of [place(-180, -90), place(180, 90)]) {
      expect(Number.isInteger(tileOf(corner))).toBe(true);
      expect(tileOf(corner)).toBeLessThan(2 ** 31);
    }
  });
});
