import type { PreviewTask } from './breakdown-preview.ts';
import type { Task } from '../task.ts';

type Printed = Pick<Task, 'number' | 'category' | 'mainTask' | 'concreteWork' | 'unitsPhrase' | 'duePhrase'>;

/** The raw content of a table as one text, by number; width, spaces and line breaks do not make it another table. */
export function canonicalText(tasks: readonly Printed[]): string {
  return [...tasks]
    .sort((one, two) => one.number - two.number)
    .map(({ number, category, mainTask, concreteWork, unitsPhrase, duePhrase }) =>
      [String(number), category, mainTask, concreteWork, unitsPhrase, duePhrase].map(plainText).join('\u001f'),
    )
    .join('\u001e');
}

/** A preview's task by what the table prints of it. */
export const asPrinted = ({ due, ...task }: PreviewTask): Printed => ({ ...task, duePhrase: due.phrase });

/** Words without what a word processor changes by itself. */
export const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
