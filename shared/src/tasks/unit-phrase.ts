import type { OrgUnit } from '../org-units/org-unit.ts';
import type { AssignmentPart } from './assignment.ts';
import type { UnitReading } from './breakdown-preview.ts';
import { normalName, type UnitNames } from '../org-units/unit-names.ts';

/** What a units cell means (rules P2-P4). */
export interface UnitsReading {
  units: UnitReading[];
  /** "等县级有关部门": a set the coordinating office extends later. */
  openSetPhrase: string | null;
  /** What nobody could resolve yet: 待明确. */
  unresolvedPhrase: string | null;
  /** For a person to look at. */
  doubts: string[];
  /** For the record. */
  notes: string[];
}

const OPEN_SET = /等((?:县级|县直|县|市|省)?(?:各|有关|相关)*(?:部门|单位)(?:\(单位\))?)$/;
const ALL_OF_SET = /^(县级|县直)各(部门|单位)/;

/** Resolves the words of a units cell; `part` is what units are when the cell itself does not say. */
export function readUnitsPhrase(phrase: string, names: UnitNames, part: AssignmentPart = 'responsible'): UnitsReading {
  const reading: UnitsReading = { units: [], openSetPhrase: null, unresolvedPhrase: null, doubts: [], notes: [] };
  const text = normalName(phrase.replace(/\n/g, '、'));
  if (!text) return { ...reading, doubts: ['没有写责任单位，请确认'] };
  for (const section of sections(text, part)) readSection(section, names, reading);
  const named = reading.units.filter((unit) => unit.fromPhrase === unit.unitName || names.find(unit.fromPhrase));
  if (named.length > 1 && !reading.units.some((unit) => unit.part === 'lead')) {
    reading.notes.push(`未写明牵头单位；第一个是${named[0]!.fromPhrase}，如由其牵头请在确认后指定`);
  }
  return reading;
}

interface Section {
  text: string;
  part: AssignmentPart;
}

/** "A牵头，B、C配合" and "(A牵头，B配合)" fall into sections; other cells are one. */
function sections(text: string, part: AssignmentPart): Section[] {
  if (!/牵头|配合|负责/.test(text)) return [{ text, part }];
  const found: Section[] = [];
  const pattern =
    /(?:由|请)?([^,;。()]*?)(牵头(?:负责)?|配合|负责)(?=[,;。)]|$)|(?:牵头单位|责任单位|配合单位):([^;。]+)/g;
  const rest = text.replace(
    pattern,
    (whole, words: string | undefined, role: string | undefined, listed: string | undefined) => {
      const how = whole;
      const which: AssignmentPart = how.includes('牵头') ? 'lead' : how.includes('配合') ? 'supporting' : part;
      found.push({ text: (words ?? listed ?? '').trim(), part: which });
      return role ? '' : '';
    },
  );
  const left = rest.replace(/^[,;、。()]+|[,;、。()]+$/g, '');
  return left ? [...found, { text: left, part }] : found;
}

function readSection({ text, part }: Section, names: UnitNames, reading: UnitsReading): void {
  for (const word of splitWords(text)) readWord(word, part, names, reading);
}

/** Splits at separators outside brackets, so that 各乡镇(街道) and (见附件2) stay whole. */
function splitWords(text: string): string[] {
  const words = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、,;]/.test(sign)) words.push('');
    else words[words.length - 1] += sign;
  }
  return words.map((word) => word.trim()).filter(Boolean);
}

function readWord(word: string, part: AssignmentPart, names: UnitNames, reading: UnitsReading): void {
  if (/附件|附表/.test(word)) return unresolved(word, `“${word}”所指的附表没有随文提供，责任单位待明确`, reading);
  const open = OPEN_SET.exec(word);
  const all = /等((?:县级|县直)各(?:部门|单位))$/.exec(word);
  if (all) {
    readWord(word.slice(0, all.index), part, names, reading);
    return readWord(all[1]!, part, names, reading);
  }
  if (open && !ALL_OF_SET.test(open[1]!)) {
    reading.openSetPhrase = `等${open[1]}`;
    if (open.index > 0) readWord(word.slice(0, open.index), part, names, reading);
    return;
  }
  const group = names.group(word);
  if (group) {
    for (const unit of group) bind(unit, part, word, reading);
    if (!group.length) unresolved(word, `“${word}”目前没有对应的单位`, reading);
    return;
  }
  const found = names.find(word);
  if (!found) {
    const near = names.closest(word);
    return unresolved(
      word,
      `不认识单位“${word}”${near ? `，是不是“${near}”？` : ''}请改正名称，或为单位添加别名`,
      reading,
    );
  }
  if (found.mergedFrom) reading.notes.push(`${found.mergedFrom.name}已并入${found.unit.name}`);
  bind(found.unit, part, word, reading);
}

/** A unit is bound once; named by itself it counts by its name even where a group word holds it too. */
function bind(unit: OrgUnit, part: AssignmentPart, fromPhrase: string, reading: UnitsReading): void {
  if (!reading.units.some(({ unitId }) => unitId === unit.id))
    reading.units.push({ unitId: unit.id, unitName: unit.name, part, fromPhrase });
}

function unresolved(word: string, doubt: string, reading: UnitsReading): void {
  reading.unresolvedPhrase = reading.unresolvedPhrase ? `${reading.unresolvedPhrase}、${word}` : word;
  reading.doubts.push(doubt);
}
