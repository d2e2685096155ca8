import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type { FieldIssue } from '@county/shared/http/problem';
import { canPropose, canReview, canWithdraw, canWrite } from '@county/shared/writings/writing-rules';
import { personalDataIssue } from '@county/shared/tasks/public/personal-data-scan';
import type { PublicLineReview } from '@county/shared/tasks/public/public-line';
import { Clock } from '../clock/clock.ts';
import { idTaken, invalidInput } from '../http/refusal.ts';
import type { VersionRow, WritingRow } from '../database/writing-columns.ts';
import { demandNoFaults, fingerprint, writtenBy, type Move } from './writings.service.ts';

type PublishedReview = Extract<PublicLineReview, { outcome: 'published' }>;

/** What may be done to words for everybody: written by one person, let out by another, taken back. */
@Injectable()
export class WritingMoves {
  constructor(private readonly clock: Clock) {}

  /** Another wording. The public one stays as it is until this one is let out. */
  changed<Row extends WritingRow>(
    actor: Actor,
    change: { id: string; onRevision: number; content: Row['content'] },
    more: Partial<Row>,
    check: (db: EntityManager, row: Row) => Promise<void>,
  ): Move<Row> {
    const isSame = (row: Row) =>
      fingerprint([row.content, ...Object.keys(more).map((key) => row[key as keyof Row])]) ===
      fingerprint([change.content, ...Object.values(more)]);
    return {
      action: 'change',
      onRevision: change.onRevision,
      ask: (row) => canWrite(row, actor),
      isDone: (row) => {
        if (row.lastChangeId !== change.id) return false;
        if (!isSame(row) || row.writtenBy !== actor.personId) throw idTaken();
        return true;
      },
      change: async (db, row) => {
        await check(db, row);
        const { writtenByName, writtenAt } = writtenBy(actor, this.clock.now());
        return {
          ...more,
          content: change.content,
          lastChangeId: change.id,
          state: 'draft',
          // What the review found is read until the next proposal.
          declineReason: row.declineReason,
          // Once something is public, those who write the next wording are its authors.
          authorIds: [...new Set([...(row.state === 'published' ? [] : row.authorIds), actor.personId])],
          writtenBy: actor.personId,
          writtenByName,
          writtenAt,
        } as Partial<Row>;
      },
    };
  }

  /** To another person's review, once nothing stands against it. */
  proposed<Row extends WritingRow>(
    actor: Actor,
    onRevision: number,
    faultsOf: (db: EntityManager, row: Row) => Promise<FieldIssue[]>,
  ): Move<Row> {
    return {
      action: 'propose',
      onRevision,
      ask: (row) => canPropose(row, actor),
      isDone: ({ state, savedBy }) => state === 'proposed' && savedBy === actor.personId,
      change: async (db, row) => {
        demandNoFaults(await faultsOf(db, row));
        return { state: 'proposed', declineReason: null } as Partial<Row>;
      },
    };
  }

  /** Back to its author, with the reason. */
  declined<Row extends WritingRow>(actor: Actor, onRevision: number, reason: string): Move<Row> {
    return {
      action: 'review',
      detail: 'declined',
      onRevision,
      ask: (row) => canReview(row, actor),
      isDone: ({ state, declineReason, savedBy }) =>
        state === 'draft' && declineReason === reason && savedBy === actor.personId,
      change: async () => ({ state: 'draft', declineReason: reason }) as Partial<Row>,
    };
  }

  /** Let out: a version of its own, in the public's hands until the next one. */
  published<Row extends WritingRow>(
    actor: Actor,
    onRevision: number,
    publish: (db: EntityManager, row: Row, at: string) => Promise<Partial<Row>>,
  ): Move<Row> {
    return {
      action: 'review',
      detail: 'published',
      onRevision,
      ask: (row) => canReview(row, actor),
      isDone: ({ state, savedBy }) => state === 'published' && savedBy === actor.personId,
      change: async (db, row) => {
        const publishedAt = this.clock.now();
        return {
          ...(await publish(db, row, publishedAt)),
          state: 'published',
          publishedVersion: (row.publishedVersion ?? 0) + 1,
          publishedAt,
          withdrawnAt: null,
          withdrawnReason: null,
        } as Partial<Row>;
      },
    };
  }

  /** The version a review lets out, with what the review put on record. */
  versionOf<Content>(
    actor: Actor,
    row: WritingRow<Content>,
    review: PublishedReview,
    facts: Pick<VersionRow, 'changed' | 'initials' | 'personalDataScan' | 'publishedAt'>,
  ): VersionRow<Content> {
    const { secrecyCheck, personalDataCheck } = review;
    return {
      ...facts,
      id: newId(),
      writingId: row.id,
      version: (row.publishedVersion ?? 0) + 1,
      unitId: row.unitId,
      content: row.content,
      writtenByName: row.writtenByName,
      reviewedBy: actor.personId,
      reviewedByName: actor.name,
      secrecyCheck,
      personalDataCheck,
      afterWithdrawalAt: row.withdrawnAt,
      afterWithdrawalReason: row.withdrawnReason,
    };
  }

  withdrawn<Row extends WritingRow>(
    actor: Actor,
    reason: string,
    alsoDo: (db: EntityManager, row: Row) => Promise<void>,
  ): Move<Row> {
    return {
      action: 'withdraw',
      onRevision: null,
      ask: (row) => canWithdraw(row, actor),
      isDone: ({ state, withdrawnReason, savedBy }) =>
        state === 'withdrawn' && withdrawnReason === reason && savedBy === actor.personId,
      change: async (db, row) => {
        const issues = personalDataIssue(['reason'], reason);
        if (issues.length) throw invalidInput(issues);
        await alsoDo(db, row);
        // Taken back already and being written anew: the public goes on reading why it was taken back.
        const told =
          row.withdrawnAt !== null && row.publishedAt !== null
            ? {}
            : { withdrawnReason: reason, withdrawnAt: this.clock.now() };
        return { state: 'withdrawn', ...told } as Partial<Row>;
      },
    };
  }
}
