import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { Circular, CircularItem, LineFacts } from './circular.ts';
import { CircularReceipt, Objection } from './objection.ts';

/** A late line that may be named, and the circular that has named it for this due day already. */
export const CircularCandidate = LineFacts.extend({
  assignmentId: z.uuid(),
  unitId: z.uuid(),
  namedIn: z.string().nullable(),
  /** Whether its working days of lateness touch a year without a holiday notice (rules T3). */
  isProvisional: z.boolean(),
}).meta({ id: 'CircularCandidate' });
export type CircularCandidate = z.infer<typeof CircularCandidate>;

export const CircularSummary = Circular.pick({
  id: true,
  title: true,
  state: true,
  documentNumber: true,
  draftedByName: true,
  draftedAt: true,
  issuedOn: true,
})
  .extend({
    itemCount: z.int(),
    /** The units it names, in its order. */
    unitNames: z.array(z.string()),
    /** Objections that wait for a decision; null for whom they do not concern. */
    waitingObjections: z.int().nullable(),
  })
  .meta({ id: 'CircularSummary' });
export type CircularSummary = z.infer<typeof CircularSummary>;

export const CircularItemView = CircularItem.extend({
  unitId: z.uuid(),
  facts: LineFacts,
  /** What has changed on the line since, while a head has yet to sign. */
  changed: z.string().nullable(),
  /** What the review of an objection made of it. */
  outcome: Objection.shape.outcome,
  correctedWords: z.string().nullable(),
  /** For the unit, those above it, and overseers; provisional while its last day touches a year without a notice. */
  objection: Objection.extend({ provisional: z.boolean() }).nullable(),
}).meta({ id: 'CircularItemView' });
export type CircularItemView = z.infer<typeof CircularItemView>;

/** When a named unit received it, and until when it may object. */
export const ReceiptView = CircularReceipt.partial({ receivedOn: true, how: true, byName: true })
  .extend({ unitName: z.string(), objectUntil: Day.nullable(), provisional: z.boolean() })
  .meta({ id: 'ReceiptView' });
export type ReceiptView = z.infer<typeof ReceiptView>;

export const CircularView = Circular.extend({
  unitName: z.string(),
  breakdownTitle: z.string(),
  items: z.array(CircularItemView),
  /** Of the units the reader may see. */
  receipts: z.array(ReceiptView),
}).meta({ id: 'CircularView' });
export type CircularView = z.infer<typeof CircularView>;
