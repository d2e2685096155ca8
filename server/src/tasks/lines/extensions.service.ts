import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { Extension, ExtensionDecision, ExtensionView, NewExtension } from '@county/shared/tasks/lines/extension';
import { canAskExtension, canDecideExtension, canExtendTo } from '@county/shared/tasks/lines/extension-rules';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { readIdCursor } from '../../http/page-cursor.ts';
import { demand, idTaken, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { SessionsService } from '../../people/sessions.service.ts';
import { AssignmentStepsService } from './assignment-steps.service.ts';
import { findLine } from './find-line.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments, Extensions } from '../tasks.tables.ts';

/** 延期: asked by the unit's lead, decided by a supervisor; what was granted is the line's day from then on. */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: AssignmentStepsService,
    private readonly views: LineViews,
    private readonly sessions: SessionsService,
  ) {}

  ask(actor: Actor, assignmentId: string, { id, dueOn, reason }: NewExtension) {
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(Extensions, { id });
      if (earlier) {
        if (!isSame(earlier, actor, assignmentId, dueOn, reason)) throw idTaken();
        return new Repeated(await this.view(db, earlier, line));
      }
      const isAsked = await db.existsBy(Extensions, { assignmentId, state: 'asked' });
      demand(canAskExtension(line, actor, this.clock.today(), isAsked));
      await this.demandDay(db, line, dueOn);
      const asked: Extension = {
        id,
        assignmentId,
        dueOn,
        reason,
        fromDueOn: line.dueOn!,
        state: 'asked',
        askedBy: actor.personId,
        askedByName: actor.name,
        askedAt: this.clock.now(),
        decidedBy: null,
        decidedByName: null,
        decidedAt: null,
        decisionWords: null,
      };
      await db.insert(Extensions, asked);
      await this.record(db, actor, line, 'extension-asked', `申请从 ${line.dueOn} 延期到 ${dueOn}：${reason}`);
      return this.view(db, asked, line);
    });
  }

  /** Those that wait, the oldest first. */
  list(_actor: Actor, { limit, cursor }: PageQuery): Promise<Page<ExtensionView>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(Extensions, 'extension')
        .where("extension.state = 'asked'")
        .orderBy('extension.id', 'ASC')
        .limit(limit + 1);
      const after = readIdCursor(cursor);
      if (after) query.andWhere('extension.id > :after', { after });
      const rows = await query.getMany();
      const items: ExtensionView[] = [];
      for (const extension of rows.slice(0, limit)) {
        const line = await db.findOneByOrFail(Assignments, { id: extension.assignmentId });
        items.push(await this.view(db, extension, line));
      }
      return { items, next: rows.length > limit ? items[items.length - 1]!.id : null };
    });
  }

  decide(actor: Actor, extensionId: string, { outcome, words }: ExtensionDecision) {
    return this.database.work(async (db) => {
      const found = await db.findOneBy(Extensions, { id: extensionId });
      if (!found) throw notFound('这份延期申请');
      const line = await findLine(this.database, db, found.assignmentId);
      // Read again with the line held: another supervisor may have decided meanwhile.
      const extension = await db.findOneByOrFail(Extensions, { id: extensionId });
      if (extension.decidedBy === actor.personId && extension.state === outcome && extension.decisionWords === words)
        return new Repeated(await this.view(db, extension, line));
      demand(canDecideExtension(extension, line, actor, outcome));
      await this.sessions.demandNoPost(db, actor, [line.unitId]);
      if (outcome === 'granted') {
        await this.demandDay(db, line, extension.dueOn);
        await db.update(Assignments, { id: line.id }, { dueOn: extension.dueOn });
      }
      const decided: Extension = {
        ...extension,
        state: outcome,
        decisionWords: words,
        decidedBy: actor.personId,
        decidedByName: actor.name,
        decidedAt: this.clock.now(),
      };
      await db.update(Extensions, { id: extensionId }, decided);
      const days = `${extension.fromDueOn} → ${extension.dueOn}`;
      await this.record(db, actor, line, `extension-${outcome}`, words ? `${days}：${words}` : days);
      return this.view(db, decided, line);
    });
  }

  /** The extension of a line that waits to be decided. */
  waiting(db: EntityManager, assignmentId: string): Promise<Extension | null> {
    return db.findOneBy(Extensions, { assignmentId, state: 'asked' });
  }

  private async demandDay(db: EntityManager, line: Assignment, dueOn: string): Promise<void> {
    const parent = line.parentId ? await db.findOneBy(Assignments, { id: line.parentId }) : null;
    const verdict = canExtendTo(line, dueOn, parent?.dueOn ?? null);
    if (!verdict.allowed) throw invalidField('dueOn', verdict.reason);
  }

  private async record(
    db: EntityManager,
    actor: Actor,
    line: Assignment,
    kind: 'extension-asked' | 'extension-granted' | 'extension-declined',
    words: string,
  ): Promise<void> {
    const action = kind === 'extension-asked' ? 'askExtension' : 'decideExtension';
    await this.steps.record(db, actor, line, { id: newId(), kind, words }, action);
  }

  private async view(db: EntityManager, extension: Extension, line: Assignment): Promise<ExtensionView> {
    const { task, unitName } = await this.views.summary(db, line);
    return { ...extension, unitName, taskNumber: task.number, mainTask: task.mainTask };
  }
}

function isSame(earlier: Extension, actor: Actor, assignmentId: string, dueOn: string, reason: string): boolean {
  return (
    earlier.assignmentId === assignmentId &&
    earlier.askedBy === actor.personId &&
    earlier.dueOn === dueOn &&
    earlier.reason === reason
  );
}
