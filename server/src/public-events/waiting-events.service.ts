import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { isStaff, scopeOf } from '@county/shared/people/scope';
import { eventPages } from '@county/shared/public-events/event-pages';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Inbox } from '../reminders/inbox.service.ts';
import { EventQuestions, EventRecords } from './event-outcomes.tables.ts';
import { Events, SignUps } from './public-events.tables.ts';

/** What of events waits for somebody: to be reviewed, to be answered, and people to ring. */
@Injectable()
export class WaitingEvents implements OnModuleInit {
  constructor(private readonly inbox: Inbox) {}

  onModuleInit(): void {
    this.inbox.onWaiting(toReview);
    this.inbox.onWaiting(toAnswer);
    this.inbox.onWaiting(toRing);
  }
}

/** Never what one had a hand in. */
async function toReview(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (actor.role !== 'unit-lead' && actor.role !== 'supervisor') return [];
  let count = 0;
  for (const table of [Events, EventRecords]) {
    const query = db
      .createQueryBuilder(table, 'one')
      .where("one.state = 'proposed' AND one.authorIds NOT LIKE :own", { own: `%"${actor.personId}"%` });
    const unitIds = scopeOf(actor);
    if (unitIds) query.andWhere('one.unitId IN (:...unitIds)', { unitIds: unitIds.length ? unitIds : [''] });
    count += await query.getCount();
  }
  if (!count) return [];
  const words = `${count} 份待审查的活动通知、纪要`;
  return [{ kind: 'events-to-review', count, words, link: eventPages.list('to-review') }];
}

/** The own unit's; those above are not asked to answer for others. */
async function toAnswer(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (!isStaff(actor) || actor.role === 'administrator' || !actor.unitId) return [];
  const { unitId } = actor;
  const count = await db.countBy(EventQuestions, [
    { unitId, state: 'open' },
    { unitId, state: 'declined' },
  ]);
  if (!count) return [];
  const words = `活动中提出的 ${count} 个问题待答复`;
  return [{ kind: 'event-questions', count, words, link: eventPages.questions() }];
}

async function toRing(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (!isStaff(actor) || actor.role === 'administrator' || !actor.unitId) return [];
  const count = await db
    .createQueryBuilder(SignUps, 'one')
    .innerJoin(Events.options.name, 'event', 'event.id = one.eventId')
    .where({ toBeRungAbout: Not(IsNull()) })
    .andWhere('event.unitId = :unitId', { unitId: actor.unitId })
    .getCount();
  if (!count) return [];
  const words = `活动有变动，${count} 人要打电话告知`;
  return [{ kind: 'event-sign-ups-to-ring', count, words, link: eventPages.list('coming') }];
}
