import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { yearOf } from '@county/shared/calendar/working-days';
import { isValidOn } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import {
  canIssueOrder,
  canOrderLine,
  canSetAnswerDay,
  orderNumber,
} from '@county/shared/supervision-orders/order-rules';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import type { NewSupervisionOrder, SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { Clock } from '../clock/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { insertNew, insertRows } from '../database/insert-row.ts';
import { demand, idTaken, invalidField } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { SessionsService } from '../people/sessions.service.ts';
import { OrderedLines } from '../tasks/lines/ordered-lines.service.ts';
import { OrderLife } from './order-life.service.ts';
import { OrderNotices } from './order-notices.service.ts';
import { orderedLineOf, OrderViews } from './order-views.service.ts';
import { OrderedLineRows, OrderNumberings, SupervisionOrders } from './orders.tables.ts';

/** 下达督办单: numbered, printed as the lines stand, and told to the unit at once. */
@Injectable()
export class IssuingService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly sessions: SessionsService,
    private readonly lines: OrderedLines,
    private readonly life: OrderLife,
    private readonly notices: OrderNotices,
    private readonly views: OrderViews,
  ) {}

  issue(actor: Actor, content: NewSupervisionOrder): Promise<SupervisionOrderView | Repeated<SupervisionOrderView>> {
    return this.database.work(async (db) => {
      const earlier = await db.findOneBy(SupervisionOrders, { id: content.id });
      if (earlier) {
        if (!(await this.isSame(db, earlier, actor, content))) throw idTaken();
        return new Repeated(await this.views.view(db, actor, earlier));
      }
      demand(canIssueOrder(actor, content.toUnitId));
      await this.sessions.demandNoPost(db, actor, [content.toUnitId]);
      const order = await this.write(db, actor, content);
      const step = { id: newId(), kind: 'issued' as const, words: order.demand, answerBy: order.answerBy };
      const written = await this.life.record(db, actor, order, step);
      await this.notices.tell(db, order, written, 'issued');
      return this.views.view(db, actor, order);
    });
  }

  private async write(
    db: EntityManager,
    actor: Actor,
    { assignmentIds, ...content }: NewSupervisionOrder,
  ): Promise<SupervisionOrder> {
    const today = this.clock.today();
    const toUnit = await this.units.get(content.toUnitId);
    if (toUnit.successorId || !isValidOn(toUnit, today))
      throw invalidField('toUnitId', `${toUnit.name}已并入其他单位或已撤销，请选择现有单位`);
    const day = canSetAnswerDay(content.answerBy, today);
    if (!day.allowed) throw invalidField('answerBy', day.reason);
    const lines = await this.lines.hold(db, assignmentIds);
    demandLines(lines, content.toUnitId);
    const year = yearOf(today);
    const serial = await this.nextSerial(db, year);
    const order: SupervisionOrder = {
      ...content,
      year,
      serial,
      documentNumber: orderNumber(this.settings.SUPERVISION_ORDER_PREFIX, year, serial),
      state: 'issued',
      unitId: actor.unitId!,
      toUnitName: toUnit.name,
      issuedBy: actor.personId,
      issuedByName: actor.name,
      issuedAt: this.clock.now(),
      issuedOn: today,
      receivedAt: null,
      receivedByName: null,
      answerId: null,
      demandedOn: today,
    };
    await db.insert(SupervisionOrders, order);
    const rows = lines.map((line, position) => ({
      id: newId(),
      orderId: order.id,
      position,
      assignmentId: line.id,
      facts: orderedLineOf(line),
    }));
    await insertRows(db, OrderedLineRows, rows);
    return order;
  }

  /** The year's next number, held until the unit of work ends: two issued at once wait for each other, one undone gives it back. */
  private async nextSerial(db: EntityManager, year: number): Promise<number> {
    await insertNew(db, OrderNumberings, [{ year, last: 0 }], this.database.kind);
    const held = await this.database.findForChange(db, OrderNumberings, { year });
    const serial = held!.last + 1;
    await db.update(OrderNumberings, { year }, { last: serial });
    return serial;
  }

  private async isSame(
    db: EntityManager,
    earlier: SupervisionOrder,
    actor: Actor,
    { assignmentIds, ...content }: NewSupervisionOrder,
  ): Promise<boolean> {
    const rows = await db.find(OrderedLineRows, { where: { orderId: earlier.id }, order: { position: 'ASC' } });
    const issued = await this.life.stepOf(db, earlier.id, 'issued');
    // A return has set another day since; the one issued is what was sent.
    const said = { ...earlier, answerBy: issued?.answerBy ?? earlier.answerBy };
    return (
      earlier.issuedBy === actor.personId &&
      (Object.keys(content) as (keyof typeof content)[]).every(
        (key) => key === 'toUnitId' || said[key] === content[key],
      ) &&
      rows.map(({ assignmentId }) => assignmentId).join() === assignmentIds.join()
    );
  }
}

function demandLines(lines: readonly AssignmentSummary[], toUnitId: string): void {
  for (const [position, line] of lines.entries()) {
    const verdict = canOrderLine(line, toUnitId);
    if (!verdict.allowed)
      throw invalidField(
        'assignmentIds',
        `第 ${position + 1} 项（${line.task.number}．${line.task.mainTask}）：${verdict.reason}`,
      );
  }
}
