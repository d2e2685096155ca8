import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { isStaff, scopeOf } from '@county/shared/people/scope';
import { eventPages } from '@county/shared/public-events/event-pages';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import { Inbox } from '../reminders/inbox.service.ts';
import { EventQuestions, EventRecords } from './event-outcomes.tables.ts';
import { Events, SignUps } from './public-events.tables.ts';

/** What of events waits for somebody: to be reviewed, to be answered, and people to ring. */
@Injectable()
export class WaitingEvents implements OnModuleInit {
  constructor(
    private readonly inbox: Inbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.inbox.onWaiting(toReview);
    this.inbox.onWaiting(answersToReview);
    this.inbox.onWaiting(toAnswer);
    this.inbox.onWaiting((db, actor) => toRing(db, actor, this.clock.now()));
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

/** An answer is let out by another than who wrote it. */
async function answersToReview(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (actor.role !== 'unit-lead' && actor.role !== 'supervisor') return [];
  const query = db
    .createQueryBuilder(EventQuestions, 'one')
    .where("one.state = 'proposed' AND one.writtenBy <> :own", { own: actor.personId });
  const unitIds = scopeOf(actor);
  if (unitIds) query.andWhere('one.unitId IN (:...unitIds)', { unitIds: unitIds.length ? unitIds : [''] });
  const count = await query.getCount();
  if (!count) return [];
  const words = `活动问题的 ${count} 份答复待审查`;
  return [{ kind: 'event-answers-to-review', count, words, link: eventPages.questions() }];
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

/** By the same rule as the list it leads to. */
async function toRing(db: EntityManager, actor: Actor, now: string): Promise<WaitingItem[]> {
  if (!isStaff(actor) || actor.role === 'administrator' || !actor.unitId) return [];
  const count = await db
    .createQueryBuilder(SignUps, 'one')
    .innerJoin(Events.options.name, 'event', 'event.id = one.eventId')
    .where({ toBeRungAbout: Not(IsNull()) })
    .andWhere('event.unitId = :unitId AND event.endsAt > :now', { unitId: actor.unitId, now })
    .getCount();
  if (!count) return [];
  const words = `活动有变动，${count} 份报名要打电话告知`;
  return [{ kind: 'event-sign-ups-to-ring', count, words, link: eventPages.list('to-ring') }];
}
