import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Actor } from '@county/shared/people/actor';
import { DRAW_METHOD, drawOrder } from '@county/shared/public-events/draw';
import { canChangeSeats, canServeEvent, stretchOf } from '@county/shared/public-events/event-rules';
import { waitingInWords } from '@county/shared/public-events/event-words';
import type { PublicEventDraft, SeatsChange } from '@county/shared/public-events/public-event';
import type { NewDraw, PublicDraw } from '@county/shared/public-events/sign-up';
import { canDraw } from '@county/shared/public-events/sign-up-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { doneRequest, isDoneBefore } from '../http/done-requests.ts';
import { demand, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { EventContents, noEvent } from './event-contents.service.ts';
import { EventNotices } from './event-notices.service.ts';
import { EventPlacesService } from './event-places.service.ts';
import { EventViews } from './event-views.service.ts';
import { EventsService } from './events.service.ts';
import { Attendees, Events, poolName, SignUps, type AttendeeRow, type EventRow } from './public-events.tables.ts';
import { SignUpsService } from './sign-ups.service.ts';

/** Seats made more or fewer, and places drawn by lot. */
@Injectable()
export class EventSeats {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly events: EventsService,
    private readonly contents: EventContents,
    private readonly places: EventPlacesService,
    private readonly signUps: SignUpsService,
    private readonly notices: EventNotices,
    private readonly views: EventViews,
  ) {}

  change(actor: Actor, eventId: string, { id, sessionKey, groupKey, seats }: SeatsChange) {
    return this.database.work(async (db): Promise<PublicEventDraft | Repeated<PublicEventDraft>> => {
      const row = await this.held(db, actor, eventId);
      const asked = [sessionKey, groupKey, seats];
      if (isDoneBefore(row.requests, id, asked)) return new Repeated(await this.views.event(db, actor, row));
      const pool = await this.places.lock(db, { eventId, sessionKey, groupKey });
      if (!pool) throw invalidField('sessionKey', '没有这一场或这类参加对象，请刷新后重新选择');
      const content = await this.contents.published(db, row);
      demand(canChangeSeats(row, content, actor, this.clock.now()));
      const session = content.sessions.find(({ key }) => key === sessionKey);
      const mayPromote = session !== undefined && stretchOf(session).from > this.clock.now();
      const promoted = await this.places.setSeats(db, pool, seats, mayPromote);
      await this.signUps.tellPromoted(db, eventId, promoted);
      const detail = `${pool.seats} -> ${seats}`;
      const changed = await this.noted(db, actor, row, doneRequest(id, asked), 'changeSeats', detail);
      return this.views.event(db, actor, changed);
    });
  }

  /** Once, by the number named in the notice; everybody is told what came of it. */
  draw(actor: Actor, eventId: string, { id, seed }: NewDraw) {
    return this.database.work(async (db): Promise<PublicEventDraft | Repeated<PublicEventDraft>> => {
      const row = await this.held(db, actor, eventId);
      if (row.draw?.id === id && row.draw.seed === seed) return new Repeated(await this.views.event(db, actor, row));
      demand(canServeEvent(row.unitId, actor));
      const pools = await this.places.lockAll(db, eventId);
      const content = await this.contents.published(db, row);
      demand(canDraw(content, { isCancelled: row.withdrawnAt !== null, isDrawn: row.draw !== null }, this.clock.now()));
      for (const pool of pools) {
        const { sessionKey, groupKey } = pool;
        // Who stepped back before stands in no draw, and keeps no place in its order.
        await db.update(Attendees, { eventId, sessionKey, groupKey, state: 'withdrawn' }, { place: 0 });
        const entered = await db.findBy(Attendees, { eventId, sessionKey, groupKey, state: 'entered' });
        const drawn = await this.places.draw(db, pool, ordered(seed, entered));
        await this.tellDrawn(db, { id: eventId, content }, drawn);
      }
      const seats = Object.fromEntries(pools.map((pool) => [poolName(pool), pool.seats]));
      const { seedSource } = content.signUp!.draw!;
      const draw = { id, seed, seedSource, drawnAt: this.clock.now(), seats };
      await db.update(Events, { id: eventId }, { draw });
      const changed = await this.noted(db, actor, { ...row, draw }, id, 'drawPlaces', seed);
      return this.views.event(db, actor, changed);
    });
  }

  /** As anybody can make it again: of everybody who stood in it, those included who stepped back since. */
  publicDraw(eventId: string): Promise<PublicDraw> {
    return this.database.read(async (db) => {
      const row = await db.findOneBy(Events, { id: eventId });
      if (!row || row.publishedVersion === null) throw noEvent();
      const content = await this.contents.published(db, row);
      const terms = content.signUp?.draw;
      if (!row.draw || !terms)
        throw notFound('抽签结果', terms ? `通知里定的抽签日期是 ${terms.drawnOn}` : '这个活动按先后报名，不抽签');
      const { seed, seedSource, drawnAt } = row.draw;
      const rows = await db.find(Attendees, { where: { eventId }, order: { sessionKey: 'ASC', groupKey: 'ASC' } });
      const pools = await this.places.of(db, eventId);
      return {
        seed,
        seedSource: seedSource ?? terms.seedSource,
        drawnAt,
        method: DRAW_METHOD,
        pools: pools.map((pool) => {
          const { sessionKey, groupKey } = pool;
          const own = rows.filter((one) => one.sessionKey === sessionKey && one.groupKey === groupKey);
          const seats = row.draw!.seats[poolName(pool)] ?? 0;
          const numbers = own.filter(({ place }) => place > 0).map(({ number }) => number);
          const lots = drawOrder(seed, numbers).map((one, at) => ({ ...one, hasPlace: at < seats }));
          return { sessionKey, groupKey, seats, lots };
        }),
      };
    });
  }

  private async tellDrawn(
    db: EntityManager,
    event: Parameters<EventNotices['tell']>[1],
    drawn: readonly AttendeeRow[],
  ): Promise<void> {
    const bySignUp = new Map<string, AttendeeRow[]>();
    for (const one of drawn) bySignUp.set(one.signUpId, [...(bySignUp.get(one.signUpId) ?? []), one]);
    const confirmed = drawn.filter(({ state }) => state === 'confirmed').length;
    for (const [signUpId, own] of bySignUp) {
      const signUp = await db.findOneByOrFail(SignUps, { id: signUpId });
      const words = own
        .map(({ number, state, place }) =>
          state === 'confirmed' ? `${number} 号抽中了` : `${number} 号没有抽中，${waitingInWords(place - confirmed)}`,
        )
        .join('；');
      await this.notices.tell(db, event, [signUp], 'drawn', `抽签结果：${words}`);
    }
  }

  private async held(db: EntityManager, actor: Actor, eventId: string): Promise<EventRow> {
    await this.events.known(db, actor, eventId);
    const row = (await this.database.findForChange(db, Events, { id: eventId }))!;
    if (row.publishedVersion === null) throw notFound('已公开的活动', '通知还没有公开，名额请在通知里改');
    return row;
  }

  private async noted(
    db: EntityManager,
    actor: Actor,
    row: EventRow,
    done: string,
    action: AuditAction,
    detail: string,
  ) {
    const requests = [...row.requests, done];
    await db.update(Events, { id: row.id }, { requests });
    await this.audit.record(db, actor, { action, subjectKind: 'public-event', subjectId: row.id, detail });
    return { ...row, requests };
  }
}

function ordered(seed: string, entered: readonly AttendeeRow[]): AttendeeRow[] {
  const byNumber = new Map(entered.map((row) => [row.number, row]));
  return drawOrder(seed, [...byNumber.keys()]).map(({ number }) => byNumber.get(number)!);
}
