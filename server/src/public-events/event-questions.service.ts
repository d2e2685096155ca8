import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import type {
  EventAnswer,
  EventQuestion,
  NewEventQuestion,
  PublicEvent,
} from '@county/shared/public-events/event-record';
import { canServeEvent, stands } from '@county/shared/public-events/event-rules';
import { personalDataIssue } from '@county/shared/tasks/public/personal-data-scan';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { refused } from '@county/shared/verdict';
import { canReview, canWrite } from '@county/shared/writings/writing-rules';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { readIdCursor } from '../http/page-cursor.ts';
import { demand, idTaken, invalidField, invalidInput, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { EventsService } from './events.service.ts';
import { EventQuestions, type EventQuestionRow } from './event-outcomes.tables.ts';
import { Events } from './public-events.tables.ts';

export interface WantedQuestions {
  part: 'all' | 'to-answer' | 'to-review';
  eventId?: string | undefined;
}

/** What people raised, each with the unit that answers; an answer is public once another person has let it out. */
@Injectable()
export class EventQuestionsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly units: OrgUnitsService,
    private readonly events: EventsService,
  ) {}

  /** What a unit has to answer goes with it into another (rules P4). */
  onModuleInit(): void {
    this.units.onMerger(async (db, _actor, unitId, intoUnitId) => {
      await db.update(EventQuestions, { unitId }, { unitId: intoUnitId });
      return { moved: 0, withdrawn: 0 };
    });
  }

  list(actor: Actor, { part, eventId }: WantedQuestions, { limit, cursor }: PageQuery): Promise<Page<EventQuestion>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(EventQuestions, 'one')
        .where(PARTS[part])
        .orderBy('one.id')
        .limit(limit + 1);
      if (eventId) {
        await this.events.known(db, actor, eventId);
        query.andWhere('one.eventId = :eventId', { eventId });
      } else {
        const scope = scopeOf(actor);
        if (scope) query.andWhere('one.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      }
      const after = readIdCursor(cursor);
      if (after) query.andWhere('one.id > :after', { after });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      return { items: await this.views(db, shown), next: rows.length > limit ? shown.at(-1)!.id : null };
    });
  }

  add(actor: Actor, eventId: string, { id, words, unitId }: NewEventQuestion) {
    return this.database.work(async (db): Promise<EventQuestion | Repeated<EventQuestion>> => {
      const event = await this.events.known(db, actor, eventId);
      demand(canServeEvent(event.unitId, actor));
      const earlier = await db.findOneBy(EventQuestions, { id });
      if (earlier) {
        if (earlier.eventId !== eventId || earlier.words !== words || earlier.unitId !== unitId) throw idTaken();
        return new Repeated(await this.view(db, earlier));
      }
      demand(stands(event));
      if (!(await this.units.find(unitId))) throw invalidField('unitId', '没有找到这个单位，请重新选择');
      const issues = personalDataIssue(['words'], words);
      if (issues.length) throw invalidInput(issues);
      const row: EventQuestionRow = {
        ...OPEN,
        id,
        eventId,
        unitId,
        words,
        askedAt: this.clock.now(),
        notedBy: actor.personId,
      };
      await db.insert(EventQuestions, row);
      await this.record(db, actor, 'addEventQuestion', id);
      return this.view(db, row);
    });
  }

  answer(actor: Actor, questionId: string, { onRevision, answer }: EventAnswer) {
    return this.change(actor, questionId, 'answerEventQuestion', async (row) => {
      demand(canWrite(row, actor));
      if (row.state === 'proposed' && row.answer === answer && row.writtenBy === actor.personId) return null;
      demandRevision(row, onRevision);
      const issues = personalDataIssue(['answer'], answer);
      if (issues.length) throw invalidInput(issues);
      return {
        answer,
        answerRevision: row.answerRevision + 1,
        state: 'proposed',
        writtenBy: actor.personId,
        writtenByName: actor.name,
        writtenAt: this.clock.now(),
        ...UNREVIEWED,
      };
    });
  }

  review(actor: Actor, questionId: string, onRevision: number, review: PublicLineReview) {
    return this.change(actor, questionId, 'reviewEventAnswer', async (row) => {
      const wanted = review.outcome;
      if (row.state === wanted && row.reviewedBy === actor.personId && row.answerRevision === onRevision) return null;
      const state = row.state === 'proposed' ? 'proposed' : row.state === 'published' ? 'published' : 'draft';
      const writing = { unitId: row.unitId, state, authorIds: row.writtenBy ? [row.writtenBy] : [] } as const;
      demand(canReview({ ...writing, publishedAt: row.publishedAt, withdrawnAt: null }, actor));
      demandRevision(row, onRevision);
      const reviewed = { reviewedBy: actor.personId, reviewedByName: actor.name, reviewedAt: this.clock.now() };
      if (review.outcome === 'declined') return { ...reviewed, state: 'declined', declineReason: review.reason };
      const { secrecyCheck, personalDataCheck } = review;
      const published = { publishedAnswer: row.answer, publishedAt: reviewed.reviewedAt };
      return { ...reviewed, state: 'published', secrecyCheck, personalDataCheck, ...published };
    });
  }

  /** What everybody reads: questions with their answers, both looked at by the reviewer; how many still wait is told. */
  async public(db: EntityManager, eventId: string): Promise<Pick<PublicEvent, 'questions' | 'openQuestions'>> {
    const rows = await db.find(EventQuestions, { where: { eventId }, order: { id: 'ASC' } });
    const units = await this.units.byId();
    const answered = rows.filter(({ publishedAt }) => publishedAt !== null);
    return {
      openQuestions: rows.length - answered.length,
      questions: answered.map(({ id, words, unitId, publishedAnswer, publishedAt }) => ({
        id,
        words,
        unitName: units.get(unitId)?.name ?? '',
        answer: publishedAnswer,
        answeredAt: publishedAt,
      })),
    };
  }

  private change(
    actor: Actor,
    questionId: string,
    action: AuditAction,
    change: (row: EventQuestionRow) => Promise<Partial<EventQuestionRow> | null>,
  ) {
    return this.database.work(async (db): Promise<EventQuestion | Repeated<EventQuestion>> => {
      const row = await this.database.findForChange(db, EventQuestions, { id: questionId });
      const scope = scopeOf(actor);
      if (!row || (scope && !scope.includes(row.unitId))) throw notFound('这个问题');
      const changes = await change(row);
      if (!changes) return new Repeated(await this.view(db, row));
      await db.update(EventQuestions, { id: questionId }, changes);
      await this.record(db, actor, action, questionId);
      return this.view(db, { ...row, ...changes });
    });
  }

  private async view(db: EntityManager, row: EventQuestionRow): Promise<EventQuestion> {
    const [view] = await this.views(db, [row]);
    return view!;
  }

  private async views(db: EntityManager, rows: readonly EventQuestionRow[]): Promise<EventQuestion[]> {
    const events = rows.length ? await db.findBy(Events, { id: In(rows.map(({ eventId }) => eventId)) }) : [];
    const titles = new Map(events.map(({ id, content }) => [id, content.title]));
    const units = await this.units.byId();
    return rows.map((row) => ({
      ...row,
      eventTitle: titles.get(row.eventId) ?? '',
      unitName: units.get(row.unitId)?.name ?? '',
      review: row.state === 'open' ? null : reviewOf(row, row.state),
    }));
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'event-question', subjectId });
  }
}

function reviewOf(row: EventQuestionRow, state: 'proposed' | 'published' | 'declined') {
  return { ...row, state, writtenBy: row.writtenBy!, writtenByName: row.writtenByName!, writtenAt: row.writtenAt! };
}

function demandRevision({ answerRevision, writtenByName }: EventQuestionRow, onRevision: number): void {
  if (answerRevision === onRevision) return;
  demand(
    refused(
      'wrong-state',
      `答复已由${writtenByName ?? '别人'}改过，请重新打开看过再处理；您写的内容还在本页，可以先复制`,
    ),
  );
}

const UNREVIEWED = {
  reviewedBy: null,
  reviewedByName: null,
  reviewedAt: null,
  secrecyCheck: null,
  personalDataCheck: null,
  declineReason: null,
};

/** As it is noted, before anybody has answered. */
export const OPEN = {
  answer: null,
  answerRevision: 0,
  state: 'open' as const,
  writtenBy: null,
  writtenByName: null,
  writtenAt: null,
  ...UNREVIEWED,
  publishedAnswer: null,
  publishedAt: null,
};

const PARTS: Record<WantedQuestions['part'], string> = {
  all: '1 = 1',
  'to-answer': "one.state IN ('open', 'declined')",
  'to-review': "one.state = 'proposed'",
};
