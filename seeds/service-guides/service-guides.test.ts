import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import {
  guideFaults,
  guideUnitFaults,
  handbookFaults,
  personalDataFaults,
} from '@county/shared/service-guides/guide-faults';
import { HandbookContent } from '@county/shared/service-guides/handbook';
import { GuideContent } from '@county/shared/service-guides/service-guide';
import { orgUnits } from '../src/county.ts';
import { pointSeeds } from '../src/service-map.ts';
import {
  guideSeeds,
  handbookSeeds,
  SAMPLE_FORMS,
  samplePath,
  type GuideSeed,
  type HandbookSeed,
} from '../src/service-guides.ts';

/** Looked up, paid or asked for at a window as it goes; nobody needs a guide to it, or none is written yet. */
const WITHOUT_GUIDE = [
  '查政策',
  '取办好的证',
  '领生育津贴',
  '查房产信息',
  '提取公积金',
  '交契税',
  '申请教师资格',
  '反映办不成的事',
  '看政府公报',
  '查社保缴费',
  '打印参保证明',
  '查档案',
  '查统计数据',
  '办临时身份证明',
  '交车辆购置税',
];

const TODAY = '2026-11-25';
const guides = guideSeeds();
const handbooks = handbookSeeds();
const serialId = (serial: number): string => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
const repeated = <T>(all: readonly T[]): T[] => all.filter((one, at) => all.indexOf(one) !== at);

/** The units as they are once taken in, by their ids. */
const units = new Map<string, Pick<OrgUnit, 'name' | 'kind' | 'validUntil'>>(
  orgUnits().map(({ name, kind }, at) => [serialId(at), { name, kind, validUntil: null }]),
);
const idOf = new Map([...units].map(([id, { name }]) => [name, id]));
const unitId = (name: string): string => idOf.get(name) ?? `no unit is called ${name}`;

/** The guide as it is once taken in: with the units' ids in place of their names. */
function contentOf(seed: GuideSeed): GuideContent {
  const {
    unitName: _owner,
    acceptingUnitName,
    decidingUnitName,
    reviewInMonths: _months,
    state: _state,
    ...rest
  } = seed;
  return {
    ...rest,
    acceptingUnitId: unitId(acceptingUnitName),
    decidingUnitId: decidingUnitName === null ? null : unitId(decidingUnitName),
  };
}

const guideId = (plainTitle: string): string => serialId(guides.findIndex((guide) => guide.plainTitle === plainTitle));
const openGuides = guides.filter(({ state }) => state === 'published').map(({ plainTitle }) => plainTitle);

function handbookContentOf({ unitName: _owner, steps, ...rest }: HandbookSeed): HandbookContent {
  return { ...rest, steps: steps.map(({ guideTitle, ...step }) => ({ ...step, guideId: guideId(guideTitle) })) };
}

describe('the guides of the invented county', () => {
  it.each(guides)('$plainTitle could be entered by an officer as it stands, and proposed', (seed) => {
    const content = contentOf(seed);
    expect(GuideContent.parse(content)).toEqual(content);
    expect(idOf.has(seed.unitName)).toBe(true);
    expect(guideFaults(content)).toEqual([]);
    expect(guideUnitFaults(content, units, TODAY)).toEqual([]);
    expect(personalDataFaults(content)).toEqual([]);
  });

  it('are about sixty, more than twenty of them with questions that branch', () => {
    expect(guides.length).toBeGreaterThanOrEqual(60);
    const branching = guides.filter(({ tree }) => tree && tree.questions.length >= 2);
    expect(branching.length).toBeGreaterThanOrEqual(20);
  });

  it('share neither an official nor a plain title', () => {
    expect(repeated(guides.map(({ title }) => title))).toEqual([]);
    expect(repeated(guides.map(({ plainTitle }) => plainTitle))).toEqual([]);
  });

  it.each(guides)('$plainTitle says all ten fields of the annex, and what people ask and get wrong', (seed) => {
    for (const some of [seed.basis, seed.conditions, seed.materials, seed.steps, seed.questions, seed.mistakes])
      expect(some).not.toEqual([]);
    for (const { sourceWords } of seed.materials) expect(sourceWords).not.toBe('');
    for (const { words } of seed.steps) expect(words).not.toBe('');
    expect(seed.everydayWords.length).toBeGreaterThanOrEqual(4);
    expect(repeated(seed.everydayWords)).toEqual([]);
  });

  it.each(guides)('$plainTitle ends each sentence, and speaks Chinese throughout', (seed) => {
    const answers = seed.tree?.questions.flatMap(({ options }) => options) ?? [];
    const sentences = [
      ...seed.conditions,
      ...seed.materials.map(({ note }) => note),
      ...seed.steps.map(({ words }) => words),
      ...seed.questions.map(({ answer }) => answer),
      ...seed.mistakes,
      ...answers.flatMap(({ note, stop }) => [note, stop ?? '']),
    ].filter(Boolean);
    for (const sentence of sentences) expect(sentence).toMatch(/[。？]$/);
    for (const { question } of seed.questions) expect(question).toMatch(/？$/);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[,;:?!]|[a-z]{2,}/);
  });

  it('name laws as everybody knows them, no document numbers', () => {
    for (const { basis } of guides) for (const law of basis) expect(law).not.toMatch(/〔\d{4}〕|\d+号/);
  });

  it('are answered at office numbers of no area of the country, each number by one person', () => {
    const answeredBy = new Map<string, string>();
    for (const { contact, unitName } of guides) {
      const person = `${unitName} ${contact.name}`;
      expect(contact.phone).toMatch(/^0800-55\d{5}$/);
      expect({ phone: contact.phone, person: answeredBy.get(contact.phone) ?? person }).toEqual({
        phone: contact.phone,
        person,
      });
      answeredBy.set(contact.phone, person);
    }
  });

  it.each(guides)('$plainTitle hands no list to those whom an answer sends elsewhere', ({ tree }) => {
    for (const { stop, materialKeys } of tree?.questions.flatMap(({ options }) => options) ?? [])
      if (stop !== null) expect({ stop, materialKeys }).toEqual({ stop, materialKeys: [] });
  });

  it('send people on to guides and to nothing that is not there', () => {
    const titles = guides.map(({ plainTitle }) => plainTitle);
    const texts = guides.flatMap(({ steps, questions, tree, conditions }) => [
      ...conditions,
      ...steps.map(({ words }) => words),
      ...questions.map(({ answer }) => answer),
      ...(tree?.questions ?? []).flatMap(({ options }) => options.flatMap(({ note, stop }) => [note, stop ?? ''])),
    ]);
    const named = texts.flatMap((text) =>
      [...text.matchAll(/(?:请看|先看|请和|”或|”和)“([^”]+)”/g)].map(([, title]) => title ?? ''),
    );
    expect(named.length).toBeGreaterThan(10);
    for (const title of named) expect(titles).toContain(title);
  });

  it('are public for the most part; one waits for its review, one is being written, two are due to be looked at', () => {
    const inState = (wanted: GuideSeed['state']) => guides.filter(({ state }) => state === wanted).length;
    expect([inState('proposed'), inState('draft')]).toEqual([1, 1]);
    const stale = guides.filter(({ reviewInMonths }) => reviewInMonths < 0);
    expect(stale.map(({ state }) => state)).toEqual(['published', 'published']);
  });
});

describe('the guides and the windows of the invented county', () => {
  const items = new Set(
    pointSeeds(TODAY).flatMap(({ windows }) =>
      windows.flatMap(({ services }) => services.map((one) => one.guideTitle)),
    ),
  );

  it.each(guides.filter(({ state }) => state === 'published'))('$plainTitle is done at some window', ({ plainTitle }) =>
    expect(items).toContain(plainTitle),
  );

  it('call no matter by two names: what has no guide yet is none of theirs', () => {
    const titles = guides.map(({ plainTitle }) => plainTitle);
    const unguided = [...items].filter((item) => !titles.includes(item));
    expect(unguided.sort()).toEqual([...WITHOUT_GUIDE].sort());
  });

  it('are reached at numbers of their own: no person’s number is a window’s', () => {
    const windowPhones = pointSeeds(TODAY).map(({ phone }) => phone);
    expect(guides.filter(({ contact }) => windowPhones.includes(contact.phone))).toEqual([]);
  });
});

describe('the handbooks of the invented county', () => {
  it.each(handbooks)('$title could be entered as it stands, and proposed', (seed) => {
    const content = handbookContentOf(seed);
    expect(HandbookContent.parse(content)).toEqual(content);
    expect(idOf.has(seed.unitName)).toBe(true);
    expect(handbookFaults(content, new Set(openGuides.map(guideId)))).toEqual([]);
    expect(personalDataFaults(content)).toEqual([]);
    for (const { guideTitle } of seed.steps) expect(openGuides).toContain(guideTitle);
  });

  it('are five, each of another matter of life', () => {
    expect(handbooks).toHaveLength(5);
    expect(repeated(handbooks.map(({ title }) => title))).toEqual([]);
    expect(repeated(handbooks.map(({ matter }) => matter))).toEqual([]);
  });

  it('cross departments: none is one office’s alone', () => {
    for (const { title, steps } of handbooks) {
      const offices = steps.map(({ guideTitle }) => guides.find((one) => one.plainTitle === guideTitle)?.unitName);
      expect({ title, offices: new Set(offices).size }).not.toEqual({ title, offices: 1 });
    }
  });
});

describe('the sample pictures', () => {
  it.each(SAMPLE_FORMS)('$file is there, and belongs to a paper of “$guideTitle”', (form) => {
    const guide = guideSeeds().find(({ plainTitle }) => plainTitle === form.guideTitle);
    expect(guide?.state).toBe('published');
    expect(guide?.materials.map(({ key }) => key)).toContain(form.materialKey);
    expect(readFileSync(samplePath(form.file)).length).toBeLessThan(50_000);
  });
});
