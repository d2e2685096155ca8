import { ConflictException, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type {
  Circular,
  CircularChange,
  CircularDecision,
  CircularItem,
  CircularState,
  LineFacts,
  NewCircular,
} from '@county/shared/circulars/circular';
import {
  canChangeCircular,
  canDecideCircular,
  canDraftCircular,
  canNameInCircular,
  canSubmitCircular,
  canWithdrawCircular,
  changedSince,
  factsOf,
  proposedWords,
} from '@county/shared/circulars/circular-rules';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { CircularView } from '@county/shared/circulars/circular-views';
import type { Actor } from '@county/shared/people/actor';
import type { Verdict } from '@county/shared/verdict';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRows } from '../database/insert-row.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { SessionsService } from '../people/sessions.service.ts';
import { AssignmentStepsService } from '../tasks/lines/assignment-steps.service.ts';
import { LateLines } from '../tasks/lines/late-lines.service.ts';
import { CircularViews } from './circular-views.service.ts';
import { CircularItems, Circulars, type CircularItemRow } from './circulars.tables.ts';

/** What one does to a circular as it was read: who may, and what it becomes. */
interface Move {
  action: AuditAction;
  /** The version the person saw. */
  version: number;
  ask: (circular: Circular) => Verdict;
  /** Whether the circular, one version on, is what this very request made of it. */
  isDone: (circular: Circular, items: CircularItemRow[]) => boolean;
  change: (db: EntityManager, circular: Circular, items: CircularItemRow[]) => Promise<Partial<Circular>>;
  /** Whether it makes the person one of those who keep out of a review; a head who gives it back is none. */
  takesPart?: boolean;
}

/** 通报, from draft to issue: what it says of each line is what the line says itself. */
@Injectable()
export class CircularsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly lines: LateLines,
    private readonly steps: AssignmentStepsService,
    private readonly views: CircularViews,
    private readonly sessions: SessionsService,
  ) {}

  draft(actor: Actor, { items, ...content }: NewCircular) {
    return this.database.work(async (db) => {
      demand(canDraftCircular(actor));
      const earlier = await db.findOneBy(Circulars, { id: content.id });
      if (earlier) {
        const rows = await this.views.itemsOf(db, earlier.id);
        const isSame = earlier.madeBy[0] === actor.personId && earlier.breakdownId === content.breakdownId;
        if (!isSame || !saysSame(earlier, rows, { ...content, items })) throw idTaken();
        return new Repeated(await this.views.view(db, actor, earlier));
      }
      const circular: Circular = {
        ...content,
        state: 'draft',
        version: 1,
        unitId: actor.unitId!,
        documentNumber: null,
        madeBy: [actor.personId],
        draftedByName: actor.name,
        draftedAt: this.clock.now(),
        factsOn: null,
        approvedByName: null,
        issuedOn: null,
        returnWords: null,
      };
      await db.insert(Circulars, circular);
      await this.nameLines(db, circular, items);
      await this.record(db, actor, 'draftCircular', circular.id);
      return this.views.view(db, actor, circular);
    });
  }

  change(actor: Actor, circularId: string, { version, items, ...content }: CircularChange) {
    return this.move(actor, circularId, {
      action: 'changeCircular',
      version,
      ask: (circular) => canChangeCircular(circular, actor),
      isDone: (circular, rows) => circular.state === 'draft' && saysSame(circular, rows, { ...content, items }),
      change: async (db, circular) => {
        await db.delete(CircularItems, { circularId });
        await this.nameLines(db, circular, items);
        return { ...content, factsOn: null };
      },
    });
  }

  /** To the head, with every line as it stands today. */
  submit(actor: Actor, circularId: string, version: number) {
    return this.move(actor, circularId, {
      action: 'submitCircular',
      version,
      ask: (circular) => canChangeCircular(circular, actor),
      isDone: ({ state }) => state === 'submitted',
      change: async (db, circular, items) => {
        demand(canSubmitCircular(circular, actor, await this.sessions.hasLead(db, circular.unitId)));
        await db.delete(CircularItems, { circularId });
        await this.nameLines(db, circular, items, true);
        return { state: 'submitted', factsOn: this.clock.today(), returnWords: null };
      },
    });
  }

  /** Back from the head's table, or given up. */
  withdraw(actor: Actor, circularId: string, version: number) {
    return this.move(actor, circularId, {
      action: 'withdrawCircular',
      version,
      ask: (circular) => canWithdrawCircular(circular, actor),
      // A draft somebody has just changed is not one that was taken back.
      isDone: ({ state, factsOn, returnWords }) =>
        state === 'withdrawn' || (state === 'draft' && factsOn !== null && returnWords === null),
      change: async (_db, { state }) => ({ state: AFTER_WITHDRAWAL[state] }),
    });
  }

  /** 批准印发: only while all it says is still so; or back with the reason. */
  decide(actor: Actor, circularId: string, decision: CircularDecision) {
    return this.move(actor, circularId, {
      action: 'decideCircular',
      version: decision.version,
      takesPart: decision.outcome === 'issued',
      ask: (circular) => canDecideCircular(circular, actor),
      isDone: (circular) =>
        decision.outcome === 'issued'
          ? circular.state === 'issued' && circular.documentNumber === decision.documentNumber
          : circular.state === 'draft' && circular.returnWords === decision.words,
      change: async (db, circular, items) => {
        await this.sessions.demandNoPost(
          db,
          actor,
          items.map(({ unitId }) => unitId),
        );
        if (decision.outcome === 'returned') return { state: 'draft', returnWords: decision.words };
        await this.issue(db, actor, { ...circular, documentNumber: decision.documentNumber }, items);
        return {
          state: 'issued',
          documentNumber: decision.documentNumber,
          approvedByName: actor.name,
          issuedOn: this.clock.today(),
        };
      },
    });
  }

  private move(actor: Actor, circularId: string, { action, version, ask, isDone, change, takesPart = true }: Move) {
    return this.database.work(async (db): Promise<CircularView | Repeated<CircularView>> => {
      const circular = await this.database.findForChange(db, Circulars, { id: circularId });
      const items = circular ? await this.views.itemsOf(db, circularId) : [];
      if (!circular || !this.views.isReadable(circular, items, actor)) throw notFound('这份通报');
      if (circular.version === version + 1 && isDone(circular, items))
        return new Repeated(await this.views.view(db, actor, circular));
      demand(ask(circular));
      if (circular.version !== version) throw changedMeanwhile();
      const changes = await change(db, circular, items);
      const madeBy = takesPart ? [...new Set([...circular.madeBy, actor.personId])] : circular.madeBy;
      const changed: Circular = { ...circular, ...changes, madeBy, version: version + 1 };
      await db.update(Circulars, { id: circularId }, changed);
      await this.record(db, actor, action, circularId);
      return this.views.view(db, actor, changed);
    });
  }

  /** Writes the items with their lines' facts of today; a line that is not late is refused at its place. */
  private async nameLines(
    db: EntityManager,
    circular: Circular,
    items: readonly (CircularItem & { facts?: LineFacts })[],
    brings = false,
  ): Promise<void> {
    const today = this.clock.today();
    const lines = await this.lines.find(
      db,
      circular.breakdownId,
      items.map(({ assignmentId }) => assignmentId),
    );
    const rows = items.map((item, position): CircularItemRow => {
      const { id, assignmentId } = item;
      const line = lines.get(assignmentId)!;
      const facts = factsOf(line, today);
      if (!facts) {
        const verdict = canNameInCircular(line, today);
        const reason = verdict.allowed ? '不能列入通报' : verdict.reason;
        throw invalidField('items', `第 ${position + 1} 项（${line.unitName}）：${reason}，请去掉这一项`);
      }
      const { unitId } = line;
      // Words nobody has put in his own way are brought up to the day.
      const isProposed = brings && item.facts !== undefined && item.words === proposedWords(item.facts);
      const words = isProposed ? proposedWords(facts) : item.words;
      return { id, circularId: circular.id, position, assignmentId, unitId, dueOn: facts.dueOn, words, facts };
    });
    if (await this.views.hasItems(db, rows)) throw idTaken();
    await insertRows(db, CircularItems, rows);
  }

  private async issue(db: EntityManager, actor: Actor, circular: Circular, items: CircularItemRow[]): Promise<void> {
    const taken = await db.existsBy(Circulars, { documentNumber: circular.documentNumber! });
    if (taken) throw invalidField('documentNumber', `发文字号“${circular.documentNumber}”已经用过，请核对`);
    const held = await this.lines.hold(
      db,
      items.map(({ assignmentId }) => assignmentId),
    );
    const lines = new Map(held.map((line) => [line.id, line]));
    for (const { assignmentId, facts, position } of items) {
      const changed = changedSince(facts, lines.get(assignmentId)!);
      if (changed) throw noLongerSo(position, facts.unitName, changed);
    }
    for (const { assignmentId, words } of items) {
      const content = {
        id: newId(),
        kind: 'circular-issued' as const,
        words: `${circular.documentNumber}《${circular.title}》：${words}`,
      };
      await this.steps.record(db, actor, lines.get(assignmentId)!, content, 'issueCircular');
    }
  }

  private record(db: EntityManager, actor: Actor, action: AuditAction, subjectId: string): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'circular', subjectId });
  }
}

const AFTER_WITHDRAWAL: Record<CircularState, CircularState> = {
  draft: 'withdrawn',
  submitted: 'draft',
  issued: 'issued',
  withdrawn: 'withdrawn',
};

function saysSame(
  circular: Circular,
  rows: readonly CircularItemRow[],
  { title, opening, closing, readers, items }: Pick<NewCircular, 'title' | 'opening' | 'closing' | 'readers' | 'items'>,
): boolean {
  const said = [circular.title, circular.opening, circular.closing, circular.readers];
  const itemWords = (some: readonly CircularItem[]) => some.map((one) => [one.id, one.assignmentId, one.words]);
  return (
    JSON.stringify([said, itemWords(rows)]) === JSON.stringify([[title, opening, closing, readers], itemWords(items)])
  );
}

const changedMeanwhile = () =>
  new ConflictException({
    code: 'wrong-state',
    message: '这份通报刚被别人改过，请重新打开看过再处理；您写的内容还在本页，可以先复制',
  });

const noLongerSo = (position: number, unitName: string, changed: string) =>
  new ConflictException({
    code: 'wrong-state',
    message: `第 ${position + 1} 项（${unitName}）提交后有变化：${changed}。请退回起草人核对后再印发`,
  });
