import { askServer, type Answer } from './county.ts';
import type { Write } from './county-writes.ts';
import { moment } from './server-process.ts';

const PAUSE_MS = 20;

/**
 * Senders who write one thing after another, each as a phone does it: the same again, at another server, until there is
 * an answer. What was answered as kept is remembered, and when.
 */
export class WriteLoad {
  readonly kept: Write[] = [];
  readonly refused: string[] = [];
  private lastAt = 0;
  private longestGapMs = 0;
  private isOver = false;
  private senders: Promise<void>[] = [];

  constructor(
    private readonly apis: readonly string[],
    private readonly next: () => Write,
  ) {}

  begin(senders: number): void {
    this.lastAt = Date.now();
    this.senders = Array.from({ length: senders }, (_, at) => this.sender(at));
  }

  /** Until so many more are kept. */
  async more(count: number): Promise<void> {
    const until = this.kept.length + count;
    while (this.kept.length < until) await moment(PAUSE_MS);
  }

  /** For how long nobody at all was answered, since it was last asked. */
  longestGap(): number {
    const gap = Math.max(this.longestGapMs, Date.now() - this.lastAt);
    this.longestGapMs = 0;
    return gap;
  }

  /** Everybody sends what he has begun, and stops. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.senders);
  }

  /** The same once more. */
  again(write: Write): Promise<Answer> {
    return this.untilAnswered(write, 0);
  }

  private async sender(at: number): Promise<void> {
    while (!this.isOver) {
      let write: Write | undefined = this.next();
      while (write) {
        const { status, body } = await this.untilAnswered(write, at);
        if (status > 201) {
          this.refused.push(`${status} ${body.code} ${write.route}`);
          break;
        }
        this.note(write);
        write = write.next?.(body);
      }
      await moment(PAUSE_MS);
    }
  }

  private note(write: Write): void {
    const now = Date.now();
    this.longestGapMs = Math.max(this.longestGapMs, now - this.lastAt);
    this.lastAt = now;
    this.kept.push(write);
  }

  /** A sender stays with a server as long as it answers. */
  private async untilAnswered({ route, body, token, from }: Write, first: number): Promise<Answer> {
    for (let tries = first; ; tries += 1) {
      const api = this.apis[tries % this.apis.length]!;
      const answer = await askServer(api + route, 'POST', { token, body, from }).catch(() => undefined);
      if (answer && answer.status < 500) return answer;
      await moment(100);
    }
  }
}
