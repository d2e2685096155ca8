import type { AssignmentPart } from '../lines/assignment.ts';
import { plainText } from './breakdown-fingerprint.ts';
import type { PreviewTask } from './breakdown-preview.ts';
import { rowKey } from './preview-correction.ts';
import type { ChangedField, TaskChange } from './task-change.ts';
import type { Task } from '../task.ts';

/** A task as it stands, with the units that have it. */
export interface StandingTask extends Task {
  lines: readonly StandingLine[];
}

interface StandingLine {
  unitId: string;
  unitName: string;
  part: AssignmentPart;
  /** Came to the task by a supervisor's hand and not from the table: a revised table does not take it away. */
  addedByHand: boolean;
}

/** A task that was taken back; its lines are all withdrawn. */
type WithdrawnTask = Task;

/** Below this likeness two tasks are not the same one reworded. */
const ALIKE = 0.6;
/** More pairs than this are not compared by likeness; equal words still find each other. */
const MOST_PAIRS = 250_000;

/**
 * What a revised table changes, task by task in its order, then the tasks it no longer has. A task is known again by its
 * words, not by its number, which moves when a row is put in; one taken back before comes back by its very words.
 */
export function compareTasks(
  standing: readonly StandingTask[],
  revised: readonly PreviewTask[],
  withdrawn: readonly WithdrawnTask[] = [],
): TaskChange[] {
  const pairs = pairUp(standing, revised);
  const kept = new Set(pairs.values());
  const gone = new Map<string, WithdrawnTask[]>();
  for (const task of withdrawn) gone.set(wordsOf(task), [...(gone.get(wordsOf(task)) ?? []), task]);
  return [
    ...revised.map((after) => {
      const before = pairs.get(after);
      return before ? changeOf(before, after) : arrivalOf(gone.get(wordsOf(after))?.shift(), after);
    }),
    ...standing.filter((before) => !kept.has(before)).map(removalOf),
  ];
}

/** How many tasks a table shares with a breakdown, word for word. */
export function sameTaskCount(standing: readonly Task[], revised: readonly PreviewTask[]): number {
  const words = new Set(standing.map(wordsOf));
  return revised.filter((task) => words.has(wordsOf(task))).length;
}

type Worded = Pick<Task, 'mainTask' | 'concreteWork'>;

const wordsOf = ({ mainTask, concreteWork }: Worded): string => `${plainText(mainTask)}|${plainText(concreteWork)}`;

function pairUp(standing: readonly StandingTask[], revised: readonly PreviewTask[]): Map<PreviewTask, StandingTask> {
  const pairs = new Map<PreviewTask, StandingTask>();
  let left = [...standing];
  let open = [...revised];
  const keys: ((task: Worded & { number: number }) => string)[] = [
    (task) => `${task.number}|${wordsOf(task)}`,
    wordsOf,
    (task) => `${task.number}|${plainText(task.mainTask)}`,
    ({ mainTask }) => plainText(mainTask),
  ];
  for (const key of keys) {
    const byKey = new Map<string, StandingTask[]>();
    for (const task of left) byKey.set(key(task), [...(byKey.get(key(task)) ?? []), task]);
    for (const after of open) {
      const before = byKey.get(key(after))?.shift();
      if (before) pairs.set(after, before);
    }
    const taken = new Set(pairs.values());
    left = left.filter((task) => !taken.has(task));
    open = open.filter((task) => !pairs.has(task));
  }
  if (left.length * open.length <= MOST_PAIRS) pairByLikeness(left, open, pairs);
  return pairs;
}

/** The likest pair first. */
function pairByLikeness(
  left: readonly StandingTask[],
  open: readonly PreviewTask[],
  pairs: Map<PreviewTask, StandingTask>,
): void {
  const grams = new Map([...left, ...open].map((task) => [task, bigrams(wordsOf(task))]));
  const scores = open.flatMap((after) =>
    left.map((before) => ({ after, before, likeness: likeness(grams.get(after)!, grams.get(before)!) })),
  );
  const taken = new Set<StandingTask>();
  for (const { after, before, likeness: score } of scores.sort((a, b) => b.likeness - a.likeness)) {
    if (score < ALIKE) return;
    if (pairs.has(after) || taken.has(before)) continue;
    pairs.set(after, before);
    taken.add(before);
  }
}

function bigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) found.add(text.slice(index, index + 2));
  return found;
}

/** Dice's coefficient: 1 for the same pairs of signs, 0 for none in common. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const gram of one) if (other.has(gram)) common += 1;
  return one.size + other.size ? (2 * common) / (one.size + other.size) : 1;
}

const placeOf = (after: PreviewTask) => ({
  row: rowKey(after.table, after.row),
  number: after.number,
  mainTask: after.mainTask,
});

function arrivalOf(gone: WithdrawnTask | undefined, after: PreviewTask): TaskChange {
  const change = { ...placeOf(after), fields: [], due: null, unitsAdded: after.units, unitsRemoved: [] };
  if (!gone) return { kind: 'added', taskId: null, ...change };
  const due = gone.dueOn === after.due.dueOn ? null : { before: gone.dueOn, after: after.due.dueOn };
  return { kind: 'restored', taskId: gone.id, ...change, fields: changedFields(gone, after), due };
}

function changeOf(before: StandingTask, after: PreviewTask): TaskChange {
  const base = placeOf(after);
  const fields = changedFields(before, after);
  const phraseChanged = (field: ChangedField) => fields.some((one) => one.field === field);
  // What a person set by hand stays while the table says the same as before.
  const dueMoves = phraseChanged('duePhrase') || after.corrected.includes('due');
  const due = dueMoves && before.dueOn !== after.due.dueOn ? { before: before.dueOn, after: after.due.dueOn } : null;
  const unitsMove = phraseChanged('unitsPhrase') || after.corrected.includes('units');
  const unitsAdded = unitsMove ? after.units.filter((unit) => !hasLine(before, unit)) : [];
  const unitsRemoved = unitsMove
    ? before.lines.filter((line) => !line.addedByHand && !after.units.some(({ unitId }) => unitId === line.unitId))
    : [];
  const isSame = !fields.length && !due && !unitsAdded.length && !unitsRemoved.length;
  return { kind: isSame ? 'same' : 'changed', taskId: before.id, ...base, fields, due, unitsAdded, unitsRemoved };
}

const hasLine = ({ lines }: StandingTask, { unitId, part }: { unitId: string; part: AssignmentPart }): boolean =>
  lines.some((line) => line.unitId === unitId && line.part === part);

function changedFields(before: Task, after: PreviewTask): TaskChange['fields'] {
  const pairs: [ChangedField, string, string][] = [
    ['number', String(before.number), String(after.number)],
    ['category', before.category, after.category],
    ['mainTask', before.mainTask, after.mainTask],
    ['concreteWork', before.concreteWork, after.concreteWork],
    ['unitsPhrase', before.unitsPhrase, after.unitsPhrase],
    ['duePhrase', before.duePhrase, after.due.phrase],
  ];
  return pairs
    .filter(([, one, other]) => plainText(one) !== plainText(other))
    .map(([field, one, other]) => ({ field, before: one, after: other }));
}

function removalOf({ id, number, mainTask, lines }: StandingTask): TaskChange {
  const none = { row: null, fields: [], due: null, unitsAdded: [] };
  return { kind: 'removed', taskId: id, number, mainTask, ...none, unitsRemoved: [...lines] };
}
