const MINUTE = 60_000;

interface Count {
  /** Taken from this process in the minute. */
  own: number;
  /** Of those, what the other processes have been told. */
  told: number;
  /** Taken from the other processes, when they were last heard of. */
  elsewhere: number;
}

export interface Told {
  subject: string;
  units: number;
}

/** Counts what each subject takes in the present minute; an earlier minute is forgotten whole. */
export class Meter {
  private minute = 0;
  private counts = new Map<string, Count>();

  /** Seconds until the subject may go on, 0 where it may now. What is refused is not counted. */
  take(subject: string, units: number, most: number, now: number): number {
    const count = this.countOf(subject, now);
    if (count.own + count.elsewhere + units > most) return Math.ceil((MINUTE - (now % MINUTE)) / 1000);
    count.own += units;
    return 0;
  }

  /** What the others do not know yet of subjects that have taken `least` or more. */
  untold(least: number, now: number): Told[] {
    this.turn(now);
    return [...this.counts]
      .filter(([, { own, told }]) => own >= least && own > told)
      .map(([subject, { own, told }]) => ({ subject, units: own - told }));
  }

  /** The units have been told; all processes together have taken `total` of the subject's minute. */
  heard({ subject, units }: Told, total: number, minute: number): void {
    const count = this.counts.get(subject);
    if (!count || minute !== this.minute) return;
    count.told += units;
    count.elsewhere = Math.max(0, total - count.told);
  }

  minuteOf(now: number): number {
    return Math.floor(now / MINUTE);
  }

  private countOf(subject: string, now: number): Count {
    this.turn(now);
    let count = this.counts.get(subject);
    if (!count) this.counts.set(subject, (count = { own: 0, told: 0, elsewhere: 0 }));
    return count;
  }

  private turn(now: number): void {
    const minute = this.minuteOf(now);
    if (minute === this.minute) return;
    this.minute = minute;
    this.counts = new Map();
  }
}
