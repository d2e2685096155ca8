import type { Circular, CircularItem, LineFacts } from '@county/shared/circulars/circular';
import type { CircularReceipt, Objection } from '@county/shared/circulars/objection';
import { calendarDay, instant, integer, json, nullable, primaryId, reference, table, text } from '../database/table.ts';

export const Circulars = table<Circular>(
  'circular',
  {
    id: primaryId(),
    breakdownId: reference(),
    title: text(100),
    opening: text(2000),
    closing: text(2000),
    readers: text(20),
    state: text(20),
    version: integer(),
    unitId: reference(),
    documentNumber: nullable(text(40)),
    madeBy: json(),
    draftedByName: text(60),
    draftedAt: instant(),
    factsOn: nullable(calendarDay()),
    approvedByName: nullable(text(60)),
    issuedOn: nullable(calendarDay()),
    returnWords: nullable(text(1000)),
  },
  {
    indices: [
      { name: 'circular_drafted', columns: ['draftedAt', 'id'] },
      { name: 'circular_state', columns: ['state', 'unitId'] },
      { name: 'circular_number', columns: ['documentNumber'], unique: true },
    ],
  },
);

export interface CircularItemRow extends CircularItem {
  circularId: string;
  position: number;
  unitId: string;
  /** Of the facts, for the next circular to find that this day has been named. */
  dueOn: string;
  facts: LineFacts;
}

export const CircularItems = table<CircularItemRow>(
  'circular_item',
  {
    id: primaryId(),
    circularId: reference(),
    position: integer(),
    assignmentId: reference(),
    unitId: reference(),
    dueOn: calendarDay(),
    words: text(500),
    facts: json(),
  },
  {
    indices: [
      { name: 'circular_item_order', columns: ['circularId', 'position'] },
      { name: 'circular_item_line', columns: ['assignmentId', 'dueOn'] },
      { name: 'circular_item_unit', columns: ['unitId', 'circularId'] },
    ],
  },
);

export interface ReceiptRow extends CircularReceipt {
  id: string;
  circularId: string;
}

export const CircularReceipts = table<ReceiptRow>(
  'circular_receipt',
  {
    id: primaryId(),
    circularId: reference(),
    unitId: reference(),
    receivedOn: calendarDay(),
    how: text(20),
    byName: text(60),
    objectUntil: calendarDay(),
  },
  {
    indices: [
      { name: 'circular_receipt_unit', columns: ['circularId', 'unitId'], unique: true },
      { name: 'circular_receipt_until', columns: ['objectUntil'] },
    ],
  },
);

export interface ObjectionRow extends Objection {
  circularId: string;
  /** Who wrote it; decided by somebody else. */
  madeBy: string;
  decidedBy: string | null;
}

export const Objections = table<ObjectionRow>(
  'objection',
  {
    id: primaryId(),
    circularId: reference(),
    itemId: reference(),
    unitId: reference(),
    reason: text(2000),
    madeBy: reference(),
    madeByName: text(60),
    madeAt: instant(),
    decideBy: calendarDay(),
    outcome: nullable(text(20)),
    decisionWords: nullable(text(1000)),
    correctedWords: nullable(text(500)),
    decidedBy: nullable(reference()),
    decidedByName: nullable(text(60)),
    decidedAt: nullable(instant()),
  },
  {
    indices: [
      { name: 'objection_circular', columns: ['circularId', 'outcome'] },
      { name: 'objection_waiting', columns: ['outcome', 'circularId'] },
      { name: 'objection_item', columns: ['itemId'], unique: true },
    ],
  },
);
