import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { isStaff } from '@county/shared/people/scope';
import { canServeEvent, stretchOf } from '@county/shared/public-events/event-rules';
import type { NewStaffSignUp, StaffSignUpView } from '@county/shared/public-events/sign-up';
import { refused } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { readIdCursor } from '../http/page-cursor.ts';
import { doneRequest, isDoneBefore } from '../http/done-requests.ts';
import { demand, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { EventContents } from './event-contents.service.ts';
import { EventsService } from './events.service.ts';
import { Events, SignUps, type SignUpRow } from './public-events.tables.ts';
import { SignUpEntry } from './sign-up-entry.service.ts';
import { SignUpViews } from './sign-up-views.service.ts';
import { SignUpsService } from './sign-ups.service.ts';

interface Wanted {
  part: 'all' | 'waiting' | 'to-ring';
  sessionKey?: string | undefined;
}

interface Withdrawal {
  id: string;
  attendeeIds: string[];
  reason: string;
}

/** Sign-ups as the organiser keeps them, and for people who wrote, rang or came. */
@Injectable()
export class StaffSignUps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly events: EventsService,
    private readonly contents: EventContents,
    private readonly entry: SignUpEntry,
    private readonly signUps: SignUpsService,
    private readonly views: SignUpViews,
  ) {}

  list(
    actor: Actor,
    eventId: string,
    { part, sessionKey }: Wanted,
    { limit, cursor }: PageQuery,
  ): Promise<Page<StaffSignUpView>> {
    return this.database.read(async (db) => {
      const event = await this.events.known(db, actor, eventId);
      demand(canServeEvent(event.unitId, actor));
      const query = db
        .createQueryBuilder(SignUps, 'one')
        .where(PARTS[part], { eventId, walkIn: 'walk-in' })
        .andWhere('one.eventId = :eventId')
        .orderBy('one.id')
        .limit(limit + 1);
      if (sessionKey) query.andWhere('one.sessionKey = :sessionKey', { sessionKey });
      const after = readIdCursor(cursor);
      if (after) query.andWhere('one.id > :after', { after });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      return { items: await this.views.staff(db, shown), next: rows.length > limit ? shown.at(-1)!.id : null };
    });
  }

  /** With the whole phone, which is why each look is recorded. */
  get(actor: Actor, signUpId: string): Promise<StaffSignUpView> {
    return this.database.work(async (db) => {
      const row = await this.known(db, actor, signUpId);
      await this.record(db, actor, 'readStaffSignUp', signUpId);
      const [view] = await this.views.staff(db, [row], { whole: true });
      return view!;
    });
  }

  /** By whoever is at work, of whatever unit: a village's people for the county's open day. */
  async add(actor: Actor, { via, ...sent }: NewStaffSignUp): Promise<StaffSignUpView | Repeated<StaffSignUpView>> {
    demand(isStaff(actor) ? { allowed: true } : refused('not-allowed', '代报名由工作人员办理'));
    const { signUp, isNew } = await this.entry.enter(sent, { actor, via, byStaff: true });
    const view = await this.database.read((db) => this.views.staffOne(db, signUp));
    return isNew ? view : new Repeated(view);
  }

  /** Past the cut-off too: a place that is free before the event begins is the next one's. */
  withdraw(actor: Actor, signUpId: string, { id, attendeeIds, reason }: Withdrawal) {
    return this.database.work(async (db): Promise<StaffSignUpView | Repeated<StaffSignUpView>> => {
      const before = await this.known(db, actor, signUpId);
      if (before.via === 'walk-in') throw notFound('这份报名', '现场来的没有占名额，不用退出；记错了请撤回签到');
      const leaving = { id, attendeeIds, words: `退出：${reason}`, byName: actor.name };
      const left = await this.signUps.leave(db, signUpId, leaving, (row) => this.demandNotOver(db, row));
      if (!left) return new Repeated(await this.views.staffOne(db, before));
      await this.record(db, actor, 'withdrawStaffSignUp', signUpId);
      return this.views.staffOne(db, left);
    });
  }

  /** 已电话告知: of these words; whatever changed since is still to be told. */
  rang(actor: Actor, signUpId: string, { id, words }: { id: string; words: string }) {
    return this.database.work(async (db): Promise<StaffSignUpView | Repeated<StaffSignUpView>> => {
      await this.known(db, actor, signUpId);
      const row = (await this.database.findForChange(db, SignUps, { id: signUpId }))!;
      if (isDoneBefore(row.requests, id, words)) return new Repeated(await this.views.staffOne(db, row));
      if (row.toBeRungAbout === null) demand(refused('wrong-state', '这份报名没有要打电话告知的变动'));
      if (row.toBeRungAbout !== words) demand(refused('wrong-state', '刚又有变动，请刷新看过，再打一次电话'));
      const step = { at: this.clock.now(), words: `已电话告知：${words}`, byName: actor.name };
      const requests = [...row.requests, doneRequest(id, words)];
      const changed = { toBeRungAbout: null, steps: [...row.steps, step], requests };
      await db.update(SignUps, { id: signUpId }, changed);
      await this.record(db, actor, 'rangAboutSignUp', signUpId);
      return this.views.staffOne(db, { ...row, ...changed });
    });
  }

  private async demandNotOver(db: EntityManager, row: SignUpRow): Promise<void> {
    const event = await db.findOneByOrFail(Events, { id: row.eventId });
    const content = await this.contents.published(db, event);
    const session = content.sessions.find(({ key }) => key === row.sessionKey);
    if (session && stretchOf(session).from <= this.clock.now())
      demand(refused('too-late', '这一场已经开始，没来的不用登记退出'));
  }

  /** One of the own unit's events, or one that the actor entered. */
  private async known(db: EntityManager, actor: Actor, signUpId: string): Promise<SignUpRow> {
    const row = await db.findOneBy(SignUps, { id: signUpId });
    if (!row) throw notFound('这份报名');
    if (row.madeBy === actor.personId) return row;
    const event = await db.findOneBy(Events, { id: row.eventId });
    if (!event || !canServeEvent(event.unitId, actor).allowed) throw notFound('这份报名');
    return row;
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'event-sign-up', subjectId });
  }
}

const PARTS: Record<Wanted['part'], string> = {
  all: 'one.via <> :walkIn',
  waiting:
    "one.via <> :walkIn AND EXISTS (SELECT 1 FROM event_attendee a WHERE a.signUpId = one.id AND a.state = 'waiting')",
  'to-ring': 'one.via <> :walkIn AND one.toBeRungAbout IS NOT NULL',
};
