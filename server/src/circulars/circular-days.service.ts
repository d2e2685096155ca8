import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { movedInWords } from '@county/shared/calendar/calendar-rules';
import { MOVED_KIND_LABELS, type MovedCase } from '@county/shared/calendar/calendar-year';
import { shanghaiDay } from '@county/shared/calendar/day';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';
import { objectUntilAfter, thirtyDaysFrom } from '@county/shared/circulars/circular-rules';
import { CalendarService, type CalendarChange } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { AssignmentStepsService } from '../tasks/lines/assignment-steps.service.ts';
import { LateLines } from '../tasks/lines/late-lines.service.ts';
import { CircularItems, CircularReceipts, Circulars, Objections, type CircularItemRow } from './circulars.tables.ts';

interface Limit {
  kind: MovedCase['kind'];
  circularId: string;
  from: string;
  to: string;
}

/** The thirty days of circulars, where a changed calendar puts their ends (rules T3). */
@Injectable()
export class CircularDays implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly lines: LateLines,
    private readonly steps: AssignmentStepsService,
  ) {}

  onModuleInit(): void {
    this.calendar.onChange(async (db, _before, after, change) => [
      ...(await this.moveObjecting(db, after, change)),
      ...(await this.moveDeciding(db, after, change)),
    ]);
  }

  /** Of units that may still object to an item; whose time has passed or whose word is said stays as it was. */
  private async moveObjecting(db: EntityManager, after: WorkingCalendar, change: CalendarChange): Promise<MovedCase[]> {
    const today = this.clock.today();
    const moves: MovedCase[] = [];
    for (const receipt of await db.findBy(CircularReceipts, { objectUntil: MoreThanOrEqual(today) })) {
      const { id, circularId, unitId, receivedOn, objectUntil } = receipt;
      const to = objectUntilAfter(after, receivedOn, today);
      const items = to === objectUntil ? [] : await itemsWithoutObjection(db, circularId, unitId);
      if (!items.length) continue;
      if (change.apply) await db.update(CircularReceipts, { id }, { objectUntil: to });
      const limit: Limit = { kind: 'circular-objection', circularId, from: objectUntil, to };
      moves.push(await this.moved(db, limit, items, change));
    }
    return moves;
  }

  private async moveDeciding(db: EntityManager, after: WorkingCalendar, change: CalendarChange): Promise<MovedCase[]> {
    const moves: MovedCase[] = [];
    for (const { id, circularId, itemId, madeAt, decideBy } of await db.findBy(Objections, { outcome: IsNull() })) {
      const to = thirtyDaysFrom(after, shanghaiDay(madeAt)).day;
      if (to === decideBy) continue;
      if (change.apply) {
        const held = await this.database.findForChange(db, Objections, { id });
        // Decided since it was found.
        if (held?.outcome !== null) continue;
        await db.update(Objections, { id }, { decideBy: to });
      }
      const items = await db.findBy(CircularItems, { id: itemId });
      moves.push(await this.moved(db, { kind: 'objection-decision', circularId, from: decideBy, to }, items, change));
    }
    return moves;
  }

  /** The case in words; when the change applies, with a line in the history of each task it is about. */
  private async moved(
    db: EntityManager,
    { kind, circularId, from, to }: Limit,
    items: readonly CircularItemRow[],
    { apply, actor, source }: CalendarChange,
  ): Promise<MovedCase> {
    const { title, documentNumber } = await db.findOneByOrFail(Circulars, { id: circularId });
    if (apply) {
      const words = `${documentNumber}：${movedInWords(MOVED_KIND_LABELS[kind], { from, to }, source)}`;
      for (const line of await this.lines.hold(db, [...new Set(items.map(({ assignmentId }) => assignmentId))]))
        await this.steps.record(db, actor, line, { id: newId(), kind: 'limit-moved', words }, 'moveCircularLimit');
    }
    const unitName = items[0]?.facts.unitName ?? '';
    const link = `/pages/circulars/circular/index?id=${circularId}`;
    return { kind, words: `${unitName}：${title}（${documentNumber}）`, link, from, to };
  }
}

async function itemsWithoutObjection(
  db: EntityManager,
  circularId: string,
  unitId: string,
): Promise<CircularItemRow[]> {
  const items = await db.find(CircularItems, { where: { circularId, unitId }, order: { position: 'ASC' } });
  const objections = await db.findBy(Objections, { itemId: In(items.map(({ id }) => id)) });
  const said = new Set(objections.map(({ itemId }) => itemId));
  return items.filter(({ id }) => !said.has(id));
}
