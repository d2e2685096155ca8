import { describe, expect, it } from '@jest/globals';
import { changedFields } from './guide-changes.ts';
import { guideFaults, handbookFaults, personalDataFaults, personalDataScan } from './guide-faults.ts';
import type { TreeOption, TreeQuestion } from './decision-tree.ts';
import type { GuideContent, GuideMaterial } from './service-guide.ts';
import { myList } from './my-list.ts';

const paper = (key: string, over: Partial<GuideMaterial> = {}): GuideMaterial => ({
  key,
  name: `材料${key}`,
  form: 'original',
  count: 1,
  source: 'own',
  sourceWords: '',
  needed: 'always',
  note: '',
  sampleId: null,
  ...over,
});
const option = (key: string, over: Partial<TreeOption> = {}): TreeOption => ({
  key,
  label: `选${key}`,
  materialKeys: [],
  note: '',
  nextKey: null,
  stop: null,
  ...over,
});
const question = (key: string, ...options: TreeOption[]): TreeQuestion => ({ key, question: `问${key}`, options });

const PLAIN: GuideContent = {
  title: '老年人优待证办理',
  plainTitle: '办优待证',
  everydayWords: [],
  kind: 'public-service',
  audience: 'people',
  basis: ['老年人权益保障法'],
  acceptingUnitId: 'u',
  decidingUnitId: null,
  conditions: [],
  materials: [paper('a')],
  steps: [{ name: '到窗口', words: '' }],
  limits: { statutoryDays: 10, promisedDays: 3 },
  fee: { isCharged: false },
  onlineUrl: null,
  questions: [],
  mistakes: [],
  contact: { name: '孟文静', post: '', phone: '0800-5501234' },
  tree: null,
};
const asked = paper('b', { needed: 'by-answers' });
const withTree = (...questions: TreeQuestion[]): Partial<GuideContent> => ({
  materials: [paper('a'), asked],
  tree: { questions },
});
const WHOLE = question('1', option('x', { materialKeys: ['b'] }), option('y'));

describe('what keeps a guide from being reviewed', () => {
  it.each<[string, Partial<GuideContent>, string, RegExp]>([
    ['nothing', {}, '', /^$/],
    ['nothing: the promise is as long as the law', { limits: { statutoryDays: 3, promisedDays: 3 } }, '', /^$/],
    ['nothing: the law names no limit', { limits: { statutoryDays: null, promisedDays: 90 } }, '', /^$/],
    ['nothing: questions that end', withTree(WHOLE), '', /^$/],
    [
      'a promise longer than the law',
      { limits: { statutoryDays: 3, promisedDays: 4 } },
      'limits.promisedDays',
      /4 个工作日超过了法定的 3 个，请改为 3 个以内/,
    ],
    ['two papers of one key', { materials: [paper('a'), paper('a')] }, 'materials.1.key', /第 2 项“材料a”与第 1 项/],
    [
      'a paper from elsewhere',
      { materials: [paper('a', { source: 'authority' })] },
      'materials.0.sourceWords',
      /到哪里开/,
    ],
    ['a paper some need, nobody knows who', { materials: [asked] }, 'materials.0.note', /什么情况需要/],
    [
      'a paper no answer asks for',
      withTree(question('1', option('x'), option('y'))),
      'materials.1.needed',
      /没有哪个选项/,
    ],
    [
      'an answer that asks for a paper there is not',
      withTree(question('1', option('x', { materialKeys: ['b', 'c'] }), option('y'))),
      'tree.questions.0.options.0.materialKeys.1',
      /“选x”用到的材料“c”已不在/,
    ],
    [
      'an answer that leads to no question',
      withTree(question('1', option('x', { materialKeys: ['b'], nextKey: '9' }), option('y'))),
      'tree.questions.0.options.0.nextKey',
      /“选x”接到的问题已不存在/,
    ],
    [
      'a question nothing leads to',
      withTree(WHOLE, question('2', option('x'), option('y'))),
      'tree.questions.1.question',
      /第 2 个问题“问2”不会被问到/,
    ],
    [
      'an answer that both stops and leads on',
      withTree(
        question('1', option('x', { materialKeys: ['b'], nextKey: '2', stop: '请到村委会办' }), option('y')),
        question('2', option('x'), option('y')),
      ),
      'tree.questions.0.options.0.stop',
      /既写了不适用，又接着问/,
    ],
    [
      'a stop that says nothing',
      withTree(question('1', option('x', { materialKeys: ['b'] }), option('y', { stop: '不' }))),
      'tree.questions.0.options.1.stop',
      /怎么办/,
    ],
    ['two questions of one key', withTree(WHOLE, WHOLE), 'tree.questions.1.key', /编号相同/],
    [
      'two answers of one key',
      withTree(question('1', option('x', { materialKeys: ['b'] }), option('x'))),
      'tree.questions.0.options.1.key',
      /编号重复/,
    ],
    [
      'questions in a ring',
      withTree(
        question('1', option('x', { materialKeys: ['b'], nextKey: '2' }), option('y')),
        question('2', option('x', { nextKey: '1' }), option('y')),
      ),
      'tree.questions.0',
      /又会问到自己/,
    ],
  ])('%s', (_, over, path, words) => {
    const [fault, ...others] = guideFaults({ ...PLAIN, ...over });
    expect(others).toEqual([]);
    expect(fault?.path.join('.') ?? '').toBe(path);
    expect(fault?.message ?? '').toMatch(words);
  });

  it('is each number that is somebody’s, unless it is the office’s own', () => {
    const contact = { ...PLAIN.contact, phone: '138 1234 5678' };
    const content = { ...PLAIN, contact, mistakes: ['别打 13987654321', '可打 13812345678'] };
    expect(personalDataFaults(content).map(({ path }) => path)).toEqual([['mistakes', 0]]);
    expect(personalDataScan(content)).toMatch(/咨询电话“138 1234 5678”是手机号/);
    expect(personalDataScan(PLAIN)).toMatch(/未发现/);
  });
});

describe('what keeps a handbook from being reviewed', () => {
  const book = (...steps: [string, boolean][]) => ({
    title: '一本通',
    matter: '开店',
    intro: '',
    steps: steps.map(([guideId, isParallel]) => ({ guideId, note: '', isParallel })),
    submittedOnce: [],
  });
  it.each<[string, [string, boolean][], string[]]>([
    [
      'nothing',
      [
        ['a', false],
        ['b', true],
      ],
      [],
    ],
    [
      'a guide that is not public',
      [
        ['a', false],
        ['c', false],
      ],
      ['第 2 步的办事指南还没有公开或已撤下，请先公开，或换一份'],
    ],
    [
      'a guide twice',
      [
        ['a', false],
        ['a', false],
      ],
      ['第 2 步与第 1 步是同一份办事指南，请删去一步'],
    ],
    [
      'a first step beside nothing',
      [
        ['a', true],
        ['b', false],
      ],
      ['第 1 步前面没有别的步骤，不能写“可与上一步同时办”，请去掉'],
    ],
  ])('%s', (_, steps, messages) => {
    expect(handbookFaults(book(...steps), new Set(['a', 'b'])).map(({ message }) => message)).toEqual(messages);
  });
});

describe('what changed between two versions', () => {
  it.each<[string, Partial<GuideContent>, string[]]>([
    ['nothing', {}, []],
    [
      'the order of an object’s own fields is nothing',
      { contact: { phone: '0800-5501234', post: '', name: '孟文静' } },
      [],
    ],
    [
      'several, in the order of the page',
      { tree: { questions: [WHOLE] }, title: '新的名称' },
      ['事项名称', '几个问题'],
    ],
    ['the order of papers is something', { materials: [paper('a', { count: 2 })] }, ['申请资料']],
  ])('%s', (_, over, labels) => expect(changedFields(PLAIN, { ...PLAIN, ...over })).toEqual(labels));

  it('is nothing for the first', () => expect(changedFields(null, PLAIN)).toEqual([]));
});

describe('one’s own list', () => {
  const tree = {
    questions: [
      question(
        'who',
        option('self', { nextKey: 'age' }),
        option('other', { materialKeys: ['b'], note: '本人不必到场', nextKey: 'age' }),
      ),
      question('age', option('old'), option('young', { stop: '未满 60 周岁，请办普通卡' })),
    ],
  };
  const content = { materials: [paper('a'), asked], tree };
  it.each<[string, Record<string, string>, object]>([
    ['the first question', {}, { at: 'question', question: { key: 'who' }, given: [] }],
    ['the next one', { who: 'self' }, { at: 'question', question: { key: 'age' }, given: [{ label: '选self' }] }],
    ['an answer there is not', { who: 'nobody' }, { at: 'question', question: { key: 'who' } }],
    ['a stop', { who: 'self', age: 'young' }, { at: 'stop', words: '未满 60 周岁，请办普通卡' }],
    ['a list', { who: 'self', age: 'old' }, { at: 'list', materials: [{ key: 'a' }], notes: [] }],
    [
      'more papers',
      { who: 'other', age: 'old' },
      { at: 'list', materials: [{ key: 'a' }, { key: 'b' }], notes: ['本人不必到场'] },
    ],
  ])('%s', (_, answers, expected) => expect(myList(content, answers)).toMatchObject(expected));

  it('is all papers where nothing is asked', () => {
    expect(myList({ ...content, tree: null }, {})).toMatchObject({
      at: 'list',
      materials: [{ key: 'a' }, { key: 'b' }],
    });
  });

  it('ends even where questions lead in a ring', () => {
    const ring = { questions: [question('1', option('x', { nextKey: '1' }), option('y'))] };
    expect(myList({ ...content, tree: ring }, { 1: 'x' }).at).toBe('list');
  });
});
