import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type Day } from '@county/shared/calendar/day';
import { grouped } from '@county/shared/grouped';
import type { Reminder } from '@county/shared/reminders/reminder';
import type { DatedStep } from '@county/shared/tasks/due-reminders/due-steps';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { Posts } from '../../people/posts.service.ts';
import { DIGEST, RemindersService, type ReminderSource, type ToRemind } from '../../reminders/reminders.service.ts';
import { isOpenLine } from '../lines/line-filters.ts';
import { Assignments } from '../tasks.tables.ts';
import type { RemindingPlan } from './reminder-settings.service.ts';

const SOURCE = 'plan-late';

/** What supervisors are told of a plan's late lines: how many have come to a step, never one by one (rules S3). */
@Injectable()
export class LateNotices implements ReminderSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly posts: Posts,
    private readonly reminders: RemindersService,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(SOURCE, this);
  }

  /** As long as anything of the plan is late. */
  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const standing = new Set<string>();
    for (const [breakdownId, some] of grouped(reminders, ({ subjectId }) => subjectId)) {
      const isLate = await db
        .createQueryBuilder(Assignments, 'line')
        .where('line.breakdownId = :breakdownId AND line.dueOn < :today', { breakdownId, today: this.clock.today() })
        .andWhere(isOpenLine('line'))
        .getExists();
      if (isLate) for (const { id } of some) standing.add(id);
    }
    return standing;
  }

  /** Answers how many reminders are new; for the steps that have come since the plan was last swept. */
  async plan(
    { breakdownId, title, sweptOn }: RemindingPlan,
    steps: ReadonlyMap<Day, DatedStep>,
    { today, when }: { today: Day; when: string },
  ): Promise<number> {
    const since = sweptOn ?? addDays(today, -1);
    const fresh = [...steps].filter(([, { kind, day }]) => TOLD.has(kind) && day > since);
    if (!fresh.length) return 0;
    return this.database.work(async (db) => {
      const people = [...new Set((await this.posts.ofRole(db, 'supervisor')).map(({ personId }) => personId))];
      const sayings: ToRemind[] = [];
      for (const [key, some] of grouped(fresh, ([, step]) => step.key)) {
        const [[, { kind, workingDays }]] = some as [(typeof some)[number]];
        const count = await countOf(
          db,
          breakdownId,
          some.map(([dueOn]) => dueOn),
        );
        if (!count) continue;
        const words = `${count} 项任务逾期满 ${workingDays} 个工作日仍未办结`;
        sayings.push({
          subject: { kind: 'task-breakdown', id: breakdownId, unitId: null },
          source: SOURCE,
          cause: `plan:${breakdownId}:${key}:${today}`,
          people,
          when,
          what: title,
          words: kind === 'late-circular' ? `${words}，可以列入通报` : words,
          link:
            kind === 'late-circular'
              ? `/pages/circulars/draft/index?breakdownId=${breakdownId}`
              : `/pages/tasks/ledger/index?id=${breakdownId}&due=late`,
          occasion: DIGEST,
        });
      }
      return this.reminders.remind(db, sayings);
    });
  }
}

const TOLD: ReadonlySet<DatedStep['kind']> = new Set(['late-leads', 'late-circular']);

function countOf(db: EntityManager, breakdownId: string, dueDays: readonly Day[]): Promise<number> {
  return db
    .createQueryBuilder(Assignments, 'line')
    .where('line.breakdownId = :breakdownId AND line.dueOn IN (:...dueDays)', { breakdownId, dueDays })
    .andWhere(isOpenLine('line'))
    .getCount();
}
