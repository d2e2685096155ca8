import { describe, expect, it } from '@jest/globals';
import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import { findHandbooks, findKeptGuides } from './find-kept-guides';

const guide = (plainTitle: string, title: string, initials: string, everydayWords: string[]): PublicGuideSummary => ({
  id: title,
  title,
  plainTitle,
  everydayWords,
  kind: 'public-service',
  audience: 'people',
  unitId: 'unit',
  unitName: '县人社局',
  promisedDays: 1,
  isCharged: false,
  isOnline: false,
  publishedOn: '2026-03-01',
  initials,
});

const KEPT = [
  guide('办社保卡', '社会保障卡申领', 'bsbk', ['社保卡', '补卡']),
  guide('给孩子上户口', '出生登记', 'ghzshk', ['报户口', '新生儿落户']),
  guide('开小店办执照', '个体工商户设立登记', 'kxdbzz', ['营业执照', '开店']),
];

describe('guides kept on the phone', () => {
  it.each([
    ['办社保卡', '社会保障卡申领'],
    ['社保 卡', '社会保障卡申领'],
    ['我想补卡', '社会保障卡申领'],
    ['sbk', '社会保障卡申领'],
    ['BSBK', '社会保障卡申领'],
    ['办社宝卡', '社会保障卡申领'],
    ['出生登记', '出生登记'],
    ['孩子户口', '出生登记'],
    ['营业执照', '个体工商户设立登记'],
  ])('are found by %s', (words, title) => expect(findKeptGuides(KEPT, words)[0]?.title).toBe(title));

  it.each(['', ' ？', '打疫苗', 'xyz'])('are not found by “%s”', (words) =>
    expect(findKeptGuides(KEPT, words)).toEqual([]),
  );
});

describe('一本通', () => {
  const handbooks = [
    ['家里老人去世了', '老人去世身后事一本通'],
    ['退休了，老了', '退休养老一本通'],
    ['开一家小餐馆', '开餐馆一本通'],
  ].map(([matter, title]) => ({ id: title!, matter: matter!, title: title!, stepCount: 5 }));
  it.each([
    ['老伴去世', '家里老人去世了'],
    ['老伴去世了怎么办', '家里老人去世了'],
    ['我要退休', '退休了，老了'],
    ['开餐馆', '开一家小餐馆'],
  ])('is found by %s', (words, matter) => expect(findHandbooks(handbooks, words)[0]?.matter).toBe(matter));

  it('is none of what it is not about', () => expect(findHandbooks(handbooks, '社保卡')).toEqual([]));
});
