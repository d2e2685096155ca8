import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { stretchOf } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import type {
  EventFeedback,
  NewSignUp,
  SignUpLookUp,
  SignUpView,
  SignUpWithdrawal,
} from '@county/shared/public-events/sign-up';
import { canGiveFeedback, canLeave, canWithdrawSignUp } from '@county/shared/public-events/sign-up-rules';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { readIdCursor } from '../http/page-cursor.ts';
import { doneRequest, isDoneBefore } from '../http/done-requests.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { SignInAttempts } from '../people/sign-in-attempts.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventNotices } from './event-notices.service.ts';
import { EventPlacesService } from './event-places.service.ts';
import { Attendees, Events, SignUps, type AttendeeRow, type SignUpRow } from './public-events.tables.ts';
import { SignUpEntry } from './sign-up-entry.service.ts';
import { SignUpKeys } from './sign-up-keys.service.ts';
import { SignUpViews } from './sign-up-views.service.ts';

interface Leaving {
  id: string;
  attendeeIds: readonly string[];
  words: string;
  byName: string | null;
}

/** Signing up and stepping back, by those who mean to come. */
@Injectable()
export class SignUpsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly attempts: SignInAttempts,
    private readonly keys: SignUpKeys,
    private readonly entry: SignUpEntry,
    private readonly contents: EventContents,
    private readonly places: EventPlacesService,
    private readonly notices: EventNotices,
    private readonly views: SignUpViews,
  ) {}

  async signUp(actor: Actor | undefined, sent: NewSignUp): Promise<SignUpView | Repeated<SignUpView>> {
    const via = actor?.role === 'resident' ? 'wechat' : 'web';
    const entered = await this.entry.enter(sent, { actor, via, byStaff: false });
    const view = await this.database.read((db) => this.views.ownOf(db, entered));
    return entered.isNew ? view : new Repeated(view);
  }

  get(signUpId: string, key: string | undefined, actor: Actor | undefined): Promise<SignUpView> {
    return this.database.read(async (db) => {
      const row = this.keys.demand(await db.findOneBy(SignUps, { id: signUpId }), key, actor);
      return this.views.own(db, row);
    });
  }

  /** By number and phone. */
  async find(asked: SignUpLookUp): Promise<SignUpView> {
    const wayOut = '请打活动联系人的电话，或到场报姓名';
    const row = await this.attempts.lookUp('event-sign-up', asked, wayOut, async () => {
      const signUp = await this.database.read((db) => db.findOneBy(SignUps, { code: asked.code }));
      return signUp && this.views.opened(signUp.phone) === asked.phone ? signUp : null;
    });
    if (!row) throw notFound('这份报名', '请核对报名号和报名时留的手机号');
    return this.database.read((db) => this.views.own(db, row));
  }

  withdraw(signUpId: string, { id, key, attendeeIds }: SignUpWithdrawal, actor: Actor | undefined) {
    return this.database.work(async (db): Promise<SignUpView | Repeated<SignUpView>> => {
      this.keys.demand(await db.findOneBy(SignUps, { id: signUpId }), key, actor);
      const leaving = { id, attendeeIds, words: '本人退出', byName: null };
      const signUp = await this.leave(db, signUpId, leaving, (row) => this.demandInTime(db, row, attendeeIds));
      if (!signUp) return new Repeated(await this.views.own(db, await this.row(db, signUpId)));
      await this.audit.record(db, actor ?? null, {
        action: 'withdrawSignUp',
        subjectKind: 'event-sign-up',
        subjectId: signUpId,
      });
      return this.views.own(db, signUp);
    });
  }

  /** Some of a sign-up's people give their places back, and the next move up; nothing for what was sent before. */
  async leave(
    db: EntityManager,
    signUpId: string,
    { id, attendeeIds, words, byName }: Leaving,
    mayLeave: (row: SignUpRow) => Promise<void>,
  ): Promise<SignUpRow | null> {
    const before = await this.row(db, signUpId);
    // The pool before the sign-up: whoever moves up is written by whoever holds the pool.
    const pool = (await this.places.lock(db, before))!;
    const row = (await this.database.findForChange(db, SignUps, { id: signUpId }))!;
    const asked = [attendeeIds, words];
    if (isDoneBefore(row.requests, id, asked)) return null;
    await mayLeave(row);
    const event = await db.findOneByOrFail(Events, { id: row.eventId });
    const content = await this.contents.published(db, event);
    const session = content.sessions.find(({ key }) => key === row.sessionKey);
    // Held against the door, which may be noting one of them at this instant.
    const all = await db.find(Attendees, { where: { signUpId }, ...this.database.lock('pessimistic_write') });
    const isNamed = (one: AttendeeRow) => !attendeeIds.length || attendeeIds.includes(one.id);
    const leaving = all.filter((one) => isNamed(one) && one.state !== 'withdrawn');
    if (!leaving.length) demand(refused('wrong-state', '已经退出了'));
    demand(canLeave(leaving));
    await db.update(Attendees, { id: In(leaving.map((one) => one.id)) }, { state: 'withdrawn' });
    const hasBegun = !session || stretchOf(session).from <= this.clock.now();
    const mayPromote = event.withdrawnAt === null && !hasBegun;
    const promoted = await this.places.giveBack(db, pool, leaving, mayPromote);
    const step = { at: this.clock.now(), words: `${words}（${leaving.length} 人）`, byName };
    const changed = { steps: [...row.steps, step], requests: [...row.requests, doneRequest(id, asked)] };
    await db.update(SignUps, { id: signUpId }, changed);
    if (all.every((one) => leaving.includes(one) || one.state === 'withdrawn')) await this.notices.stop(db, [signUpId]);
    await this.tellPromoted(db, row.eventId, promoted);
    return { ...row, ...changed };
  }

  /** Whoever has moved up is told at once. */
  async tellPromoted(db: EntityManager, eventId: string, promoted: readonly AttendeeRow[]): Promise<void> {
    if (!promoted.length) return;
    const event = await db.findOneByOrFail(Events, { id: eventId });
    const content = await this.contents.published(db, event);
    const signUps = await db.findBy(SignUps, { id: In(promoted.map(({ signUpId }) => signUpId)) });
    for (const signUp of signUps) {
      const own = promoted.filter(({ signUpId }) => signUpId === signUp.id);
      const session = content.sessions.find(({ key }) => key === signUp.sessionKey);
      const when = session ? sessionInWords(session, this.clock.today()) : '';

      // No name goes into a message that leaves the house.
      const words = `候补的 ${own.length} 人有名额了：${when}。来不了请退出，把名额让给下一位`;
      const occasion = `up:${own[0]!.number}`;
      await this.notices.tell(db, { id: eventId, content }, [signUp], occasion, words);
    }
  }

  feedback(signUpId: string, { key, ...feedback }: EventFeedback & { key: string }, actor: Actor | undefined) {
    return this.database.work(async (db): Promise<SignUpView | Repeated<SignUpView>> => {
      const found = await this.database.findForChange(db, SignUps, { id: signUpId });
      const row = this.keys.demand(found, key, actor);
      if (row.isErased) demand(refused('too-late', '活动过去很久，报名信息已按期删除，不再收意见'));
      if (row.feedback?.id === feedback.id) {
        if (JSON.stringify(row.feedback) !== JSON.stringify(feedback)) throw idTaken();
        return new Repeated(await this.views.own(db, row));
      }
      const event = await db.findOneByOrFail(Events, { id: row.eventId });
      const content = await this.contents.published(db, event);
      const session = content.sessions.find((one) => one.key === row.sessionKey);
      const attendees = await db.findBy(Attendees, { signUpId });
      if (event.withdrawnAt !== null || !session) demand(refused('wrong-state', '活动已经取消，不用评价'));
      const states = attendees.map(({ state }) => state);
      demand(canGiveFeedback(session!, states, this.clock.now()));
      await db.update(SignUps, { id: signUpId }, { feedback });
      return this.views.own(db, { ...row, feedback });
    });
  }

  /** Those of a WeChat account, the latest made first. */
  listOwn(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<SignUpView>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(SignUps, 'one')
        .where('one.personId = :personId', { personId: actor.personId })
        .orderBy('one.id', 'DESC')
        .limit(limit + 1);
      const after = readIdCursor(cursor);
      if (after) query.andWhere('one.id < :after', { after });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const items: SignUpView[] = [];
      for (const row of shown) items.push(await this.views.own(db, row));
      return { items, next: rows.length > limit ? shown.at(-1)!.id : null };
    });
  }

  private async demandInTime(db: EntityManager, row: SignUpRow, attendeeIds: readonly string[]): Promise<void> {
    const event = await db.findOneByOrFail(Events, { id: row.eventId });
    if (event.withdrawnAt !== null) demand(refused('wrong-state', '活动已经取消，不用再退出'));
    const content = await this.contents.published(db, event);
    const session = content.sessions.find(({ key }) => key === row.sessionKey)!;
    const all = await db.findBy(Attendees, { signUpId: row.id });
    if (attendeeIds.some((id) => !all.some((one) => one.id === id)))
      throw invalidField('attendeeIds', '有一位不在这份报名里，请刷新后重新选择');
    demand(canWithdrawSignUp(content.signUp, session, all, this.clock.now()));
  }

  private async row(db: EntityManager, id: string): Promise<SignUpRow> {
    const row = await db.findOneBy(SignUps, { id });
    if (!row) throw notFound('这份报名');
    return row;
  }
}
