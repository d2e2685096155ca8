import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 as idWithin } from 'uuid';
import type { FieldIssue } from '@county/shared/http/problem';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { reaches, scopeOf } from '@county/shared/people/scope';
import type { EventContent } from '@county/shared/public-events/event-content';
import { eventDataFaults, eventDataScan, eventFaults } from '@county/shared/public-events/event-faults';
import { canCancelEvent, changesInWords, extentOf, movedTo } from '@county/shared/public-events/event-rules';
import type {
  EventChange,
  EventPart,
  NewPublicEvent,
  PublicEventDraft,
  PublicEventDraftSummary,
} from '@county/shared/public-events/public-event';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { personalDataIssue } from '@county/shared/tasks/public/personal-data-scan';
import { Clock } from '../clock/clock.ts';
import { anywhere, contains } from '../database/contains.ts';
import { Database } from '../database/database.ts';
import { FilesService } from '../files/files.service.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { invalidInput, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { initialsOf } from '../search/initials.service.ts';
import { WritingMoves } from '../writings/writing-moves.service.ts';
import { demandNoFaults, demandOpen, Writings, type Move, type WritingKind } from '../writings/writings.service.ts';
import { EventChecks } from './event-checks.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventNotices } from './event-notices.service.ts';
import { EventPlacesService } from './event-places.service.ts';
import { EventViews } from './event-views.service.ts';
import { Events, EventVersions, type EventRow } from './public-events.tables.ts';
import { SignUpsService } from './sign-ups.service.ts';

/** What an event has besides its words, before it is public. */
export const UNPUBLISHED = {
  kind: null,
  subject: null,
  firstDay: null,
  lastDay: null,
  startsAt: null,
  endsAt: null,
  draw: null,
  papersSentOn: null,
  participantsPublishedAt: null,
  requests: [],
};

/** Notices from draft to the public, changed and cancelled, by the people of the units that hold events. */
@Injectable()
export class EventsService implements OnModuleInit {
  private readonly kind: WritingKind<EventRow, PublicEventDraft> = {
    table: Events,
    noun: '这个活动',
    subjectKind: 'public-event',
    auditNoun: 'Event',
    view: (db, actor, row) => this.views.event(db, actor, row),
  };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly files: FilesService,
    private readonly writings: Writings,
    private readonly moves: WritingMoves,
    private readonly checks: EventChecks,
    private readonly contents: EventContents,
    private readonly places: EventPlacesService,
    private readonly signUps: SignUpsService,
    private readonly notices: EventNotices,
    private readonly views: EventViews,
  ) {}

  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(Events, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
    this.files.onReadRule('public-event', async (db, actor, id) => {
      const row = await db.findOne(Events, { select: { id: true, unitId: true }, where: { id } });
      return row !== null && reaches(actor, row.unitId);
    });
    this.files.onPublicRule('public-event', async (db, id, fileId) => {
      const row = await db.findOneBy(Events, { id });
      if (!row || row.publishedVersion === null) return false;
      const { attachments } = await this.contents.published(db, row);
      return attachments.some((one) => one.fileId === fileId);
    });
  }

  /** Whatever was done to last comes first. */
  list(
    actor: Actor,
    { part, words }: { part: EventPart; words?: string | undefined },
    { limit, cursor }: PageQuery,
  ): Promise<Page<PublicEventDraftSummary>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(Events, 'event')
        .where(PARTS[part], { now: this.clock.now() })
        .orderBy('event.savedAt', 'DESC')
        .addOrderBy('event.id', 'DESC')
        .limit(limit + 1);
      const scope = scopeOf(actor);
      if (scope) query.andWhere('event.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      // The notice lies in the row as JSON, in which a quotation mark is written as two signs.
      if (words) query.andWhere(contains('event.content', 'words'), { words: anywhere(asJson(words)) });
      const before = readTimeCursor(cursor);
      if (before) query.andWhere('(event.savedAt < :at OR (event.savedAt = :at AND event.id < :id))', before);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: await this.views.summaries(db, shown),
        next: last ? timeCursor({ at: last.savedAt, id: last.id }) : null,
      };
    });
  }

  get(actor: Actor, eventId: string): Promise<PublicEventDraft> {
    return this.database.read(async (db) => this.views.event(db, actor, await this.known(db, actor, eventId)));
  }

  /** 404 outside the actor's units. */
  async known(db: EntityManager, actor: Actor, eventId: string): Promise<EventRow> {
    const row = await db.findOneBy(Events, { id: eventId });
    if (!row || !reaches(actor, row.unitId)) throw notFound(this.kind.noun);
    return row;
  }

  add(actor: Actor, { planItemId, ...sent }: NewPublicEvent) {
    const more = { planItemId, ...UNPUBLISHED };
    return this.writings.add<EventRow, PublicEventDraft>(actor, this.kind, sent, more, async (db) => {
      demandOpen(await this.units.get(sent.unitId));
      await this.checks.demandPlanItem(db, sent.unitId, planItemId);
      await this.checks.demandWords(db, actor, sent.id, sent.content);
    });
  }

  change(actor: Actor, eventId: string, change: EventChange) {
    const check = (db: EntityManager) => this.checks.demandWords(db, actor, eventId, change.content);
    return this.move(actor, eventId, this.moves.changed<EventRow>(actor, change, {}, check));
  }

  propose(actor: Actor, eventId: string, onRevision: number) {
    const move = this.moves.proposed<EventRow>(actor, onRevision, (db, row) => this.faultsOf(db, row));
    return this.move(actor, eventId, move);
  }

  review(actor: Actor, eventId: string, onRevision: number, review: PublicLineReview) {
    const move =
      review.outcome === 'declined'
        ? this.moves.declined<EventRow>(actor, onRevision, review.reason)
        : this.moves.published<EventRow>(actor, onRevision, async (db, row, publishedAt) => {
            // Whoever is just signing up is counted, or sees what is let out now.
            await this.places.lockAll(db, row.id);
            // Time has gone by since it was proposed, and people may have signed up.
            demandNoFaults(await this.faultsOf(db, row));
            const before = row.publishedVersion === null ? null : await this.contents.published(db, row);
            const version = this.moves.versionOf(actor, row, review, {
              changed: before ? changesInWords(before, row.content) : [],
              initials: initialsOf(row.content.title),
              personalDataScan: eventDataScan(row.content),
              publishedAt,
            });
            await db.insert(EventVersions, version);
            await this.letOut(db, row, before);
            return factsOf(row.content);
          });
    const told = async (db: EntityManager, row: EventRow) => {
      const changes = await move.change(db, row);
      await this.notices.reviewed(db, row, actor.personId, review.outcome);
      return changes;
    };
    return this.move(actor, eventId, { ...move, change: told });
  }

  /** The page stays, with the reason; everybody who signed up is told. */
  cancel(actor: Actor, eventId: string, reason: string) {
    return this.move(actor, eventId, {
      action: 'cancel',
      onRevision: null,
      ask: (row) => canCancelEvent(row, actor, this.clock.now()),
      isDone: ({ state, withdrawnReason, savedBy }) =>
        state === 'withdrawn' && withdrawnReason === reason && savedBy === actor.personId,
      change: async (db, row) => {
        const issues = personalDataIssue(['reason'], reason);
        if (issues.length) throw invalidInput(issues);
        // Whoever is just signing up is either told or refused.
        await this.places.lockAll(db, eventId);
        if (row.publishedVersion !== null) {
          const content = await this.contents.published(db, row);
          await this.notices.tellAll(
            db,
            { id: eventId, content },
            `cancelled:${row.revision + 1}`,
            `活动取消了：${reason}`,
          );
        }
        return { state: 'withdrawn', withdrawnReason: reason, withdrawnAt: this.clock.now() };
      },
    });
  }

  /** Drafts of the same on other days; those that are there already are answered as they are. */
  async repeat(actor: Actor, eventId: string, repeats: readonly { id: string; day: string }[]) {
    const source = await this.database.read((db) => this.known(db, actor, eventId));
    const items: PublicEventDraftSummary[] = [];
    let isNew = false;
    for (const { id, day } of repeats) {
      const added = await this.database.work(async (db) => {
        const attachments = await this.copied(db, actor, source.content, id);
        const content = { ...movedTo(source.content, day), attachments };
        return this.add(actor, { id, unitId: source.unitId, content, planItemId: null });
      });
      isNew ||= !(added instanceof Repeated);
      const view = added instanceof Repeated ? added.reply : added;
      const { firstDay, lastDay } = extentOf(view.content);
      items.push({ ...view, title: view.content.title, kind: view.content.kind, firstDay, lastDay });
    }
    return isNew ? { items } : new Repeated({ items });
  }

  /** A file belongs to one record: each repeat has its own, under ids that come out the same when it is sent again. */
  private async copied(db: EntityManager, actor: Actor, { attachments }: EventContent, eventId: string) {
    const copies: EventContent['attachments'] = [];
    for (const attachment of attachments) {
      const fileId = idWithin(attachment.fileId, eventId);
      if (await this.files.copy(db, actor, attachment.fileId, fileId)) copies.push({ ...attachment, fileId });
    }
    return copies;
  }

  private move(actor: Actor, eventId: string, move: Move<EventRow>) {
    return this.writings.move(actor, this.kind, eventId, move);
  }

  /** Places as the notice has them; whoever signed up before is told what has changed. */
  private async letOut(db: EntityManager, row: EventRow, before: EventContent | null): Promise<void> {
    const promoted = await this.places.follow(db, row.id, row.content, before, this.clock.now());
    if (!before) return;
    const event = { id: row.id, content: row.content };
    const changes = changesInWords(before, row.content);
    const occasion = `changed:${row.revision + 1}`;
    const isBack = row.withdrawnAt !== null;
    const words = [
      ...(isBack ? ['活动恢复举行'] : []),
      ...(changes.length ? [`活动有变动：${changes.join('、')}`] : []),
    ];
    if (words.length) await this.notices.tellAll(db, event, occasion, `${words.join('；')}。请打开看看；来不了请退出`);
    await this.signUps.tellPromoted(db, row.id, promoted);
    if (isBack || changes.includes('时间')) await this.notices.planAll(db, event);
  }

  private async faultsOf(db: EntityManager, row: EventRow): Promise<FieldIssue[]> {
    const before = row.publishedVersion === null ? null : await this.contents.published(db, row);
    const faults = eventFaults(row.content, this.clock.now(), before);
    return [...faults, ...eventDataFaults(row.content), ...(await this.checks.peopleFaults(db, row))];
  }
}

/** What lists look for. */
export function factsOf(content: EventContent) {
  const { firstDay, lastDay, from, to } = extentOf(content);
  return { kind: content.kind, subject: content.subject, firstDay, lastDay, startsAt: from, endsAt: to };
}

const asJson = (words: string): string => JSON.stringify(words).slice(1, -1);

/** Somebody of an event whom no message reaches. */
export const TO_RING =
  'EXISTS (SELECT 1 FROM event_sign_up s WHERE s.eventId = event.id AND s.toBeRungAbout IS NOT NULL)';

const PARTS: Record<EventPart, string> = {
  all: '1 = 1',
  'to-review': "event.state = 'proposed'",
  draft: "event.state = 'draft'",
  coming: 'event.endsAt > :now AND event.withdrawnAt IS NULL',
  // Whoever is still to hear of a change, be it that the event is off; once it is over nobody rings.
  'to-ring': `event.endsAt > :now AND ${TO_RING}`,
  held: 'event.endsAt <= :now AND event.withdrawnAt IS NULL',
  cancelled: 'event.withdrawnAt IS NOT NULL',
  'to-record':
    'event.endsAt <= :now AND event.withdrawnAt IS NULL AND NOT EXISTS (SELECT 1 FROM event_record r WHERE r.id = event.id AND r.publishedVersion IS NOT NULL)',
};
