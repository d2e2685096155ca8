import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { extentOf } from '@county/shared/public-events/event-rules';
import type { EventPlaces, PublicEventDraft, PublicEventDraftSummary } from '@county/shared/public-events/public-event';
import { FilesService } from '../files/files.service.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventRecords } from './event-outcomes.tables.ts';
import { EventPools, SignUps, type EventPool, type EventRow } from './public-events.tables.ts';

/** Events as those who keep them see them. */
@Injectable()
export class EventViews {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly files: FilesService,
    private readonly contents: EventContents,
  ) {}

  async event(db: EntityManager, actor: Actor, row: EventRow): Promise<PublicEventDraft> {
    const [facts] = await this.withFacts(db, [row]);
    const files = (await this.files.attached(actor, 'public-event', [row.id])).get(row.id) ?? [];
    const urls = files.flatMap(({ id, url }): [string, string][] => (url ? [[id, url]] : []));
    const publicContent = row.publishedVersion === null ? null : await this.contents.published(db, row);
    return { ...facts!, content: row.content, publicContent, attachmentUrls: Object.fromEntries(urls) };
  }

  async summaries(db: EntityManager, rows: readonly EventRow[]): Promise<PublicEventDraftSummary[]> {
    const facts = await this.withFacts(db, rows);
    return facts.map((one, at) => {
      const { content } = rows[at]!;
      const { firstDay, lastDay } = extentOf(content);
      return { ...one, title: content.title, kind: content.kind, firstDay, lastDay };
    });
  }

  private async withFacts(db: EntityManager, rows: readonly EventRow[]) {
    const ids = rows.map(({ id }) => id);
    const units = await this.units.byId();
    const pools = ids.length ? await db.findBy(EventPools, { eventId: In(ids) }) : [];
    const records = ids.length
      ? await db.find(EventRecords, { select: { id: true, state: true }, where: { id: In(ids) } })
      : [];
    const toRing = await this.toRing(db, ids);
    return rows.map((row) => {
      const { content: _, draw, ...facts } = row;
      return {
        ...facts,
        unitName: units.get(row.unitId)?.name ?? '',
        counts: pools.filter(({ eventId }) => eventId === row.id).map(countsOf),
        drawnAt: draw?.drawnAt ?? null,
        recordState: records.find(({ id }) => id === row.id)?.state ?? null,
        toRing: toRing.get(row.id) ?? 0,
      };
    });
  }

  private async toRing(db: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
    if (!ids.length) return new Map();
    const counted = await db
      .createQueryBuilder(SignUps, 'one')
      .select('one.eventId', 'eventId')
      .addSelect('COUNT(*)', 'count')
      .where({ eventId: In([...ids]), toBeRungAbout: Not(IsNull()) })
      .groupBy('one.eventId')
      .getRawMany<{ eventId: string; count: unknown }>();
    return new Map(counted.map(({ eventId, count }) => [eventId, Number(count)]));
  }
}

export const countsOf = ({ sessionKey, groupKey, seats, taken, waiting, entered }: EventPool): EventPlaces => ({
  sessionKey,
  groupKey,
  seats,
  taken,
  waiting,
  entered,
});
