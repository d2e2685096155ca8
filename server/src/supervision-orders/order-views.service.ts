import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Brackets, In, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import {
  ANSWER_WORKING_DAYS,
  canIssueOrder,
  canReadOrder,
  ORDER_PLACES,
  usualAnswerDay,
} from '@county/shared/supervision-orders/order-rules';
import type { OrderPlace } from '@county/shared/supervision-orders/order-routes';
import type {
  OrderChoices,
  OrderStepView,
  SupervisionOrderSummary,
  SupervisionOrderView,
} from '@county/shared/supervision-orders/order-views';
import type { OrderedLine, SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { FilesService } from '../files/files.service.ts';
import { demand, notFound } from '../http/refusal.ts';
import { Download } from '../http/replies.ts';
import { readTimeCursor, timeCursor } from '../http/page-cursor.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { OrderedLines } from '../tasks/lines/ordered-lines.service.ts';
import { OrderedLineRows, OrderSteps, SupervisionOrders } from './orders.tables.ts';

/** At the top of the file: within a decorated class the compiler leaves `.ts` in an address that is imported late. */
const loadOrderDocx = () => import('./order-docx.ts');

const MOST_LINES = 100;

/** Orders as lists, pages and paper show them, to those who may read them. */
@Injectable()
export class OrderViews implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly files: FilesService,
    private readonly units: OrgUnitsService,
    private readonly lines: OrderedLines,
  ) {}

  onModuleInit(): void {
    this.files.onReadRule('order-answer', async (db, actor, stepId) => {
      const step = await db.findOneBy(OrderSteps, { id: stepId });
      const order = step && (await db.findOneBy(SupervisionOrders, { id: step.orderId }));
      return !!order && canReadOrder(order, actor);
    });
  }

  list(
    actor: Actor,
    { limit, cursor, place, assignmentId }: PageQuery & { place?: OrderPlace; assignmentId?: string },
  ): Promise<Page<SupervisionOrderSummary>> {
    return this.database.read(async (db) => {
      const query = db
        .createQueryBuilder(SupervisionOrders, 'paper')
        .orderBy('paper.issuedAt', 'DESC')
        .addOrderBy('paper.id', 'DESC')
        .limit(limit + 1);
      const unitIds = scopeOf(actor);
      if (unitIds) query.andWhere(readableTo(actor, unitIds));
      if (place) query.andWhere('paper.state IN (:...states)', { states: [...ORDER_PLACES[place].states] });
      if (assignmentId) query.andWhere(ABOUT_LINE, { assignmentId });
      const before = readTimeCursor(cursor);
      if (before) query.andWhere('(paper.issuedAt < :at OR (paper.issuedAt = :at AND paper.id < :id))', { ...before });
      const rows = await query.getMany();
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1)! : undefined;
      return {
        items: await this.summaries(db, shown),
        next: last ? timeCursor({ at: last.issuedAt, id: last.id }) : null,
      };
    });
  }

  read(actor: Actor, orderId: string): Promise<SupervisionOrderView> {
    return this.database.read(async (db) => {
      const order = await db.findOneBy(SupervisionOrders, { id: orderId });
      if (!order) throw notFound('这份督办单');
      return this.view(db, actor, order);
    });
  }

  async download(actor: Actor, orderId: string, withAnswer: boolean): Promise<Download> {
    const order = await this.read(actor, orderId);
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const name = `${order.documentNumber} ${order.title}${withAnswer ? '（附答复）' : ''}.docx`;
    const { orderDocx } = await loadOrderDocx();
    return new Download(await orderDocx(order, withAnswer), mediaType, name);
  }

  /** What may be ordered of a unit, and by when it usually answers. */
  choices(actor: Actor, unitId: string, assignmentId: string | undefined): Promise<OrderChoices> {
    return this.database.read(async (db) => {
      const unit = await this.units.get(unitId);
      demand(canIssueOrder(actor, unitId));
      const { lines, isWhole } = await this.lines.ofUnit(db, unitId, { most: MOST_LINES, assignmentId });
      const { day, provisional } = usualAnswerDay(await this.calendar.calendar(), this.clock.today());
      return {
        toUnitId: unitId,
        toUnitName: unit.name,
        lines: lines.map((line) => ({ ...orderedLineOf(line), status: line.status })),
        isWhole,
        answerBy: day,
        workingDays: ANSWER_WORKING_DAYS,
        isProvisional: provisional,
      };
    });
  }

  /** 404 for whom it does not concern. */
  async view(db: EntityManager, actor: Actor, order: SupervisionOrder): Promise<SupervisionOrderView> {
    if (!canReadOrder(order, actor)) throw notFound('这份督办单');
    const units = await this.units.byId();
    const rows = await db.find(OrderedLineRows, { where: { orderId: order.id }, order: { position: 'ASC' } });
    const statuses = await this.lines.statuses(
      db,
      rows.map((row) => row.assignmentId),
    );
    const { day, provisional } = usualAnswerDay(await this.calendar.calendar(), this.clock.today());
    return {
      ...order,
      unitName: units.get(order.unitId)?.name ?? '',
      answeringUnitName: units.get(order.toUnitId)?.name ?? '',
      lines: rows.map(({ facts, assignmentId }) => ({ ...facts, status: statuses.get(assignmentId) ?? 'withdrawn' })),
      steps: await this.steps(db, actor, order.id),
      nextAnswerBy: day,
      isProvisional: provisional,
    };
  }

  private async steps(db: EntityManager, actor: Actor, orderId: string): Promise<OrderStepView[]> {
    const steps = await db.find(OrderSteps, { where: { orderId }, order: { at: 'ASC', id: 'ASC' } });
    const withAny = steps.filter(({ fileIds }) => fileIds.length).map(({ id }) => id);
    const files = await this.files.attached(actor, 'order-answer', withAny);
    const units = await this.units.byId();
    return steps.map((step) => ({
      ...step,
      files: files.get(step.id) ?? [],
      unitName: step.unitId && (units.get(step.unitId)?.name ?? null),
    }));
  }

  private async summaries(db: EntityManager, orders: SupervisionOrder[]): Promise<SupervisionOrderSummary[]> {
    if (!orders.length) return [];
    const rows = await db.find(OrderedLineRows, {
      select: { id: true, orderId: true },
      where: { orderId: In(orders.map(({ id }) => id)) },
    });
    return orders.map((order) => ({ ...order, lineCount: rows.filter(({ orderId }) => orderId === order.id).length }));
  }
}

/** A line as an order prints it. */
export const orderedLineOf = ({ id, task, breakdownTitle, dueOn, percent }: AssignmentSummary): OrderedLine => ({
  assignmentId: id,
  taskNumber: task.number,
  mainTask: task.mainTask,
  breakdownTitle,
  dueOn,
  percent,
});

const ABOUT_LINE =
  'EXISTS (SELECT 1 FROM supervision_order_line line WHERE line.orderId = paper.id AND line.assignmentId = :assignmentId)';

/** `canReadOrder` as SQL. */
function readableTo(actor: Actor, unitIds: readonly string[]): Brackets {
  const own = actor.role === 'unit-lead' ? ' OR paper.unitId IN (:...unitIds)' : '';
  return new Brackets((either) => either.where(`(paper.toUnitId IN (:...unitIds)${own})`, { unitIds }));
}
