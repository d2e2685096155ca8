import type { UnitNames } from '../../org-units/unit-names.ts';
import type { AssignmentPart } from '../lines/assignment.ts';
import type { DueReading } from './breakdown-preview.ts';
import { readDuePhrase } from './due-phrase.ts';
import { readUnitsPhrase, type UnitsReading } from './unit-phrase.ts';

/** Reads the cells of one document; the words a long table prints again and again are read once. */
export class PhraseReader {
  private readonly units = new Map<string, UnitsReading>();
  private readonly dues = new Map<string, DueReading>();

  constructor(
    readonly names: UnitNames,
    private readonly year: number,
  ) {}

  /** Rules P2-P4; `part` is what units are when the cell itself does not say. */
  unitsOf(phrase: string, part: AssignmentPart = 'responsible'): Readonly<UnitsReading> {
    const key = `${part} ${phrase}`;
    const known = this.units.get(key) ?? readUnitsPhrase(phrase, this.names, part);
    this.units.set(key, known);
    return known;
  }

  /** Rules P6. */
  dueOf(phrase: string): Readonly<DueReading> {
    const known = this.dues.get(phrase) ?? readDuePhrase(phrase, this.year);
    this.dues.set(phrase, known);
    return known;
  }
}
