import { Injectable, Logger } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** For each label the values it may have: a closed list, so that nobody outside can make series without end. */
type Labels = Readonly<Record<string, readonly string[]>>;
type Chosen<L extends Labels> = { [Name in keyof L]: L[Name][number] };

/** Raises a counter by one, or by as many as happened. */
export type Count<L extends Labels> = (chosen: Chosen<L>, by?: number) => void;

const READ_PATIENCE_MS = 3_000;

/**
 * The small door through which a feature says how it is doing. It counts what happens as it happens, and tells what
 * stands in its tables when somebody asks; it knows nothing of who asks.
 */
@Injectable()
export class Measures {
  readonly registry = new Registry();
  private readonly log = new Logger('measures');
  private readonly readers = new Map<string, () => Promise<void>>();
  private readonly unread = this.gauge(
    'county_measures_unread',
    '1 for a group of numbers that could not be read this time, such as while the database is away',
    ['group'],
  );

  /** Counts from zero in every combination of its labels, so that the first event is seen as a rise. */
  counter<const L extends Labels>(name: string, help: string, labels: L): Count<L> {
    const counter = new Counter({ name, help, labelNames: Object.keys(labels), registers: [this.registry] });
    for (const chosen of combinations(labels)) counter.inc(chosen, 0);
    return (chosen, by = 1) => counter.inc(chosen, by);
  }

  /** NaN until it is set: what could not be read yet is not none. */
  gauge<const Name extends string = never>(name: string, help: string, labelNames: readonly Name[] = []): Gauge<Name> {
    const gauge = new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
    if (!labelNames.length) gauge.set(Number.NaN);
    return gauge;
  }

  histogram<const Name extends string>(
    name: string,
    help: string,
    labelNames: readonly Name[],
    buckets: readonly number[],
  ): Histogram<Name> {
    const registers = [this.registry];
    return new Histogram({ name, help, labelNames: [...labelNames], buckets: [...buckets], registers });
  }

  /** Sets a group of gauges whenever somebody asks: by few statements, each answered from an index. */
  beforeReading(group: string, read: () => Promise<void>): void {
    this.readers.set(group, read);
  }

  /** All of it in Prometheus' text format; what cannot be read now is named, and hinders nothing else. */
  async inText(): Promise<string> {
    await Promise.all([...this.readers].map(([group, read]) => this.readGroup(group, read)));
    return this.registry.metrics();
  }

  private async readGroup(group: string, read: () => Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`not read within ${READ_PATIENCE_MS} ms`)), READ_PATIENCE_MS);
    });
    try {
      await Promise.race([read(), tooLate]);
      this.unread.set({ group }, 0);
    } catch (error) {
      this.unread.set({ group }, 1);
      this.log.warn({ message: `The numbers of ${group} could not be read`, error: String(error) });
    } finally {
      clearTimeout(timer);
    }
  }
}

function combinations(labels: Labels): Record<string, string>[] {
  let found: Record<string, string>[] = [{}];
  for (const [name, values] of Object.entries(labels))
    found = found.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  return found;
}
