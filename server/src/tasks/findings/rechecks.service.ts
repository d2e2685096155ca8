import { ConflictException, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateInWords, shanghaiDay } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { AssignmentStep, ReturnRemark } from '@county/shared/tasks/lines/assignment-step';
import { canRecheck, canRecheckInPerson, canRecheckOn } from '@county/shared/tasks/findings/finding-rules';
import { RECHECK_WAY_LABELS, type NewRecheck, type Recheck } from '@county/shared/tasks/findings/recheck';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { insertRow } from '../../database/insert-row.ts';
import { FilesService } from '../../files/files.service.ts';
import { demand, idTaken, invalidField } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { SessionsService } from '../../people/sessions.service.ts';
import { AssignmentStepsService } from '../lines/assignment-steps.service.ts';
import { findLine } from '../lines/find-line.ts';
import { Assignments, AssignmentSteps, ProgressReports } from '../tasks.tables.ts';
import { latestCompletion, rechecksOf } from './finding-gate.service.ts';
import { FindingViews } from './finding-views.service.ts';
import { Rechecks, RectificationMeasures } from './findings.tables.ts';
import { demandFinding } from './task-finding.ts';

/** 复查: somebody of another unit looks whether a finding was put right; only then can it be struck off. */
@Injectable()
export class RechecksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly sessions: SessionsService,
    private readonly steps: AssignmentStepsService,
    private readonly views: FindingViews,
  ) {}

  /** One that finds the work undone sends the line back (退回) with its remarks; it is looked at again after the next 办结. */
  file(actor: Actor, assignmentId: string, recheck: NewRecheck) {
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(Rechecks, { id: recheck.id });
      const step = await db.findOneBy(AssignmentSteps, { id: recheck.id });
      if (earlier || step) {
        if (!earlier || !isSame(earlier, step, { actor, assignmentId, recheck })) throw idTaken();
        return new Repeated(await this.view(earlier));
      }
      await demandFinding(db, line);
      const completion = await latestCompletion(db, assignmentId);
      const rechecks = await rechecksOf(db, assignmentId);
      demand(canRecheck(line, { completionId: completion?.id ?? null, rechecks }, actor));
      await this.demandSomebodyElse(db, actor, line, completion);
      const day = canRecheckOn(recheck.checkedOn, completion && shanghaiDay(completion.at), this.clock.today());
      if (!day.allowed) throw invalidField('checkedOn', day.reason);
      if (recheck.outcome === 'met' && completion) await this.demandWholeProof(actor, completion);
      const filed = await this.write(db, actor, line, recheck, completion!.id);
      return this.view(filed);
    });
  }

  private async write(
    db: EntityManager,
    actor: Actor,
    line: Assignment,
    { remarks, ...recheck }: NewRecheck,
    completionId: string,
  ): Promise<Recheck> {
    const filed: Recheck = {
      ...recheck,
      assignmentId: line.id,
      completionId,
      by: actor.personId,
      byName: actor.name,
      byUnitId: actor.unitId!,
      at: this.clock.now(),
    };
    await insertRow(db, Rechecks, filed);
    const isMet = recheck.outcome === 'met';
    if (!isMet) await db.update(Assignments, { id: line.id }, { status: 'returned', completedOn: null });
    const words = `${dateInWords(recheck.checkedOn)}${RECHECK_WAY_LABELS[recheck.way]}：${recheck.words}`;
    const kind = isMet ? 'recheck-met' : 'recheck-unmet';
    const content = { id: recheck.id, kind, words, remarks: isMet ? null : remarks } as const;
    await this.steps.record(db, actor, line, content, 'fileRecheck');
    return filed;
  }

  /** Nobody who wrote any of it, in whatever post (rules S1). */
  private async demandSomebodyElse(
    db: EntityManager,
    actor: Actor,
    line: Assignment,
    completion: AssignmentStep | null,
  ): Promise<void> {
    const ofLine = { assignmentId: line.id };
    const reports = await db.find(ProgressReports, { select: { id: true, filedBy: true }, where: ofLine });
    const measures = await db.findBy(RectificationMeasures, ofLine);
    const authors = new Set([...reports.map(({ filedBy }) => filedBy), ...measures.map(({ statedBy }) => statedBy)]);
    if (completion) authors.add(completion.by);
    const posts = await this.sessions.currentMemberships(db, actor.personId);
    demand(canRecheckInPerson(authors, actor, line.unitId, posts));
  }

  /** Pictures that are still on somebody's phone show nothing yet. */
  private async demandWholeProof(actor: Actor, { id, fileIds }: AssignmentStep): Promise<void> {
    if (!fileIds.length) return;
    const files = (await this.files.attached(actor, 'assignment-step', [id])).get(id) ?? [];
    const awaited = files.filter(({ state }) => state === 'awaited').length;
    if (awaited)
      throw new ConflictException({
        code: 'wrong-state',
        message: `办结的附图还缺 ${awaited} 张，等手机送达、看过以后再下“整改到位”的结论`,
      });
  }

  private async view(recheck: Recheck) {
    const [view] = await this.views.rechecks([recheck]);
    return view!;
  }
}

function isSame(
  earlier: Recheck,
  step: AssignmentStep | null,
  now: { actor: Actor; assignmentId: string; recheck: NewRecheck },
): boolean {
  const { outcome, words, way, checkedOn, remarks } = now.recheck;
  const remarked = (given: readonly ReturnRemark[] | null | undefined) => JSON.stringify(given ?? []);
  return (
    earlier.assignmentId === now.assignmentId &&
    earlier.by === now.actor.personId &&
    earlier.outcome === outcome &&
    earlier.words === words &&
    earlier.way === way &&
    earlier.checkedOn === checkedOn &&
    (outcome === 'met' || remarked(step?.remarks) === remarked(remarks))
  );
}
