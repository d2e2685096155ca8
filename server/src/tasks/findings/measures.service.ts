import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { dateInWords } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import { canReadReports } from '@county/shared/tasks/lines/assignment-rules';
import { canDecideMeasure, canSetMeasureDay, canStateMeasure } from '@county/shared/tasks/findings/finding-rules';
import type {
  MeasureDecision,
  NewRectificationMeasure,
  RectificationMeasure,
} from '@county/shared/tasks/findings/rectification-measure';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRow } from '../../database/insert-row.ts';
import { demand, idTaken, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { SessionsService } from '../../people/sessions.service.ts';
import { AssignmentStepsService } from '../lines/assignment-steps.service.ts';
import { findLine } from '../lines/find-line.ts';
import { Assignments, AssignmentSteps } from '../tasks.tables.ts';
import { RectificationMeasures } from './findings.tables.ts';
import { demandFinding } from './task-finding.ts';

/** 整改措施: stated by the responsible unit where the table gives none, agreed to or sent back by a supervisor. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly steps: AssignmentStepsService,
    private readonly sessions: SessionsService,
  ) {}

  state(actor: Actor, assignmentId: string, { id, words, dueOn }: NewRectificationMeasure) {
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(RectificationMeasures, { id });
      if (earlier) {
        if (!isSame(earlier, actor, { assignmentId, words, dueOn })) throw idTaken();
        return new Repeated(earlier);
      }
      if (await db.existsBy(AssignmentSteps, { id })) throw idTaken();
      const finding = await demandFinding(db, line);
      const measures = await db.findBy(RectificationMeasures, { assignmentId });
      demand(canStateMeasure(line, finding.task, measures, actor));
      const day = canSetMeasureDay(line, finding.rectification, dueOn, this.clock.today());
      if (!day.allowed) throw invalidField('dueOn', day.reason);
      const stated: RectificationMeasure = {
        id,
        assignmentId,
        words,
        dueOn,
        state: 'stated',
        statedBy: actor.personId,
        statedByName: actor.name,
        statedAt: this.clock.now(),
        decidedBy: null,
        decidedByName: null,
        decidedAt: null,
        decisionWords: null,
      };
      await insertRow(db, RectificationMeasures, stated);
      const told = dueOn ? `${words}（${dateInWords(dueOn)}前完成）` : words;
      await this.steps.record(
        db,
        actor,
        line,
        { id, kind: 'measure-stated', words: told.slice(0, 2000) },
        'stateMeasure',
      );
      return stated;
    });
  }

  /** An agreed day becomes the line's own where the table set none; a day of the table stays. */
  decide(actor: Actor, measureId: string, { outcome, words }: MeasureDecision) {
    return this.database.work(async (db) => {
      const found = await db.findOneBy(RectificationMeasures, { id: measureId });
      if (!found) throw notFound('这份整改措施');
      const line = await findLine(this.database, db, found.assignmentId);
      if (!canReadReports(line, actor)) throw notFound('这份整改措施');
      // Read again with the line held: another supervisor may have decided meanwhile.
      const measure = await db.findOneByOrFail(RectificationMeasures, { id: measureId });
      if (measure.decidedBy === actor.personId && measure.state === outcome && measure.decisionWords === words)
        return new Repeated(measure);
      demand(canDecideMeasure(measure, line, actor));
      await this.sessions.demandNoPost(db, actor, [line.unitId]);
      const decision = {
        state: outcome,
        decidedBy: actor.personId,
        decidedByName: actor.name,
        decidedAt: this.clock.now(),
        decisionWords: words,
      };
      await db.update(RectificationMeasures, { id: measureId }, decision);
      if (outcome === 'agreed' && line.dueOn === null && measure.dueOn !== null)
        await db.update(Assignments, { id: line.id }, { dueOn: measure.dueOn });
      await this.steps.record(db, actor, line, { id: newId(), kind: `measure-${outcome}`, words }, 'decideMeasure');
      return { ...measure, ...decision };
    });
  }
}

function isSame(
  earlier: RectificationMeasure,
  actor: Actor,
  now: Pick<RectificationMeasure, 'assignmentId' | 'words' | 'dueOn'>,
): boolean {
  const { assignmentId, words, dueOn } = earlier;
  return (
    earlier.statedBy === actor.personId &&
    assignmentId === now.assignmentId &&
    words === now.words &&
    dueOn === now.dueOn
  );
}
