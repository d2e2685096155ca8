import { integer, table, text } from '../database/table.ts';

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
