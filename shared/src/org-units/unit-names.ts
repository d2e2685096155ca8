import type { Day } from '../calendar/day.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { isValidOn, type OrgUnit } from './org-unit.ts';

/** Group words of plans, brackets and separators left out, and which units each means (rules P2). */
const GROUPS: readonly { words: RegExp; means: (unit: OrgUnit) => boolean }[] = [
  {
    words: /^(各|全县)?(乡镇|镇乡|乡|镇)(人民政府)?各?(街道|街)(人民政府)?(办事处)?$/,
    means: ({ kind }) => kind === 'township' || kind === 'subdistrict',
  },
  { words: /^(各|全县)?(乡镇|镇乡)(人民政府)?$|^各[乡镇](人民政府)?$/, means: ({ kind }) => kind === 'township' },
  { words: /^(各|全县)?街道(办事处)?$/, means: ({ kind }) => kind === 'subdistrict' },
  { words: /^各(行政)?村(各)?社区$/, means: ({ kind }) => kind === 'village' || kind === 'community' },
  { words: /^各(行政)?村$/, means: ({ kind }) => kind === 'village' },
  { words: /^各社区$/, means: ({ kind }) => kind === 'community' },
  {
    words: /^(各)?县(人民)?政府(各)?(工作|组成)部门$/,
    means: ({ traits }) => traits.includes('government-department'),
  },
  { words: /^(各)?县级行权部门$|^各行政执法部门$/, means: ({ traits }) => traits.includes('administrative-powers') },
  {
    words: /^(县级|县直)(各)?(部门|单位)$|^各(县级|县直)(部门|单位)$/,
    means: ({ traits }) => traits.includes('county-level'),
  },
];

/** A guess looks at every name there is, so that a table of nothing but unknown words must not be guessed at for ever. */
const MOST_GUESSES = 200;
const LONGEST_NAME = 60;

/** The units of a county, found by what documents call them. */
export class UnitNames {
  private readonly byName = new Map<string, OrgUnit>();
  private readonly byId = new Map<string, OrgUnit>();
  private readonly current: OrgUnit[];
  private readonly closestNames = new Map<string, string | null>();

  constructor(units: readonly OrgUnit[], today: Day) {
    this.current = units.filter((unit) => isValidOn(unit, today));
    for (const unit of units) this.byId.set(unit.id, unit);
    // A unit that exists today wins over one that went, should both have the name.
    for (const unit of [...units].sort((a, b) => Number(isValidOn(a, today)) - Number(isValidOn(b, today)))) {
      for (const name of [unit.name, ...unit.aliases]) this.byName.set(normalName(name), unit);
    }
  }

  /** The units a group word means today, or undefined when it is none. */
  group(words: string): OrgUnit[] | undefined {
    const plain = normalName(words).replace(/[()、/]/g, '');
    const group = GROUPS.find((candidate) => candidate.words.test(plain));
    return group && this.current.filter(group.means);
  }

  nameOf(unitId: string): string {
    return this.byId.get(unitId)?.name ?? '（已撤销的单位）';
  }

  /** The unit of a name or alias, followed to whoever took over its work. */
  find(name: string): { unit: OrgUnit; mergedFrom: OrgUnit | null } | undefined {
    const named = this.byName.get(normalName(name));
    if (!named) return undefined;
    let unit = named;
    for (let hops = 0; unit.successorId && hops < 10; hops += 1) unit = this.byId.get(unit.successorId) ?? unit;
    return { unit, mergedFrom: unit === named ? null : named };
  }

  /** The name most like an unknown one; null when none is near, or after so many unknown ones that the table is no table of ours. */
  closest(name: string): string | null {
    const wanted = normalName(name);
    const known = this.closestNames.get(wanted);
    if (known !== undefined) return known;
    if (this.closestNames.size >= MOST_GUESSES || wanted.length > LONGEST_NAME) return null;
    const near = this.nearest(wanted);
    this.closestNames.set(wanted, near);
    return near;
  }

  private nearest(wanted: string): string | null {
    const allowed = Math.max(1, Math.floor(wanted.length / 3));
    let best: { name: string; distance: number } | null = null;
    for (const known of this.byName.keys()) {
      if (Math.abs(known.length - wanted.length) > allowed) continue;
      const distance = editDistance(wanted, known);
      if (distance <= allowed && (!best || distance < best.distance)) best = { name: known, distance };
    }
    return best && best.name;
  }
}

export const MOST_ALIASES = 20;

/** Words that stand for several units, for a part in a task or for an attached list: no unit can be called so (rules P2). */
const NOT_A_NAME = /[、，,；;。:：/]|有关|相关|附件|附表|^[等各全]|^(牵头|配合|责任|负责|主办|协办)/;

/** Whether words can be the name of one unit at all, as far as the words themselves tell. */
export const mayNameOneUnit = (words: string): boolean => !NOT_A_NAME.test(normalName(words));

/** Whether documents can call a unit so: a group word taken for one unit would send everybody's work there. */
export function canBeAlias(alias: string, names: UnitNames): Verdict {
  if (!mayNameOneUnit(alias) || names.group(alias))
    return refused('wrong-state', `“${alias}”不是一个单位的名称，不能作为别名`);
  return allowed;
}

/** Width, spaces and brackets do not make another name. */
export function normalName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
