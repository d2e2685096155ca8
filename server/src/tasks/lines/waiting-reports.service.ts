import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canReadReports, canReport } from '@county/shared/tasks/lines/assignment-rules';
import type { NewWaitingReport, WaitingReport } from '@county/shared/tasks/lines/waiting-report';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { demand, idTaken } from '../../http/refusal.ts';
import { findLine } from './find-line.ts';
import { ProgressReports, WaitingReports } from '../tasks.tables.ts';

/** More than one phone of a unit will hold; a runaway sender fills nothing. */
const MOST_PER_LINE = 20;

export interface WaitingLine extends Pick<Assignment, 'id' | 'unitId' | 'parentId'> {
  since: string;
}

const OF_LINE = 'a.`id`, a.`unitId`, a.`parentId`';
// Few wait at any time, and they are gone through first: SQLite keeps the order of a CROSS JOIN.
const WAITING_LINES =
  `SELECT ${OF_LINE}, MIN(w.\`writtenAt\`) AS \`since\` ` +
  'FROM `waiting_report` w CROSS JOIN `assignment` a WHERE a.`id` = w.`assignmentId`';

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

  /** Since when a report of each line waits; of those lines alone whose reports the actor may read. */
  async sinceOf(
    db: EntityManager,
    actor: Actor,
    lines: readonly Pick<Assignment, 'id' | 'unitId'>[],
  ): Promise<ReadonlyMap<string, string>> {
    const readable = lines.filter((line) => canReadReports(line, actor)).map(({ id }) => id);
    if (!readable.length) return new Map();
    const rows = await db
      .createQueryBuilder(WaitingReports, 'waiting')
      .select('waiting.assignmentId', 'id')
      .addSelect('MIN(waiting.writtenAt)', 'since')
      .where('waiting.assignmentId IN (:...readable)', { readable })
      .groupBy('waiting.assignmentId')
      .getRawMany<{ id: string; since: string }>();
    return new Map(rows.map(({ id, since }) => [id, since]));
  }

  /** Every line of a plan, or of a task, of which a report waits and the actor may know it. */
  async within(
    db: EntityManager,
    actor: Actor,
    whole: 'breakdownId' | 'taskId',
    id: string,
  ): Promise<readonly WaitingLine[]> {
    const rows = (await db.query(`${WAITING_LINES} AND a.\`${whole}\` = ? GROUP BY ${OF_LINE}`, [id])) as WaitingLine[];
    return rows.filter((line) => canReadReports(line, actor));
  }

  of(db: EntityManager, assignmentId: string): Promise<WaitingReport[]> {
    return db.find(WaitingReports, { where: { assignmentId }, order: { writtenAt: 'ASC' } });
  }
}
