import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { MovedCase } from '@county/shared/calendar/calendar-year';
import { dateInWords, dayInWords, type Day } from '@county/shared/calendar/day';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import { movedSteps, stepByName, type MovedStep } from '@county/shared/tasks/due-reminders/due-steps';
import type { AssignmentStep } from '@county/shared/tasks/lines/assignment-step';
import { CalendarService, type CalendarChange } from '../../calendar/calendar.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRows } from '../../database/insert-row.ts';
import { isOpenLine } from '../lines/line-filters.ts';
import { Assignments, AssignmentSteps } from '../tasks.tables.ts';
import { ReminderSettingsService, type RemindingPlan } from './reminder-settings.service.ts';

const AT_A_TIME = 500;

/**
 * Reminders follow from the calendar and need no moving; those who owe something are told that a holiday announced late
 * moves them (rules T3, T5). Lines without a due day report by periods, whose ends no holiday moves.
 */
@Injectable()
export class MovedReminders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly settings: ReminderSettingsService,
  ) {}

  onModuleInit(): void {
    this.calendar.onChange((db, before, after, change) => this.move(db, before, after, change));
  }

  private async move(
    db: EntityManager,
    before: WorkingCalendar,
    after: WorkingCalendar,
    change: CalendarChange,
  ): Promise<MovedCase[]> {
    const today = this.clock.today();
    const cases: MovedCase[] = [];
    for (const plan of await this.settings.plans(db)) {
      for (const { dueOn, count } of await dueDays(db, plan.breakdownId)) {
        const moved = movedSteps(before, after, plan.settings, { dueOn, today });
        if (!moved.length) continue;
        if (change.apply) await this.write(db, plan, dueOn, wordsOf(moved, change.source), change);
        cases.push(...moved.map((step) => caseOf(plan, { dueOn, count: Number(count), today }, step)));
      }
    }
    return cases;
  }

  /** A line in the history of each assignment, however many there are. */
  private async write(
    db: EntityManager,
    { breakdownId }: RemindingPlan,
    dueOn: Day,
    words: string,
    { actor }: CalendarChange,
  ): Promise<void> {
    const at = this.clock.now();
    const said = { kind: 'reminder-moved', words, proof: null, fileIds: [], remarks: null } as const;
    for (let after = ''; ;) {
      const ids = await openLines(db, breakdownId)
        .select('line.id', 'id')
        .andWhere('line.dueOn = :dueOn AND line.id > :after', { dueOn, after })
        .orderBy('line.id')
        .limit(AT_A_TIME)
        .getRawMany<{ id: string }>();
      const steps = ids.map(({ id }): AssignmentStep => ({
        ...said,
        fileIds: [],
        id: newId(),
        assignmentId: id,
        by: actor.personId,
        byName: actor.name,
        at,
      }));
      await insertRows(db, AssignmentSteps, steps);
      if (ids.length < AT_A_TIME) return;
      after = ids.at(-1)!.id;
    }
  }
}

const openLines = (db: EntityManager, breakdownId: string) =>
  db
    .createQueryBuilder(Assignments, 'line')
    .where(`line.breakdownId = :breakdownId AND ${isOpenLine('line')}`, { breakdownId });

/** The days on which anything open of a plan is due, and how much. */
function dueDays(db: EntityManager, breakdownId: string): Promise<{ dueOn: Day; count: number }[]> {
  return openLines(db, breakdownId)
    .select('line.dueOn', 'dueOn')
    .addSelect('COUNT(*)', 'count')
    .andWhere('line.dueOn IS NOT NULL')
    .groupBy('line.dueOn')
    .orderBy('line.dueOn')
    .getRawMany();
}

function wordsOf(moved: readonly MovedStep[], source: string): string {
  const moves = moved.map((step) => `${stepByName(step)}由${dateInWords(step.from)}改为${dateInWords(step.to)}`);
  return `根据${source}，${moves.join('，')}`;
}

const caseOf = (
  { breakdownId, title }: RemindingPlan,
  { dueOn, count, today }: { dueOn: Day; count: number; today: Day },
  step: MovedStep,
): MovedCase => ({
  kind: 'task-reminder',
  words: `《${title}》${dayInWords(dueOn, today)}到期的 ${count} 项：${stepByName(step)}`,
  link: `/pages/tasks/ledger/index?id=${breakdownId}`,
  from: step.from,
  to: step.to,
});
