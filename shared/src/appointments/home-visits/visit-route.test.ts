import { describe, expect, it } from '@jest/globals';
import { routeOrder, type Stop } from './visit-route.ts';

const at = (villageName: string, longitude: number | null): Stop & { door: string } => ({
  villageId: villageName,
  villageName,
  place: longitude === null ? null : { longitude, latitude: 31.5 },
  door: villageName,
});
const start = { longitude: 105, latitude: 31.5 };
const names = (stops: Stop[], from = start as typeof start | null) =>
  routeOrder(stops, from).map(({ villageName }) => villageName);

describe('the order of a day’s visits', () => {
  it.each<[string, Stop[], typeof start | null, string[]]>([
    ['none', [], start, []],
    ['the nearest first', [at('远', 105.3), at('近', 105.1), at('中', 105.2)], start, ['近', '中', '远']],
    ['each from where one is then', [at('东', 105.2), at('西', 104.9), at('更东', 105.3)], start, ['西', '东', '更东']],
    [
      'villages of no known place last, by name',
      [at('乙', null), at('甲', null), at('近', 105.1)],
      start,
      ['近', '乙', '甲'],
    ],
    ['no start: by name, then the nearest', [at('b', 105.3), at('a', 105.1), at('c', 105.11)], null, ['a', 'c', 'b']],
    ['nothing known: by name', [at('b', null), at('a', null)], null, ['a', 'b']],
    [
      'each village once, its doors together',
      [at('远', 105.3), at('近', 105.1), at('远', 105.3)],
      start,
      ['近', '远', '远'],
    ],
  ])('%s', (_what, stops, from, expected) => {
    expect(names(stops, from)).toEqual(expected);
  });

  it('keeps the doors of a village in the order given, loses none and changes nothing given', () => {
    const doors = ['一', '二', '三'].map((door) => ({ ...at('村', 105.1), door }));
    const given = [...doors];
    expect(routeOrder(doors, start).map(({ door }) => door)).toEqual(['一', '二', '三']);
    expect(doors).toEqual(given);
  });
});
