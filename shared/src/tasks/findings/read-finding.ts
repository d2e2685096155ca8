import type { ColumnMeaning } from '../breakdowns/breakdown-columns.ts';
import type { DueReading } from '../breakdowns/breakdown-preview.ts';
import { BLANK_FINDING, type Finding, type Rectification } from './finding.ts';

/** Where a table says which kind of rectification it wants, in a column of its own or in its time. */
const KINDS: readonly [RegExp, Rectification][] = [
  [/立行立改|立即整改|即知即改|立查立改|马上就改/, 'at-once'],
  [/限期|分阶段|阶段性/, 'by-deadline'],
  [/长期|持续|常态/, 'long-term'],
];

const LIMITS = { source: 200, requirement: 2000, goal: 2000, answerable: 500 } as const;

/** What a row of an inspection's table says of its finding besides problem, measure, units and time. */
export function readFinding(cell: (meaning: ColumnMeaning) => string, due: DueReading): Finding {
  const texts = Object.entries(LIMITS).map(([field, most]) => [
    field,
    cell(field as keyof typeof LIMITS).slice(0, most),
  ]);
  return { ...BLANK_FINDING, ...Object.fromEntries(texts), rectification: kindOf(cell('rectification'), due) };
}

function kindOf(words: string, due: DueReading): Rectification | null {
  for (const text of [words, due.phrase]) {
    const known = KINDS.find(([pattern]) => pattern.test(text));
    if (known) return known[1];
  }
  return due.kind === 'by-day' ? 'by-deadline' : null;
}
