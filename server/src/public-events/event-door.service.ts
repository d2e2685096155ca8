import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Actor } from '@county/shared/people/actor';
import {
  afterCheckIn,
  afterTakingBack,
  canCheckInAt,
  canNoteAtDoor,
  isNobody,
  type DoorTimes,
} from '@county/shared/public-events/door-acts';
import { canServeEvent, stands } from '@county/shared/public-events/event-rules';
import type {
  CheckedIn,
  CheckInRemoval,
  DoorEntry,
  NewCheckIn,
  NewEventWalkIn,
} from '@county/shared/public-events/sign-up';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { updateRow } from '../database/plain-rows.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventsService } from './events.service.ts';
import { Attendees, SignUps, type AttendeeRow, type EventRow, type SignUpRow } from './public-events.tables.ts';
import { SignUpViews } from './sign-up-views.service.ts';

const EARLIEST_MS = 3 * 86_400_000;
const LATEST_MS = 5 * 60_000;

/** Who comes, noted at the door; what was noted without signal may come later, twice, and out of order. */
@Injectable()
export class EventDoor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly events: EventsService,
    private readonly contents: EventContents,
    private readonly views: SignUpViews,
  ) {}

  /** The whole list, for the phone to keep; each look is recorded. */
  list(actor: Actor, eventId: string): Promise<{ items: DoorEntry[] }> {
    return this.database.work(async (db) => {
      await this.served(db, actor, eventId);
      await this.record(db, actor, 'readEventDoor', eventId);
      const rows = await db.find(Attendees, {
        where: { eventId },
        order: { sessionKey: 'ASC', number: 'ASC', id: 'ASC' },
      });
      const entries = await this.entries(db, rows);
      return { items: entries.filter((entry) => !isNobody(entry)) };
    });
  }

  checkIn(actor: Actor, eventId: string, { sessionKey, code, attendeeIds, happenedAt }: NewCheckIn) {
    this.demandWhen(happenedAt);
    return this.database.work(async (db): Promise<CheckedIn | Repeated<CheckedIn>> => {
      const event = await this.served(db, actor, eventId);
      demand(stands(event));
      const rows = await this.coming(db, eventId, code, attendeeIds);
      // Named one by one, each must have a place; by the code of several, those who have one come in.
      const here = attendeeIds.length ? rows : rows.filter(({ state }) => state === 'confirmed');
      demand(canCheckInAt(here[0] ?? rows[0]!, sessionKey));
      const session = (await this.contents.published(db, event)).sessions.find(({ key }) => key === sessionKey);
      if (session) demand(canNoteAtDoor(session, this.clock.today()));
      for (const row of here) demand(canCheckInAt(row, sessionKey));
      return this.note(db, actor, 'checkInForEvent', here, (row) => afterCheckIn(row, happenedAt));
    });
  }

  /** Somebody noted by mistake is not here; a walk-in is nobody any more. An older word that comes later changes nothing. */
  takeBack(actor: Actor, eventId: string, { attendeeIds, happenedAt }: CheckInRemoval) {
    this.demandWhen(happenedAt, '超过 3 天的签到不能再撤回，请在纪要里写明');
    return this.database.work(async (db): Promise<CheckedIn | Repeated<CheckedIn>> => {
      await this.served(db, actor, eventId);
      const rows = await this.coming(db, eventId, null, attendeeIds);
      return this.note(db, actor, 'takeBackCheckIn', rows, (row) => afterTakingBack(row, happenedAt));
    });
  }

  /** Above the places, counted apart. */
  walkIn(actor: Actor, eventId: string, { id, sessionKey, groupKey, name, happenedAt }: NewEventWalkIn) {
    this.demandWhen(happenedAt);
    return this.database.work(async (db): Promise<CheckedIn | Repeated<CheckedIn>> => {
      const event = await this.served(db, actor, eventId);
      const earlier = await db.findOneBy(Attendees, { id });
      if (earlier) {
        const isSame =
          earlier.eventId === eventId && earlier.sessionKey === sessionKey && earlier.lastNotedAt === happenedAt;
        if (!isSame) throw idTaken();
        return new Repeated({ entries: await this.entries(db, [earlier]) });
      }
      demand(stands(event));
      const content = await this.contents.published(db, event);
      const session = content.sessions.find(({ key }) => key === sessionKey);
      if (!session) throw invalidField('sessionKey', '没有这一场，请重新选择');
      demand(canNoteAtDoor(session, this.clock.today()));
      if (!content.groups.some(({ key }) => key === groupKey))
        throw invalidField('groupKey', '没有这类参加对象，请重新选择');
      const signUp = this.cameBy({ id, eventId, sessionKey, groupKey, name }, actor);
      const row: AttendeeRow = {
        id,
        signUpId: id,
        eventId,
        sessionKey,
        groupKey,
        number: 0,
        place: 0,
        state: 'confirmed',
        name: name && this.cipher.encrypt(name),
        answers: null,
        speakingPlace: null,
        arrivedAt: happenedAt,
        lastNotedAt: happenedAt,
        takenBackAt: null,
      };
      await db.insert(SignUps, signUp);
      await db.insert(Attendees, row);
      await this.record(db, actor, 'addEventWalkIn', eventId);
      return { entries: [this.views.door(signUp, row)] };
    });
  }

  /** How many came, for the record: `25 人，其中现场来的 3 人`. */
  async attendance(db: EntityManager, eventId: string): Promise<string> {
    const rows = await db.find(Attendees, { where: { eventId } });
    // Those of earlier releases who stepped back after they had been noted are not among them.
    const came = rows.filter(({ arrivedAt, state }) => arrivedAt !== null && state !== 'withdrawn');
    const walkedIn = came.filter(({ number }) => number === 0).length;
    return walkedIn ? `${came.length} 人，其中现场来的 ${walkedIn} 人` : `${came.length} 人`;
  }

  private async note(
    db: EntityManager,
    actor: Actor,
    action: AuditAction,
    rows: readonly AttendeeRow[],
    change: (row: AttendeeRow) => DoorTimes,
  ): Promise<CheckedIn | Repeated<CheckedIn>> {
    let isNew = false;
    const after: AttendeeRow[] = [];
    for (const row of rows) {
      const { arrivedAt, lastNotedAt, takenBackAt } = change(row);
      const isChanged =
        arrivedAt !== row.arrivedAt || lastNotedAt !== row.lastNotedAt || takenBackAt !== row.takenBackAt;
      if (isChanged) await updateRow(db, Attendees, row.id, { arrivedAt, lastNotedAt, takenBackAt });
      isNew ||= arrivedAt !== row.arrivedAt;
      after.push({ ...row, arrivedAt, lastNotedAt, takenBackAt });
    }
    const entries = await this.entries(db, after);
    if (!isNew) return new Repeated({ entries });
    // Whose, not only of which event: whoever asks later who was taken off the list finds them.
    for (const signUpId of new Set(rows.map((row) => row.signUpId)))
      await this.audit.record(db, actor, { action, subjectKind: 'event-sign-up', subjectId: signUpId });
    return { entries };
  }

  private async coming(db: EntityManager, eventId: string, code: string | null, attendeeIds: readonly string[]) {
    const signUp = code === null ? null : await db.findOneBy(SignUps, { code, eventId });
    if (code !== null && !signUp) throw notFound('这个报名号', '请核对号码和活动；人来了可以按现场来的登记');
    const where = {
      eventId,
      ...(signUp ? { signUpId: signUp.id } : {}),
      ...(attendeeIds.length ? { id: In([...attendeeIds]) } : {}),
    };
    const rows = await db.find(Attendees, {
      where,
      order: { number: 'ASC' },
      ...this.database.lock('pessimistic_write'),
    });
    if (attendeeIds.length && rows.length < new Set(attendeeIds).size)
      throw invalidField('attendeeIds', '有一位不在这个活动的名单里，请刷新名单');
    return rows;
  }

  private async entries(db: EntityManager, rows: readonly AttendeeRow[]): Promise<DoorEntry[]> {
    const ids = [...new Set(rows.map(({ signUpId }) => signUpId))];
    const signUps = ids.length ? await db.findBy(SignUps, { id: In(ids) }) : [];
    const byId = new Map(signUps.map((signUp) => [signUp.id, signUp]));
    return rows.map((row) => this.views.door(byId.get(row.signUpId)!, row));
  }

  private async served(db: EntityManager, actor: Actor, eventId: string): Promise<EventRow> {
    const event = await this.events.known(db, actor, eventId);
    demand(canServeEvent(event.unitId, actor));
    return event;
  }

  private cameBy(
    { name, ...what }: Pick<SignUpRow, 'id' | 'eventId' | 'sessionKey' | 'groupKey'> & { name: string | null },
    actor: Actor,
  ): SignUpRow {
    return {
      ...what,
      via: 'walk-in',
      code: null,
      addedAs: null,
      personId: null,
      contactName: name && this.cipher.encrypt(name),
      phone: null,
      phoneHash: null,
      agreesToNames: false,
      madeBy: actor.personId,
      feedback: null,
      toBeRungAbout: null,
      steps: [],
      requests: [],
      isErased: false,
      madeAt: this.clock.now(),
    };
  }

  /** By the door's own clock, which may be a little fast; older than some days is another event. */
  private demandWhen(happenedAt: string, tooLate = '超过 3 天的签到不能再补，请在纪要里写明'): void {
    const ago = Date.parse(this.clock.now()) - Date.parse(happenedAt);
    if (ago < -LATEST_MS) throw invalidField('happenedAt', '发生时间在将来，请检查这台设备的时间');
    if (ago > EARLIEST_MS) throw invalidField('happenedAt', tooLate);
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'public-event', subjectId });
  }
}
