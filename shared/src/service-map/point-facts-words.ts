import { Accessibility } from './accessibility.ts';
import { writeHours } from './hours-words.ts';
import { PointFacts, SERVICE_POINT_KIND_LABELS, type ServiceWindow } from './service-point.ts';

export type FactKey = keyof PointFacts;

const FACTS = Object.keys(PointFacts.shape) as FactKey[];
const NOTHING = '没有登记';

/** What each fact is called: 电话. */
export const FACT_LABELS = Object.fromEntries(
  FACTS.map((fact) => [fact, String(PointFacts.shape[fact].meta()?.['label'])]),
) as Record<FactKey, string>;

export const ACCESSIBILITY_LABELS = Object.fromEntries(
  Object.entries(Accessibility.shape).map(([key, schema]) => [key, String(schema.meta()?.['label'])]),
) as Record<keyof Accessibility, string>;

const KNOWN_WORDS = { yes: '有', no: '没有', unknown: NOTHING } as const;

/** The facts in which two states of a point differ. */
export function differingFacts(before: PointFacts, after: PointFacts): FactKey[] {
  return FACTS.filter((fact) => !isSame(before[fact], after[fact]));
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** One fact as a person reads it beside what it was before. */
export function factInWords(fact: FactKey, facts: PointFacts): string {
  switch (fact) {
    case 'kind':
      return SERVICE_POINT_KIND_LABELS[facts.kind];
    case 'position':
      return facts.position ? `经度 ${facts.position.longitude}，纬度 ${facts.position.latitude}` : NOTHING;
    case 'hours':
      return facts.hours ? writeHours(facts.hours) : '时间不详';
    case 'windows':
      return listed(facts.windows.map(windowInWords));
    case 'staff':
      return listed(facts.staff.map(({ name, duty }) => (duty ? `${name}（${duty}）` : name)));
    case 'accessibility':
      return accessibilityInWords(facts.accessibility);
    case 'languages':
      return listed(facts.languages);
    case 'photoId':
      return facts.photoId ? '有' : NOTHING;
    case 'servesUnitIds':
      return facts.servesUnitIds.length ? `${facts.servesUnitIds.length} 个` : NOTHING;
    case 'insideId':
      return facts.insideId ? '设在另一个服务点里' : NOTHING;
    default:
      return facts[fact] || NOTHING;
  }
}

/** The same, a line for each window, season and closure: five in one breath are read by nobody. */
export function factLines(fact: FactKey, facts: PointFacts): string[] {
  if (fact === 'windows' && facts.windows.length) return facts.windows.map(windowInWords);
  if (fact === 'hours') return factInWords(fact, facts).split('；');
  return [factInWords(fact, facts)];
}

/** The lines in which a fact differs: of five windows the one that was changed. */
export function differingLines(fact: FactKey, before: PointFacts, after: PointFacts) {
  const [were, are] = [factLines(fact, before), factLines(fact, after)];
  return { were: were.filter((line) => !are.includes(line)), are: are.filter((line) => !were.includes(line)) };
}

const listed = (words: readonly string[]) => words.join('；') || NOTHING;

function windowInWords({ name, services, hours }: ServiceWindow): string {
  const done = services.map(({ words }) => words).join('、');
  return [name, hours ? `（${writeHours(hours)}）` : '', done ? `：${done}` : ''].join('');
}

function accessibilityInWords(facts: Accessibility): string {
  const { doorWidthCm, words, ...known } = facts;
  const said = (Object.keys(known) as (keyof typeof known)[])
    .filter((key) => known[key] !== 'unknown')
    .map((key) => `${ACCESSIBILITY_LABELS[key]}${known[key] === 'yes' ? '有' : '没有'}`);
  return (
    [...said, ...(doorWidthCm ? [`门宽 ${doorWidthCm} 厘米`] : []), ...(words ? [words] : [])].join('，') || NOTHING
  );
}

/** Yes, no or nothing known, as a person reads it. */
export function knownInWords(known: keyof typeof KNOWN_WORDS): string {
  return KNOWN_WORDS[known];
}

/** What two people wrote on the same version of a point, put together. */
export interface MergedFacts {
  facts: PointFacts;
  /** Changed by the other alone, and taken over. */
  taken: FactKey[];
  /** Changed by both, each in another way; mine stand. */
  clashes: FactKey[];
}

/** Puts my changes onto what somebody else has saved meanwhile: nothing either wrote is lost unseen. */
export function mergeFacts(base: PointFacts, mine: PointFacts, theirs: PointFacts): MergedFacts {
  const facts = { ...mine } as Record<FactKey, unknown>;
  const taken: FactKey[] = [];
  const clashes: FactKey[] = [];
  for (const fact of differingFacts(base, theirs)) {
    if (isSame(mine[fact], theirs[fact])) continue;
    if (isSame(mine[fact], base[fact])) {
      facts[fact] = theirs[fact];
      taken.push(fact);
    } else clashes.push(fact);
  }
  return { facts: facts as unknown as PointFacts, taken, clashes };
}
