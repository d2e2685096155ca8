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
