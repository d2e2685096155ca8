import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { addMonths, startOfDay, type Day } from '@county/shared/calendar/day';
import { calendarText } from '@county/shared/calendar/calendar-text';
import type { Page, PageQuery } from '@county/shared/http/page';
import { calendarEventsOf } from '@county/shared/public-events/event-calendar';
import type { EventContent } from '@county/shared/public-events/event-content';
import type { PublicEvent } from '@county/shared/public-events/event-record';
import { eventPages } from '@county/shared/public-events/event-pages';
import { extentOf, inOrderOfTime } from '@county/shared/public-events/event-rules';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { FilesService } from '../files/files.service.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { EventContents, noEvent } from './event-contents.service.ts';
import { EventQuestionsService } from './event-questions.service.ts';
import { EventRecordsService } from './event-records.service.ts';
import { countsOf } from './event-views.service.ts';
import { Hearings } from './hearings.service.ts';
import { EventRecords } from './event-outcomes.tables.ts';
import { EventPools, Events, EventVersions, type EventPool, type EventRow } from './public-events.tables.ts';

export interface EventFilters {
  unitId?: string | undefined;
  kind?: PublicEventSummary['kind'] | undefined;
  subject?: PublicEventSummary['subject'] | undefined;
}

type Listed = Omit<EventRow, 'content'>;

/** A month of a county holds some hundred at most; a feed looks this far back and forth. */
const MOST_IN_MONTH = 500;
const MOST_IN_FEED = 1000;
const FEED_MONTHS_BACK = 3;

/** Events as everybody reads and finds them; cancelled ones stay, with the reason. */
@Injectable()
export class PublicEventsService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly files: FilesService,
    private readonly contents: EventContents,
    private readonly records: EventRecordsService,
    private readonly questions: EventQuestionsService,
    private readonly hearings: Hearings,
  ) {}

  /** Those to come, the next first; or those gone by, the latest first. */
  list(
    { part, from, ...filters }: EventFilters & { part: 'coming' | 'over'; from?: Day | undefined },
    { limit, cursor }: PageQuery,
  ): Promise<Page<PublicEventSummary>> {
    return this.database.read(async (db) => {
      const isComing = part === 'coming';
      const since = from ? startOfDay(from) : this.clock.now();
      const query = await this.published(db, filters);
      query
        .andWhere(isComing ? 'event.endsAt > :since' : 'event.endsAt <= :since', { since })
        .orderBy('event.startsAt', isComing ? 'ASC' : 'DESC')
        .addOrderBy('event.id', isComing ? 'ASC' : 'DESC')
        .limit(limit + 1);
      const after = readTimeCursor(cursor);
      const sign = isComing ? '>' : '<';
      if (after)
        query.andWhere(`(event.startsAt ${sign} :at OR (event.startsAt = :at AND event.id ${sign} :id))`, after);
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1)! : undefined;
      return {
        items: await this.summaries(db, shown),
        next: last ? timeCursor({ at: last.startsAt!, id: last.id }) : null,
      };
    });
  }

  month(month: string, filters: EventFilters): Promise<{ month: string; items: PublicEventSummary[] }> {
    return this.database.read(async (db) => {
      const first = `${month}-01`;
      const query = await this.published(db, filters);
      query
        .andWhere('event.firstDay < :next AND event.lastDay >= :first', { first, next: addMonths(first, 1) })
        .orderBy('event.startsAt')
        .addOrderBy('event.id')
        .limit(MOST_IN_MONTH);
      return { month, items: await this.summaries(db, await query.getMany()) };
    });
  }

  get(eventId: string): Promise<PublicEvent> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(Events, { id: eventId });
      if (!row) throw noEvent();
      const content = await this.contents.published(db, row);
      const [summary] = await this.summaries(db, [row]);
      const version = await db.findOneByOrFail(EventVersions, { writingId: eventId, version: row.publishedVersion! });
      const record = await this.records.published(db, eventId);
      const pools = await db.findBy(EventPools, { eventId });
      const isThere = (pool: EventPool) =>
        content.sessions.some(({ key }) => key === pool.sessionKey) &&
        content.groups.some(({ key }) => key === pool.groupKey);
      return {
        ...summary!,
        content,
        place: await this.contents.place(content),
        counts: pools.filter(isThere).map(countsOf),
        attachmentUrls: await this.addresses(content.attachments.map(({ fileId }) => fileId)),
        version: version.version,
        publishedAt: version.publishedAt,
        changed: version.changed,
        cancelledReason: row.withdrawnReason,
        cancelledAt: row.withdrawnAt,
        isDrawn: row.draw !== null,
        papersSentOn: row.papersSentOn,
        participants: await this.hearings.participants(db, row),
        record: record && {
          ...record.content,
          publishedAt: record.publishedAt,
          photoUrls: Object.values(await this.addresses(record.content.photoIds)),
        },
        ...(await this.questions.public(db, eventId)),
      };
    });
  }

  /** One event for a phone's own calendar. */
  async calendarEntry(eventId: string): Promise<Buffer> {
    const event = await this.get(eventId);
    const head = { name: null, product: 'public-events', now: this.clock.now() };
    return Buffer.from(calendarText(head, calendarEventsOf(event, this.whereOf(eventId))));
  }

  /** A calendar to subscribe to; what is cancelled stays in it for a while, so that it is struck out on phones too. */
  async feed(filters: EventFilters): Promise<Buffer> {
    const since = startOfDay(addMonths(this.clock.today(), -FEED_MONTHS_BACK));
    const events = await this.database.read(async (db) => {
      const query = await this.published(db, filters);
      query.andWhere('event.endsAt > :since', { since }).orderBy('event.startsAt').addOrderBy('event.id');
      const rows = await query.limit(MOST_IN_FEED).getMany();
      const contents = await this.contentsOf(db, rows);
      const places = await this.contents.placesOf(contents.map(({ place }) => place));
      const units = await this.units.byId();
      return rows.map((row, at) => ({
        id: row.id,
        title: contents[at]!.title,
        kind: contents[at]!.kind,
        unitName: units.get(row.unitId)?.name ?? '',
        sessions: inOrderOfTime(contents[at]!.sessions),
        content: contents[at]!,
        place: places[at]!,
        version: row.publishedVersion!,
        isCancelled: row.withdrawnAt !== null,
        cancelledReason: row.withdrawnReason,
      }));
    });
    const unit = filters.unitId ? (await this.units.find(filters.unitId))?.name : undefined;
    const head = { name: `${unit ?? this.settings.COUNTY_NAME}活动`, product: 'public-events', now: this.clock.now() };
    return Buffer.from(
      calendarText(
        head,
        events.flatMap((event) => calendarEventsOf(event, this.whereOf(event.id))),
      ),
    );
  }

  private whereOf(eventId: string) {
    const origin = this.settings.PUBLIC_ORIGIN;
    const page = eventPages.event(eventId);
    const host = new URL(origin ?? 'http://localhost').hostname;
    return { host, page: origin && page ? `${origin}${page}` : null };
  }

  /** By a unit those under it are meant too. */
  private async published(
    db: EntityManager,
    { unitId, kind, subject }: EventFilters,
  ): Promise<SelectQueryBuilder<EventRow>> {
    const query = db.createQueryBuilder(Events, 'event').where('event.publishedVersion IS NOT NULL');
    if (unitId) query.andWhere('event.unitId IN (:...unitIds)', { unitIds: await this.units.underUnit(unitId) });
    if (kind) query.andWhere('event.kind = :kind', { kind });
    if (subject) query.andWhere('event.subject = :subject', { subject });
    return query;
  }

  private async summaries(db: EntityManager, rows: readonly Listed[]): Promise<PublicEventSummary[]> {
    const ids = rows.map(({ id }) => id);
    const contents = await this.contentsOf(db, rows);
    const places = await this.contents.placesOf(contents.map(({ place }) => place));
    const pools = ids.length ? await db.findBy(EventPools, { eventId: In(ids) }) : [];
    const records = ids.length
      ? await db.find(EventRecords, { select: { id: true, publishedVersion: true }, where: { id: In(ids) } })
      : [];
    const recorded = new Set(records.flatMap(({ id, publishedVersion }) => (publishedVersion === null ? [] : [id])));
    const units = await this.units.byId();
    return rows.map(({ id, unitId, withdrawnAt }, at) => {
      const content = contents[at]!;
      const { title, kind, subject, signUp } = content;
      const { firstDay, lastDay } = extentOf(content);
      return {
        id,
        title,
        kind,
        subject,
        unitId,
        firstDay,
        lastDay,
        unitName: units.get(unitId)?.name ?? '',
        placeName: places[at]!.name,
        sessions: inOrderOfTime(content.sessions),
        signUp: signUp && { opensAt: signUp.opensAt, closesAt: signUp.closesAt },
        isDraw: Boolean(signUp?.draw),
        seatsLeft: seatsLeft(
          content,
          pools.filter(({ eventId }) => eventId === id),
        ),
        isCancelled: withdrawnAt !== null,
        hasRecord: recorded.has(id),
      };
    });
  }

  private async contentsOf(db: EntityManager, rows: readonly Listed[]): Promise<EventContent[]> {
    const contents: EventContent[] = [];
    for (const row of rows) contents.push(await this.contents.published(db, row));
    return contents;
  }

  private async addresses(fileIds: readonly string[]): Promise<Record<string, string>> {
    return Object.fromEntries(await this.files.publicAddresses(fileIds));
  }
}

/** Null where nobody signs up; where somebody waits nothing is left, whatever the sum says. */
function seatsLeft({ signUp, sessions, groups }: EventContent, pools: readonly EventPool[]): number | null {
  if (!signUp) return null;
  const isThere = ({ sessionKey, groupKey }: EventPool) =>
    sessions.some(({ key }) => key === sessionKey) && groups.some(({ key }) => key === groupKey);
  const left = ({ seats, taken, waiting }: EventPool) => (waiting > 0 ? 0 : Math.max(0, seats - taken));
  return pools.filter(isThere).reduce((sum, pool) => sum + left(pool), 0);
}
