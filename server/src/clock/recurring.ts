import { Logger } from '@nestjs/common';

interface Pace {
  everyMs: number;
  /** Until the first time; `everyMs` where it is not said. */
  firstAfterMs?: number;
}

/**
 * Does something again and again beside the requests, each time so long after the last one's end: what is still at
 * work is never doubled by its own clock. A time that fails is logged, and does not keep the next from coming.
 */
export class Recurring {
  private readonly log = new Logger('recurring');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private hasFailed = false;
  private readonly stopping = new AbortController();

  /** `what` names it in the log; what goes on for long looks at the signal whether it is to stop. */
  constructor(
    private readonly what: string,
    private readonly act: (signal: AbortSignal) => Promise<unknown>,
    private readonly pace: Pace,
  ) {}

  start(): void {
    this.schedule(this.pace.firstAfterMs ?? this.pace.everyMs);
  }

  /** No other time comes; answers when the one under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(delayMs: number): void {
    this.timer = setTimeout(() => {
      this.running = this.once();
    }, delayMs);
    this.timer.unref();
  }

  private async once(): Promise<void> {
    try {
      await this.act(this.stopping.signal);
      this.hasFailed = false;
    } catch (error) {
      // Where it fails again and again, as while the database is away, the whole of it is logged once.
      const whole = error instanceof Error && !this.hasFailed ? error.stack : String(error);
      this.log.error({ message: `${this.what} failed`, error: whole });
      this.hasFailed = true;
    }
    if (!this.stopping.signal.aborted) this.schedule(this.pace.everyMs);
  }
}
