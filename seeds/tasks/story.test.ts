import { describe, expect, it } from '@jest/globals';
import type { Day } from '@county/shared/calendar/day';
import { isWorkingDay, workingCalendar } from '@county/shared/calendar/working-days';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import * as rules from '@county/shared/tasks/lines/assignment-rules';
import { NewClosing, NewCompletion, NewReturn } from '@county/shared/tasks/lines/assignment-step';
import { findPersonalData } from '@county/shared/tasks/public/personal-data-scan';
import { NewProgressReport } from '@county/shared/tasks/lines/progress-report';
import { NewPublicLine } from '@county/shared/tasks/public/public-line';
import { calendarDays } from '../calendar/calendar-days.ts';
import { handedDownStoryOf, publicLineOf, type StoryStep, storyOf } from './story.ts';

const TODAY = '2026-11-25';
const ID = '11111111-1111-4111-8111-111111111111';
const UNIT = '22222222-2222-4222-8222-222222222222';
const OFFICE = '33333333-3333-4333-8333-333333333333';
const UNITS = [
  '县发改局',
  '县民政局',
  '县财政局',
  '县司法局',
  '县档案馆',
  '县政府督查室',
  '县委编办',
  '城关镇',
  '上坪乡',
  '东街街道',
];

/** The plan's four days, carried forward so that 2022年6月 falls into the month after this one. */
const DUE: Record<number, Day> = {
  13: '2027-12-31',
  15: '2027-06-30',
  16: '2027-06-30',
  22: '2027-12-31',
  24: '2027-12-31',
};
for (const task of [5, 6, 8, 14, 18, 19, 20, 21]) DUE[task] = '2026-06-30';
const dueOf = (task: number): Day => DUE[task] ?? '2026-12-31';

interface Told {
  task: number;
  dueOn: Day | null;
  steps: StoryStep[];
}

const tasks = Array.from({ length: 24 }, (_, at) => at + 1);
const county: Told[] = tasks.flatMap((task) =>
  UNITS.map((unit, index) => ({ task, dueOn: dueOf(task), steps: storyOf(task, unit, index, dueOf(task), TODAY) })),
);
const villages: Told[] = ([12, 13, 15] as const).flatMap((task) =>
  Array.from({ length: 40 }, (_, index) => ({
    task,
    dueOn: dueOf(task),
    steps: handedDownStoryOf(task, `第${index}村`, index, dueOf(task), TODAY),
  })),
);
/** Days a plan may have besides: none, this week's, years ago, the day itself. */
const oddDays: Told[] = [null, '2026-11-23', '2026-11-25', '2026-11-26', '2021-12-31'].flatMap((dueOn) =>
  tasks.flatMap((task) =>
    UNITS.map((unit, index) => ({ task, dueOn, steps: storyOf(task, unit, index, dueOn, TODAY) })),
  ),
);
const everything = [...county, ...villages, ...oddDays];

describe("the demo year's story", () => {
  it('is the same whenever it is told', () => {
    expect(storyOf(7, '县司法局', 3, '2026-12-31', TODAY)).toEqual(storyOf(7, '县司法局', 3, '2026-12-31', TODAY));
  });

  it('goes forward in time on working days and never beyond today', () => {
    const calendar = workingCalendar(calendarDays);
    for (const { steps } of everything) {
      const days = steps.map(({ on }) => on);
      expect(days).toEqual([...days].sort());
      expect(days.every((day) => day <= TODAY && isWorkingDay(calendar, day))).toBe(true);
    }
  });

  it('does nothing that the rules of an assignment forbid', () => {
    for (const { steps, dueOn } of everything) expect(() => replay(steps, dueOn)).not.toThrow();
  });

  it('keeps within what a person could have typed and holds no personal data', () => {
    for (const step of everything.flatMap(({ steps }) => steps)) {
      const { kind, percent, note, problems, nextStep, words, proof } = step;
      if (kind === 'reported') NewProgressReport.parse({ id: ID, percent, note, problems, nextStep });
      if (kind === 'completed') NewCompletion.parse({ id: ID, summary: words, proof });
      if (kind === 'returned') NewReturn.parse({ id: ID, reason: words });
      if (kind === 'closed') NewClosing.parse({ id: ID, words });
      const text = [note, problems, nextStep, words, proof].filter(Boolean).join('\n');
      expect(text).not.toMatch(/[{}]|undefined/);
      expect(findPersonalData(text)).toEqual([]);
    }
  });

  it('shows lines in every state, none of them in more than half', () => {
    const states = county.map(({ steps, dueOn }) => replay(steps, dueOn).status);
    for (const state of ['assigned', 'acknowledged', 'in-progress', 'completed', 'returned', 'closed'] as const) {
      const share = states.filter((one) => one === state).length / states.length;
      expect({ state, ok: share >= 0.02 && share <= 0.5 }).toEqual({ state, ok: true });
    }
  });

  it('shows some lines late, and the reading places of task 14 all done', () => {
    const late = county.filter(({ steps, dueOn }) => rules.isLate(replay(steps, dueOn), TODAY));
    expect(late.length).toBeGreaterThan(5);
    expect(late.length).toBeLessThan(county.length / 4);
    for (const { steps, dueOn } of county.filter(({ task }) => task === 14))
      expect(replay(steps, dueOn).status).toBe('closed');
  });

  it('lets no unit say the same thing twice running', () => {
    for (const { steps } of everything) {
      const notes = steps.filter(({ kind }) => kind === 'reported').map(({ note }) => note);
      expect(notes.filter((note, at) => note === notes[at - 1])).toEqual([]);
    }
  });

  it('speaks of villages in villages, and of the subdistrict in its communities', () => {
    const dueOn = dueOf(12);
    const notes = (name: string): string =>
      Array.from({ length: 60 }, (_, index) => handedDownStoryOf(12, name, index, dueOn, TODAY))
        .flat()
        .map(({ note }) => note)
        .join();
    expect(notes('青石镇石桥村')).toContain('名单已报镇里');
    expect(notes('桃源乡清溪村')).toContain('名单已报乡里');
    expect(notes('河东街道临江社区')).toContain('名单已报街道');
    expect(notes('河东街道临江社区')).not.toMatch(/村|镇/);
  });

  it('has most villages report, and some not', () => {
    const reported = villages.filter(({ steps }) => steps.some(({ kind }) => kind === 'reported')).length;
    expect(reported).toBeGreaterThan(villages.length * 0.6);
    expect(reported).toBeLessThan(villages.length);
  });

  it('tells everybody something about some lines, and nothing about others', () => {
    const lines = tasks.flatMap((task) => UNITS.map((unit) => publicLineOf(task, unit)));
    const words = lines.filter((line) => line !== null);
    expect(words.length).toBeGreaterThan(lines.length / 4);
    expect(words.length).toBeLessThan(lines.length / 2);
    for (const one of words) expect(NewPublicLine.parse({ id: ID, words: one }).words).not.toMatch(/[{}]/);
  });

  it('knows no task beyond the annex', () => {
    expect(() => storyOf(25, '县司法局', 0, null, TODAY)).toThrow('no task 25');
  });
});

const actor = (role: Actor['role'], unitId: string): Actor => ({
  sessionId: ID,
  personId: ID,
  name: '某人',
  role,
  unitId,
  unitName: null,
  unitIds: [unitId],
});

/** Plays a story on a fresh assignment by the rules the server keeps. */
function replay(steps: readonly StoryStep[], dueOn: Day | null): Assignment {
  let line: Assignment = { ...FRESH, dueOn };
  for (const step of steps) line = act(line, step);
  return line;
}

function act(line: Assignment, { kind, on, percent = -1 }: StoryStep): Assignment {
  const demand = (ok: boolean): void => {
    if (!ok) throw new Error(`${kind} on ${on}: not possible while ${line.status}`);
  };
  const supervisor = actor('supervisor', OFFICE);
  switch (kind) {
    case 'acknowledged':
      demand(rules.acknowledgesByOpening(line, actor('officer', UNIT)));
      return { ...line, status: 'acknowledged' };
    case 'reported':
      demand(rules.canReport(line, actor('officer', UNIT)).allowed && !rules.needsLowerReason(line, { percent }));
      return rules.withReport(line, { percent, period: null, filedAt: `${on}T01:00:00Z` });
    case 'completed':
      demand(rules.canComplete(line, actor('unit-lead', UNIT)).allowed && line.percent === 100);
      return { ...line, status: 'completed', completedOn: on };
    case 'returned':
      demand(rules.canReview(line, supervisor, 'return').allowed);
      return { ...line, status: 'returned' };
    case 'closed':
      demand(rules.canReview(line, supervisor, 'close').allowed);
      return { ...line, status: 'closed' };
  }
}

const FRESH: Assignment = {
  id: ID,
  taskId: ID,
  breakdownId: ID,
  unitId: UNIT,
  part: 'responsible',
  parentId: null,
  handDownWords: null,
  assignedOn: null,
  dueOn: null,
  status: 'assigned',
  percent: null,
  lastReportedAt: null,
  reportedPeriod: null,
  completedOn: null,
};
