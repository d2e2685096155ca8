import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Posts } from '../people/posts.service.ts';
import { Inbox } from '../reminders/inbox.service.ts';
import { isToComplete } from './lines/line-filters.ts';
import { Assignments, Extensions, TaskBreakdowns } from './tasks.tables.ts';

/** Work that waits for the person: lines sent back to the unit, to its lead what is filed as done, and to a supervisor what is to be checked or decided. */
@Injectable()
export class WaitingWork implements OnModuleInit {
  constructor(
    private readonly inbox: Inbox,
    private readonly posts: Posts,
  ) {}

  onModuleInit(): void {
    this.inbox.onWaiting(returned);
    this.inbox.onWaiting(filedWhole);
    this.inbox.onWaiting(async (db, actor) => {
      if (actor.role !== 'supervisor') return [];
      // Nobody decides about a unit in which they have a post.
      const own = { own: [...(await this.posts.unitsOf(db, actor.personId)), actor.unitId ?? ''] };
      return [...(await completed(db, own)), ...(await extensions(db, actor, own))];
    });
  }
}

async function returned(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (!isStaff(actor) || actor.role === 'administrator' || !actor.unitId) return [];
  const count = await db.countBy(Assignments, { unitId: actor.unitId, status: 'returned' });
  if (!count) return [];
  const words = `${count} 项任务被退回，请改后重新办结`;
  return [{ kind: 'returned-lines', count, words, link: '/pages/tasks/my/index' }];
}

/** Filed as whole: it stays open, and is reminded of, until the lead of that unit or one above confirms it. */
async function filedWhole(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (actor.role !== 'unit-lead' || !actor.unitIds.length) return [];
  const count = await db
    .createQueryBuilder(Assignments, 'line')
    .where('line.unitId IN (:...units)', { units: actor.unitIds })
    .andWhere(isToComplete('line'))
    .getCount();
  if (!count) return [];
  const words = `${count} 项任务已填到 100%，等您确认办结`;
  return [{ kind: 'lines-to-complete', count, words, link: '/pages/tasks/my/index?part=to-complete' }];
}

/** By plan, since each has a ledger of its own. */
async function completed(db: EntityManager, own: { own: string[] }): Promise<WaitingItem[]> {
  const rows = await db
    .createQueryBuilder(Assignments, 'line')
    .innerJoin(TaskBreakdowns.options.name, 'plan', 'plan.id = line.breakdownId')
    .select(['line.breakdownId AS `id`', 'plan.title AS `title`', 'COUNT(*) AS `count`'])
    .where("line.status = 'completed' AND line.unitId NOT IN (:...own)", own)
    .groupBy('line.breakdownId')
    .addGroupBy('plan.title')
    .orderBy('line.breakdownId')
    .getRawMany<{ id: string; title: string; count: unknown }>();
  return rows.map(({ id, title, count }) => ({
    kind: 'completed-lines',
    count: Number(count),
    words: `${Number(count)} 项任务已办结，等您核验销号（${title}）`,
    link: `/pages/tasks/ledger/index?id=${id}&state=completed&withHandedDown=yes`,
  }));
}

async function extensions(db: EntityManager, { personId }: Actor, own: { own: string[] }): Promise<WaitingItem[]> {
  const count = await db
    .createQueryBuilder(Extensions, 'extension')
    .innerJoin(Assignments.options.name, 'line', 'line.id = extension.assignmentId')
    .where("extension.state = 'asked' AND extension.askedBy <> :personId", { personId })
    .andWhere('line.unitId NOT IN (:...own)', own)
    .getCount();
  if (!count) return [];
  return [{ kind: 'extensions', count, words: `${count} 份延期申请等您审批`, link: '/pages/tasks/extensions/index' }];
}
