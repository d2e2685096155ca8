import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MOST_NUDGED, type NudgeChoice, type NudgeLeftOut } from '@county/shared/nudges/nudge';
import {
  isAllOthers,
  leftOutInWords,
  leftOutOf,
  whyNotNudged,
  type EarlierNudge,
} from '@county/shared/nudges/nudge-rules';
import type { Actor } from '@county/shared/people/actor';
import { refused } from '@county/shared/verdict';
import { Clock } from '../clock/clock.ts';
import { demand } from '../http/refusal.ts';
import { DueRecipients } from '../tasks/due-reminders/due-recipients.service.ts';
import { ChosenLines, type ChosenLine } from '../tasks/overview/chosen-lines.service.ts';
import { NudgedLines, Nudges } from './nudges.tables.ts';

/** A line that is going to be nudged, and whom that reaches. */
export interface LineToNudge extends ChosenLine {
  /** Whose people are told; null where nobody works there nor leads above. */
  toldUnitId: string | null;
  people: readonly string[];
}

interface Settled {
  lines: LineToNudge[];
  leftOut: NudgeLeftOut[];
}

/** What a choice of lines comes to: those that are nudged, those left out and why, and the people told. */
@Injectable()
export class NudgeChoices {
  constructor(
    private readonly clock: Clock,
    private readonly chosen: ChosenLines,
    private readonly recipients: DueRecipients,
  ) {}

  /** With `hold` the lines stand still until the unit of work ends, so that two nudges never meet on one. */
  async settle(db: EntityManager, actor: Actor, choice: NudgeChoice, { hold = false } = {}): Promise<Settled> {
    const { lines, others } = await this.linesOf(db, actor, choice, hold);
    const today = await this.nudgedToday(db, lines);
    const left = lines.flatMap((line) => {
      const earlier = today.get(line.id) ?? null;
      const why = whyNotNudged(line, actor, earlier);
      return why ? [{ line, why, today: earlier }] : [];
    });
    const isLeft = new Set(left.map(({ line }) => line.id));
    const nudged = lines.filter(({ id }) => !isLeft.has(id));
    const told = await this.recipients.nearest(db, nudged);
    return {
      lines: nudged.map((line) => {
        const { unitId: toldUnitId, people } = told.get(line.id)!;
        return { ...line, toldUnitId, people };
      }),
      leftOut: leftOutOf([...left, ...others]),
    };
  }

  /** Refuses a choice of which nothing can be nudged, with what is the matter. */
  demandAny({ role }: Actor, { lines, leftOut }: Settled): void {
    if (lines.length) return;
    if (!leftOut.length) demand(role === 'supervisor' ? NONE : NONE_HANDED_DOWN);
    const why = leftOut.map(leftOutInWords).join('；');
    const code = isAllOthers(leftOut) ? 'not-allowed' : 'wrong-state';
    demand(refused(code, `没有可以催办的任务：${why}`));
  }

  private async linesOf(db: EntityManager, actor: Actor, choice: NudgeChoice, hold: boolean) {
    if (choice.by === 'selection') {
      return { lines: await this.chosen.find(db, choice.assignmentIds, { hold }), others: [] };
    }
    // To a lead the ledger's other lines are not the lead's to choose: they neither fill the measure nor are told of.
    const handedDownBy = actor.role === 'supervisor' ? null : actor.unitIds;
    const { breakdownId, filter } = choice;
    const { ids, others } = await this.chosen.matching(db, breakdownId, { filter, handedDownBy }, MOST_NUDGED + 1);
    if (ids.length > MOST_NUDGED) demand(TOO_MANY);
    const lines = await this.chosen.find(db, ids, { hold });
    const left = [...others].flatMap(([status, count]) => {
      const why = status === 'withdrawn' ? ('withdrawn' as const) : ('completed' as const);
      return Array.from({ length: count }, () => ({ why, today: null }));
    });
    return { lines, others: left };
  }

  private async nudgedToday(db: EntityManager, lines: readonly ChosenLine[]): Promise<Map<string, EarlierNudge>> {
    const found = new Map<string, EarlierNudge>();
    for (let at = 0; at < lines.length; at += BATCH) {
      const rows = await db
        .createQueryBuilder(NudgedLines, 'nudged')
        .innerJoin(Nudges.options.name, 'nudge', 'nudge.id = nudged.nudgeId')
        .select(['nudged.assignmentId AS `id`', 'nudge.byName AS `byName`', 'nudge.sentAt AS `at`'])
        .where('nudged.assignmentId IN (:...ids)', { ids: lines.slice(at, at + BATCH).map(({ id }) => id) })
        .andWhere('nudged.nudgedOn = :today', { today: this.clock.today() })
        .getRawMany<EarlierNudge & { id: string }>();
      for (const { id, byName, at: sentAt } of rows) found.set(id, { byName, at: sentAt });
    }
    return found;
  }
}

const BATCH = 500;

const NONE = refused('wrong-state', '没有符合条件的任务，请放宽筛选条件');
const NONE_HANDED_DOWN = refused(
  'wrong-state',
  '没有符合条件、由本单位分解下去的任务，请打开“含分解到村”，或放宽筛选条件',
);

const TOO_MANY = refused(
  'wrong-state',
  `符合条件的任务超过 ${MOST_NUDGED} 项，一次最多催办 ${MOST_NUDGED} 项；请先按单位、类别或时限筛选，分几次催办`,
);
