import type { PreviewTask } from './breakdown-preview.ts';

/** The raw content of a table as one text; width, spaces and line breaks do not make it another table. */
export function canonicalText(tasks: readonly PreviewTask[]): string {
  return tasks
    .map(({ number, category, mainTask, concreteWork, unitsPhrase, due }) =>
      [String(number), category, mainTask, concreteWork, unitsPhrase, due.phrase].map(plain).join('\u001f'),
    )
    .join('\u001e');
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
