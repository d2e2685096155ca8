import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { atHour, shanghaiTime, type Day } from '@county/shared/calendar/day';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import {
  isGivenOutBefore,
  isReminderDay,
  stepInWords,
  stepsDue,
  sweepWindow,
  type DatedStep,
  type Window,
} from '@county/shared/tasks/due-reminders/due-steps';
import { owesPeriod, periodStepsDue, type PeriodStep } from '@county/shared/tasks/due-reminders/period-steps';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { reportEvery, type ReportEvery } from '@county/shared/tasks/lines/report-periods';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { ReminderTicks, type Planned } from '../../reminders/reminder-ticks.service.ts';
import { DIGEST, RemindersService, type ToRemind } from '../../reminders/reminders.service.ts';
import { TickLeasesService } from '../../reminders/tick-leases.service.ts';
import { assignedOn } from '../lines/new-line.ts';
import { dueCause, DUE_SOURCE } from './due-causes.service.ts';
import { DueLines, type SweptLine } from './due-lines.service.ts';
import { DueRecipients } from './due-recipients.service.ts';
import { PlanReminding } from './due-reminders.tables.ts';
import { LateNotices } from './late-notices.service.ts';
import { ReminderSettingsService, type RemindingPlan } from './reminder-settings.service.ts';

const LEASE_SECONDS = 600;
const RHYTHMS = ['month', 'quarter', 'half-year', 'year'] as const satisfies readonly ReportEvery[];

interface Step {
  dated: DatedStep;
  dueOn: Day;
  cause: string;
  words: string;
}

/** Plans each day what the plans' people are to be told of what they owe; derived from the lines as they are. */
@Injectable()
export class DueSweep implements OnModuleInit {
  private readonly log = new Logger('reminders');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly settings: ReminderSettingsService,
    private readonly ticks: ReminderTicks,
    private readonly reminders: RemindersService,
    private readonly leases: TickLeasesService,
    private readonly lines: DueLines,
    private readonly recipients: DueRecipients,
    private readonly late: LateNotices,
  ) {}

  onModuleInit(): void {
    this.ticks.onPlan(() => this.sweep());
  }

  /**
   * Once a day, from the earliest hour of any plan: a person's digest holds what all plans say. A plan is done with for
   * the day only when all of it is planned, so that one who dies half-way loses nothing; planning again plans nothing new.
   */
  async sweep(): Promise<Planned> {
    const today = this.clock.today();
    const calendar = await this.calendar.calendar();
    const plans = await this.database.read((db) => this.settings.plans(db));
    const ready = plans.filter(({ settings }) => settings.isOn && isReminderDay(calendar, settings, today));
    const hour = Number(shanghaiTime(this.clock.now()).slice(0, 2));
    const total: Planned = { planned: 0, isWhole: true };
    if (!ready.some(({ settings }) => settings.hour <= hour)) return total;
    for (const plan of ready) {
      if (plan.sweptOn === today) continue;
      const planned = await this.sweepAlone(plan, calendar, today);
      total.planned += planned ?? 0;
      if (planned === undefined) total.isWhole = false;
    }
    return total;
  }

  /** Undefined while another process sweeps the plan. One plan that fails holds up no other, and is tried again. */
  private async sweepAlone(plan: RemindingPlan, calendar: WorkingCalendar, today: Day): Promise<number | undefined> {
    const lease = `sweep ${plan.breakdownId}`;
    if (!(await this.leases.take(lease, LEASE_SECONDS))) return undefined;
    try {
      // Another process may have done it between the reading and the lease.
      const { sweptOn } = await this.database.read((db) => this.settings.sweptOn(db, plan.breakdownId));
      return sweptOn === today ? 0 : await this.sweepPlan(plan, calendar, today);
    } catch (error) {
      this.log.error({ message: 'A plan could not be swept', plan: plan.breakdownId, error: String(error) });
      return 0;
    } finally {
      await this.leases.end(lease);
    }
  }

  private async sweepPlan(plan: RemindingPlan, calendar: WorkingCalendar, today: Day): Promise<number> {
    const { breakdownId, settings } = plan;
    const window = sweepWindow(plan, today);
    const when = atHour(today, settings.hour);
    const steps = stepsDue(calendar, settings, window);
    let planned = 0;
    const say = async (lines: readonly SweptLine[], stepOf: (line: SweptLine) => Step): Promise<void> => {
      planned += await this.database.work((db) => this.plan(db, lines, stepOf, when));
    };
    for (const [dueOn, dated] of steps) {
      const words = stepInWords(calendar, dueOn, dated, today);
      for await (const lines of this.lines.dueOn(breakdownId, dueOn)) {
        const owing = lines.filter((line) => isGivenOutBefore({ assignedOn: assignedOn(line) }, dated));
        await say(owing, ({ id }) => ({ dated, dueOn, words, cause: dueCause(id, dueOn, dated.key) }));
      }
    }
    planned += await this.sweepPeriods(plan, calendar, window, when);
    planned += await this.late.plan(plan, steps, { today, when });
    await this.database.work(async (db) => {
      await this.settings.open(db, breakdownId);
      await db.update(PlanReminding, { breakdownId }, { sweptOn: today, startedOn: plan.startedOn ?? today });
    });
    return planned;
  }

  /** Lines without a due day, by the periods in which they report. */
  private async sweepPeriods(
    { breakdownId, settings }: RemindingPlan,
    calendar: WorkingCalendar,
    window: Window,
    when: string,
  ): Promise<number> {
    const byRhythm = new Map(RHYTHMS.map((every) => [every, periodStepsDue(every, calendar, settings, window)]));
    if (![...byRhythm.values()].some((steps) => steps.length)) return 0;
    const wordsOf = new Map(
      [...byRhythm.values()].flat().map((step) => [step, periodInWords(step, calendar, window.today)]),
    );
    const stepOf = (line: SweptLine, dated: PeriodStep): Step => ({
      dated,
      dueOn: dated.period.last,
      words: wordsOf.get(dated)!,
      cause: dueCause(line.id, dated.period.key, dated.key),
    });
    let planned = 0;
    for await (const lines of this.lines.withoutDay(breakdownId)) {
      const owed = new Map<SweptLine, PeriodStep>();
      for (const line of lines) {
        const steps = byRhythm.get(reportEvery(null, line.duePhrase)!) ?? [];
        if (!steps.length) continue;
        const owing = { ...line, assignedOn: assignedOn(line) };
        const [step] = steps.filter((one) => owesPeriod(owing, one)).slice(-1);
        if (step) owed.set(line, step);
      }
      const said = (line: SweptLine) => stepOf(line, owed.get(line)!);
      planned += await this.database.work((db) => this.plan(db, [...owed.keys()], said, when));
    }
    return planned;
  }

  private async plan(
    db: EntityManager,
    lines: readonly SweptLine[],
    stepOf: (line: SweptLine) => Step,
    when: string,
  ): Promise<number> {
    if (!lines.length) return 0;
    const steps = new Map(lines.map((line) => [line.id, stepOf(line)]));
    const people = await this.recipients.of(db, lines, ({ id }) => steps.get(id)!.dated.kind);
    const sayings = lines.flatMap((line): ToRemind[] => {
      const told = people.get(line.id) ?? [];
      if (!told.length) return [];
      const { cause, words, dueOn } = steps.get(line.id)!;
      const saying: ToRemind = {
        subject: { kind: 'assignment', id: line.id, unitId: line.unitId },
        source: DUE_SOURCE,
        cause,
        people: told,
        when,
        what: line.mainTask,
        words,
        dueOn,
        link: linkOf(line),
        occasion: DIGEST,
      };
      return [saying];
    });
    return this.reminders.remind(db, sayings);
  }
}

const linkOf = ({ id }: Pick<Assignment, 'id'>): string => `/pages/tasks/line/index?id=${id}`;

const periodInWords = (step: PeriodStep, calendar: WorkingCalendar, today: Day): string =>
  `${step.period.name}还没有填报，${stepInWords(calendar, step.period.last, step, today)}`;
