import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager, EntitySchema } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { isStaff, scopeOf } from '@county/shared/people/scope';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import type { WritingRow } from '../database/writing-columns.ts';
import { Inbox } from '../reminders/inbox.service.ts';
import { Handbooks, ServiceGuides } from './service-guides.tables.ts';

const MANAGE = '/pages/service-guides/manage/index';

/** What of guides and handbooks waits for somebody: to be reviewed, and to be looked at again. */
@Injectable()
export class WaitingGuides implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.inbox.onWaiting(toReview);
    this.inbox.onWaiting((db, actor) => this.toCheck(db, actor));
  }

  /** The own unit's; those above are not asked to read what others keep. */
  private async toCheck(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
    if (!isStaff(actor) || actor.role === 'administrator' || !actor.unitId) return [];
    const count = await db
      .createQueryBuilder(ServiceGuides, 'guide')
      .where('guide.unitId = :unitId AND guide.publicReviewOn < :today', {
        unitId: actor.unitId,
        today: this.clock.today(),
      })
      .andWhere('guide.withdrawnAt IS NULL')
      .getCount();
    if (!count) return [];
    const words = `${count} 份办事指南到了核对日期`;
    return [{ kind: 'guides-to-check', count, words, link: `${MANAGE}?part=stale` }];
  }
}

/** Never what one had a hand in. */
async function toReview(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (actor.role !== 'unit-lead' && actor.role !== 'supervisor') return [];
  const guides = await countToReview(db, actor, ServiceGuides);
  const handbooks = await countToReview(db, actor, Handbooks);
  const items: WaitingItem[] = [];
  if (guides)
    items.push({
      kind: 'guides-to-review',
      count: guides,
      words: `${guides} 份待审查的办事指南`,
      link: `${MANAGE}?part=to-review`,
    });
  if (handbooks)
    items.push({
      kind: 'handbooks-to-review',
      count: handbooks,
      words: `${handbooks} 份待审查的一本通`,
      link: '/pages/service-guides/handbooks/index',
    });
  return items;
}

function countToReview<Row extends WritingRow>(
  db: EntityManager,
  actor: Actor,
  table: EntitySchema<Row>,
): Promise<number> {
  // Ids are of one length and in quotes: none is found within another.
  const query = db
    .createQueryBuilder(table, 'writing')
    .where("writing.state = 'proposed' AND writing.authorIds NOT LIKE :own", { own: `%"${actor.personId}"%` });
  const unitIds = scopeOf(actor);
  if (unitIds) query.andWhere('writing.unitId IN (:...unitIds)', { unitIds: unitIds.length ? unitIds : [''] });
  return query.getCount();
}
