import { instant, integer, primaryId, table, text } from '../database/table.ts';

/** What somebody busy has asked for in one minute, from all processes of the server together. */
export interface TrafficCount {
  /** A hash: neither person nor address can be read from it. */
  subject: string;
  minute: number;
  units: number;
}

export const TrafficCounts = table<TrafficCount>(
  'traffic_count',
  { subject: { ...text(64), primary: true }, minute: { ...integer(), primary: true }, units: integer() },
  { indices: [{ name: 'traffic_count_minute', columns: ['minute'] }] },
);

/** That an address has filed something lately; a keyed hash of it, kept for one hour. */
export interface FilingAttempt {
  id: string;
  addressHash: string;
  at: string;
}

export const FilingAttempts = table<FilingAttempt>(
  'complaint_attempt',
  { id: primaryId(), addressHash: text(64), at: instant() },
  {
    indices: [
      { name: 'complaint_attempt_address', columns: ['addressHash', 'at'] },
      { name: 'complaint_attempt_at', columns: ['at'] },
    ],
  },
);
