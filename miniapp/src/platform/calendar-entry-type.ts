/** Something to put into the phone's own calendar. */
export interface CalendarEntry {
  title: string;
  place: string;
  words: string;
  /** Instants, UTC. */
  from: string;
  to: string;
}
