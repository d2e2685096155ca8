import type { Complaint } from '@county/shared/complaints/complaint';
import { instant, nullable, primaryId, reference, table, text } from '../database/table.ts';

export interface ComplaintRow extends Complaint {
  /** Who answered; the name beside it is the one they had then. */
  answeredBy: string | null;
}

export const Complaints = table<ComplaintRow>(
  'complaint',
  {
    id: primaryId(),
    words: text(1000),
    /** Encrypted. */
    contact: nullable(text(500)),
    filedAt: instant(),
    answer: nullable(text(1000)),
    answeredAt: nullable(instant()),
    answeredBy: nullable(reference()),
    answeredByName: nullable(text(60)),
  },
  { indices: [{ name: 'complaint_filed', columns: ['filedAt', 'id'] }] },
);

/** That an address has filed something lately; a keyed hash of it, kept for one hour. */
export interface ComplaintAttempt {
  id: string;
  addressHash: string;
  at: string;
}

export const ComplaintAttempts = table<ComplaintAttempt>(
  'complaint_attempt',
  { id: primaryId(), addressHash: text(64), at: instant() },
  {
    indices: [
      { name: 'complaint_attempt_address', columns: ['addressHash', 'at'] },
      { name: 'complaint_attempt_at', columns: ['at'] },
    ],
  },
);
