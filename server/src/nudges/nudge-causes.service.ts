import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { Reminder } from '@county/shared/reminders/reminder';
import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { RemindersService, type ReminderSource } from '../reminders/reminders.service.ts';
import { AssignmentStepsService } from '../tasks/lines/assignment-steps.service.ts';
import { ChosenLines } from '../tasks/overview/chosen-lines.service.ts';
import { NudgedLines, type NudgedLine } from './nudges.tables.ts';

export const NUDGE_SOURCE = 'nudge';
/** Ends the cause of what a lead is told of units below as well, in which nobody works. */
export const BELOW = 'below';

/** Names what the people of a unit were told by a nudge. */
export const nudgeCause = (nudgeId: string, toldUnitId: string, about?: typeof BELOW): string =>
  ['nudge', nudgeId, toldUnitId, ...(about ? [about] : [])].join(':');

export const isOfBelow = ({ cause }: Pick<Reminder, 'cause'>): boolean => cause.endsWith(`:${BELOW}`);

/** Whether a nudge still stands, and who was rung about it. */
@Injectable()
export class NudgeCauses implements ReminderSource, OnModuleInit {
  constructor(
    private readonly reminders: RemindersService,
    private readonly lines: ChosenLines,
    private readonly steps: AssignmentStepsService,
    private readonly units: OrgUnitsService,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(NUDGE_SOURCE, this);
    // The lines go to the successor, and with them what was said of them.
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(NudgedLines, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }

  /** As long as one of the lines a person was told of is open. */
  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const nudged = await this.nudgedBy(db, reminders);
    const lines = await this.lines.statuses(
      db,
      nudged.map(({ assignmentId }) => assignmentId),
    );
    const open = nudged.filter(({ assignmentId }) => isOpen(lines.get(assignmentId) ?? 'withdrawn'));
    return new Set(reminders.filter((reminder) => open.some(isToldBy(reminder))).map(({ id }) => id));
  }

  /** In the history of each open line they were told of. */
  async onCalled(db: EntityManager, actor: Actor, reminders: readonly Reminder[], words: string): Promise<void> {
    const nudged = (await this.nudgedBy(db, reminders)).filter((line) =>
      reminders.some((reminder) => isToldBy(reminder)(line)),
    );
    const lines = await this.lines.statuses(
      db,
      nudged.map(({ assignmentId }) => assignmentId),
    );
    const open = [...lines].filter(([, status]) => isOpen(status)).map(([id]) => id);
    await this.steps.recordAll(db, actor, open, { kind: 'rung', words });
  }

  private async nudgedBy(db: EntityManager, reminders: readonly Reminder[]): Promise<NudgedLine[]> {
    const nudgeIds = [...new Set(reminders.map(({ subjectId }) => subjectId))];
    return nudgeIds.length ? db.findBy(NudgedLines, { nudgeId: In(nudgeIds) }) : [];
  }
}

/** Whether a person's reminder is about a line: of the unit told itself, or below it where that was said. */
const isToldBy =
  (reminder: Reminder) =>
  ({ nudgeId, toldUnitId, isBelow }: NudgedLine): boolean =>
    nudgeId === reminder.subjectId && toldUnitId === reminder.unitId && (isOfBelow(reminder) || !isBelow);
