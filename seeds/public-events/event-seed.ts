import { EventKind, EventSubject } from '@county/shared/public-events/event-content';

/** What came of an event, for its record. */
export interface OutcomeSeed {
  minutes: string;
  decisions: string[];
  questions: { words: string; unitName: string; answer: string | null }[];
}

/** An event of the invented county; days are told from the day on which the county is made. */
export interface EventSeed {
  unitName: string;
  kind: EventKind;
  subject: EventSubject;
  title: string;
  intro: string;
  /** Days from today; moved to the next working day of a week. */
  inDays: number;
  /** Where: words, within the unit's own township, or the seat of the county. */
  place: string;
  seats: number;
  /** Who came, or has signed up so far. */
  people: number;
  state: 'published' | 'proposed' | 'draft' | 'cancelled';
  /** Drawn by lot, where the places are few. */
  isDraw: boolean;
  outcome: OutcomeSeed | null;
}

/**
 * Rows of a table of events that take place, or took place, as usual, their cells apart by `|`: unit, kind, subject, in
 * how many days, seats, people, place, title, what one will see.
 */
export function eventsOf(rows: readonly string[]): EventSeed[] {
  return rows.map((row) => {
    const [unitName, kind, subject, inDays, seats, people, place, title, intro] = row.split('|') as Cells;
    return {
      unitName,
      kind: EventKind.parse(kind),
      subject: EventSubject.parse(subject),
      inDays: Number(inDays),
      seats: Number(seats),
      people: Number(people),
      place,
      title,
      intro,
      state: 'published',
      isDraw: false,
      outcome: null,
    };
  });
}

type Cells = [string, string, string, string, string, string, string, string, string];
