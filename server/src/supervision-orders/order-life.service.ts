import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AuditAction } from '@county/shared/audit/audit-acts';
import type { Actor } from '@county/shared/people/actor';
import type { OrderStep, OrderStepKind, SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import type { AssignmentStepKind } from '@county/shared/tasks/lines/assignment-step';
import { AuditService } from '../audit/audit.service.ts';
import { Clock } from '../clock/clock.ts';
import { insertRow } from '../database/insert-row.ts';
import { AssignmentStepsService } from '../tasks/lines/assignment-steps.service.ts';
import { LateLines } from '../tasks/lines/late-lines.service.ts';
import { OrderedLineRows, OrderSteps } from './orders.tables.ts';

export type NewOrderStep = Pick<OrderStep, 'id' | 'kind' | 'words'> & Partial<Pick<OrderStep, 'answerBy' | 'fileIds'>>;

/** What the history of a line says of a step of its order; the others are the order's own affair. */
const LINE_STEPS: Partial<Record<OrderStepKind, AssignmentStepKind>> = {
  issued: 'order-issued',
  answered: 'order-answered',
  returned: 'order-returned',
  accepted: 'order-accepted',
  withdrawn: 'order-withdrawn',
};

const AUDITED = {
  issued: 'issueOrder',
  received: 'receiveOrder',
  answered: 'answerOrder',
  returned: 'returnOrder',
  accepted: 'acceptOrder',
  withdrawn: 'withdrawOrder',
  moved: 'moveOrder',
  reminded: 'remindOfOrder',
  rung: 'recordCall',
} as const satisfies Record<OrderStepKind, string>;

const MOST_WORDS = 2000;

/** The life of an order: each step once, with its author and time, in the trail and in the histories of its lines. */
@Injectable()
export class OrderLife {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly lines: LateLines,
    private readonly lineSteps: AssignmentStepsService,
  ) {}

  async record(db: EntityManager, actor: Actor, order: SupervisionOrder, content: NewOrderStep): Promise<OrderStep> {
    const { personId: by, name: byName, unitId } = actor;
    const blank = { answerBy: null, fileIds: [] };
    const step: OrderStep = { ...blank, ...content, orderId: order.id, unitId, by, byName, at: this.clock.now() };
    await insertRow(db, OrderSteps, step);
    const action = AUDITED[step.kind];
    await this.audit.record(db, actor, { action, subjectKind: 'supervision-order', subjectId: order.id });
    const kind = LINE_STEPS[step.kind];
    if (kind) await this.recordInLines(db, actor, order, { kind, words: inLine(order, step) }, action);
    return step;
  }

  stepOf(db: EntityManager, orderId: string, kind: OrderStepKind): Promise<OrderStep | null> {
    return db.findOneBy(OrderSteps, { orderId, kind });
  }

  private async recordInLines(
    db: EntityManager,
    actor: Actor,
    { id: orderId }: SupervisionOrder,
    content: { kind: AssignmentStepKind; words: string },
    action: AuditAction,
  ): Promise<void> {
    const rows = await db.findBy(OrderedLineRows, { orderId });
    for (const line of await this.lines.hold(
      db,
      rows.map(({ assignmentId }) => assignmentId),
    ))
      await this.lineSteps.record(db, actor, line, { id: newId(), ...content }, action);
  }
}

function inLine({ documentNumber, title }: SupervisionOrder, { kind, words, answerBy }: OrderStep): string {
  const until = answerBy ? `（${answerBy} 前答复）` : '';
  const said = `${documentNumber}《${title}》${kind === 'accepted' && !words ? '' : `${until}：${words ?? ''}`}`;
  return said.length > MOST_WORDS ? `${said.slice(0, MOST_WORDS - 1)}…` : said;
}
