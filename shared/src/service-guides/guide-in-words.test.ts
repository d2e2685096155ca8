import { describe, expect, it } from '@jest/globals';
import {
  allFields,
  changedFields,
  copiesInWords,
  feeInWords,
  limitInWords,
  materialInWords,
  tenFields,
} from './guide-in-words.ts';
import type { GuideContent, GuideMaterial } from './service-guide.ts';

const card: GuideMaterial = {
  key: 'card',
  name: '居民身份证',
  form: 'original-and-copy',
  count: 1,
  source: 'own',
  sourceWords: '',
  needed: 'always',
  note: '',
  sampleId: null,
};
const proof: GuideMaterial = {
  ...card,
  key: 'proof',
  name: '代办委托书',
  form: 'original',
  source: 'authority',
  sourceWords: '由村委会开具',
  needed: 'by-answers',
  note: '写明代办人',
};
const units = { accepting: '县人社局', deciding: null };

const guide: GuideContent = {
  title: '社会保障卡申领',
  plainTitle: '办社保卡',
  everydayWords: ['社保卡'],
  kind: 'public-service',
  audience: 'people',
  basis: ['《中华人民共和国社会保险法》第五十八条'],
  acceptingUnitId: '0190a8a0-0000-7000-8000-000000000001',
  decidingUnitId: null,
  conditions: [],
  materials: [card, proof],
  steps: [
    { name: '申请', words: '到窗口填表' },
    { name: '领卡', words: '' },
  ],
  limits: { statutoryDays: null, promisedDays: 0 },
  fee: { isCharged: false },
  onlineUrl: null,
  questions: [],
  mistakes: [],
  contact: { name: '罗小芳', post: '窗口负责人', phone: '0800-5501234' },
  tree: {
    questions: [
      {
        key: 'who',
        question: '本人去办吗？',
        options: [
          { key: 'self', label: '本人', materialKeys: [], note: '', nextKey: null, stop: null },
          { key: 'other', label: '别人代办', materialKeys: ['proof'], note: '', nextKey: null, stop: null },
          { key: 'lost', label: '卡丢了', materialKeys: [], note: '', nextKey: null, stop: '请先挂失' },
        ],
      },
    ],
  },
};

describe('a guide in words', () => {
  it.each([
    [0, '当场办结'],
    [1, '1 个工作日'],
    [20, '20 个工作日'],
  ])('says of %s working days: %s', (days, words) => expect(limitInWords(days)).toBe(words));

  it.each<[GuideContent['fee'], string]>([
    [{ isCharged: false }, '不收费'],
    [{ isCharged: true, basis: '某价发〔2020〕1号', standard: '每证 10 元' }, '收费：每证 10 元'],
  ])('says of %j: %s', (fee, words) => expect(feeInWords(fee)).toBe(words));

  it.each<[Partial<GuideMaterial>, string]>([
    [{ form: 'copy', count: 2 }, '复印件 2 份'],
    [{ form: 'original-and-copy', count: 1 }, '原件和复印件 各 1 份'],
  ])('says how many of %j: %s', (part, words) => expect(copiesInWords({ ...card, ...part })).toBe(words));

  it('says of a paper where it comes from and that it is not for everybody', () => {
    expect(materialInWords(proof)).toBe('代办委托书（视情况）：原件 1 份；由村委会开具；写明代办人');
  });

  it('has the ten fields of the annex in its order, none of them empty', () => {
    const fields = tenFields(guide, units);
    expect(fields.map(({ label }) => label)).toEqual([
      '事项名称',
      '事项类别',
      '办理依据',
      '受理机构',
      '审批机构',
      '办事条件',
      '申请资料',
      '基本流程',
      '办理时限',
      '收费情况',
    ]);
    expect(fields.filter(({ lines }) => lines.join('') === '')).toEqual([]);
    expect(fields.find(({ label }) => label === '审批机构')?.lines).toEqual(['不需要审批']);
    expect(fields.find(({ label }) => label === '基本流程')?.lines).toEqual(['1. 申请：到窗口填表', '2. 领卡']);
  });

  it('names what takes the papers in the guide’s own words where each place takes its own', () => {
    const everywhere: GuideContent = { ...guide, acceptingWords: '户籍地派出所', decidingWords: '县公安局' };
    const fields = new Map(tenFields(everywhere, units).map(({ label, lines }) => [label, lines]));
    expect([fields.get('受理机构'), fields.get('审批机构')]).toEqual([['户籍地派出所'], ['县公安局']]);
  });

  it('says basis and standard of a fee', () => {
    const charged: GuideContent = { ...guide, fee: { isCharged: true, basis: '某号文件', standard: '每证 10 元' } };
    expect(tenFields(charged, units).at(-1)?.lines).toEqual(['收费', '收费依据：某号文件', '收费标准：每证 10 元']);
  });
});

describe('what changed between two versions', () => {
  const changed = (after: Partial<GuideContent>, unitsAfter = units) =>
    changedFields(allFields(guide, units), allFields({ ...guide, ...after }, unitsAfter));

  it('is nothing between a version and itself', () => expect(changed({})).toEqual([]));

  it.each<[string, Partial<GuideContent>]>([
    ['办理时限', { limits: { statutoryDays: null, promisedDays: 3 } }],
    ['申请资料', { materials: [card] }],
    ['申请资料', { materials: [proof, card] }],
    ['常见错误', { mistakes: ['只带了复印件'] }],
    ['网上办理', { onlineUrl: 'https://example.invalid/card' }],
    ['咨询人', { contact: { ...guide.contact, phone: '0800-5501235' } }],
    ['几个问题', { tree: null }],
  ])('names %s', (label, after) => expect(changed(after).map((field) => field.label)).toContain(label));

  it('names a unit that is called otherwise', () => {
    expect(changed({}, { ...units, accepting: '县医保局' })).toEqual([
      { label: '受理机构', before: ['县人社局'], after: ['县医保局'] },
    ]);
  });

  it('is everything in a first version', () => {
    const fields = changedFields([], allFields(guide, units));
    expect(fields.map(({ label }) => label)).toContain('事项名称');
    expect(fields.every(({ before }) => before.length === 0)).toBe(true);
  });

  it('tells a reviewer where each answer leads', () => {
    const questions = allFields(guide, units).find(({ label }) => label === '几个问题');
    expect(questions?.lines).toEqual([
      '本人去办吗？ → 本人：不另外要材料',
      '本人去办吗？ → 别人代办：要带代办委托书',
      '本人去办吗？ → 卡丢了：不适用：请先挂失',
    ]);
  });
});
