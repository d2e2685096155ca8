import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { canDecideCircular, canDecideObjection } from '@county/shared/circulars/circular-rules';
import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import type { WaitingItem } from '@county/shared/reminders/reminder';
import { Posts } from '../people/posts.service.ts';
import { Inbox } from '../reminders/inbox.service.ts';
import { CircularItems, CircularReceipts, Circulars, Objections } from './circulars.tables.ts';

/** No office has so many at once; beyond it the number is not told exactly. */
const MOST_READ = 200;

/** Circulars that wait for the person: to be approved, to be received, and objections to be decided. */
@Injectable()
export class WaitingCirculars implements OnModuleInit {
  constructor(
    private readonly inbox: Inbox,
    private readonly posts: Posts,
  ) {}

  onModuleInit(): void {
    this.inbox.onWaiting(toApprove);
    this.inbox.onWaiting(toReceive);
    this.inbox.onWaiting((db, actor) => this.toDecide(db, actor));
  }

  /** Objections to what one neither made nor belongs to. */
  private async toDecide(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
    if (actor.role !== 'supervisor') return [];
    const waiting = await db.find(Objections, { where: { outcome: IsNull() }, take: MOST_READ });
    if (!waiting.length) return [];
    const circulars = await db.findBy(Circulars, { id: In(waiting.map(({ circularId }) => circularId)) });
    const byId = new Map(circulars.map((circular) => [circular.id, circular]));
    const own = await this.posts.unitsOf(db, actor.personId);
    const mine = waiting.filter(
      (objection) =>
        !own.includes(objection.unitId) &&
        canDecideObjection(byId.get(objection.circularId)!, objection, actor).allowed,
    );
    return item('objections', mine, '份异议等您复核');
  }
}

async function toApprove(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (actor.role !== 'unit-lead') return [];
  const where = { state: 'submitted' as const, unitId: In([...actor.unitIds]) };
  const submitted = await db.find(Circulars, { where, take: MOST_READ });
  const mine = submitted.filter((circular) => canDecideCircular(circular, actor).allowed);
  return item(
    'circulars-to-approve',
    mine.map(({ id }) => ({ circularId: id })),
    '份通报等您批准',
  );
}

/** What names the own unit and nobody in it has opened yet. */
async function toReceive(db: EntityManager, actor: Actor): Promise<WaitingItem[]> {
  if (!isStaff(actor) || !actor.unitId) return [];
  const unopened = await db
    .createQueryBuilder(CircularItems, 'item')
    .innerJoin(Circulars.options.name, 'circular', "circular.id = item.circularId AND circular.state = 'issued'")
    .leftJoin(
      CircularReceipts.options.name,
      'receipt',
      'receipt.circularId = item.circularId AND receipt.unitId = item.unitId',
    )
    .select('DISTINCT item.circularId', 'circularId')
    .where('item.unitId = :unitId AND receipt.id IS NULL', { unitId: actor.unitId })
    .limit(MOST_READ)
    .getRawMany<{ circularId: string }>();
  return item('circulars-to-receive', unopened, '份通报还没有签收，打开就算签收');
}

/** One leads to itself, several to the list. */
function item(kind: string, some: readonly { circularId: string }[], words: string): WaitingItem[] {
  if (!some.length) return [];
  const [first, ...others] = new Set(some.map(({ circularId }) => circularId));
  const link = others.length ? '/pages/circulars/list/index' : `/pages/circulars/circular/index?id=${first}`;
  return [{ kind, count: some.length, words: `${some.length} ${words}`, link }];
}
