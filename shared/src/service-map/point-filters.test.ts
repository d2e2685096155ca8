import { describe, expect, it } from '@jest/globals';
import {
  filtersFromQuery,
  filtersInWords,
  filtersToQuery,
  instantOfFilters,
  NO_FILTERS,
  type PointFilters,
} from './point-filters.ts';

const ID = '018f0000-0000-7000-8000-000000000001';
const units = [{ id: ID, parentId: null, kind: 'village', name: '石桥村' }];
const all: PointFilters = {
  words: '社保卡',
  open: '2026-12-01T09:30',
  kinds: ['service-hall', 'service-centre'],
  guideId: ID,
  guideName: '办社保卡',
  profile: 'wheelchair',
  villageId: ID,
  near: true,
};

describe('Filters in an address', () => {
  it.each<[string, PointFilters]>([
    ['none', NO_FILTERS],
    ['all', all],
    ['open now', { ...NO_FILTERS, open: 'now' }],
    ['until 24:00', { ...NO_FILTERS, open: '2026-12-01T24:00' }],
  ])('come back as they were: %s', (_what, filters) => {
    expect(filtersFromQuery(filtersToQuery(filters))).toEqual(filters);
  });

  it('name only what is chosen, and never where the person is', () => {
    expect(filtersToQuery(NO_FILTERS)).toEqual({});
    expect(filtersToQuery({ ...NO_FILTERS, near: true, kinds: ['self-service'] })).toEqual({
      near: 'yes',
      kind: 'self-service',
    });
  });

  it.each([
    ['open', 'later'],
    ['open', '2026-02-30T09:30'],
    ['open', '2026-12-01T25:00'],
    ['open', '0026-12-01T09:30'],
    ['open', '2026-12-01T09:30T10:00'],
    ['kind', 'bank'],
    ['profile', 'flying'],
    ['guideId', 'x'],
    ['villageId', "'; drop table"],
    ['guideName', '没有编号的指南'],
    ['near', 'no'],
    ['lost', 'yes'],
  ])('drop what means nothing: %s=%s', (name, value) => {
    expect(filtersFromQuery({ [name]: value })).toEqual(NO_FILTERS);
  });

  it('keep the kinds that are known, each once and in order', () => {
    expect(filtersFromQuery({ kind: 'service-centre,bank,service-hall,service-hall' }).kinds).toEqual([
      'service-hall',
      'service-centre',
    ]);
  });

  it('cut words that are too long', () => {
    expect(filtersFromQuery({ words: ` ${'证'.repeat(500)} ` }).words).toHaveLength(60);
  });
});

describe('Filters as people say them', () => {
  it('all', () => {
    expect(filtersInWords(all, units)).toEqual([
      '找“社保卡”',
      '能办“办社保卡”',
      '2026年12月1日 周二 9:30 开着',
      '政务服务大厅、便民服务中心',
      '推轮椅去合适',
      '给石桥村办事',
      '由近到远',
    ]);
  });

  it('none', () => {
    expect(filtersInWords(NO_FILTERS, units)).toEqual([]);
  });

  it('a guide and a village whose names are not known', () => {
    expect(filtersInWords({ ...NO_FILTERS, guideId: ID, villageId: ID, open: 'now' }, [])).toEqual([
      '能办“这件事”',
      '现在开着',
      '给这个村办事',
    ]);
  });
});

it('the time asked for is Shanghai’s', () => {
  const now = '2026-11-26T02:00:00.000Z';
  expect(instantOfFilters({ open: '' }, now)).toBeNull();
  expect(instantOfFilters({ open: 'now' }, now)).toBe(now);
  expect(instantOfFilters({ open: '2026-12-01T09:30' }, now)).toBe('2026-12-01T01:30:00.000Z');
  expect(instantOfFilters({ open: '2026-12-01T24:00' }, now)).toBe('2026-12-01T16:00:00.000Z');
  expect(instantOfFilters({ open: 'nonsense' }, now)).toBeNull();
});
