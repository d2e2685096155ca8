import { Injectable, Logger } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { grouped } from '@county/shared/grouped';
import { summed } from '@county/shared/reminders/reminder-rules';
import { Channels, type Channel, type HandOver, type Message } from '../channels/channels.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Measures, type Count } from '../measures/measures.service.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Deliveries, Reminders, type Delivery, type ReminderRow } from './reminders.tables.ts';
import { RemindersService } from './reminders.service.ts';
import { TickLeasesService } from './tick-leases.service.ts';

const AT_A_TIME = 20;
/** Longer than any channel's own limit: whoever has not come back by then is dead. */
const LEASE_SECONDS = 120;
const CLAIM_SECONDS = 20;
const MOST_TRIES = 8;
const COUNTED = {
  channel: ['wechat', 'mail', 'sms'],
  outcome: ['sent', 'refused', 'later', 'uncertain'],
} as const;

interface Claimed {
  delivery: Delivery;
  channel: Channel;
  message: Message;
}

/**
 * Hands what stands in the inboxes to the channels, each message at most once to each: it is marked before it is handed
 * over, and whoever dies in between leaves it uncertain, for the telephone (decisions: "exactly once").
 */
@Injectable()
export class HandingOver {
  private readonly log = new Logger('reminders');
  private readonly count: Count<typeof COUNTED>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly reminders: RemindersService,
    private readonly units: OrgUnitsService,
    private readonly leases: TickLeasesService,
    measures: Measures,
  ) {
    const help = 'Messages given to a channel, by what it answered; a refused or put-off one may be given again';
    this.count = measures.counter('county_reminders_handed_over_total', help, COUNTED);
  }

  /** Answers how many messages were given to a channel. */
  async handOverDue(): Promise<number> {
    await this.giveUpTheDead();
    let handed = 0;
    for (;;) {
      const claimed = await this.claimAlone();
      if (!claimed) return handed;
      await Promise.all(claimed.map((one) => this.handOver(one)));
      handed += claimed.length;
    }
  }

  /** What a process was handing over when it died may have arrived. */
  private async giveUpTheDead(): Promise<void> {
    await this.database.work(async (db) => {
      const late = { state: 'handing', leaseUntil: LessThan(this.clock.now()) } as const;
      const found = await db.find(Deliveries, { where: late, ...this.database.lock('pessimistic_write') });
      if (!found.length) return;
      const ids = found.map(({ id }) => id);
      const reason = '发送中断，不知道是否送到';
      await db.update(Deliveries, { id: In(ids) }, { state: 'uncertain', leaseUntil: null, reason });
      await this.sayUnreached(db, await this.standingOf(db, ids));
    });
  }

  /** One process claims at a time, so that nobody gets two messages at once. Undefined when nothing is left to claim. */
  private async claimAlone(): Promise<Claimed[] | undefined> {
    if (!(await this.leases.take('claim deliveries', CLAIM_SECONDS))) return undefined;
    try {
      for (;;) {
        const { seen, claimed } = await this.database.work((db) => this.claim(db));
        if (claimed.length || !seen) return claimed.length ? claimed : undefined;
      }
    } finally {
      await this.leases.end('claim deliveries');
    }
  }

  private async claim(db: EntityManager): Promise<{ seen: number; claimed: Claimed[] }> {
    const now = this.clock.now();
    const query = db
      .createQueryBuilder(Deliveries, 'delivery')
      .where("delivery.state = 'ready' AND delivery.sendAt <= :now", { now })
      .andWhere(
        "NOT EXISTS (SELECT 1 FROM `delivery` other WHERE other.`personId` = delivery.personId AND other.`state` = 'handing')",
      )
      .orderBy('delivery.sendAt')
      .addOrderBy('delivery.id')
      .limit(AT_A_TIME);
    if (this.database.forUpdate) query.setLock('pessimistic_write');
    const found = await query.getMany();
    const onePerPerson = [...new Map(found.toReversed().map((delivery) => [delivery.personId, delivery])).values()];
    const claimed = await this.withChannels(db, onePerPerson);
    const leaseUntil = new Date(Date.parse(now) + LEASE_SECONDS * 1000).toISOString();
    for (const { delivery, channel } of claimed) {
      const tries = delivery.tries + 1;
      Object.assign(delivery, { state: 'handing', channel: channel.name, leaseUntil, handedAt: now, tries });
      const { state, handedAt } = delivery;
      await db.update(Deliveries, { id: delivery.id }, { state, channel: channel.name, leaseUntil, handedAt, tries });
    }
    return { seen: onePerPerson.length, claimed };
  }

  /** Each with the first channel that reaches its person; where none does, or nothing is owed any more, it ends here. */
  private async withChannels(db: EntityManager, deliveries: readonly Delivery[]): Promise<Claimed[]> {
    if (!deliveries.length) return [];
    const standing = await this.standingOf(
      db,
      deliveries.map(({ id }) => id),
    );
    const units = await this.units.byId();
    const open = this.channels.all().filter((channel) => channel.isOpen);
    const personIds = deliveries.map(({ personId }) => personId);
    const reachable = await Promise.all(open.map((channel) => channel.reachable(db, personIds)));
    const claimed: Claimed[] = [];
    for (const delivery of deliveries) {
      const own = standing.filter(({ deliveryId }) => deliveryId === delivery.id);
      const channel = open.find(
        (one, at) => reachable[at]!.has(delivery.personId) && !delivery.refusedBy.includes(one.name),
      );
      if (own.length && channel) {
        const unitIds = new Set(own.map(({ unitId }) => unitId));
        const unitId = unitIds.size === 1 ? own[0]!.unitId : null;
        const unit = unitId ? (units.get(unitId)?.name ?? null) : null;
        const message: Message = {
          id: delivery.id,
          personId: delivery.personId,
          purpose: 'work',
          unit,
          ...summed(own),
        };
        claimed.push({ delivery, channel, message });
      } else await this.endWithoutChannel(db, delivery, own);
    }
    return claimed;
  }

  private async endWithoutChannel(db: EntityManager, delivery: Delivery, own: readonly ReminderRow[]): Promise<void> {
    const wasRefused = delivery.refusedBy.length > 0;
    const stands = own.length > 0;
    const state = wasRefused && stands ? 'failed' : 'inbox';
    const reason = delivery.reason ?? (stands ? '没有可用的微信提醒次数，也没有登记邮箱' : null);
    await db.update(Deliveries, { id: delivery.id }, { state, reason });
    await this.sayUnreached(db, own);
  }

  /** What of these messages is still owed. */
  private async standingOf(db: EntityManager, deliveryIds: readonly string[]): Promise<ReminderRow[]> {
    const reminders = await db.findBy(Reminders, { deliveryId: In([...deliveryIds]) });
    const standing = await this.reminders.standing(db, reminders);
    return reminders.filter(({ id }) => standing.has(id));
  }

  /** Features that know another way to their people, such as a list for whoever rings them, hear of it. */
  private async sayUnreached(db: EntityManager, reminders: readonly ReminderRow[]): Promise<void> {
    const unread = reminders.filter(({ readAt }) => readAt === null);
    for (const [source, some] of grouped(unread, (reminder) => reminder.source))
      await this.reminders.sourceOf(source)?.onUnreached?.(db, some);
  }

  private async handOver({ delivery, channel, message }: Claimed): Promise<void> {
    this.database.mustBeOutsideWork('Handing a message to a channel');
    const answer = await channel.handOver(message).catch((error: unknown): HandOver => {
      this.log.error({ message: `The channel ${channel.name} failed`, error: String(error) });
      return { outcome: 'uncertain', reason: '发送时出错，不知道是否送到' };
    });
    this.count({ channel: channel.name, outcome: answer.outcome });
    await this.database.work((db) => this.conclude(db, delivery, channel, answer));
  }

  /** Written only where the delivery is still ours; a late "sent" also settles what was given up as uncertain. */
  private async conclude(
    db: EntityManager,
    { id, leaseUntil, tries, refusedBy }: Delivery,
    channel: Channel,
    answer: HandOver,
  ) {
    const delivery = await this.database.findForChange(db, Deliveries, { id });
    const isOurs = delivery?.state === 'handing' && delivery.leaseUntil === leaseUntil;
    const isGivenUp = delivery?.state === 'uncertain' && delivery.tries === tries;
    if (!isOurs && !(isGivenUp && answer.outcome === 'sent')) return;
    await db.update(
      Deliveries,
      { id },
      { leaseUntil: null, ...this.outcome(answer, tries, [...refusedBy, channel.name]) },
    );
    if (answer.outcome === 'uncertain') await this.sayUnreached(db, await this.standingOf(db, [id]));
  }

  private outcome(answer: HandOver, tries: number, refusedBy: Delivery['refusedBy']): Partial<Delivery> {
    switch (answer.outcome) {
      case 'sent':
        return { state: 'sent', reason: null };
      case 'uncertain':
        return { state: 'uncertain', reason: answer.reason };
      case 'refused':
        return { state: 'ready', refusedBy, reason: answer.reason };
      case 'later': {
        if (tries >= MOST_TRIES) return { state: 'ready', refusedBy, reason: answer.reason, tries: 0 };
        const sendAt = new Date(Date.parse(this.clock.now()) + answer.afterSeconds * 1000).toISOString();
        return { state: 'ready', sendAt, reason: answer.reason };
      }
    }
  }
}
