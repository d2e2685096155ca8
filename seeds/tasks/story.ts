import { addDays, type Day } from '@county/shared/calendar/day';
import { REPORT_WORDS } from './report-words.ts';

/** One thing that happened to a line of the demo's plan. */
export interface StoryStep {
  kind: 'acknowledged' | 'reported' | 'completed' | 'returned' | 'closed';
  on: Day;
  percent: number | null;
  words: string | null;
  problems: string | null;
  nextStep: string | null;
  proof: string | null;
}

/** How far lines have come, dealt out so that every state is seen. */
const COURSES = ['closed', 'working', 'completed', 'early', 'working', 'untouched', 'returned', 'opened', 'working', 'closed'] as const;
type Course = (typeof COURSES)[number];

/** What a unit did on a task up to today: the same for the same task, unit and day, so that a demo can be told again. */
export function storyOf(taskNumber: number, unitIndex: number, dueOn: Day | null, today: Day): StoryStep[] {
  const course = COURSES[(taskNumber * 3 + unitIndex * 7) % COURSES.length]!;
  const start = addDays(today, -110 + ((taskNumber + unitIndex) % 20));
  const overdue = dueOn !== null && dueOn < today;
  return stepsOf(overdue && course === 'untouched' ? 'early' : course, taskNumber, start).filter((step) => step.on <= today);
}

/** What a village did with what its township handed down; about one in four has not reported. */
export function handedDownStoryOf(taskNumber: number, villageIndex: number, today: Day): StoryStep[] {
  const course: Course = villageIndex % 4 === 3 ? (villageIndex % 8 === 3 ? 'untouched' : 'opened') : villageIndex % 3 === 0 ? 'early' : 'working';
  return stepsOf(course, taskNumber, addDays(today, -60 + (villageIndex % 15))).filter((step) => step.on <= today);
}

function stepsOf(course: Course, taskNumber: number, start: Day): StoryStep[] {
  const words = REPORT_WORDS[taskNumber] ?? REPORT_WORDS[0]!;
  const opened = step('acknowledged', start);
  const first = step('reported', addDays(start, 18), { percent: 30, words: words.begun, problems: words.problem, nextStep: words.next });
  const second = step('reported', addDays(start, 52), { percent: 70, words: words.underWay, nextStep: words.next });
  const done = step('completed', addDays(start, 75), { words: words.done, proof: words.proof });
  const last = step('reported', addDays(start, 70), { percent: 100, words: words.done });
  const returned = step('returned', addDays(start, 82), { words: '依据不够清楚：请补充公开的网址或文号，并说明覆盖了哪些单位。' });
  const closed = step('closed', addDays(start, 88), { words: '已核对，属实。' });
  switch (course) {
    case 'untouched':
      return [];
    case 'opened':
      return [opened];
    case 'early':
      return [opened, first];
    case 'working':
      return [opened, first, second];
    case 'completed':
      return [opened, first, second, last, done];
    case 'returned':
      return [opened, first, second, last, done, returned];
    case 'closed':
      return [opened, first, second, last, done, closed];
  }
}

function step(kind: StoryStep['kind'], on: Day, more: Partial<StoryStep> = {}): StoryStep {
  return { kind, on, percent: null, words: null, problems: null, nextStep: null, proof: null, ...more };
}
