import * as z from '../zod.ts';
import type { Accessibility, Known } from './accessibility.ts';

/** How somebody goes there, or with whom. */
export const AccessProfile = z.enum(['wheelchair', 'hard-to-walk', 'hard-of-hearing', 'with-elder', 'pram']);
export type AccessProfile = z.infer<typeof AccessProfile>;

export const ACCESS_PROFILE_LABELS = {
  wheelchair: '推轮椅去',
  'hard-to-walk': '腿脚不便',
  'hard-of-hearing': '听不清',
  'with-elder': '带老人去',
  pram: '推婴儿车去',
} as const satisfies Record<AccessProfile, string>;

/** Whether a point suits, and by which facts. Where one is not known, that is said, and never taken for yes or no. */
export interface AccessAnswer {
  readonly answer: 'suits' | 'does-not' | 'unknown';
  /** `有坡道`, `门宽 70 厘米，要 80 厘米才进得去`, `坡道没有登记`. */
  readonly reasons: readonly string[];
}

export interface AccessFact {
  readonly key: FactKey;
  readonly label: string;
  readonly known: Known;
  /** 有, 没有, 没有登记, `90 厘米`. */
  readonly words: string;
}

type FactKey = Exclude<keyof Accessibility, 'words'>;

const FACT_LABELS = {
  ramp: '坡道或平进门口',
  doorWidthCm: '门宽',
  lowCounter: '低位柜台',
  toilet: '无障碍卫生间',
  hearingLoop: '助听设备',
  parking: '无障碍停车位',
  wheelchair: '可借用的轮椅',
  seats: '休息座椅',
} as const satisfies Record<FactKey, string>;

/** Clear width a wheelchair needs by the building code for accessibility (GB 50763-2012, 3.5.3). */
const WHEELCHAIR_DOOR_CM = 80;
const PRAM_DOOR_CM = 70;

/** What each cannot do without; everything else is a convenience and stands among the facts. */
const NEEDS = {
  wheelchair: { facts: ['ramp'], door: WHEELCHAIR_DOOR_CM },
  'hard-to-walk': { facts: ['ramp', 'seats'], door: null },
  'hard-of-hearing': { facts: ['hearingLoop'], door: null },
  'with-elder': { facts: ['ramp', 'seats', 'toilet'], door: null },
  pram: { facts: ['ramp'], door: PRAM_DOOR_CM },
} as const satisfies Record<AccessProfile, { facts: readonly Exclude<FactKey, 'doorWidthCm'>[]; door: number | null }>;

/** One fact's part in the answer. */
interface Finding {
  readonly known: Known;
  readonly words: string;
}

/** A single thing that is wanting settles it; else a single one that is not known leaves it open. */
export function suits(accessibility: Accessibility, profile: AccessProfile): AccessAnswer {
  const { facts, door } = NEEDS[profile];
  const findings = facts.map((key) => found(FACT_LABELS[key], accessibility[key]));
  if (door !== null) findings.push(foundDoor(accessibility.doorWidthCm, door));
  const against = findings.filter(({ known }) => known === 'no');
  if (against.length > 0) return { answer: 'does-not', reasons: against.map(({ words }) => words) };
  const open = findings.filter(({ known }) => known === 'unknown');
  if (open.length > 0) return { answer: 'unknown', reasons: open.map(({ words }) => words) };
  return { answer: 'suits', reasons: findings.map(({ words }) => words) };
}

/** `推轮椅去合适：有坡道或平进门口，门宽 90 厘米`; how to get in stands behind it where it is written. */
export function suitsInWords(accessibility: Accessibility, profile: AccessProfile): string {
  const { answer, reasons } = suits(accessibility, profile);
  const label = ACCESS_PROFILE_LABELS[profile];
  const why = reasons.join('，');
  if (answer === 'unknown') return `${label}：${why}，请先打电话问清`;
  return `${label}${answer === 'suits' ? '合适' : '不合适'}：${why}`;
}

/** All facts in their order, the unknown ones too. */
export function accessFacts(accessibility: Accessibility): AccessFact[] {
  return FACT_KEYS.map((key) => {
    const label = FACT_LABELS[key];
    if (key !== 'doorWidthCm') return { key, label, known: accessibility[key], words: KNOWN_WORDS[accessibility[key]] };
    const { doorWidthCm } = accessibility;
    return doorWidthCm === null
      ? { key, label, known: 'unknown', words: KNOWN_WORDS.unknown }
      : { key, label, known: 'yes', words: `${doorWidthCm} 厘米` };
  });
}

/** All in one line for paper: `有坡道或平进门口、休息座椅；没有无障碍卫生间；助听设备没有登记`. */
export function accessInWords(accessibility: Accessibility): string {
  const facts = accessFacts(accessibility);
  const of = (known: Known) => facts.filter((fact) => fact.known === known);
  const there = of('yes').map(({ key, label, words }) => (key === 'doorWidthCm' ? `${label} ${words}` : label));
  const parts = [
    there.length > 0 ? `有${there.join('、')}` : '',
    labelled('没有', of('no')),
    of('unknown').length > 0 ? `${labelled('', of('unknown'))}没有登记` : '',
    accessibility.words,
  ];
  return parts.filter((part) => part !== '').join('；');
}

const FACT_KEYS = Object.keys(FACT_LABELS) as FactKey[];
const KNOWN_WORDS = { yes: '有', no: '没有', unknown: '没有登记' } as const satisfies Record<Known, string>;

function labelled(before: string, facts: readonly AccessFact[]): string {
  return facts.length > 0 ? `${before}${facts.map(({ label }) => label).join('、')}` : '';
}

function found(label: string, known: Known): Finding {
  return { known, words: known === 'unknown' ? `${label}没有登记` : `${KNOWN_WORDS[known]}${label}` };
}

function foundDoor(width: number | null, needed: number): Finding {
  if (width === null) return { known: 'unknown', words: '门宽没有登记' };
  if (width < needed) return { known: 'no', words: `门宽 ${width} 厘米，要 ${needed} 厘米才进得去` };
  return { known: 'yes', words: `门宽 ${width} 厘米` };
}
