import type { OrderedLine, OrderStep, SupervisionOrder } from '@county/shared/supervision-orders/supervision-order';
import { calendarDay, instant, integer, json, nullable, primaryId, reference, table, text } from '../database/table.ts';

export const SupervisionOrders = table<SupervisionOrder>(
  'supervision_order',
  {
    id: primaryId(),
    year: integer(),
    serial: integer(),
    documentNumber: text(60),
    title: text(100),
    demand: text(2000),
    reason: text(1000),
    answerBy: calendarDay(),
    state: text(20),
    unitId: reference(),
    toUnitId: reference(),
    toUnitName: text(100),
    issuedBy: reference(),
    issuedByName: text(60),
    issuedAt: instant(),
    issuedOn: calendarDay(),
    receivedAt: nullable(instant()),
    receivedByName: nullable(text(60)),
    answerId: nullable(reference()),
    demandedOn: calendarDay(),
  },
  {
    indices: [
      { name: 'supervision_order_serial', columns: ['year', 'serial'], unique: true },
      { name: 'supervision_order_issued', columns: ['issuedAt', 'id'] },
      { name: 'supervision_order_unit', columns: ['toUnitId', 'state'] },
      { name: 'supervision_order_due', columns: ['state', 'answerBy'] },
    ],
  },
);

export interface OrderedLineRow {
  id: string;
  orderId: string;
  position: number;
  assignmentId: string;
  facts: OrderedLine;
}

export const OrderedLineRows = table<OrderedLineRow>(
  'supervision_order_line',
  { id: primaryId(), orderId: reference(), position: integer(), assignmentId: reference(), facts: json() },
  {
    indices: [
      { name: 'supervision_order_line_order', columns: ['orderId', 'position'] },
      { name: 'supervision_order_line_line', columns: ['assignmentId'] },
    ],
  },
);

export const OrderSteps = table<OrderStep>(
  'supervision_order_step',
  {
    id: primaryId(),
    orderId: reference(),
    kind: text(20),
    words: nullable(text(2000)),
    answerBy: nullable(calendarDay()),
    fileIds: json(),
    unitId: nullable(reference()),
    by: reference(),
    byName: text(60),
    at: instant(),
  },
  { indices: [{ name: 'supervision_order_step_order', columns: ['orderId', 'at'] }] },
);

/** How far a year's numbers have come; held while one is given, so that none is given twice or left out. */
export interface OrderNumbering {
  year: number;
  last: number;
}

export const OrderNumberings = table<OrderNumbering>('supervision_order_numbering', {
  year: { type: Number, primary: true },
  last: integer(),
});
