import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../calendar/day.ts';
import { isWorkingDay, workingCalendar, type WorkingCalendar } from '../../calendar/working-days.ts';
import { isOpen } from '../lines/assignment-rules.ts';
import type { AssignmentStatus } from '../lines/assignment.ts';
import { datedSteps, remindersDue, sweepWindow, type DatedStep } from './due-steps.ts';
import { isQuiet, type ReminderSettings } from './reminder-settings.ts';

const FIRST = '2027-01-04';
const DAYS = 150;
const dayAt = (offset: number): Day => addDays(FIRST, offset);
const offset = fc.integer({ min: 0, max: DAYS - 1 });

/** What may happen to a line on a day, before the day's tick. */
const happening = fc.record({
  on: offset,
  what: fc.oneof(
    fc.constantFrom<AssignmentStatus>('in-progress', 'completed', 'returned', 'closed').map((status) => ({ status })),
    offset.map((due) => ({ dueOn: dayAt(due) })),
  ),
});

const calendarOf = (off: number[], worked: number[]): WorkingCalendar =>
  workingCalendar([
    ...worked.map((one) => ({ date: dayAt(one), kind: 'workday' as const })),
    ...off.map((one) => ({ date: dayAt(one), kind: 'holiday' as const })),
  ]);
const calendars = fc
  .tuple(fc.array(offset, { maxLength: 12 }), fc.array(offset, { maxLength: 6 }))
  .map(([off, worked]) => calendarOf(off, worked));

const settings: fc.Arbitrary<ReminderSettings> = fc.record({
  isOn: fc.constant(true),
  before: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
  onDay: fc.boolean(),
  lateUnit: fc.constantFrom(null, 1, 2),
  lateLeads: fc.constantFrom(null, 5, 7),
  lateCircular: fc.constantFrom(null, 15, 20),
  hour: fc.constant(9),
  quiet: fc.array(
    fc.tuple(offset, fc.integer({ min: 0, max: 9 })).map(([from, length]) => ({
      from: dayAt(from),
      until: dayAt(from + length),
      why: '迎检',
    })),
    { maxLength: 3 },
  ),
});

interface Story {
  dueOn: number;
  assignedOn: number;
  settings: ReminderSettings;
  calendar: WorkingCalendar;
  /** The notice that comes late, and when. */
  notice: { on: number; calendar: WorkingCalendar } | null;
  happenings: { on: number; what: { status?: AssignmentStatus; dueOn?: Day } }[];
  /** Days on which nobody ticks. */
  missed: number[];
}

const stories: fc.Arbitrary<Story> = fc.record({
  dueOn: offset,
  assignedOn: fc.integer({ min: -60, max: 60 }),
  settings,
  calendar: calendars,
  notice: fc.option(fc.record({ on: offset, calendar: calendars })),
  happenings: fc.array(happening, { maxLength: 5 }),
  missed: fc.array(offset, { maxLength: 60 }),
});

interface Told {
  day: Day;
  dueOn: Day;
  step: DatedStep;
}

/** Plays a story day by day; `look` sees every day after its tick. */
function play(
  story: Story,
  look: (at: {
    today: Day;
    index: number;
    ticked: boolean;
    calendar: WorkingCalendar;
    line: { dueOn: Day; status: AssignmentStatus; assignedOn: Day };
    told: Told[];
    sinceSame: number;
  }) => void,
): Told[] {
  const line = {
    dueOn: dayAt(story.dueOn),
    status: 'in-progress' as AssignmentStatus,
    assignedOn: dayAt(story.assignedOn),
  };
  const causes = new Set<string>();
  const told: Told[] = [];
  let swept: { startedOn: Day | null; sweptOn: Day | null } = { startedOn: null, sweptOn: null };
  let calendar = story.calendar;
  let sinceSame = 0;
  for (let index = 0; index < DAYS; index += 1) {
    const today = dayAt(index);
    if (story.notice?.on === index) {
      ({ calendar } = story.notice);
      sinceSame = index;
    }
    for (const { on, what } of story.happenings) {
      if (on !== index) continue;
      Object.assign(line, what);
      sinceSame = index;
    }
    const ticked = !story.missed.includes(index);
    // A tick more changes nothing: every cause is told once.
    for (let tick = 0; ticked && tick < 2; tick += 1) {
      const step = remindersDue(line, calendar, story.settings, sweepWindow(swept, today));
      const cause = step && `${line.dueOn} ${step.key}`;
      if (step && cause && !causes.has(cause)) {
        causes.add(cause);
        told.push({ day: today, dueOn: line.dueOn, step });
      }
      if (isWorkingDay(calendar, today) && !isQuiet(story.settings, today))
        swept = { startedOn: swept.startedOn ?? today, sweptOn: today };
    }
    look({ today, index, ticked, calendar, line, told, sinceSame });
  }
  return told;
}

describe('a line reminded day by day, whatever happens to it, to the calendar and to the ticks', () => {
  it('is never reminded when nothing is owed, nor on a day of rest or quiet', () =>
    fc.assert(
      fc.property(stories, (story) => {
        play(story, ({ today, calendar, line, told }) => {
          const now = told.filter(({ day }) => day === today);
          if (!now.length) return;
          const mayBeTold =
            isOpen(line.status) &&
            isWorkingDay(calendar, today) &&
            !isQuiet(story.settings, today) &&
            line.assignedOn < today;
          if (!mayBeTold || now.some(({ dueOn }) => dueOn !== line.dueOn)) throw new Error(`told on ${today}`);
        });
      }),
      { numRuns: 80 },
    ));

  it('is told once a day at most, and of nothing twice', () =>
    fc.assert(
      fc.property(stories, (story) => {
        const told = play(story, () => undefined);
        const days = told.map(({ day }) => day);
        const causes = told.map(({ dueOn, step }) => `${dueOn} ${step.key}`);
        return new Set(days).size === days.length && new Set(causes).size === causes.length;
      }),
      { numRuns: 80 },
    ));

  it('misses nothing that has come due while it was owed, however late the tick', () =>
    fc.assert(
      fc.property(stories, (story) => {
        let firstTick: Day | undefined;
        play(story, ({ today, ticked, calendar, line, told, sinceSame }) => {
          const isToldOn = ticked && isWorkingDay(calendar, today) && !isQuiet(story.settings, today);
          if (isToldOn) firstTick ??= today;
          if (!isToldOn || !isOpen(line.status)) return;
          // Reckoned anew, day by day: what has come since line and calendar are as they are, and since ticking began.
          const come = datedSteps(calendar, story.settings, line.dueOn).filter(
            ({ day }) => day <= today && day >= dayAt(sinceSame) && day >= firstTick! && day > line.assignedOn,
          );
          const last = come.at(-1);
          if (!last) return;
          const isTold = told.some(({ dueOn, step }) => dueOn === line.dueOn && step.key === last.key);
          if (!isTold) throw new Error(`${last.key} of ${line.dueOn} was not told by ${today}`);
        });
      }),
      { numRuns: 150 },
    ));
});
