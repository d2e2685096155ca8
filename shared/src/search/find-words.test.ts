import { describe, expect, it } from '@jest/globals';
import { findWords } from './find-words.ts';
import { SYNONYMS } from './synonyms.ts';
import { indexWords, type SearchEntry } from './word-index.ts';

const entry = (name: string, initials: string, ...words: string[]): SearchEntry => ({
  id: name,
  name,
  initials,
  words,
});

const index = indexWords([
  entry('社会保障卡补领', 'shbzkbl', '社保卡丢了怎么办', '县人社局'),
  entry('社会保障卡申领', 'shbzksl', '办社保卡', '县人社局'),
  entry('社保卡', 'sbk'),
  entry('居民身份证换领', 'jmsfzhl', '身份证到期换证', '派出所'),
  entry('户口簿补发', 'hkbbf', '补办户口本', '派出所'),
  entry('给孩子上户口', 'ghzshk', '出生登记', '新生儿'),
  entry('收入证明', 'srzm', '开证明'),
  entry('最低生活保障申请', 'zdshbzsq', '困难家庭'),
  entry('死亡登记', 'swdj', '家人去世', '注销户口'),
  entry('石桥村便民服务站', 'sqcbmfwz', '低保申请', '青石镇', '村口大榕树旁'),
  entry('青石镇便民服务中心', 'qszbmfwzx', '低保审核', '社保查询', '菜市场对面'),
  entry('清河县政务服务大厅', 'qhxzwfwdt', '营业执照', 'ＡＴＭ 自助机'),
  entry('个体工商户设立登记', 'gtgshsldj', '办营业执照'),
]);

const found = (query: string) => findWords(index, query).map(({ id }) => id);

describe('Everyday words', () => {
  it.each<[string, string[]]>([
    ['社保卡', ['社保卡', '社会保障卡补领', '社会保障卡申领']],
    ['社会保障卡', ['社保卡', '社会保障卡补领', '社会保障卡申领']],
    ['户口本', ['户口簿补发']],
    ['身份证', ['居民身份证换领']],
    ['居民身份证', ['居民身份证换领']],
    ['开证明', ['收入证明']],
    ['证明', ['收入证明']],
    ['大榕树', ['石桥村便民服务站']],
    ['石桥村', ['石桥村便民服务站']],
    ['派出所', ['户口簿补发', '居民身份证换领']],
    ['营业执照', ['清河县政务服务大厅', '个体工商户设立登记']],
    ['小孩上户口', ['给孩子上户口']],
    ['家人去世', ['死亡登记']],
    ['去世', ['死亡登记']],
  ])('%s', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it.each([
    ['我要办社保卡', '社会保障卡申领'],
    ['社保卡怎么办', '社会保障卡补领'],
    ['社保卡在哪里补办？', '社会保障卡补领'],
    ['请问营业执照在哪办', '清河县政务服务大厅'],
    ['想给孩子上户口', '给孩子上户口'],
    ['办身份证要带什么材料', '居民身份证换领'],
    ['石桥村怎么走', '石桥村便民服务站'],
    ['低保需要什么手续', '石桥村便民服务站'],
  ])('asked in a sentence: %s', (query, name) => {
    expect(found(query)).toContain(name);
  });

  it('of several words all are meant', () => {
    expect(found('青石镇 低保')).toEqual(['青石镇便民服务中心', '石桥村便民服务站']);
    expect(found('石桥 低保')).toEqual(['石桥村便民服务站']);
    expect(found('派出所　户口本')).toEqual(['户口簿补发']);
  });

  it('run together they are still found', () => {
    expect(found('石桥村低保')[0]).toBe('石桥村便民服务站');
    expect(found('申请最低生活保障')[0]).toBe('最低生活保障申请');
  });

  it('with a synonym within they are found as well', () => {
    expect(found('帮老人看病报销')).toEqual([]);
    const papers = indexWords([entry('报销医药费', 'bxyyf')]);
    expect(findWords(papers, '看病报销')).toHaveLength(1);
    expect(findWords(papers, '妈妈看病报销')).toHaveLength(1);
  });

  it('the first letters of other words than the name are given with blanks between', () => {
    const papers = indexWords([entry('青石镇便民服务中心', 'qszbmfwzx bsbk lylj', '办社保卡')]);
    expect(findWords(papers, 'sbk')).toHaveLength(1);
    expect(findWords(papers, 'xbsb')).toEqual([]);
  });

  it('written with full-width letters, capitals, blanks and signs they are the same', () => {
    expect(found('atm自助机')).toEqual(['清河县政务服务大厅']);
    expect(found('ＡＴＭ')).toEqual(['清河县政务服务大厅']);
    expect(found(' “社保卡”！')[0]).toBe('社保卡');
  });
});

describe('First letters in pinyin', () => {
  it.each([
    ['sbk', ['社保卡']],
    ['SBK', ['社保卡']],
    ['ｓｂｋ', ['社保卡']],
    ['qszbmfwzx', ['青石镇便民服务中心']],
    ['bmfw', ['石桥村便民服务站', '青石镇便民服务中心']],
    ['shbz', ['社会保障卡补领', '社会保障卡申领', '最低生活保障申请']],
    ['qszbmfxzx', ['青石镇便民服务中心']],
    // Few letters are taken at their word: with one of them changed they are those of nearly anything.
    ['sbx', []],
  ])('%s', (query, names) => {
    expect(found(query)).toEqual(names);
  });
});

describe('Pinyin written out', () => {
  it.each<[string, string[]]>([
    ['shebaoka', ['社保卡', '社会保障卡补领', '社会保障卡申领']],
    ['SheBaoKa', ['社保卡', '社会保障卡补领', '社会保障卡申领']],
    ['ｓｈｅｂａｏｋａ', ['社保卡', '社会保障卡补领', '社会保障卡申领']],
    ['she bao ka', ['社保卡', '社会保障卡补领', '社会保障卡申领']],
    // The last syllable is still being typed.
    ['shebaok', ['社保卡', '社会保障卡补领', '社会保障卡申领']],
    ['hukoubu', ['户口簿补发']],
    ['hukouben', ['户口簿补发']],
    ['qingshizhen', ['青石镇便民服务中心', '石桥村便民服务站']],
    ['shiqiaocun', ['石桥村便民服务站']],
    ['yingyezhizhao', ['清河县政务服务大厅', '个体工商户设立登记']],
    ['haizishanghukou', ['给孩子上户口']],
    ['qingshizhen dibao', ['青石镇便民服务中心', '石桥村便民服务站']],
    // Syllables of nothing that stands there.
    ['feijipiao', []],
    ['shengjiangji', []],
  ])('%s', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('a whole line of them does no harm', () => {
    const alike = indexWords(
      Array.from({ length: 400 }, (_, at) =>
        entry(`意义一${'一医意义易'[at % 5]}${'以已异翼益'[(at * 7) % 5]}一意`, ''),
      ),
    );
    expect(findWords(alike, 'yi'.repeat(19) + 'x')).toEqual([]);
  });

  it('with ü, in either way of typing it', () => {
    const offices = indexWords([entry('旅游服务中心', 'lyfwzx')]);
    for (const query of ['lvyou', 'lüyou', 'LÜYOU']) expect(findWords(offices, query)).toHaveLength(1);
  });

  it('of characters with several readings by any of them', () => {
    const places = indexWords([entry('长寿村', 'csc'), entry('重庆路社区', 'cqlsq')]);
    expect(findWords(places, 'changshoucun').map(({ id }) => id)).toEqual(['长寿村']);
    expect(findWords(places, 'chongqinglu').map(({ id }) => id)).toEqual(['重庆路社区']);
  });
});

describe('One character astray', () => {
  it.each([
    ['wrong', '社报卡', '社保卡'],
    ['wrong, in a long word', '社会保章卡补领', '社会保障卡补领'],
    ['wrong, in a word that stands there by its synonym only', '营页执照', '个体工商户设立登记'],
    ['wrong, at the end', '户口薄', '户口簿补发'],
    ['wrong, at the beginning', '声份证', '居民身份证换领'],
    ['missing', '便民务中心', '青石镇便民服务中心'],
    ['missing, in a short word', '营执照', '清河县政务服务大厅'],
    ['exchanged', '社卡保', '社保卡'],
    ['exchanged, of two', '保低', '石桥村便民服务站'],
    ['one too many', '户口口簿', '户口簿补发'],
    ['in one of several words', '青石镇 低宝审核', '青石镇便民服务中心'],
    ['in a synonym', '社会宝障卡', '社保卡'],
  ])('%s: %s', (_how, query, name) => {
    expect(found(query)).toContain(name);
  });

  it('is not looked for where the words are there as written', () => {
    expect(found('低保审核')).toEqual(['青石镇便民服务中心']);
  });
});

describe('Order', () => {
  it('puts the very name first, then names that begin so, then names that have it, then other words', () => {
    const halls = indexWords([
      entry('县档案馆', '', '在政务大厅旁'),
      entry('西区政务大厅分厅', ''),
      entry('政务大厅东门', ''),
      entry('政务大厅', ''),
    ]);
    expect(findWords(halls, '政务大厅').map(({ id }) => id)).toEqual([
      '政务大厅',
      '政务大厅东门',
      '西区政务大厅分厅',
      '县档案馆',
    ]);
  });

  it('keeps the order of the list among equals, and the best where only some are asked for', () => {
    const many = indexWords(
      Array.from({ length: 500 }, (_, at) => ({
        id: `${at}`,
        name: at === 321 ? '低保' : '农村低保',
        words: [],
        initials: '',
      })),
    );
    expect(findWords(many, '低保', 4).map(({ id }) => id)).toEqual(['321', '0', '1', '2']);
    expect(findWords(many, '低保')).toHaveLength(500);
  });
});

describe('Nothing found', () => {
  it.each(['', '   ', '？！', '飞机票预订', 'xyz', '龘', '火车'])('gives nothing: %s', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('a question without a matter is looked for as it stands', () => {
    expect(found('怎么办')).toEqual(['社会保障卡补领']);
  });

  it('a pasted page does no harm', () => {
    expect(found('社保卡'.repeat(5000)).length).toBeLessThan(20);
  });
});

it('no synonym stands in the table twice in one row', () => {
  for (const group of SYNONYMS) expect(new Set(group).size).toBe(group.length);
});

it('reads few entries of many', () => {
  const towns = ['青石镇', '白云镇', '石桥镇', '梅溪镇'];
  const many = indexWords(
    Array.from({ length: 20_000 }, (_, at) => ({
      id: `${at}`,
      name: `${towns[at % 4]}第${at}号事项`,
      words: [`编号${at}`],
      initials: '',
    })),
  );
  let reads = 0;
  const entries = new Proxy(many.entries as typeof many.entries & object, {
    get(all, key) {
      if (/^\d+$/.test(String(key))) reads += 1;
      return Reflect.get(all, key) as unknown;
    },
  });
  expect(findWords({ ...many, entries }, '第12345号').map(({ id }) => id)).toEqual(['12345']);
  expect(reads).toBeGreaterThan(0);
  expect(reads).toBeLessThan(1000);
});
