import { addDays, type Day, daysBetween } from '@county/shared/calendar/day';
import { isWorkingDay, workingCalendar } from '@county/shared/calendar/working-days';
import { calendarDays } from '../calendar/calendar-days.ts';
import { type Dice, diceOf } from './dice.ts';
import { type Fate, fateOf } from './fate.ts';
import { CLOSING_WORDS, FINISHING_WORDS, MENDED_WORDS, TASK_WORDS } from './words/task-word-list.ts';
import type { TaskWords } from './words/task-words.ts';
import { inUnitsWords } from './words/unit-voice.ts';
import { VILLAGE_WORDS } from './words/village-words.ts';

/** One thing that happened to a line in the demo's year. */
export interface StoryStep {
  kind: 'acknowledged' | 'reported' | 'completed' | 'returned' | 'closed';
  on: Day;
  /** Of a report. */
  percent?: number;
  note?: string;
  problems?: string | null;
  nextStep?: string | null;
  /** 办结说明, 退回理由 or 核验意见. */
  words?: string;
  /** 办结依据. */
  proof?: string;
}

/** How many days before today the plan was usually given out; see `storyBeginsOn`. */
export const STORY_DAYS = 190;
/** Rows whose work is done in villages; every township has handed them down. */
export const HANDED_DOWN = [12, 13, 15] as const;
/** And how many days before today villages got their share of it. */
export const HANDED_DOWN_DAYS = 90;

/** The day the demo's plan was given out, early enough before the line's own day to have been met. */
export function storyBeginsOn(dueOn: Day | null, today: Day, days: number = STORY_DAYS): Day {
  const usual = addDays(today, -days);
  const latest = dueOn === null ? usual : addDays(dueOn, -45);
  return usual < latest ? usual : latest;
}

/** What a unit the plan names did about its task until today; the same for ever for the same arguments. */
export function storyOf(
  taskNumber: number,
  unitName: string,
  unitIndex: number,
  dueOn: Day | null,
  today: Day,
): StoryStep[] {
  const words = TASK_WORDS[taskNumber];
  if (!words) throw new Error(`the annex has no task ${taskNumber}`);
  const dice = diceOf(`${taskNumber}/${unitName}/${unitIndex}`);
  const line = { begin: storyBeginsOn(dueOn, today), dueOn, today, dice, words, unitName };
  return tell(fateOf(taskNumber, dueOn, today, dice), line);
}

/** What a village did about the share its township handed down. Most have reported; some have not opened it. */
export function handedDownStoryOf(
  taskNumber: (typeof HANDED_DOWN)[number],
  villageName: string,
  index: number,
  dueOn: Day | null,
  today: Day,
): StoryStep[] {
  const dice = diceOf(`village ${taskNumber}/${villageName}/${index}`);
  const { early, middle, late, done, proof } = VILLAGE_WORDS[taskNumber];
  const words = { early, middle, late, done: [done], proofs: [proof], problems: [], nextSteps: [], returned: [] };
  const line = {
    begin: storyBeginsOn(dueOn, today, HANDED_DOWN_DAYS),
    dueOn,
    today,
    dice,
    words,
    unitName: villageName,
  };
  const fate = dice.happens(72)
    ? 'working'
    : dice.pick(['completed', 'acknowledged', 'untouched', 'untouched'] as const);
  return tell(fate, line);
}

/**
 * A sentence for everybody about a unit's line, for two lines in five; null for the others. Ask only for lines whose
 * story has a report: the sentence says that something is done.
 */
export function publicLineOf(taskNumber: number, unitName: string): string | null {
  const dice = diceOf(`public ${taskNumber}/${unitName}`);
  const words = TASK_WORDS[taskNumber];
  return words && dice.happens(40) ? inUnitsWords(dice.pick(words.publicLines), unitName, dice) : null;
}

/** Why units ask for a later day in the demo: as many as wait for the supervisor when it starts. */
export const EXTENSION_REASONS = [
  '负责同志调整，交接用了两周；数据核对已完成八成，请求延后一个月报送。',
  '系统升级推迟，新平台下月中旬上线，上线后两周内可以办结。',
] as const;

interface Line {
  begin: Day;
  dueOn: Day | null;
  today: Day;
  dice: Dice;
  words: Omit<TaskWords, 'publicLines'>;
  unitName: string;
}

function tell(fate: Fate, line: Line): StoryStep[] {
  if (fate === 'untouched') return [];
  const acknowledgedOn = workingDayUntil(addDays(line.begin, line.dice.between(3, 12)));
  const opening: StoryStep = { kind: 'acknowledged', on: acknowledgedOn };
  if (fate === 'acknowledged') return [opening];
  if (fate === 'working') return [opening, ...unfinished(line, acknowledgedOn)];
  return [opening, ...finished(fate, line, acknowledgedOn)];
}

/** Reports of a line still being worked on; one unit in six has been silent for two months. */
function unfinished(line: Line, from: Day): StoryStep[] {
  const { dice, today, dueOn } = line;
  const last = between(from, today, dice.happens(17) ? dice.between(60, 85) : dice.between(1, 24));
  const left = dueOn === null ? 0 : daysBetween(today, dueOn);
  const percent = left > 250 ? dice.between(5, 30) : left > 75 ? dice.between(20, 60) : dice.between(45, 95);
  return reports(line, from, last, percent);
}

/** Reports, the completion and what the supervisor made of it. */
function finished(fate: Exclude<Fate, 'untouched' | 'acknowledged' | 'working'>, line: Line, from: Day): StoryStep[] {
  const { dice, today } = line;
  const doneOn = completionDay(fate, line, from);
  const steps = [...reports(line, from, doneOn, 100), completion(line, doneOn)];
  if (fate === 'completed' || fate === 'completed-late') return steps;
  if (fate === 'returned' || fate === 'closed-after-return')
    steps.push(sentBack(line, after(doneOn, dice.between(3, 9), today)));
  if (fate === 'returned') return steps;
  if (fate === 'closed-after-return') {
    const mendedOn = after(steps.at(-1)!.on, dice.between(4, 8), today);
    steps.push({ ...report(line, mendedOn, 100, 0), note: dice.pick(MENDED_WORDS) });
    steps.push(completion(line, mendedOn));
  }
  const closedOn = after(steps.at(-1)!.on, dice.between(4, 14), today);
  return [...steps, { kind: 'closed', on: closedOn, words: dice.pick(CLOSING_WORDS) }];
}

/** On time some days before the line's day or before today, whichever comes first; late some days after it. */
function completionDay(fate: Fate, { dueOn, today, dice }: Line, from: Day): Day {
  if (fate.endsWith('-late') && dueOn !== null)
    return between(from, today, daysBetween(dueOn, today) - dice.between(6, 24));
  const end = dueOn !== null && dueOn < today ? dueOn : today;
  // What is sent back, mended and closed needs more days before today than what only waits.
  const needed = { 'closed-after-return': 36, closed: 18, returned: 12 }[fate as string] ?? 2;
  return between(from, today, daysBetween(end, today) + dice.between(needed, needed + 14));
}

/** Two to four reports between two days, the last one with the given percent. */
function reports(line: Line, from: Day, until: Day, percent: number): StoryStep[] {
  const span = daysBetween(from, until);
  const most = percent < 35 ? 2 : percent < 50 ? 3 : 4;
  const count = Math.min(line.dice.between(2, most), Math.max(1, span));
  return Array.from({ length: count }, (_, at) => {
    const on = workingDayUntil(addDays(from, Math.round((span * (at + 1)) / count)));
    return report(line, on, Math.round((percent * (at + 1)) / count), at);
  });
}

/** The report numbered `at`; counting through a stage's texts keeps a line from saying the same thing twice running. */
function report(line: Line, on: Day, percent: number, at: number): StoryStep {
  const { dice, words, unitName } = line;
  if (percent === 100) return { kind: 'reported', on, percent, note: allDone(line), problems: null, nextStep: null };
  const stage = percent < 35 ? words.early : percent < 70 ? words.middle : words.late;
  const problems = words.problems.length > 0 && dice.happens(45) ? dice.pick(words.problems) : null;
  const nextStep = words.nextSteps.length > 0 && dice.happens(60) ? dice.pick(words.nextSteps) : null;
  return {
    kind: 'reported',
    on,
    percent,
    note: inUnitsWords(stage[at % stage.length]!, unitName, dice),
    problems,
    nextStep,
  };
}

function allDone({ dice, words }: Line): string {
  const proof = dice.pick(words.proofs).replace(/。$/, '');
  return dice.pick(FINISHING_WORDS).replace('{proof}', proof);
}

const completion = ({ dice, words, unitName }: Line, on: Day): StoryStep => ({
  kind: 'completed',
  on,
  words: inUnitsWords(dice.pick(words.done), unitName, dice),
  proof: inUnitsWords(dice.pick(words.proofs), unitName, dice),
});

const sentBack = ({ dice, words }: Line, on: Day): StoryStep => ({
  kind: 'returned',
  on,
  words: dice.pick(words.returned),
});

/** So many days before today, yet never before the story's opening. */
function between(from: Day, today: Day, daysAgo: number): Day {
  const day = workingDayUntil(addDays(today, -Math.max(daysAgo, 0)));
  return day < from ? from : day;
}

function after(day: Day, days: number, today: Day): Day {
  const later = addDays(day, days);
  return workingDayUntil(later < today ? later : today);
}

const CALENDAR = workingCalendar(calendarDays);

/** The last working day up to the given one, so that no office reports on a Sunday or a holiday; keeps the order of days. */
function workingDayUntil(day: Day): Day {
  let last = day;
  while (!isWorkingDay(CALENDAR, last)) last = addDays(last, -1);
  return last;
}
