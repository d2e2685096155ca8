import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { addDays, atHour } from '@county/shared/calendar/day';
import { codeInWords } from '@county/shared/people/receipt-code';
import { alsoToTell } from '@county/shared/people/to-tell';
import type { EventContent } from '@county/shared/public-events/event-content';
import { eventPages } from '@county/shared/public-events/event-pages';
import { stretchOf } from '@county/shared/public-events/event-rules';
import { sessionInWords } from '@county/shared/public-events/event-words';
import type { Reminder } from '@county/shared/reminders/reminder';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { RemindersService, type ReminderSource, type ToRemind } from '../reminders/reminders.service.ts';
import { EventContents } from './event-contents.service.ts';
import { Attendees, Events, SignUps, type EventRow, type SignUpRow } from './public-events.tables.ts';

const SOURCE = 'public-events';
const SIGN_UP = 'event-sign-up';
const TOMORROW = ':tomorrow:';
/** In the morning of the day before, while there is time to arrange oneself. */
const HOUR = 9;

type Told = Pick<EventRow, 'id'> & { content: EventContent };

/** Tells those who signed up: in WeChat whoever is there; everybody else is to be rung, which is noted for the organiser. */
@Injectable()
export class EventNotices implements ReminderSource, OnModuleInit {
  readonly canWait = true;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
    private readonly contents: EventContents,
  ) {}

  onModuleInit(): void {
    this.reminders.onSource(SOURCE, this);
  }

  /** The day before, in WeChat; what was planned for a time that holds no more does not stand, and is not shown. */
  async plan(db: EntityManager, { content }: Told, signUp: SignUpRow): Promise<void> {
    if (!signUp.personId) return;
    const session = content.sessions.find(({ key }) => key === signUp.sessionKey);
    if (!session) return;
    const when = atHour(addDays(session.day, -1), HOUR);
    if (when <= this.clock.now()) return;
    const words = `明天${sessionInWords(session, session.day)}。报名号 ${codeInWords(signUp.code!)}，来不了请提前退出，把名额让给别人`;
    const cause = `event:${signUp.id}${TOMORROW}${session.day}:${session.from}`;
    await this.reminders.remind(db, [this.saying(signUp, content, { cause, when, words })]);
  }

  /** Somebody moved up, was drawn, or is told of whatever else concerns them; `occasion`: once each, in at most 34 signs. */
  async tell(db: EntityManager, { content }: Told, signUps: readonly SignUpRow[], occasion: string, words: string) {
    const now = this.clock.now();
    const step = { at: now, words, byName: null };
    const sayings: ToRemind[] = [];
    for (const { id } of signUps) {
      // Held: whoever notes a call at the same moment must not write over what is said here.
      const signUp = (await this.database.findForChange(db, SignUps, { id }))!;
      const steps = [...signUp.steps, step];
      const toRing = signUp.personId ? {} : { toBeRungAbout: alsoToTell(signUp.toBeRungAbout, words) };
      await db.update(SignUps, { id }, { steps, ...toRing });
      if (signUp.personId)
        sayings.push(this.saying(signUp, content, { cause: `event:${signUp.id}:${occasion}`, when: now, words }));
    }
    await this.reminders.remind(db, sayings);
  }

  /** Everybody who still means to come. */
  async tellAll(db: EntityManager, event: Told, occasion: string, words: string): Promise<void> {
    for await (const signUps of this.allComing(db, event.id)) await this.tell(db, event, signUps, occasion, words);
  }

  /** The day before has become another one. */
  async planAll(db: EntityManager, event: Told): Promise<void> {
    for await (const signUps of this.allComing(db, event.id))
      for (const signUp of signUps) await this.plan(db, event, signUp);
  }

  /** Some at a time, for a county may be many. */
  private async *allComing(db: EntityManager, eventId: string): AsyncGenerator<SignUpRow[]> {
    for (let after = ''; ;) {
      const signUps = await db
        .createQueryBuilder(SignUps, 'one')
        .where('one.eventId = :eventId AND one.id > :after AND one.via <> :walkIn', {
          eventId,
          after,
          walkIn: 'walk-in',
        })
        .orderBy('one.id')
        .limit(BATCH)
        .getMany();
      if (!signUps.length) return;
      after = signUps.at(-1)!.id;
      yield await this.coming(db, signUps);
    }
  }

  /** Of those whose people have all withdrawn nobody is told. */
  private async coming(db: EntityManager, signUps: readonly SignUpRow[]): Promise<SignUpRow[]> {
    const rows = await db.find(Attendees, {
      select: { id: true, signUpId: true },
      where: { signUpId: In(signUps.map(({ id }) => id)), state: Not('withdrawn') },
    });
    const ids = new Set(rows.map(({ signUpId }) => signUpId));
    return signUps.filter(({ id }) => ids.has(id));
  }

  /** Whoever wrote hears what became of it. */
  async reviewed(db: EntityManager, row: EventRow, personId: string, outcome: 'published' | 'declined') {
    const revision = String(row.revision + 1);
    await this.reminders.remind(db, [
      {
        subject: { kind: 'public-event', id: row.id, unitId: row.unitId },
        source: SOURCE,
        what: `活动：${row.content.title}`,
        link: eventPages.kept(row.id),
        cause: `event:${row.id}:${outcome}:${revision}`,
        people: row.authorIds.filter((id) => id !== personId),
        when: this.clock.now(),
        words: outcome === 'published' ? '已审查通过，现在公开了' : '审查退回，请看理由，修改后重新提交',
        occasion: `event:${row.id}:${revision}`,
      },
    ]);
  }

  /** A change that did not surely arrive is rung about; that the day is tomorrow is known without a message. */
  async onUnreached(db: EntityManager, reminders: readonly Reminder[]): Promise<void> {
    const own = reminders.filter(({ subjectKind, cause }) => subjectKind === SIGN_UP && !cause.includes(TOMORROW));
    for (const { subjectId: id, words } of own) {
      const signUp = await this.database.findForChange(db, SignUps, { id });
      if (!signUp || signUp.isErased) continue;
      await db.update(SignUps, { id }, { toBeRungAbout: alsoToTell(signUp.toBeRungAbout, words) });
    }
  }

  stop(db: EntityManager, signUpIds: readonly string[]): Promise<void> {
    return this.reminders.stop(db, signUpIds);
  }

  async standing(db: EntityManager, reminders: readonly Reminder[]): Promise<Set<string>> {
    const ids = [...new Set(reminders.map(({ subjectId }) => subjectId))];
    const signUps = new Map((await db.findBy(SignUps, { id: In(ids) })).map((row) => [row.id, row]));
    const coming = new Set((await this.coming(db, [...signUps.values()])).map(({ id }) => id));
    const eventIds = [...signUps.values()].map(({ eventId }) => eventId);
    const events = new Map(
      (await db.findBy(Events, { id: In([...new Set([...eventIds, ...ids])]) })).map((row) => [row.id, row]),
    );
    const stands = await Promise.all(
      reminders.map(async ({ subjectId, subjectKind, cause, readAt }) => {
        if (subjectKind !== SIGN_UP) {
          const row = events.get(subjectId);
          const [, , outcome, revision] = cause.split(':');
          return outcome === 'declined' ? row?.state === 'draft' && row.revision === Number(revision) : readAt === null;
        }
        const signUp = signUps.get(subjectId);
        const event = signUp && events.get(signUp.eventId);
        if (!signUp || !event || (event.endsAt ?? '') <= this.clock.now()) return false;
        if (!cause.includes(TOMORROW)) return true;
        if (event.withdrawnAt !== null || !coming.has(signUp.id)) return false;
        const content = await this.contents.published(db, event);
        const session = content.sessions.find(({ key }) => key === signUp.sessionKey);
        const isStill = session && cause.endsWith(`:${session.day}:${session.from}`);
        return Boolean(isStill) && stretchOf(session!).from > this.clock.now();
      }),
    );
    return new Set(reminders.filter((_, at) => stands[at]).map(({ id }) => id));
  }

  private saying(
    signUp: SignUpRow,
    content: EventContent,
    { cause, when, words }: Pick<ToRemind, 'cause' | 'when' | 'words'>,
  ): ToRemind {
    return {
      subject: { kind: SIGN_UP, id: signUp.id, unitId: null },
      source: SOURCE,
      cause,
      people: [signUp.personId!],
      when,
      what: `活动：${content.title}`,
      words,
      link: eventPages.signUp(signUp.id),
      occasion: cause,
    };
  }
}

const BATCH = 200;
