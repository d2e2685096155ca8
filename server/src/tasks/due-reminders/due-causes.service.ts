import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { NIL, v5 as idOf, v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type { Reminder } from '@county/shared/reminders/reminder';
import { stepAsHistory, stepOfKey } from '@county/shared/tasks/due-reminders/due-steps';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import type { AssignmentStep } from '@county/shared/tasks/lines/assignment-step';
import { periodName } from '@county/shared/tasks/lines/report-periods';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertNew } from '../../database/insert-row.ts';
import { RemindersService, type ReminderSource } from '../../reminders/reminders.service.ts';
import { AssignmentStepsService } from '../lines/assignment-steps.service.ts';
import { distinct } from '../lines/line-views.service.ts';
import { Assignments, AssignmentSteps } from '../tasks.tables.ts';

export const DUE_SOURCE = 'task-due';

/** Names a step of a line; `until` is its due day, or the key of the period it reports for. */
export const dueCause = (lineId: string, until: string, stepKey: string): string => `due:${lineId}:${until}:${stepKey}`;

function partsOf(cause: string): { until: string; stepKey: string } {
  const [, , until = '', stepKey = ''] = cause.split(':');
  return { until, stepKey };
}

const isDay = (until: string) => until.length === 10;

/** Whether what a line was reminded of still stands, and what its history says of it. */
@Injectable()
export class DueCauses implements ReminderSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
    private readonly steps: AssignmentStepsService,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(DUE_SOURCE, this);
  }

  /** The line is open, still this unit's, and due when it was: a report of its period, a new day or a merger end it. */
  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const lines = new Map((await this.linesOf(db, reminders)).map((line) => [line.id, line]));
    const standing = reminders.filter(({ subjectId, unitId, cause }) => {
      const line = lines.get(subjectId);
      if (!line || !isOpen(line.status) || line.unitId !== unitId) return false;
      const { until } = partsOf(cause);
      return isDay(until)
        ? line.dueOn === until
        : line.dueOn === null && !(line.reportedPeriod && line.reportedPeriod >= until);
    });
    return new Set(standing.map(({ id }) => id));
  }

  /** One entry a step, however many people it was told to. */
  async onShown(db: EntityManager, reminders: readonly Reminder[]): Promise<void> {
    const at = this.clock.now();
    const entries = distinct(reminders.map(({ cause }) => cause)).map((cause): AssignmentStep => {
      const { until, stepKey } = partsOf(cause);
      const step = stepOfKey(stepKey);
      const said = step ? stepAsHistory(step) : '提醒责任单位';
      const words = isDay(until) ? said : `${periodName(until)}：${said}`;
      const assignmentId = cause.split(':')[1]!;
      const blank = { proof: null, fileIds: [], remarks: null };
      return {
        ...blank,
        id: idOf(cause, REMINDER_STEPS),
        assignmentId,
        kind: 'reminded',
        words,
        by: NIL,
        byName: '系统',
        at,
      };
    });
    await insertNew(db, AssignmentSteps, entries, this.database.kind);
  }

  async onCalled(db: EntityManager, actor: Actor, reminders: readonly Reminder[], words: string): Promise<void> {
    for (const line of await this.linesOf(db, reminders))
      await this.steps.record(db, actor, line, { id: newId(), kind: 'rung', words }, 'recordCall');
  }

  private linesOf(db: EntityManager, reminders: readonly Reminder[]): Promise<Assignment[]> {
    const ids = distinct(reminders.map(({ subjectId }) => subjectId));
    return ids.length ? db.findBy(Assignments, { id: In(ids) }) : Promise.resolve([]);
  }
}

/** The namespace of ids made from causes. */
const REMINDER_STEPS = '5b0d6e5a-6f0b-5d6e-9f0a-0c6a8f3c2d11';
