import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import type { Reminder, ReminderView, WaitingItem } from '@county/shared/reminders/reminder';
import { INBOX_PAGE } from '@county/shared/reminders/reminder-rules';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { Reminders, type ReminderRow } from './reminders.tables.ts';
import { RemindersService } from './reminders.service.ts';

/** What waits for somebody in a feature; asked when they open the home page. */
export type WaitingSource = (db: EntityManager, actor: Actor) => Promise<WaitingItem[]>;

const UNREAD_COUNTED = 99;

/** A person's own reminders, and what else waits for them. */
@Injectable()
export class Inbox {
  private readonly waitingSources: WaitingSource[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
    private readonly units: OrgUnitsService,
  ) {}

  onWaiting(source: WaitingSource): void {
    this.waitingSources.push(source);
  }

  list(actor: Actor, { limit, cursor, unread }: PageQuery & { unread: 'true' | 'false' }): Promise<Page<ReminderView>> {
    const after = readTimeCursor(cursor);
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(Reminders, 'reminder')
        .where('reminder.personId = :personId AND reminder.shownAt IS NOT NULL', { personId: actor.personId })
        .orderBy('reminder.shownAt', 'DESC')
        .addOrderBy('reminder.id', 'DESC')
        .limit(limit + 1);
      if (unread === 'true') query.andWhere('reminder.readAt IS NULL');
      if (after)
        query.andWhere('(reminder.shownAt < :at OR (reminder.shownAt = :at AND reminder.id < :id))', { ...after });
      const rows = await query.getMany();
      const items = await this.views(db, rows.slice(0, limit));
      const last = rows.length > limit ? items.at(-1) : undefined;
      return { items, next: last ? timeCursor({ at: last.shownAt, id: last.id }) : null };
    });
  }

  read(actor: Actor, ids: readonly string[]): Promise<{ done: true }> {
    return this.database.work(async (db) => {
      const own = { id: In([...ids]), personId: actor.personId, shownAt: Not(IsNull()), readAt: IsNull() };
      await db.update(Reminders, own, { readAt: this.clock.now() });
      return { done: true };
    });
  }

  /** Everything that stood there by then; a null `shownAt` is before nothing, so what is only planned stays unread. */
  readUntil(actor: Actor, until: string): Promise<{ done: true }> {
    return this.database.work(async (db) => {
      const own = { personId: actor.personId, shownAt: LessThanOrEqual(until), readAt: IsNull() };
      await db.update(Reminders, own, { readAt: this.clock.now() });
      return { done: true };
    });
  }

  waiting(actor: Actor): Promise<{ items: WaitingItem[] }> {
    return this.database.read(async (db) => {
      const items = await Promise.all([this.unread, ...this.waitingSources].map((source) => source(db, actor)));
      return { items: items.flat() };
    });
  }

  private readonly unread: WaitingSource = async (db, { personId }) => {
    const rows = await db.find(Reminders, {
      select: { id: true },
      where: { personId, shownAt: Not(IsNull()), readAt: IsNull() },
      take: UNREAD_COUNTED + 1,
    });
    if (!rows.length) return [];
    const words = rows.length > UNREAD_COUNTED ? `${UNREAD_COUNTED} 条以上提醒未读` : `${rows.length} 条提醒未读`;
    return [{ kind: 'reminders', count: rows.length, words, link: INBOX_PAGE }];
  };

  private async views(db: EntityManager, rows: readonly ReminderRow[]): Promise<ReminderView[]> {
    const standing = await this.reminders.standing(db, rows as readonly Reminder[]);
    const units = await this.units.byId();
    return rows.map(({ id, what, words, dueOn, link, readAt, shownAt, unitId }) => {
      const unitName = unitId ? (units.get(unitId)?.name ?? null) : null;
      return { id, what, words, dueOn, link, readAt, shownAt: shownAt!, unitName, stands: standing.has(id) };
    });
  }
}
