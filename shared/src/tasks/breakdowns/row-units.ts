import type { ColumnMeaning } from './breakdown-columns.ts';
import type { RowCorrection } from './preview-correction.ts';
import type { PhraseReader } from './phrase-reader.ts';
import { chosenUnits, type UnitsReading } from './unit-phrase.ts';

/** A row's cells by what they mean, as put right. */
export type Cells = (meaning: ColumnMeaning) => string;

interface Around {
  phrases: PhraseReader;
  /** The row above, for 同上. */
  above: { unitsPhrase: string } | null;
}

/** The units of a row: of one column or of several, or as a person has chosen them. */
export function readUnits(
  cell: Cells,
  around: Around,
  { units, texts }: RowCorrection,
): { reading: UnitsReading; phrase: string } {
  const typed = texts?.unitsPhrase;
  const found =
    typed === undefined ? readUnitCells(cell, around) : { reading: around.phrases.unitsOf(typed), phrase: typed };
  return units ? { ...found, reading: chosenUnits(found.reading, units, around.phrases.names) } : found;
}

function readUnitCells(cell: Cells, { phrases, above }: Around): { reading: UnitsReading; phrase: string } {
  const columns = [
    ['leadUnits', 'lead', '牵头：'],
    ['units', 'responsible', ''],
    ['supportingUnits', 'supporting', '配合：'],
  ] as const;
  const given = columns
    .map(([meaning, part, label]) => ({ part, label, text: cell(meaning) }))
    .filter(({ text }) => text);
  const single = given.length === 1 && given[0]!.label === '';
  const [first] = given;
  if (!first) return { reading: phrases.unitsOf(''), phrase: '' };
  if (single) {
    const phrase = sameAsAbove(first.text, above?.unitsPhrase);
    return { reading: phrases.unitsOf(phrase), phrase };
  }
  const readings = given.map(({ part, text }) => phrases.unitsOf(text, part));
  return { reading: joined(readings), phrase: given.map(({ label, text }) => label + text).join('；') };
}

function joined(readings: readonly UnitsReading[]): UnitsReading {
  const units = readings.flatMap((reading) => reading.units);
  return {
    units: units.filter((unit, index) => units.findIndex(({ unitId }) => unitId === unit.unitId) === index),
    openSetPhrase: readings.map(({ openSetPhrase }) => openSetPhrase).find(Boolean) ?? null,
    unresolvedPhrase:
      readings
        .map(({ unresolvedPhrase }) => unresolvedPhrase)
        .filter(Boolean)
        .join('、') || null,
    doubts: readings.flatMap(({ doubts }) => doubts),
    notes: readings.flatMap(({ notes }) => notes),
  };
}

/** 同上 stands for what the row above has. */
export function sameAsAbove(text: string, above: string | undefined): string {
  return /^同上[。.]?$/.test(text) && above ? above : text;
}
