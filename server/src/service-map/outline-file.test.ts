import { describe, expect, it } from '@jest/globals';
import { readOutline } from './outline-file.ts';

const square = (west: number, south: number, size = 0.1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (name: string | undefined, type: string, coordinates: unknown, kind?: string) => ({
  type: 'Feature',
  properties: { ...(name === undefined ? {} : { name }), ...(kind === undefined ? {} : { kind }) },
  geometry: { type, coordinates },
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const SOUTH = feature('南山镇', 'Polygon', [square(105.5, 31.4)]);

describe('the outline from a file', () => {
  it('has a name in the middle of every township, its rivers and roads, and the box around them', () => {
    const river = feature(
      '清河',
      'LineString',
      [
        [105.4, 31.3],
        [105.7, 31.6, 12],
      ],
      '河流',
    );
    const road = feature(
      '县道',
      'LineString',
      [
        [105.5, 31.4],
        [105.6, 31.5],
      ],
      'road',
    );
    const { drawing, problems } = readOutline(`\uFEFF${file(SOUTH, river, road)}`);
    expect(problems).toEqual([]);
    const [area] = drawing.areas;
    expect(area?.label[0]).toBeCloseTo(105.55, 6);
    expect(area?.label[1]).toBeCloseTo(31.45, 6);
    expect(drawing.rivers).toEqual([
      {
        name: '清河',
        line: [
          [105.4, 31.3],
          [105.7, 31.6],
        ],
      },
    ]);
    expect(drawing.roads).toHaveLength(1);
    expect(drawing.box).toEqual({ west: 105.4, south: 31.3, east: 105.7, north: 31.6 });
  });

  it('takes a township in pieces, the largest first, and leaves out holes', () => {
    const pieces = feature('南山镇', 'MultiPolygon', [
      [square(105.5, 31.4, 0.01)],
      [square(105.6, 31.4, 0.2), square(105.65, 31.45, 0.01)],
    ]);
    const { areas } = readOutline(file(pieces)).drawing;
    expect(areas.map(({ ring }) => ring[0])).toEqual([
      [105.6, 31.4],
      [105.5, 31.4],
    ]);
  });

  it.each([
    ['not at all', '不是 GeoJSON', '名称,经度'],
    ['without features', '不是 GeoJSON', file()],
    ['without a name', '第 2 个要素：要有名称', file(SOUTH, feature(undefined, 'Polygon', [square(105.5, 31.4)]))],
    ['of points', '第 2 个要素', file(SOUTH, feature('点', 'Point', [105.5, 31.4]))],
    ['with null', '第 2 个要素', file(SOUTH, null)],
    [
      'with a line of no kind',
      '“小路”：线要写 kind',
      file(
        SOUTH,
        feature('小路', 'LineString', [
          [105, 31],
          [106, 32],
        ]),
      ),
    ],
    [
      'of lines alone',
      '没有一个乡镇',
      file(
        feature(
          '清河',
          'LineString',
          [
            [105, 31],
            [106, 32],
          ],
          'river',
        ),
      ),
    ],
    ['turned round', '经度和纬度像是写反了', file(feature('南山镇', 'Polygon', [square(31.4, 105.5)]))],
    ['in metres', '坐标不是经纬度', file(feature('南山镇', 'Polygon', [square(35_500_000, 3_480_000, 1000)]))],
    [
      'of every stone',
      '太细了',
      file(
        feature('南山镇', 'Polygon', [
          [...Array.from({ length: 9000 }, (_, at) => [105 + at / 10_000, 31]), [105, 31]],
        ]),
      ),
    ],
  ])('%s is refused with the way out', (_how, words, text) => {
    expect(readOutline(text).problems.join('\n')).toContain(words);
  });
});
