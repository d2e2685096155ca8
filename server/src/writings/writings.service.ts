import { createHash } from 'node:crypto';
import { ConflictException, HttpException, HttpStatus, Injectable } from '@nestjs/common';
import type { EntityManager, EntitySchema, FindOptionsWhere } from 'typeorm';
import type { WritingNoun, WritingVerb } from '@county/shared/audit/audit-acts';
import { shanghaiDay, shanghaiTime } from '@county/shared/calendar/day';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import { reaches } from '@county/shared/people/scope';
import type { FieldIssue } from '@county/shared/http/problem';
import { canWrite } from '@county/shared/writings/writing-rules';
import type { Verdict } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import type { WritingRow } from '../database/writing-columns.ts';

/** Guides, handbooks, events: what this file has to know of any. */
export interface WritingKind<Row extends WritingRow, View> {
  table: EntitySchema<Row>;
  /** 这份办事指南. */
  noun: string;
  /** As files and the audit trail call it. */
  subjectKind: string;
  /** Ends the verbs in the audit trail: `proposeHandbook`. */
  auditNoun: WritingNoun;
  view(db: EntityManager, actor: Actor, row: Row): Promise<View>;
}

/** What one does to a writing as it was read. */
export interface Move<Row extends WritingRow> {
  action: WritingVerb;
  /** The revision the person saw; null where it does not matter. */
  onRevision: number | null;
  ask: (row: Row) => Verdict;
  /** Whether this very request has made the row what it is. */
  isDone: (row: Row) => boolean;
  change: (db: EntityManager, row: Row) => Promise<Partial<Row>>;
  detail?: string;
}

/** How words for everybody are begun, and how anything is done to them: once, as they were read, on record. */
@Injectable()
export class Writings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** A new draft; `more` is what its kind has besides. */
  add<Row extends WritingRow, View>(
    actor: Actor,
    kind: WritingKind<Row, View>,
    sent: { id: string; unitId: string; content: Row['content'] },
    more: Omit<Row, keyof WritingRow>,
    check: (db: EntityManager) => Promise<void>,
  ): Promise<View | Repeated<View>> {
    return this.database.work(async (db) => {
      const added = newWriting(actor, sent, more, this.clock.now());
      const earlier = await db.findOneBy(kind.table, { id: sent.id } as FindOptionsWhere<Row>);
      if (earlier) {
        if (earlier.addedAs !== added.addedAs) throw idTaken();
        return new Repeated(await kind.view(db, actor, earlier));
      }
      demand(canWrite(sent, actor));
      await check(db);
      const row = added as unknown as Row;
      await db.insert(kind.table, { ...row } as never);
      await this.record(db, actor, kind, 'add', row.id);
      return kind.view(db, actor, row);
    });
  }

  /** Does it, unless it has been done; 404 outside the actor's units, 409 with who was faster. */
  move<Row extends WritingRow, View>(
    actor: Actor,
    kind: WritingKind<Row, View>,
    id: string,
    { action, onRevision, ask, isDone, change, detail }: Move<Row>,
  ): Promise<View | Repeated<View>> {
    return this.database.work(async (db): Promise<View | Repeated<View>> => {
      const row = await this.database.findForChange(db, kind.table, { id } as Partial<Row>);
      if (!row || !reaches(actor, row.unitId)) throw notFound(kind.noun);
      const isNext = onRevision === null || row.revision > onRevision;
      if (isNext && isDone(row)) return new Repeated(await kind.view(db, actor, row));
      const verdict = ask(row);
      const isStale = onRevision !== null && row.revision !== onRevision;
      // Who may not do it at all hears that first; else who was faster, before what that led to.
      if (isStale && (verdict.allowed || verdict.code !== 'not-allowed')) throw changedMeanwhile(kind.noun, row);
      demand(verdict);
      const { savedBy, savedByName, savedAt } = writtenBy(actor, this.clock.now());
      const changes = { ...(await change(db, row)), savedBy, savedByName, savedAt, revision: row.revision + 1 };
      const after: Row = { ...row, ...changes };
      await db.update(kind.table, { id } as FindOptionsWhere<Row>, { ...changes } as never);
      await this.record(db, actor, kind, action, id, detail);
      return kind.view(db, actor, after);
    });
  }

  private record(
    db: EntityManager,
    actor: Actor,
    { subjectKind, auditNoun }: Pick<WritingKind<WritingRow, unknown>, 'subjectKind' | 'auditNoun'>,
    verb: WritingVerb,
    subjectId: string,
    detail?: string,
  ): Promise<void> {
    return this.audit.record(db, actor, {
      action: `${verb}${auditNoun}`,
      subjectKind,
      subjectId,
      detail: detail ?? null,
    });
  }
}

/** A draft as it is first kept. */
export const newWriting = <Content, More extends object>(
  actor: Pick<Actor, 'personId' | 'name'>,
  sent: { id: string; unitId: string; content: Content },
  more: More,
  at: string,
): WritingRow<Content> & More => ({
  ...BLANK,
  ...more,
  ...sent,
  ...writtenBy(actor, at),
  authorIds: [actor.personId],
  addedAs: fingerprint([actor.personId, sent, more]),
  lastChangeId: sent.id,
});

/** Who wrote, and saved last. */
export function writtenBy({ personId, name }: Pick<Actor, 'personId' | 'name'>, at: string) {
  return {
    writtenBy: personId,
    writtenByName: name,
    writtenAt: at,
    savedBy: personId,
    savedByName: name,
    savedAt: at,
  };
}

const BLANK = {
  state: 'draft',
  revision: 1,
  declineReason: null,
  publishedVersion: null,
  publishedAt: null,
  withdrawnReason: null,
  withdrawnAt: null,
} as const satisfies Partial<WritingRow>;

/** 400 with every fault at its place. */
export function demandNoFaults(faults: readonly FieldIssue[]): void {
  const [first, ...others] = faults.map(({ path, message }) => ({ path: ['content', ...path], message }));
  if (!first) return;
  const message = others.length ? `${first.message}；另有 ${others.length} 处要改` : first.message;
  throw new HttpException({ code: 'invalid-input', message, issues: [first, ...others] }, HttpStatus.BAD_REQUEST);
}

export const fingerprint = (said: unknown): string => createHash('sha256').update(JSON.stringify(said)).digest('hex');

const changedMeanwhile = (noun: string, { savedByName, savedAt }: WritingRow) =>
  new ConflictException({
    code: 'wrong-state',
    message: `${noun}已由${savedByName}在 ${shanghaiDay(savedAt)} ${shanghaiTime(savedAt)} 改过，请重新打开看过再处理；您写的内容还在本页，可以先复制`,
  });

/** Nothing new is begun for a unit that has gone into another. */
export function demandOpen({ successorId }: Pick<OrgUnit, 'successorId'>): void {
  if (successorId) throw invalidField('unitId', '这个单位已并入别的单位，请选择接办的单位');
}
