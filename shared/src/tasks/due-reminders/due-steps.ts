import { addDays, dayInWords, type Day } from '../../calendar/day.ts';
import {
  addWorkingDays,
  isWorkingDay,
  PROVISIONAL_WORDS,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../calendar/working-days.ts';
import { isOpen } from '../lines/assignment-rules.ts';
import type { Assignment } from '../lines/assignment.ts';
import { isQuiet, type ReminderSettings } from './reminder-settings.ts';

export type DueStepKind = 'before' | 'on-day' | 'late-unit' | 'late-leads' | 'late-circular';

/** One of a plan's steps: so many working days before the due day, on it, or after it. */
export interface DueStep {
  /** Names the step among a plan's: `before-10`. */
  key: string;
  kind: DueStepKind;
  workingDays: number;
}

/** A step on the day on which it reminds. */
export interface DatedStep extends DueStep {
  day: Day;
  /** Reckoned over a year whose notice is not in yet (rules T3). */
  provisional: boolean;
}

type Settings = Pick<
  ReminderSettings,
  'isOn' | 'before' | 'onDay' | 'lateUnit' | 'lateLeads' | 'lateCircular' | 'quiet'
>;

/** A plan's steps in the order in which they come. */
export function dueSteps({ isOn, before, onDay, lateUnit, lateLeads, lateCircular }: Settings): DueStep[] {
  if (!isOn) return [];
  const late = [
    ['late-unit', lateUnit],
    ['late-leads', lateLeads],
    ['late-circular', lateCircular],
  ] as const;
  return [
    ...[...before].sort((a, b) => b - a).map((count) => step('before', count)),
    ...(onDay ? [step('on-day', 0)] : []),
    ...late.flatMap(([kind, count]) => (count === null ? [] : [step(kind, count)])),
  ];
}

const step = (kind: DueStepKind, workingDays: number): DueStep => ({
  kind,
  workingDays,
  key: kind === 'on-day' ? kind : `${kind}-${workingDays}`,
});

/** Whether people of the plan are reminded on this day at all: never on a rest day, nor on a quiet one. */
export function isReminderDay(calendar: WorkingCalendar, settings: Pick<Settings, 'quiet'>, day: Day): boolean {
  return isWorkingDay(calendar, day) && !isQuiet(settings, day);
}

/** How far a step may be moved out of the way of rest and quiet days; further away lies no day it could go to. */
const MOST_DAYS_AWAY = 120;

/**
 * The day of a step: on a rest or quiet day, what comes before the due day goes out earlier (rules T5) and what comes
 * after it later. Undefined where quiet days leave none.
 */
export function stepDay(
  calendar: WorkingCalendar,
  settings: Pick<Settings, 'quiet'>,
  dueOn: Day,
  { kind, workingDays }: DueStep,
): Pick<DatedStep, 'day' | 'provisional'> | undefined {
  const isAfter = kind.startsWith('late');
  const reckoned = addWorkingDays(calendar, dueOn, isAfter ? workingDays : -workingDays);
  let provisional = reckoned.provisional;
  let day = reckoned.day;
  for (let away = 0; away < MOST_DAYS_AWAY; away += 1) {
    if (!calendar.knownYears.has(Number(day.slice(0, 4)))) provisional = true;
    if (isReminderDay(calendar, settings, day)) return { day, provisional };
    day = addDays(day, isAfter ? 1 : -1);
  }
  return undefined;
}

/** The steps of a due day with their days, in order. */
export function datedSteps(calendar: WorkingCalendar, settings: Settings, dueOn: Day): DatedStep[] {
  return dueSteps(settings).flatMap((one) => {
    const dated = stepDay(calendar, settings, dueOn, one);
    return dated ? [{ ...one, ...dated }] : [];
  });
}

/** From when to when steps are looked for: after `since`, up to and including today. */
export interface Window {
  since: Day;
  today: Day;
}

/** How far back a sweep looks again: a notice of holidays may have moved a step to a day already past. */
const LOOKS_BACK_DAYS = 14;

/**
 * What a sweep of today looks at: everything since the last one, and some days more, for what has changed meanwhile;
 * nothing from before reminding began. What was told before is known by its cause and not told again.
 */
export function sweepWindow(swept: { startedOn: Day | null; sweptOn: Day | null }, today: Day): Window {
  const beforeStart = addDays(swept.startedOn ?? today, -1);
  const back = addDays(today, -LOOKS_BACK_DAYS);
  const from = swept.sweptOn !== null && swept.sweptOn < back ? swept.sweptOn : back;
  return { since: from > beforeStart ? from : beforeStart, today };
}

/** How far around a day due days are looked at; 60 working days are less than 130 calendar days anywhere. */
const REACH_DAYS = 200;

/** For every due day on which a step falls into the window: the latest such step. An earlier one, missed, is told by it. */
export function stepsDue(calendar: WorkingCalendar, settings: Settings, { since, today }: Window): Map<Day, DatedStep> {
  const found = new Map<Day, DatedStep>();
  if (!settings.isOn) return found;
  const last = addDays(today, REACH_DAYS);
  for (let dueOn = addDays(since, -REACH_DAYS); dueOn <= last; dueOn = addDays(dueOn, 1)) {
    const dated = latestStep(calendar, settings, dueOn, today);
    if (dated && dated.day > since) found.set(dueOn, dated);
  }
  return found;
}

/** The latest step of a due day that has come by `today`. */
function latestStep(calendar: WorkingCalendar, settings: Settings, dueOn: Day, today: Day): DatedStep | undefined {
  return datedSteps(calendar, settings, dueOn)
    .reverse()
    .find(({ day }) => day <= today);
}

/** A step still to come whose day another calendar moves. */
export interface MovedStep extends DueStep {
  from: Day;
  to: Day;
}

/** What a changed calendar does to the steps of a due day that had not come by `today`. */
export function movedSteps(
  before: WorkingCalendar,
  after: WorkingCalendar,
  settings: Settings,
  { dueOn, today }: { dueOn: Day; today: Day },
): MovedStep[] {
  const anew = new Map(datedSteps(after, settings, dueOn).map((dated) => [dated.key, dated.day]));
  return datedSteps(before, settings, dueOn).flatMap(({ key, kind, workingDays, day: from }) => {
    const to = anew.get(key);
    return to === undefined || to === from || from <= today ? [] : [{ key, kind, workingDays, from, to }];
  });
}

type Owing = Pick<Assignment, 'dueOn' | 'status'> & { assignedOn: Day };

/**
 * What an open line's unit is to be reminded of today: the latest step of its due day within the window, if the line
 * had been given out before it. Nothing on a rest or quiet day, nothing once nothing is owed.
 */
export function remindersDue(
  line: Owing,
  calendar: WorkingCalendar,
  settings: Settings,
  window: Window,
): DatedStep | undefined {
  if (line.dueOn === null || !isOpen(line.status) || !settings.isOn) return undefined;
  if (!isReminderDay(calendar, settings, window.today)) return undefined;
  const dated = latestStep(calendar, settings, line.dueOn, window.today);
  return dated && dated.day > window.since && isGivenOutBefore(line, dated) ? dated : undefined;
}

/** A step from before the line was given out is no news to anybody. */
export function isGivenOutBefore({ assignedOn }: Pick<Owing, 'assignedOn'>, { day }: DatedStep): boolean {
  return assignedOn < day;
}

/** The steps to come while nothing is done, for showing them before they happen. */
export function stepsToCome(line: Owing, calendar: WorkingCalendar, settings: Settings, today: Day): DatedStep[] {
  if (line.dueOn === null || !isOpen(line.status)) return [];
  return datedSteps(calendar, settings, line.dueOn).filter(
    (dated) => dated.day > today && isGivenOutBefore(line, dated),
  );
}

/** A step by its key, as causes keep it. */
export function stepOfKey(key: string): DueStep | undefined {
  const [, kind, count] = /^(before|on-day|late-unit|late-leads|late-circular)(?:-(\d+))?$/.exec(key) ?? [];
  return kind ? step(kind as DueStepKind, Number(count ?? 0)) : undefined;
}

/** What a step says to those who owe the work, on the day it is said. */
export function stepInWords(
  calendar: WorkingCalendar,
  dueOn: Day,
  { kind, provisional }: Pick<DatedStep, 'kind' | 'provisional'>,
  today: Day,
): string {
  const on = dayInWords(dueOn, today);
  const unsure = provisional ? `（${PROVISIONAL_WORDS}）` : '';
  if (today > dueOn) {
    const late = `${on}到期，已逾期 ${workingDaysBetween(calendar, dueOn, today)} 个工作日${unsure}`;
    return kind === 'late-circular' ? `${late}，可能列入通报` : late;
  }
  if (today === dueOn) return `今天到期（${on}）`;
  const left = workingDaysBetween(calendar, today, dueOn);
  // Said on the last working day before a due day of rest: the day stays, the work has to be done today.
  if (left === 0) return `到期日是休息日（${on}），请在今天办好${unsure}`;
  return `还有 ${left} 个工作日到期（${on}）${unsure}`;
}

/** A step by its distance from the due day: 到期前 10 个工作日的提醒. */
export function stepByName({ kind, workingDays }: DueStep): string {
  if (kind === 'on-day') return '到期当天的提醒';
  return `${kind === 'before' ? '到期前' : '逾期'} ${workingDays} 个工作日的提醒`;
}

/** The step as the line's history keeps it. */
export function stepAsHistory({ kind, workingDays }: DueStep): string {
  switch (kind) {
    case 'before':
      return `到期前 ${workingDays} 个工作日，提醒责任单位`;
    case 'on-day':
      return '到期当天，提醒责任单位';
    case 'late-unit':
      return `逾期 ${workingDays} 个工作日，提醒责任单位`;
    case 'late-leads':
      return `逾期 ${workingDays} 个工作日，提醒责任单位、上级单位负责人和督查员`;
    case 'late-circular':
      return `逾期 ${workingDays} 个工作日，提醒责任单位，并提示督查员可以列入通报`;
  }
}

/** A step that is still to come, as the line's page announces it: 再过 5 个工作日（12月3日 周四）将提醒…. */
export function announcement(calendar: WorkingCalendar, { kind, day, provisional }: DatedStep, today: Day): string {
  const whom = {
    before: '提醒责任单位',
    'on-day': '提醒责任单位',
    'late-unit': '提醒责任单位',
    'late-leads': '提醒责任单位、上级单位负责人和督查员',
    'late-circular': '提示督查员可以列入通报',
  } as const satisfies Record<DueStepKind, string>;
  const count = workingDaysBetween(calendar, today, day);
  const unsure = provisional ? `（${PROVISIONAL_WORDS}）` : '';
  return `再过 ${count} 个工作日（${dayInWords(day, today)}）将${whom[kind]}${unsure}`;
}
