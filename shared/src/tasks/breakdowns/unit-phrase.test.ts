import { describe, expect, it } from '@jest/globals';
import type { OrgUnit, OrgUnitKind, UnitTrait } from '../../org-units/org-unit.ts';
import { UnitNames } from '../../org-units/unit-names.ts';
import { readUnitsPhrase } from './unit-phrase.ts';

const unit = (
  name: string,
  kind: OrgUnitKind = 'department',
  traits: UnitTrait[] = [],
  over: Partial<OrgUnit> = {},
): OrgUnit => ({
  id: name,
  parentId: null,
  kind,
  name,
  aliases: [],
  traits,
  officePhone: null,
  contactName: null,
  validFrom: '2020-01-01',
  validUntil: null,
  successorId: null,
  position: 0,
  ...over,
});

const GOVERNMENT: UnitTrait[] = ['government-department', 'county-level'];
const UNITS = [
  unit('县教育局', 'department', GOVERNMENT),
  unit('县财政局', 'department', [...GOVERNMENT, 'administrative-powers']),
  unit('县人力资源和社会保障局', 'department', GOVERNMENT, { aliases: ['县人社局'] }),
  unit('县委编办', 'department', ['party-organ', 'county-level']),
  unit('县文化和旅游局', 'department', GOVERNMENT),
  unit('县旅游局', 'department', GOVERNMENT, { validUntil: '2022-01-01', successorId: '县文化和旅游局' }),
  unit('上坪乡', 'township'),
  unit('青石镇', 'township'),
  unit('城关街道', 'subdistrict'),
  unit('石桥村', 'village'),
  unit('临江社区', 'community'),
];
const names = new UnitNames(UNITS, '2026-11-25');
const read = (phrase: string) => readUnitsPhrase(phrase, names);
const named = (phrase: string) => read(phrase).units.map(({ unitName }) => unitName);
const withParts = (phrase: string) => read(phrase).units.map(({ unitName, part }) => `${part} ${unitName}`);

const TOWNS = ['上坪乡', '青石镇'];
const ALL_TOWNS = [...TOWNS, '城关街道'];
const DEPARTMENTS = ['县教育局', '县财政局', '县人力资源和社会保障局', '县文化和旅游局'];

describe('a units cell (rules P2)', () => {
  it.each([
    '县教育局、县财政局',
    '县教育局，县财政局',
    '县教育局；县财政局。',
    '县教育局\n县财政局',
    '县教育局 县财政局',
    '县教育局　县财政局',
    '县教育局和县财政局',
    '县教育局及县财政局',
    ' 县 教 育 局 、县财政局',
    '县教育局、县财政局、县教育局',
    '县教育局、、县财政局',
  ])('“%s” names two units', (phrase) => {
    expect(read(phrase)).toMatchObject({ unresolvedPhrase: null, openSetPhrase: null, doubts: [] });
    expect(named(phrase)).toEqual(['县教育局', '县财政局']);
  });

  it('takes 和 within a name for part of it', () => {
    expect(named('县文化和旅游局和县教育局')).toEqual(['县文化和旅游局', '县教育局']);
    expect(named('县人力资源和社会保障局')).toEqual(['县人力资源和社会保障局']);
  });

  it.each([
    ['各乡镇（街道）', ALL_TOWNS],
    ['各乡镇(街道)', ALL_TOWNS],
    ['各乡镇、街道', ALL_TOWNS],
    ['各乡（镇）、街道', ALL_TOWNS],
    ['各乡（镇）、各街道办事处', ALL_TOWNS],
    ['各乡镇人民政府（街道办事处）', ALL_TOWNS],
    ['各乡镇（街道）人民政府（办事处）', ALL_TOWNS],
    ['各镇（街道）', ALL_TOWNS],
    ['各镇街', ALL_TOWNS],
    ['乡镇（街道）', ALL_TOWNS],
    ['各乡镇', TOWNS],
    ['各乡镇人民政府', TOWNS],
    ['各街道', ['城关街道']],
    ['各村（社区）', ['石桥村', '临江社区']],
    ['各行政村', ['石桥村']],
    ['县政府工作部门', DEPARTMENTS],
    ['县政府各工作部门', DEPARTMENTS],
    ['县级行权部门', ['县财政局']],
    ['县级各部门', [...DEPARTMENTS.slice(0, 3), '县委编办', '县文化和旅游局']],
    ['县教育局、各乡镇（街道）', ['县教育局', ...ALL_TOWNS]],
  ])('“%s” means its units of today', (phrase, units) => {
    expect(named(phrase)).toEqual(units);
    expect(read(phrase).unresolvedPhrase).toBeNull();
  });

  it.each([
    ['县教育局、县财政局等县级有关部门', '等县级有关部门'],
    ['县教育局、县财政局等县级有关部门（单位）', '等县级有关部门（单位）'],
    ['县教育局、县财政局等有关单位', '等有关单位'],
    ['县教育局、县财政局等相关部门', '等相关部门'],
    ['县教育局、县财政局等', '等'],
  ])('“%s” names two and leaves a set open, as printed', (phrase, open) => {
    expect(named(phrase)).toEqual(['县教育局', '县财政局']);
    expect(read(phrase)).toMatchObject({ openSetPhrase: open, unresolvedPhrase: null });
  });

  it('binds every department where 等 is followed by all of them', () => {
    expect(named('县教育局等县级各部门')).toEqual([...DEPARTMENTS.slice(0, 3), '县委编办', '县文化和旅游局']);
  });

  it.each([
    ['县教育局（见附件2）', [], '县教育局（见附件2）'],
    ['见附件２', [], '见附件２'],
    ['县教育局、县农机局', ['县教育局'], '县农机局'],
    ['县财正局', [], '县财正局'],
  ])('“%s” leaves something to settle, in its own characters (P1)', (phrase, units, unresolved) => {
    expect(named(phrase)).toEqual(units);
    expect(read(phrase).unresolvedPhrase).toBe(unresolved);
    expect(read(phrase).doubts).toHaveLength(1);
  });

  it('proposes the name that was probably meant', () => {
    expect(read('县财正局').doubts[0]).toContain('是不是“县财政局”');
  });

  it('takes a page of words for no unit, however it is made', () => {
    const { units, unresolvedPhrase, doubts } = read('等'.repeat(10_000));
    expect([units, unresolvedPhrase!.length, doubts.length]).toEqual([[], 200, 1]);
    expect(doubts[0]).toContain('太长，不像单位名称');
  });

  it('never takes an empty cell for "no unit"', () => {
    expect(read(' ')).toMatchObject({ units: [], doubts: ['没有写责任单位，请确认'] });
  });
});

describe('who leads (rules P3)', () => {
  it.each([
    ['县教育局牵头，县财政局、县委编办配合', ['lead 县教育局', 'supporting 县财政局', 'supporting 县委编办']],
    ['由县教育局牵头，县财政局配合', ['lead 县教育局', 'supporting 县财政局']],
    [
      '牵头单位：县教育局；配合单位：县财政局、县委编办',
      ['lead 县教育局', 'supporting 县财政局', 'supporting 县委编办'],
    ],
    ['县教育局（牵头）、县财政局', ['lead 县教育局', 'responsible 县财政局']],
    ['县教育局(牵头)，县财政局(配合)', ['lead 县教育局', 'supporting 县财政局']],
    ['县教育局牵头负责，各乡镇（街道）配合', ['lead 县教育局', ...ALL_TOWNS.map((name) => `supporting ${name}`)]],
  ])('“%s”', (phrase, parts) => expect(withParts(phrase)).toEqual(parts));

  it('proposes the first named unit when nobody is said to lead', () => {
    expect(read('县教育局、县财政局').notes[0]).toContain('第一个是县教育局');
    expect(read('县教育局').notes).toEqual([]);
  });
});

describe('names that changed (rules P4)', () => {
  it('knows aliases, and follows a unit to who took over', () => {
    expect(named('县人社局')).toEqual(['县人力资源和社会保障局']);
    expect(named('县旅游局')).toEqual(['县文化和旅游局']);
    expect(read('县旅游局').notes).toEqual(['县旅游局已并入县文化和旅游局']);
  });
});
