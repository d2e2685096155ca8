import { randomBytes } from 'node:crypto';
import { HttpException, Inject, Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { codeFrom } from '@county/shared/people/receipt-code';
import type { EventContent } from '@county/shared/public-events/event-content';
import type { NewAttendee, NewSignUp, SignUpVia } from '@county/shared/public-events/sign-up';
import { answerFaults, canSignUp } from '@county/shared/public-events/sign-up-rules';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { FilingLimit } from '../traffic/filing-limit.service.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { insertRow, insertRows } from '../database/insert-row.ts';
import { findRows } from '../database/plain-rows.ts';
import { currentRequest } from '../http/request-context.ts';
import { demand, idTaken, invalidField, invalidInput } from '../http/refusal.ts';
import { Measures, type Count } from '../measures/measures.service.ts';
import { PhoneCipher } from '../people/phone-cipher.service.ts';
import { EventContents, noEvent } from './event-contents.service.ts';
import { EventNotices } from './event-notices.service.ts';
import { EventPlacesService } from './event-places.service.ts';
import { Attendees, Events, SignUps, type AttendeeRow, type EventRow, type SignUpRow } from './public-events.tables.ts';

export interface Entered {
  event: EventRow;
  content: EventContent;
  signUp: SignUpRow;
  attendees: AttendeeRow[];
  /** How many waited before these people came; null where they came before. */
  waitedBefore: number | null;
  isNew: boolean;
}

interface How {
  actor: Actor | undefined;
  via: SignUpVia;
  byStaff: boolean;
}

/** What a sign-up came to: with somebody on the waiting list it is `waiting`, in a draw `entered`. */
const COUNTED = { outcome: ['confirmed', 'waiting', 'entered', 'repeated', 'refused'] } as const;

/** Takes people into an event, each with a place, a place on the waiting list or a number in the draw. */
@Injectable()
export class SignUpEntry {
  private readonly count: Count<typeof COUNTED>;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly limit: FilingLimit,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly cipher: PhoneCipher,
    private readonly contents: EventContents,
    private readonly places: EventPlacesService,
    private readonly notices: EventNotices,
    measures: Measures,
  ) {
    this.count = measures.counter('county_event_sign_ups_total', 'Sign-ups for events, by what they came to', COUNTED);
  }

  async enter(sent: NewSignUp, how: How): Promise<Entered> {
    try {
      const entered = await this.take(sent, how);
      this.count({ outcome: outcomeOf(entered) });
      return entered;
    } catch (error) {
      if (error instanceof HttpException) this.count({ outcome: 'refused' });
      throw error;
    }
  }

  private take(sent: NewSignUp, how: How): Promise<Entered> {
    const addedAs = this.cipher.hashes(`event-sign-up ${how.actor?.personId ?? ''} ${how.via} ${JSON.stringify(sent)}`);
    return this.database.work(async (db) => {
      const [earlier] = await findRows(db, SignUps, 'id = ?', [sent.id]);
      if (earlier) return this.again(db, earlier, addedAs);
      // Held first: whoever cancels, draws or changes seats holds it too, and what is read after it is true.
      const pool = await this.places.lock(db, sent);
      const [event] = await findRows(db, Events, 'id = ?', [sent.eventId]);
      if (!event || event.publishedVersion === null) throw noEvent();
      const content = await this.contents.published(db, event);
      const session = content.sessions.find(({ key }) => key === sent.sessionKey);
      const group = content.groups.find(({ key }) => key === sent.groupKey);
      if (!session) throw invalidField('sessionKey', '这一场已经没有了，请刷新后重新选择');
      if (!group || !pool) throw invalidField('groupKey', '这类参加对象已经没有了，请刷新后重新选择');
      const standing = { isCancelled: event.withdrawnAt !== null, isDrawn: event.draw !== null };
      demand(canSignUp(content, session, standing, { now: this.clock.now(), byStaff: how.byStaff }));
      this.demandWhole(content, sent);
      const signUp = this.newSignUp(sent, how, addedAs[0]!);
      if (!how.byStaff) await this.demandFew(db, content, signUp, sent.people.length);
      if (!how.actor) await this.countOfAddress(db, event.id, content);
      const isDraw = Boolean(content.signUp?.draw);
      const { firstNumber, confirmed } = await this.places.take(db, pool, sent.people.length, isDraw);
      const attendees = sent.people.map((person, at): AttendeeRow => {
        const state = isDraw ? 'entered' : at < confirmed ? 'confirmed' : 'waiting';
        return { ...this.newAttendee(signUp, person), number: firstNumber + at, place: firstNumber + at, state };
      });
      await insertRow(db, SignUps, signUp);
      if (attendees.length === 1) await insertRow(db, Attendees, attendees[0]!);
      else await insertRows(db, Attendees, attendees);
      await this.notices.plan(db, { id: event.id, content }, signUp);
      await this.audit.record(db, how.actor ?? null, {
        action: how.byStaff ? 'addStaffSignUp' : 'signUpForEvent',
        subjectKind: 'event-sign-up',
        subjectId: signUp.id,
      });
      return { event, content, signUp, attendees, waitedBefore: pool.waiting, isNew: true };
    });
  }

  private async again(db: EntityManager, signUp: SignUpRow, addedAs: readonly string[]): Promise<Entered> {
    if (!addedAs.includes(signUp.addedAs ?? '')) throw idTaken();
    const event = await db.findOneByOrFail(Events, { id: signUp.eventId });
    const attendees = await db.find(Attendees, { where: { signUpId: signUp.id }, order: { number: 'ASC' } });
    return {
      event,
      content: await this.contents.published(db, event),
      signUp,
      attendees,
      waitedBefore: null,
      isNew: false,
    };
  }

  private demandWhole({ signUp, kind }: EventContent, sent: NewSignUp): void {
    const { mostPeople, fields } = signUp!;
    if (sent.people.length > mostPeople)
      throw invalidField('people', `一次最多报 ${mostPeople} 人，请分开报名或打电话告诉主办单位`);
    const faults = answerFaults(fields, sent.people);
    if (faults.length) throw invalidInput(faults);
    if (kind === 'hearing' && !sent.agreesToNames)
      throw invalidField('agreesToNames', '听证会要公布参加人名单，请先同意公布姓名');
  }

  /** By one phone or account not more than in one sign-up; a pool that is held counts those sent at once in a row. */
  private async demandFew(db: EntityManager, { signUp }: EventContent, row: SignUpRow, newcomers: number) {
    const { eventId, sessionKey, phone, personId } = row;
    const hashes = phone ? this.cipher.hashes(`event-phone ${this.cipher.decrypt(phone)}`) : [];
    const own = [
      ...hashes.map((hash) => ['phoneHash', hash] as const),
      ...(personId ? [['personId', personId] as const] : []),
    ];
    if (!own.length) throw invalidField('phone', '请填写手机号，有变动时好通知您');
    const isOwn = own.map(([name]) => `(eventId = ? AND ${name} = ?)`).join(' OR ');
    const values = own.flatMap(([, value]) => [eventId, value]);
    const earlier = await findRows(db, SignUps, isOwn, values);
    if (!earlier.length) return;
    const there = await db.countBy(Attendees, {
      signUpId: In(earlier.map(({ id }) => id)),
      sessionKey,
      state: Not('withdrawn'),
    });
    const { mostPeople } = signUp!;
    if (there + newcomers <= mostPeople) return;
    const reason = `这个手机号（微信）已经给这一场报了 ${there} 人，最多 ${mostPeople} 人；要换人请先退出，要多来人请打电话`;
    demand(refused('wrong-state', reason));
  }

  /** Behind one address a whole hall may sit; whoever is signed in by WeChat is somebody. */
  private async countOfAddress(db: EntityManager, eventId: string, { contact }: EventContent): Promise<void> {
    const most = this.settings.EVENT_SIGN_UPS_PER_HOUR;
    if (!most) return;
    const wayOut = `等不及的请打 ${contact.phone}，由主办单位登记`;
    await this.limit.count(db, currentRequest()?.address ?? '', `event ${eventId}`, { most, wayOut });
  }

  private newSignUp(sent: NewSignUp, { actor, via, byStaff }: How, addedAs: string): SignUpRow {
    const { id, eventId, sessionKey, groupKey, phone, contactName, agreesToNames, people } = sent;
    return {
      id,
      eventId,
      sessionKey,
      groupKey,
      via,
      code: codeFrom(randomBytes(6)),
      addedAs,
      personId: actor?.role === 'resident' ? actor.personId : null,
      contactName: this.cipher.encrypt(contactName ?? people[0]!.name),
      phone: phone && this.cipher.encrypt(phone),
      phoneHash: phone && this.cipher.hash(`event-phone ${phone}`),
      agreesToNames,
      madeBy: byStaff ? actor!.personId : null,
      feedback: null,
      toBeRungAbout: null,
      steps: [],
      requests: [],
      isErased: false,
      madeAt: this.clock.now(),
    };
  }

  private newAttendee({ id, eventId, sessionKey, groupKey }: SignUpRow, person: NewAttendee) {
    const hasAnswers = Object.keys(person.answers).length > 0;
    return {
      id: person.id,
      signUpId: id,
      eventId,
      sessionKey,
      groupKey,
      name: this.cipher.encrypt(person.name),
      answers: hasAnswers ? this.cipher.encrypt(JSON.stringify(person.answers)) : null,
      speakingPlace: null,
      arrivedAt: null,
      lastNotedAt: null,
      takenBackAt: null,
    };
  }
}

function outcomeOf({ isNew, attendees }: Entered): (typeof COUNTED.outcome)[number] {
  if (!isNew) return 'repeated';
  const states = attendees.map(({ state }) => state);
  return states.includes('entered') ? 'entered' : states.includes('waiting') ? 'waiting' : 'confirmed';
}
