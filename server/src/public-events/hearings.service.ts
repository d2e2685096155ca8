import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import { dateInWords } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { canDeliverPapers, canServeEvent, stands } from '@county/shared/public-events/event-rules';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { PaperDelivery, ParticipantList } from '@county/shared/public-events/sign-up';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { doneRequest, isDoneBefore } from '../http/done-requests.ts';
import { demand, invalidField } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { EventContents } from './event-contents.service.ts';
import { EventNotices } from './event-notices.service.ts';
import { EventViews } from './event-views.service.ts';
import { EventsService } from './events.service.ts';
import { Attendees, Events, SignUps, type EventRow } from './public-events.tables.ts';
import { SignUpViews } from './sign-up-views.service.ts';

/** What a hearing owes its participants: the papers in time, and a list of who speaks when. */
@Injectable()
export class Hearings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly events: EventsService,
    private readonly contents: EventContents,
    private readonly notices: EventNotices,
    private readonly views: EventViews,
    private readonly signUpViews: SignUpViews,
  ) {}

  deliverPapers(actor: Actor, eventId: string, sent: PaperDelivery) {
    const { sentOn } = sent;
    return this.once(actor, eventId, sent, 'deliverPapers', async (db, row) => {
      const content = await this.contents.published(db, row);
      demand(canDeliverPapers(content, sentOn, this.clock.today()));
      const words = `听证材料已于 ${dateInWords(sentOn)} 送达，也可以在活动页查看附件`;
      await this.notices.tellAll(db, { id: eventId, content }, `papers:${sentOn}`, words);
      return { papersSentOn: sentOn };
    });
  }

  /** Those who have a place and agreed that their names are told, in their order of speaking. */
  publishParticipants(actor: Actor, eventId: string, sent: ParticipantList) {
    const { attendeeIds } = sent;
    return this.once(actor, eventId, sent, 'publishParticipants', async (db, row) => {
      const content = await this.contents.published(db, row);
      if (content.kind !== 'hearing') demand(refused('wrong-state', '只有听证会公布参加人名单'));
      const rows = await db.findBy(Attendees, { id: In(attendeeIds), eventId, state: 'confirmed' });
      if (rows.length < attendeeIds.length)
        throw invalidField('attendeeIds', '名单里有人没有报上或已经退出，请刷新后重新排');
      const signUps = await db.findBy(SignUps, { id: In(rows.map(({ signUpId }) => signUpId)) });
      if (signUps.some(({ agreesToNames }) => !agreesToNames))
        throw invalidField('attendeeIds', '名单里有人没有同意公布姓名，请先联系本人');
      await db.update(Attendees, { eventId }, { speakingPlace: null });
      for (const [at, attendeeId] of attendeeIds.entries())
        await db.update(Attendees, { id: attendeeId }, { speakingPlace: at + 1 });
      return { participantsPublishedAt: this.clock.now() };
    });
  }

  /** The published list. */
  async participants(
    db: EntityManager,
    row: EventRow,
  ): Promise<{ name: string; groupName: string; speakingPlace: number }[]> {
    if (row.participantsPublishedAt === null) return [];
    const { groups } = await this.contents.published(db, row);
    const rows = await db.find(Attendees, {
      where: { eventId: row.id, state: 'confirmed' },
      order: { speakingPlace: 'ASC' },
    });
    return rows.flatMap(({ name, groupKey, speakingPlace }) => {
      const opened = this.signUpViews.opened(name);
      if (!opened || speakingPlace === null) return [];
      return [{ name: opened, groupName: groups.find(({ key }) => key === groupKey)?.name ?? '', speakingPlace }];
    });
  }

  private once(
    actor: Actor,
    eventId: string,
    { id, ...asked }: { id: string },
    action: AuditAction,
    change: (db: EntityManager, row: EventRow) => Promise<Partial<EventRow>>,
  ): Promise<PublicEventDraft | Repeated<PublicEventDraft>> {
    return this.database.work(async (db): Promise<PublicEventDraft | Repeated<PublicEventDraft>> => {
      await this.events.known(db, actor, eventId);
      const row = (await this.database.findForChange(db, Events, { id: eventId }))!;
      if (isDoneBefore(row.requests, id, asked)) return new Repeated(await this.views.event(db, actor, row));
      demand(canServeEvent(row.unitId, actor));
      demand(stands(row));
      const changes = { ...(await change(db, row)), requests: [...row.requests, doneRequest(id, asked)] };
      await db.update(Events, { id: eventId }, changes);
      await this.audit.record(db, actor, { action, subjectKind: 'public-event', subjectId: eventId });
      return this.views.event(db, actor, { ...row, ...changes });
    });
  }
}
