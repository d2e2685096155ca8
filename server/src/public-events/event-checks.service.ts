import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { FieldIssue } from '@county/shared/http/problem';
import type { Actor } from '@county/shared/people/actor';
import type { EventContent } from '@county/shared/public-events/event-content';
import { eventDataFaults } from '@county/shared/public-events/event-faults';
import { sessionInWords } from '@county/shared/public-events/event-words';
import { Database } from '../database/database.ts';
import { FilesService } from '../files/files.service.ts';
import { invalidField } from '../http/refusal.ts';
import { MapPositions } from '../service-map/map-positions.service.ts';
import { PublicPoints } from '../service-map/public-points.service.ts';
import { demandNoFaults } from '../writings/writings.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventPlanItems } from './event-outcomes.tables.ts';
import { Attendees, Events, type EventRow } from './public-events.tables.ts';

/** Whether a notice may be kept: what it names is there, lies in the county, and nobody is left without a session. */
@Injectable()
export class EventChecks {
  constructor(
    private readonly database: Database,
    private readonly files: FilesService,
    private readonly points: PublicPoints,
    private readonly positions: MapPositions,
    private readonly contents: EventContents,
  ) {}

  /** Nothing personal in it, a place that is there; its new attachments are the event's from now on. */
  async demandWords(db: EntityManager, actor: Actor, eventId: string, content: EventContent): Promise<void> {
    demandNoFaults([...eventDataFaults(content), ...(await this.placeFaults(db, content))]);
    const claimed = (await this.files.attached(actor, 'public-event', [eventId])).get(eventId) ?? [];
    const known = new Set(claimed.map(({ id }) => id));
    const fresh = content.attachments.map(({ fileId }) => fileId).filter((id) => !known.has(id));
    await this.files.claim(db, actor, 'public-event', eventId, fresh);
  }

  /** The unit's own item, of which no other event is made. */
  async demandPlanItem(db: EntityManager, unitId: string, planItemId: string | null): Promise<void> {
    if (planItemId === null) return;
    const item = await this.database.findForChange(db, EventPlanItems, { id: planItemId });
    if (item?.unitId !== unitId) throw invalidField('planItemId', '年度计划里没有这一项，请重新选择');
    const made = await db.findBy(Events, { planItemId });
    if (made.some(({ withdrawnAt, state }) => withdrawnAt === null && state !== 'withdrawn'))
      throw invalidField('planItemId', '这一项已经起草了活动，请打开那一个接着写，或选别的一项');
  }

  /** A session or a group people signed up for is not taken out under them: it is moved, or the event is cancelled. */
  async peopleFaults(db: EntityManager, row: EventRow): Promise<FieldIssue[]> {
    if (row.publishedVersion === null) return [];
    const before = await this.contents.published(db, row);
    const { sessions, groups } = row.content;
    const gone = [
      ...before.sessions
        .filter(({ key }) => !sessions.some((one) => one.key === key))
        .map((one) => ({ path: ['sessions'], name: sessionInWords(one, one.day), where: { sessionKey: one.key } })),
      ...before.groups
        .filter(({ key }) => !groups.some((one) => one.key === key))
        .map((one) => ({ path: ['groups'], name: one.name, where: { groupKey: one.key } })),
    ];
    const faults: FieldIssue[] = [];
    for (const { path, name, where } of gone) {
      const count = await db.countBy(Attendees, {
        eventId: row.id,
        ...where,
        state: In(['confirmed', 'waiting', 'entered']),
      });
      if (count) faults.push({ path, message: `“${name}”已有 ${count} 人报名，不能删去；可以改时间，或取消活动` });
    }
    const isDraw = (content: EventContent) => Boolean(content.signUp?.draw);
    if (isDraw(before) !== isDraw(row.content) || (before.signUp && !row.content.signUp)) {
      const count = await db.countBy(Attendees, { eventId: row.id, state: Not('withdrawn') });
      if (count)
        faults.push({ path: ['signUp'], message: `已有 ${count} 人报名，报名方式（先后、抽签、不报名）不能再改` });
    }
    return faults;
  }

  private async placeFaults(db: EntityManager, { place }: EventContent): Promise<FieldIssue[]> {
    const { pointId, position } = place;
    if (pointId && !(await this.points.placesById([pointId])).has(pointId))
      return [{ path: ['place', 'pointId'], message: '这个服务点不在地图上或已撤下，请重新选择' }];
    const issue = position && (await this.positions.issue(db, position));
    return issue ? [{ path: ['place', ...issue.path], message: issue.message }] : [];
  }
}
