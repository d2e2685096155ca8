import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../calendar/working-days.ts';
import { NOTHING_KNOWN } from './accessibility.ts';
import { findPoints, indexPoints, leftOutInWords, servicesAsked, type Surroundings } from './find-points.ts';
import { servingFirst } from './serving-points.ts';
import type { DaySpans, OpeningHours } from './opening-hours.ts';
import { NO_FILTERS, type PointFilters } from './point-filters.ts';
import type { PublicPoint } from './service-point.ts';
import { servingPoints } from './serving-points.ts';

const GUIDE = '018f0000-0000-7000-8000-000000000001';
const units = [
  { id: '青石镇', parentId: '示例县', kind: 'township', name: '青石镇' },
  { id: '石桥村', parentId: '青石镇', kind: 'village', name: '石桥村' },
  { id: '柳河村', parentId: '青石镇', kind: 'village', name: '柳河村' },
  { id: '白云街道', parentId: '示例县', kind: 'subdistrict', name: '白云街道' },
  { id: '东门社区', parentId: '白云街道', kind: 'community', name: '东门社区' },
];
const calendar = workingCalendar([{ date: '2026-10-01', kind: 'holiday' }]);

const spans = (from: string, to: string): DaySpans => [{ from, to }];
const kept = (open: DaySpans, saturday: DaySpans = []): OpeningHours => ({
  seasons: [{ from: null, to: null, week: [open, open, open, open, open, saturday, []] }],
  calendar: 'working-days',
  holidays: [],
  exceptions: [],
});
const OFFICE = kept(spans('08:30', '17:30'));

const services = (...words: string[]) => words.map((word) => ({ guideId: null as string | null, words: word }));
const point = (
  name: string,
  unitId: string,
  townshipId: string | null,
  over: Partial<PublicPoint> = {},
): PublicPoint => ({
  id: name,
  unitId,
  unitName: unitId,
  townshipId,
  townshipName: townshipId,
  kind: 'service-station',
  name,
  initials: '',
  address: '',
  landmark: '',
  places: null,
  phone: null,
  hours: OFFICE,
  windows: [],
  staff: [],
  accessibility: NOTHING_KNOWN,
  languages: [],
  queueHint: '',
  servesUnitIds: [],
  insideId: null,
  isPlaceWithdrawn: false,
  photoUrl: null,
  checkedOn: null,
  checkedByName: null,
  ...over,
});
const at = (longitude: number) => ({
  wgs84: { longitude, latitude: 30 },
  gcj02: { longitude: longitude + 0.002, latitude: 30 },
});

const eastGate = point('东门社区便民服务站', '东门社区', '白云街道', {
  hours: kept(spans('09:00', '12:00'), spans('09:00', '11:00')),
  accessibility: { ...NOTHING_KNOWN, ramp: 'no' },
});
const stoneBridge = point('石桥村便民服务站', '石桥村', '青石镇', {
  hours: null,
  landmark: '村口大榕树旁',
  places: at(104.01),
  windows: [{ id: 'w', name: '代办窗口', hours: null, services: services('代收低保申请', '领社保卡') }],
});
const willow = point('柳河村便民服务站', '柳河村', '青石镇', {
  servesUnitIds: ['石桥村'],
  accessibility: { ...NOTHING_KNOWN, ramp: 'yes', doorWidthCm: 90 },
});
const town = point('青石镇便民服务中心', '青石镇', '青石镇', {
  kind: 'service-centre',
  initials: 'qszbmfwzx bsbk shdb lnz',
  places: at(104.05),
  accessibility: { ...NOTHING_KNOWN, ramp: 'yes', doorWidthCm: 120 },
  windows: [
    {
      id: 'a',
      name: '1 号窗口',
      hours: kept(spans('08:30', '11:00')),
      services: [{ guideId: GUIDE, words: '办社保卡' }],
    },
    { id: 'b', name: '2 号窗口', hours: null, services: services('审核低保', '老年证') },
  ],
});
const subdistrict = point('白云街道便民服务中心', '白云街道', '白云街道', { kind: 'service-centre' });
const hall = point('示例县政务服务大厅', '县行政审批局', null, {
  kind: 'service-hall',
  places: at(104.2),
  windows: [{ id: 'c', name: 'B1 社保窗口', hours: null, services: [{ guideId: GUIDE, words: '办社保卡' }] }],
});
const archive = point('县档案馆查阅点', '县档案馆', null, { kind: 'gazette-point' });

const points = [eastGate, archive, willow, town, stoneBridge, hall, subdistrict];
const index = indexPoints(points, new Map([[GUIDE, ['社会保障卡申领', '第三代社保卡']]]));
const shanghai = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`).toISOString();

/** On a Thursday, unless said otherwise. */
function find(filters: Partial<PointFilters>, over: Partial<Surroundings> = {}) {
  const around = { units, calendar, now: shanghai('2026-11-26 10:00'), here: null, ...over };
  return findPoints(index, { ...NO_FILTERS, ...filters }, around);
}
const names = (filters: Partial<PointFilters>, over: Partial<Surroundings> = {}) =>
  find(filters, over).found.map(({ point: { name } }) => name);

describe('Without filters', () => {
  it('the county’s own come first, then by township in official order, by kind, by village', () => {
    expect(names({})).toEqual(
      [hall, archive, town, stoneBridge, willow, subdistrict, eastGate].map(({ name }) => name),
    );
  });
});

describe('By words', () => {
  it.each<[string, string[]]>([
    ['青石镇便民服务中心', ['青石镇便民服务中心']],
    ['qszbm', ['青石镇便民服务中心']],
    ['sbk', ['青石镇便民服务中心']],
    ['我要办社保卡', ['示例县政务服务大厅', '青石镇便民服务中心', '石桥村便民服务站']],
    ['社会保障卡', ['示例县政务服务大厅', '青石镇便民服务中心', '石桥村便民服务站']],
    ['第三代社保卡', ['示例县政务服务大厅', '青石镇便民服务中心']],
    ['大榕树', ['石桥村便民服务站']],
    ['政府公报', ['县档案馆查阅点']],
    ['石桥村 低保', ['石桥村便民服务站']],
    ['县行政审批局', ['示例县政务服务大厅']],
    ['飞机票', []],
  ])('%s', (words, expected) => {
    expect(names({ words })).toEqual(expected);
  });

  it('says what is done there of what was asked for, and at which window', () => {
    const letters = servicesAsked(town, { guideId: '', words: 'lnz' });
    expect(letters.map(({ window, service }) => [window.name, service.words])).toEqual([['2 号窗口', '老年证']]);
    const said = servicesAsked(town, { guideId: '', words: '第三代' }, new Map([[GUIDE, ['第三代社保卡']]]));
    expect(said.map(({ service }) => service.words)).toEqual(['办社保卡']);
    const done = servicesAsked(town, { guideId: '', words: '低保' });
    expect(done.map(({ window, service }) => `${window.name} ${service.words}`)).toEqual(['2 号窗口 审核低保']);
    expect(servicesAsked(town, { guideId: GUIDE, words: '' }).map(({ window }) => window.name)).toEqual(['1 号窗口']);
    expect(servicesAsked(town, { guideId: '', words: '' })).toEqual([]);
    expect(servicesAsked(archive, { guideId: '', words: '低保' })).toEqual([]);
  });
});

describe('By other filters', () => {
  it('open now leaves out what is closed, and tells of those whose hours nobody knows', () => {
    const found = find({ open: 'now', villageId: '石桥村' });
    expect(found.found.map(({ point: { name } }) => name)).not.toContain('石桥村便民服务站');
    expect(found).toMatchObject({ hoursUnknown: 1, accessUnknown: 0 });
    expect(leftOutInWords(found)).toBe('另有 1 处时间没有登记，不在其中，可以打电话问');
    expect(names({ open: 'now' }, { now: shanghai('2026-11-26 18:00') })).toEqual([]);
  });

  it('open at a chosen time, whatever it is now', () => {
    expect(names({ open: '2026-11-28T10:00' })).toEqual(['东门社区便民服务站']);
    expect(find({ open: '2026-11-28T10:00' }).found[0]?.state).toMatchObject({
      kind: 'open',
      closesAt: shanghai('2026-11-28 11:00'),
    });
  });

  it('by kind, one or several', () => {
    expect(names({ kinds: ['service-hall'] })).toEqual(['示例县政务服务大厅']);
    expect(names({ kinds: ['service-hall', 'gazette-point'] })).toEqual(['示例县政务服务大厅', '县档案馆查阅点']);
  });

  it('by what is done there; the hours of the window that does it count', () => {
    expect(names({ guideId: GUIDE })).toEqual(['示例县政务服务大厅', '青石镇便民服务中心']);
    expect(names({ guideId: GUIDE, open: '2026-11-26T10:30' })).toContain('青石镇便民服务中心');
    expect(names({ guideId: GUIDE, open: '2026-11-26T11:30' })).toEqual(['示例县政务服务大厅']);
  });

  it('who gets in: only where it is known, and how many are not known', () => {
    const found = find({ profile: 'wheelchair' });
    expect(found.found.map(({ point: { name } }) => name)).toEqual(['青石镇便民服务中心', '柳河村便民服务站']);
    expect(found).toMatchObject({ accessUnknown: 4, hoursUnknown: 0 });
    expect(leftOutInWords(found)).toBe('另有 4 处能不能进门没有登记，不在其中，可以打电话问');
  });

  it('together they all hold', () => {
    expect(
      names({ words: '便民服务', kinds: ['service-station'], villageId: '石桥村', profile: 'wheelchair', open: 'now' }),
    ).toEqual(['柳河村便民服务站']);
    expect(leftOutInWords(find({}))).toBeNull();
  });
});

describe('Where one thing is done', () => {
  const order = (villageId?: string) => servingFirst(points, villageId, units).map(({ name }) => name);

  it('one’s own village comes first, then its township and the county, then the others', () => {
    expect(order('石桥村')).toEqual([
      '石桥村便民服务站',
      // Serves 石桥村 too.
      '柳河村便民服务站',
      '青石镇便民服务中心',
      '示例县政务服务大厅',
      '县档案馆查阅点',
      ...order().filter((name) => /白云|东门/.test(name)),
    ]);
  });

  it.each([undefined, '不存在的村'])('with no village known (%s) the county’s own come first', (villageId) => {
    expect(order(villageId).slice(0, 2)).toEqual(['示例县政务服务大厅', '县档案馆查阅点']);
    expect(order(villageId)).toHaveLength(points.length);
  });
});

describe('Near me', () => {
  const here = { longitude: 104.049, latitude: 30 };

  it('the nearest first, those without a place last, each with its distance', () => {
    const { found } = find({ near: true }, { here });
    expect(found.slice(0, 3).map(({ point: { name } }) => name)).toEqual([
      '青石镇便民服务中心',
      '石桥村便民服务站',
      '示例县政务服务大厅',
    ]);
    expect(Math.round(found[0]?.metres ?? 0)).toBe(96);
    expect(found[6]?.metres).toBeNull();
    expect(names({ near: true, words: '社保卡' }, { here })[0]).toBe('青石镇便民服务中心');
  });

  it('in official order while nobody knows where the person is', () => {
    expect(names({ near: true })).toEqual(names({}));
  });
});

describe('哪里给我办', () => {
  const levels = (unitId: string) =>
    servingPoints(points, unitId, units).map(({ level, name, points: serving }) =>
      [level, name, ...serving.map((served) => served.name)].join(' '),
    );

  it('a village: its own, others that serve it too, its township’s, the county’s', () => {
    expect(levels('石桥村')).toEqual([
      'village 石桥村 石桥村便民服务站 柳河村便民服务站',
      'township 青石镇 青石镇便民服务中心',
      'county 县里 示例县政务服务大厅 县档案馆查阅点',
    ]);
  });

  it('another village is not served by its neighbour', () => {
    expect(levels('柳河村')[0]).toBe('village 柳河村 柳河村便民服务站');
    expect(names({ villageId: '柳河村' })).not.toContain('石桥村便民服务站');
  });

  it('a community, and a township by itself', () => {
    expect(levels('东门社区')[1]).toBe('township 白云街道 白云街道便民服务中心');
    expect(levels('青石镇')).toEqual([
      'township 青石镇 青石镇便民服务中心',
      'county 县里 示例县政务服务大厅 县档案馆查阅点',
    ]);
  });

  it('a place that is not there has no points', () => {
    expect(names({ villageId: '没有这个村' })).toEqual([]);
  });

  it('a county’s point for some places only serves only those', () => {
    const branch = point('税务分局', '县税务局', null, { servesUnitIds: ['白云街道'] });
    expect(servingPoints([branch], '东门社区', units)[1]?.points).toEqual([branch]);
    expect(servingPoints([branch], '石桥村', units).flatMap(({ points: serving }) => serving)).toEqual([]);
  });
});
