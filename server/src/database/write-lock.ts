interface Waiter {
  admit: () => void;
}

/**
 * First come, first served: SQLite has one writer, and a unit of work holds this from BEGIN IMMEDIATE to its end.
 * Waiting longer than the limit is an error, because it is nearly always a unit that waits for itself.
 */
export class WriteLock {
  private held = false;
  private readonly queue: Waiter[] = [];

  constructor(private readonly limitMs: number) {}

  get queued(): number {
    return this.queue.length;
  }

  acquire(): Promise<void> {
    if (!this.held) {
      this.held = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        admit: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(waiter), 1);
        reject(new Error(`The database's writer was not free within ${this.limitMs} ms`));
      }, this.limitMs);
      this.queue.push(waiter);
    });
  }

  release(): void {
    const next = this.queue.shift();
    if (next) next.admit();
    else this.held = false;
  }
}
