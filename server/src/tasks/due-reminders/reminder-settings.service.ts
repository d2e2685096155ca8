import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import {
  canSetReminders,
  USUAL_SETTINGS,
  type ReminderSettings,
} from '@county/shared/tasks/due-reminders/reminder-settings';
import { AuditService } from '../../audit/audit.service.ts';
import { Database } from '../../database/database.ts';
import { insertNew } from '../../database/insert-row.ts';
import { demand, notFound } from '../../http/refusal.ts';
import { TaskBreakdowns } from '../tasks.tables.ts';
import { PlanReminding, type PlanRemindingRow } from './due-reminders.tables.ts';

/** A plan with what it reminds by. */
export interface RemindingPlan extends PlanRemindingRow {
  title: string;
  settings: ReminderSettings;
}

/** When each plan reminds. */
@Injectable()
export class ReminderSettingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  read(_actor: Actor, breakdownId: string): Promise<ReminderSettings> {
    return this.database.read(async (db) => {
      if (!(await db.existsBy(TaskBreakdowns, { id: breakdownId }))) throw notFound('这份任务分解表');
      return this.of(db, breakdownId);
    });
  }

  /** What holds for a plan. */
  async of(db: EntityManager, breakdownId: string): Promise<ReminderSettings> {
    const row = await db.findOneBy(PlanReminding, { breakdownId });
    return row?.settings ?? USUAL_SETTINGS;
  }

  /** Holds from the next sweep on; saying the same again changes nothing. */
  change(actor: Actor, breakdownId: string, settings: ReminderSettings): Promise<ReminderSettings> {
    return this.database.work(async (db) => {
      if (!(await db.existsBy(TaskBreakdowns, { id: breakdownId }))) throw notFound('这份任务分解表');
      demand(canSetReminders(actor));
      await this.open(db, breakdownId);
      const row = await this.database.findForChange(db, PlanReminding, { breakdownId });
      if (JSON.stringify(row?.settings) === JSON.stringify(settings)) return settings;
      await db.update(PlanReminding, { breakdownId }, { settings });
      const detail = JSON.stringify(settings).slice(0, 500);
      await this.audit.record(db, actor, {
        action: 'changeReminderSettings',
        subjectKind: 'task-breakdown',
        subjectId: breakdownId,
        detail,
      });
      return settings;
    });
  }

  /** Every plan there is. */
  async plans(db: EntityManager): Promise<RemindingPlan[]> {
    const breakdowns = await db.find(TaskBreakdowns, { select: { id: true, title: true }, order: { id: 'ASC' } });
    const rows = new Map((await db.find(PlanReminding)).map((row) => [row.breakdownId, row]));
    return breakdowns.map(({ id, title }) => {
      const row = rows.get(id);
      const { startedOn = null, sweptOn = null } = row ?? {};
      return { breakdownId: id, title, startedOn, sweptOn, settings: row?.settings ?? USUAL_SETTINGS };
    });
  }

  /** The day up to which the plan has been swept. */
  async sweptOn(db: EntityManager, breakdownId: string): Promise<Pick<PlanRemindingRow, 'sweptOn'>> {
    return (await db.findOneBy(PlanReminding, { breakdownId })) ?? { sweptOn: null };
  }

  /** The plan's row, made where there was none. */
  async open(db: EntityManager, breakdownId: string): Promise<void> {
    const row: PlanRemindingRow = { breakdownId, settings: null, startedOn: null, sweptOn: null };
    await insertNew(db, PlanReminding, [row], this.database.kind);
  }
}
