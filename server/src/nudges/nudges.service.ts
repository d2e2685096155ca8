import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { NewNudge, NudgeChoice, NudgePreview, NudgeView } from '@county/shared/nudges/nudge';
import { nudgeInWords } from '@county/shared/nudges/nudge-rules';
import type { Actor } from '@county/shared/people/actor';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { insertRows } from '../database/insert-row.ts';
import { idTaken } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { RemindersService, type ToRemind } from '../reminders/reminders.service.ts';
import { AssignmentStepsService } from '../tasks/lines/assignment-steps.service.ts';
import { NudgeChoices, type LineToNudge } from './nudge-choices.service.ts';
import { BELOW, nudgeCause, NUDGE_SOURCE } from './nudge-causes.service.ts';
import { NudgeViews } from './nudge-views.service.ts';
import { NudgedLines, Nudges, type NudgedLine, type NudgeRow } from './nudges.tables.ts';

/** 催办: seen before it is sent, sent once, and told to each person in one message. */
@Injectable()
export class NudgesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly choices: NudgeChoices,
    private readonly reminders: RemindersService,
    private readonly steps: AssignmentStepsService,
    private readonly views: NudgeViews,
  ) {}

  /** What it would reach; nothing is written. */
  preview(actor: Actor, choice: NudgeChoice): Promise<NudgePreview> {
    return this.database.read(async (db) => {
      const settled = await this.choices.settle(db, actor, choice);
      this.choices.demandAny(actor, settled);
      const { lines, leftOut } = settled;
      return {
        lineCount: lines.length,
        unitCount: new Set(lines.map(({ unitId }) => unitId)).size,
        personCount: new Set(lines.flatMap(({ people }) => people)).size,
        leftOut,
        unitsToRing: await this.views.unitsToRing(lines),
      };
    });
  }

  /** The same nudge sent again, by a phone that heard no answer, reaches nobody twice. */
  send(actor: Actor, { id, words, lines: choice }: NewNudge): Promise<NudgeView | Repeated<NudgeView>> {
    const fingerprint = createHash('sha256').update(JSON.stringify({ words, choice })).digest('hex');
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(Nudges, { id });
      if (earlier) {
        if (earlier.by !== actor.personId || earlier.fingerprint !== fingerprint) throw idTaken();
        return new Repeated(await this.views.view(db, actor, earlier));
      }
      const settled = await this.choices.settle(db, actor, choice, { hold: true });
      this.choices.demandAny(actor, settled);
      const { lines, leftOut } = settled;
      const nudge: NudgeRow = {
        id,
        words,
        unitId: actor.unitId!,
        by: actor.personId,
        byName: actor.name,
        sentAt: this.clock.now(),
        lineCount: lines.length,
        leftOut,
        fingerprint,
      };
      await db.insert(Nudges, nudge);
      await this.keep(db, actor, nudge, lines);
      await this.reminders.remind(db, sayings(nudge, actor.unitName ?? '', lines));
      return this.views.view(db, actor, nudge);
    });
  }

  private async keep(db: EntityManager, actor: Actor, nudge: NudgeRow, lines: readonly LineToNudge[]): Promise<void> {
    const nudgedOn = this.clock.today();
    const rows = lines.map(({ id: assignmentId, breakdownId, unitId, toldUnitId }): NudgedLine => {
      const isBelow = toldUnitId !== unitId;
      return { id: newId(), nudgeId: nudge.id, assignmentId, breakdownId, unitId, toldUnitId, isBelow, nudgedOn };
    });
    await insertRows(db, NudgedLines, rows);
    const ids = lines.map(({ id }) => id);
    await this.steps.recordAll(db, actor, ids, { kind: 'nudged', words: nudge.words });
    const detail = `${lines.length} lines`;
    await this.audit.record(db, actor, { action: 'sendNudge', subjectKind: 'nudge', subjectId: nudge.id, detail });
  }
}

/**
 * One saying for those of a unit who were told of its own lines, and one for those of its leads who were told of lines
 * below as well: each person gets one message, however many lines it is about.
 */
function sayings(nudge: NudgeRow, fromUnitName: string, lines: readonly LineToNudge[]): ToRemind[] {
  const toldUnitIds = new Set(lines.flatMap(({ toldUnitId }) => toldUnitId ?? []));
  return [...toldUnitIds].flatMap((toldUnitId) => {
    const told = lines.filter((line) => line.toldUnitId === toldUnitId);
    const own = told.filter(({ unitId }) => unitId === toldUnitId);
    const below = told.filter(({ unitId }) => unitId !== toldUnitId);
    const leads = new Set(below.flatMap(({ people }) => people));
    const others = new Set(own.flatMap(({ people }) => people).filter((personId) => !leads.has(personId)));
    return [
      ...(leads.size ? [saying(nudge, fromUnitName, toldUnitId, told, [...leads], BELOW)] : []),
      ...(others.size ? [saying(nudge, fromUnitName, toldUnitId, own, [...others])] : []),
    ];
  });
}

function saying(
  nudge: NudgeRow,
  fromUnitName: string,
  unitId: string,
  lines: readonly LineToNudge[],
  people: string[],
  about?: typeof BELOW,
): ToRemind {
  const only = lines.length === 1 ? lines[0] : undefined;
  return {
    subject: { kind: 'nudge', id: nudge.id, unitId },
    source: NUDGE_SOURCE,
    cause: nudgeCause(nudge.id, unitId, about),
    people,
    when: nudge.sentAt,
    ...nudgeInWords({ ...nudge, fromUnitName }, lines),
    link: only ? `/pages/tasks/line/index?id=${only.id}` : `/pages/nudges/nudge/index?id=${nudge.id}`,
    dueOn: only?.dueOn ?? null,
    occasion: `nudge:${nudge.id}`,
  };
}
