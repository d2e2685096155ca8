import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import { grouped } from '@county/shared/grouped';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { overseesAll } from '@county/shared/people/scope';
import type { NewCall, Reached, TelephoneEntry } from '@county/shared/reminders/reminder';
import { canRing } from '@county/shared/reminders/reminder-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Posts } from '../people/posts.service.ts';
import { Deliveries, Reminders, type Delivery, type ReminderRow } from './reminders.tables.ts';
import { RemindersService } from './reminders.service.ts';
import { ToldPosts } from './told-posts.service.ts';

const TO_RING = "('inbox', 'failed', 'uncertain')";
/** Due, or without a due day as nudges and orders are; or sent, and perhaps not arrived. */
const PRESSING =
  "delivery.state <> 'inbox' OR EXISTS (SELECT 1 FROM `reminder` due WHERE due.`deliveryId` = delivery.id AND due.`readAt` IS NULL AND due.`source` NOT IN (:...waiting) AND (due.`dueOn` IS NULL OR due.`dueOn` <= :today))";
/** Older than this, a call would be about something long past. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** A person reached, with the unit and the cause they were told for. */
export interface ReachedFor extends Reached {
  unitId: string;
  cause: string;
}

/** Who can only be reached by telephone, and who was rung. */
@Injectable()
export class TelephoneList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly reminders: RemindersService,
    private readonly units: OrgUnitsService,
    private readonly posts: Posts,
    private readonly toldPosts: ToldPosts,
  ) {}

  /** Deliveries nobody has read, that no channel surely took, about something that is still to be done and cannot wait. */
  list(
    actor: Actor,
    { limit, cursor, pressing }: PageQuery & { pressing: 'true' | 'false' },
  ): Promise<Page<TelephoneEntry>> {
    return this.database.read(async (db) => {
      let after = readTimeCursor(cursor);
      for (;;) {
        const rows = await this.unread(db, actor, { after, most: limit + 1, isPressing: pressing === 'true' });
        const some = rows.slice(0, limit);
        const items = await this.entries(db, actor, some);
        const last = rows.length > limit ? some.at(-1) : undefined;
        if (!last) return { items, next: null };
        after = { at: last.shownAt!, id: last.id };
        // Where nothing of a whole page is still to be done, whoever waits behind it must not stay unseen.
        if (items.length) return { items, next: timeCursor(after) };
      }
    });
  }

  private unread(
    db: EntityManager,
    actor: Actor,
    { after, most, isPressing }: { after: ReturnType<typeof readTimeCursor>; most: number; isPressing: boolean },
  ) {
    // Never empty, which no engine takes.
    const waiting = ['', ...this.reminders.sourcesThatCanWait()];
    const since = new Date(Date.parse(this.clock.now()) - KEPT_DAYS * DAY_MS).toISOString();
    const query = db
      .createQueryBuilder(Deliveries, 'delivery')
      .where(`delivery.state IN ${TO_RING} AND delivery.calledAt IS NULL AND delivery.shownAt > :since`, { since })
      .andWhere('delivery.isQuiet = :isQuiet', { isQuiet: false })
      // Nobody rings themselves: whoever opens the list is here.
      .andWhere('delivery.personId <> :self', { self: actor.personId })
      .andWhere(`EXISTS (${this.unreadOf(actor)})`, { waiting, unitIds: actor.unitIds.length ? actor.unitIds : [''] })
      .orderBy('delivery.shownAt')
      .addOrderBy('delivery.id')
      .limit(most);
    if (isPressing) query.andWhere(`(${PRESSING})`, { today: this.clock.today() });
    if (after)
      query.andWhere('(delivery.shownAt > :at OR (delivery.shownAt = :at AND delivery.id > :id))', { ...after });
    return query.getMany();
  }

  /** Rung once is rung; the histories of what it was about say so. */
  recordCall(actor: Actor, deliveryId: string, { id, words }: NewCall) {
    return this.database.work(async (db): Promise<{ done: true } | Repeated<{ done: true }>> => {
      const delivery = await this.database.findForChange(db, Deliveries, { id: deliveryId });
      const reminders = delivery ? await db.findBy(Reminders, { deliveryId }) : [];
      const own = reminders.filter(({ unitId }) => canRing(actor, unitId).allowed);
      if (!delivery?.shownAt || !own.length) throw notFound('这条提醒');
      if (delivery.callId === id) return new Repeated({ done: true as const });
      if (await db.existsBy(Deliveries, { callId: id })) throw idTaken();
      if (delivery.calledAt) demandNotCalled(delivery);
      const call = { calledAt: this.clock.now(), calledByName: actor.name, callId: id };
      await db.update(Deliveries, { id: deliveryId }, call);
      const names = await this.posts.names(db, [delivery.personId]);
      const said = `已电话通知${names.get(delivery.personId) ?? ''}${words ? `：${words}` : ''}`;
      for (const [source, some] of grouped(own, (reminder) => reminder.source))
        await this.reminders.sourceOf(source)?.onCalled?.(db, actor, some, said);
      await this.audit.record(db, actor, { action: 'recordCall', subjectKind: 'delivery', subjectId: deliveryId });
      return { done: true };
    });
  }

  /**
   * How those told about a record were reached, by the unit they were told for: each by what, when, and whether they
   * have looked; nothing is counted. Whoever is away is left out: their stand-in was told.
   */
  async reached(db: EntityManager, subjectId: string, unitIds: readonly string[]): Promise<ReachedFor[]> {
    if (!unitIds.length) return [];
    const reminders = await db.find(Reminders, {
      where: { subjectId, unitId: In([...unitIds]) },
      order: { id: 'ASC' },
    });
    if (!reminders.length) return [];
    const found = await db.findBy(Deliveries, { id: In(reminders.map(({ deliveryId }) => deliveryId)) });
    const deliveries = new Map(found.filter(({ isQuiet }) => !isQuiet).map((delivery) => [delivery.id, delivery]));
    const names = await this.posts.names(
      db,
      reminders.map(({ personId }) => personId),
    );
    const units = await this.units.byId();
    return reminders.flatMap(({ personId, unitId, cause, deliveryId, readAt }) => {
      const delivery = deliveries.get(deliveryId);
      if (!delivery) return [];
      const { state, channel, reason, shownAt, handedAt, calledAt, calledByName } = delivery;
      const personName = names.get(personId) ?? '（已离任）';
      const unitName = units.get(unitId!)?.name ?? '';
      const how = { state, channel, reason, shownAt, handedAt, isRead: readAt !== null, calledAt, calledByName };
      return [{ unitId: unitId!, cause, deliveryId, personName, unitName, ...how }];
    });
  }

  private unreadOf(actor: Actor): string {
    const within = overseesAll(actor) ? '' : 'AND reminder.`unitId` IN (:...unitIds)';
    return `SELECT 1 FROM \`reminder\` reminder WHERE reminder.\`deliveryId\` = delivery.id AND reminder.\`readAt\` IS NULL AND reminder.\`source\` NOT IN (:...waiting) ${within}`;
  }

  private async entries(db: EntityManager, actor: Actor, deliveries: readonly Delivery[]): Promise<TelephoneEntry[]> {
    if (!deliveries.length) return [];
    const reminders = await db.findBy(Reminders, { deliveryId: In(deliveries.map(({ id }) => id)) });
    const standing = await this.reminders.standing(db, reminders);
    const waiting = this.reminders.sourcesThatCanWait();
    const names = await this.posts.names(
      db,
      deliveries.map(({ personId }) => personId),
    );
    const units = await this.units.byId();
    const entries = deliveries.flatMap((delivery) => {
      const own = reminders.filter(
        ({ deliveryId, id, unitId, source }) =>
          deliveryId === delivery.id && standing.has(id) && !waiting.includes(source) && canRing(actor, unitId).allowed,
      );
      return own.length ? [{ delivery, own }] : [];
    });
    // Where they sit themselves: a lead is not to be rung in the village they are told of.
    const unitIds = await this.toldPosts.unitsOf(
      db,
      entries.map(({ delivery: { personId }, own }) => ({ personId, unitId: own[0]!.unitId })),
    );
    return entries.map(({ delivery: { id, personId, state, reason, shownAt }, own }, at) => {
      const unit = units.get(unitIds[at] ?? '');
      return {
        deliveryId: id,
        personId,
        personName: names.get(personId) ?? '（已离任）',
        unitId: unit?.id ?? null,
        unitName: unit?.name ?? null,
        officePhone: unit?.officePhone ?? null,
        contactName: unit?.contactName ?? null,
        state,
        reason,
        shownAt: shownAt!,
        reminders: own.map(brief),
      };
    });
  }
}

const brief = ({ id, what, words, link }: ReminderRow) => ({ id, what, words, link });

function demandNotCalled({ calledAt, calledByName }: Delivery): void {
  demand({
    allowed: false,
    code: 'wrong-state',
    reason: `${calledByName ?? '别人'}已经电话通知过了（${shanghaiDay(calledAt!)}）`,
  });
}
