import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import { canReport } from '@county/shared/tasks/assignment-rules';
import type { NewWaitingReport, WaitingReport } from '@county/shared/tasks/waiting-report';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken } from '../http/refusal.ts';
import { findLine } from './find-line.ts';
import { ProgressReports, WaitingReports } from './tasks.tables.ts';

/** More than one phone of a unit will hold; a runaway sender fills nothing. */
const MOST_PER_LINE = 20;

/** Reports that phones have said they hold (已提交、尚未发出). */
@Injectable()
export class WaitingReportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Said again it changes nothing; said of a report that has arrived meanwhile, it is over already. */
  say(actor: Actor, assignmentId: string, { id, writtenAt }: NewWaitingReport): Promise<{ waiting: boolean }> {
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      demand(canReport(line, actor));
      const known = await db.findOneBy(WaitingReports, { id });
      if (known && (known.assignmentId !== assignmentId || known.writtenBy !== actor.personId)) throw idTaken();
      if (await db.existsBy(ProgressReports, { id })) return { waiting: false };
      if (known) return { waiting: true };
      if ((await db.countBy(WaitingReports, { assignmentId })) >= MOST_PER_LINE) return { waiting: false };
      const now = this.clock.now();
      const who = { writtenBy: actor.personId, writtenByName: actor.name };
      // A phone whose clock runs ahead has not submitted in the future.
      await db.insert(WaitingReports, {
        id,
        assignmentId,
        ...who,
        writtenAt: writtenAt < now ? writtenAt : now,
        saidAt: now,
      });
      return { waiting: true };
    });
  }

  /** Its writer threw it away; nobody else's word ends it. */
  take(actor: Actor, reportId: string): Promise<void> {
    return this.database.work(async (db) => {
      await db.delete(WaitingReports, { id: reportId, writtenBy: actor.personId });
    });
  }

  of(db: EntityManager, assignmentId: string): Promise<WaitingReport[]> {
    return db.find(WaitingReports, { where: { assignmentId }, order: { writtenAt: 'ASC' } });
  }
}
