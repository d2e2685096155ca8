import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { announcement, stepsToCome } from '@county/shared/tasks/due-reminders/due-steps';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { Clock } from '../../clock/clock.ts';
import { assignedOn } from '../lines/new-line.ts';
import { ReminderSettingsService } from './reminder-settings.service.ts';

/** Says of a line, before it happens, who will be told when; nobody is surprised by a step. */
@Injectable()
export class RemindersToCome {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly settings: ReminderSettingsService,
  ) {}

  async of(db: EntityManager, line: Assignment): Promise<AssignmentView['remindersToCome']> {
    const today = this.clock.today();
    const calendar = await this.calendar.calendar();
    const settings = await this.settings.of(db, line.breakdownId);
    const owing = { dueOn: line.dueOn, status: line.status, assignedOn: assignedOn(line) };
    return stepsToCome(owing, calendar, settings, today).map((step) => ({
      day: step.day,
      words: announcement(calendar, step, today),
    }));
  }
}
