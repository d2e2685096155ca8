import type { OrgUnit } from '../../org-units/org-unit.ts';
import type { AssignmentPart } from '../lines/assignment.ts';
import type { UnitReading } from './breakdown-preview.ts';
import { normalName, type UnitNames } from '../../org-units/unit-names.ts';

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

const MAX_PHRASE = 200;
const OPEN_SET = /等((?:县级|县直|县|市|省)?(?:各|有关|相关)*(?:部门|单位)(?:\(单位\))?|)$/;
const ALL_OF_SET = /^(县级|县直)各(部门|单位)/;

/** Resolves the words of a units cell; `part` is what units are when the cell itself does not say. */
export function readUnitsPhrase(phrase: string, names: UnitNames, part: AssignmentPart = 'responsible'): UnitsReading {
  const reading: UnitsReading = { units: [], openSetPhrase: null, unresolvedPhrase: null, doubts: [], notes: [] };
  const text = normalName(bySpaces(phrase, names).replace(/\n/g, '、'));
  if (!text) return { ...reading, doubts: ['没有写责任单位，请确认'] };
  for (const section of sections(text, part)) readSection(section, names, reading);
  const named = reading.units.filter((unit) => unit.fromPhrase === unit.unitName || names.find(unit.fromPhrase));
  if (named.length > 1 && !reading.units.some((unit) => unit.part === 'lead')) {
    reading.notes.push(`未写明牵头单位；第一个是${named[0]!.fromPhrase}，如由其牵头请在确认后指定`);
  }
  const asPrinted = (words: string | null) => words && shortened(printedWords(phrase, words));
  return {
    ...reading,
    openSetPhrase: asPrinted(reading.openSetPhrase),
    unresolvedPhrase: asPrinted(reading.unresolvedPhrase),
  };
}

/** The units a person chose for a cell: its doubts are settled, an open set stays one. */
export function chosenUnits(
  { openSetPhrase }: UnitsReading,
  units: readonly { unitId: string; part: AssignmentPart }[],
  names: UnitNames,
): UnitsReading {
  const chosen = units.map(({ unitId, part }) => {
    const unitName = names.nameOf(unitId);
    return { unitId, unitName, part, fromPhrase: unitName };
  });
  return { units: chosen, openSetPhrase, unresolvedPhrase: null, doubts: [], notes: [] };
}

/** The whole cell is kept beside it (rules P1), so that a very long one need not be repeated. */
function shortened(words: string): string {
  return words.length > MAX_PHRASE ? `${words.slice(0, MAX_PHRASE - 1)}…` : words;
}

/** Units with nothing but spaces between them, as a table taken from a PDF has them. */
function bySpaces(phrase: string, names: UnitNames): string {
  const words = phrase.split(/[ \t\u3000]+/).filter(Boolean);
  const isKnown = (word: string) => Boolean(names.group(word) ?? names.find(word));
  return words.length > 1 && words.every(isKnown) ? words.join('、') : phrase;
}

/** Words as they stand in the cell, with its own brackets and spaces (rules P1); what stands nowhere in one piece as it is. */
function printedWords(phrase: string, words: string): string {
  const signs = [...phrase].flatMap((sign, at) => [...normalName(sign)].map((plain) => ({ plain, at })));
  const start = signs
    .map(({ plain }) => plain)
    .join('')
    .indexOf(words);
  if (start < 0) return words;
  const [first, last] = [signs[start]!, signs[start + [...words].length - 1]!];
  return [...phrase].slice(first.at, last.at + 1).join('');
}

interface Section {
  text: string;
  part: AssignmentPart;
}

const ROLE_PARTS = { 牵头: 'lead', 责任: null, 负责: null, 配合: 'supporting' } as const;

/** "A牵头，B、C配合", "A（牵头）、B" and "牵头单位：A；配合单位：B" fall into sections; other cells are one. */
function sections(text: string, part: AssignmentPart): Section[] {
  if (!/牵头|配合|负责|责任单位/.test(text)) return [{ text, part }];
  const clauses = splitOutsideBrackets(
    text.replace(/\((牵头|配合|负责)(?:单位)?\)、?/g, '$1,').replace(/\(([^()]*(?:牵头|配合|负责)[^()]*)\)/g, ',$1,'),
    /[,;。]/,
  );
  let heading: AssignmentPart | undefined;
  return clauses.map(({ text: clause, before }) => {
    if (before === ';' || before === '。') heading = undefined;
    const headed = /^(牵头|责任|配合)(?:单位)?:(.*)$/.exec(clause);
    if (headed) {
      heading = partOf(headed[1]!, part);
      return { text: headed[2]!, part: heading };
    }
    const said = /^(?:由|请)?(.+?)(牵头|配合|负责)(?:负责)?$/.exec(clause);
    return said ? { text: said[1]!, part: partOf(said[2]!, part) } : { text: clause, part: heading ?? part };
  });
}

function partOf(role: string, otherwise: AssignmentPart): AssignmentPart {
  return ROLE_PARTS[role as keyof typeof ROLE_PARTS] ?? otherwise;
}

function readSection({ text, part }: Section, names: UnitNames, reading: UnitsReading): void {
  for (const word of splitWords(text)) readWord(word, part, names, reading);
}

function splitWords(text: string): string[] {
  return splitOutsideBrackets(text, /[、,;。]/).map((piece) => piece.text);
}

/** Pieces between separators, each with the sign before it; 各乡镇(街道) and (见附件2) stay whole. */
function splitOutsideBrackets(text: string, separator: RegExp): { text: string; before: string }[] {
  const pieces = [{ text: '', before: '' }];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(sign)) pieces.push({ text: '', before: sign });
    else pieces[pieces.length - 1]!.text += sign;
  }
  return pieces.filter((piece) => piece.text);
}

function readWord(word: string, part: AssignmentPart, names: UnitNames, reading: UnitsReading): void {
  if (word.length > MAX_PHRASE)
    return unresolved(word, `“${word.slice(0, 20)}…”太长，不像单位名称，请检查这一格`, reading);
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
  const joined = found ? undefined : knownParts(word, names);
  if (joined) return joined.forEach((one) => readWord(one, part, names, reading));
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

/** "县教育局和县民政局": several units, where neither the whole is one nor a part is unknown. */
function knownParts(word: string, names: UnitNames): string[] | undefined {
  for (const joint of word.matchAll(/以及|和|及|与/g)) {
    const [left, right] = [word.slice(0, joint.index), word.slice(joint.index + joint[0].length)];
    if (!(names.group(left) ?? names.find(left))) continue;
    const rest = (names.group(right) ?? names.find(right)) ? [right] : knownParts(right, names);
    if (rest) return [left, ...rest];
  }
  return undefined;
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
