import { AsyncResource } from 'node:async_hooks';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';

type Unit<T> = (db: EntityManager) => Promise<T>;

interface Member {
  unit: Unit<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  stopWaiting(): void;
}

/** How many units share a transaction at most, and for how long it takes new ones. */
const MOST = 64;
const MOST_MS = 25;

/**
 * Units that wait for SQLite's one writer share a transaction: each runs in a savepoint of its own, and one commit,
 * which is one wait for the disk, ends them all. A unit is answered only after that commit.
 */
export class GroupCommit {
  private readonly waiting: Member[] = [];
  private isBusy = false;

  constructor(
    private readonly transaction: (run: Unit<void>) => Promise<void>,
    /** Whether a transaction is still open: SQLite itself gives one up when the disk is full. */
    private readonly isOpen: () => boolean,
    private readonly limitMs: number,
  ) {}

  /** How many units wait for their turn. */
  get queued(): number {
    return this.waiting.length;
  }

  run<T>(unit: Unit<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const member = {
        // In the caller's own context, though another's request may be the one that opened the transaction.
        unit: AsyncResource.bind(unit) as Unit<unknown>,
        resolve: resolve as Member['resolve'],
        reject,
        stopWaiting: () => {},
      };
      this.waiting.push(member);
      if (this.isBusy) member.stopWaiting = this.waitingLimit(member);
      else void this.serve();
    });
  }

  private async serve(): Promise<void> {
    this.isBusy = true;
    while (this.waiting.length) await this.commitGroup();
    this.isBusy = false;
  }

  private async commitGroup(): Promise<void> {
    const group: Member[] = [];
    const answers: (() => void)[] = [];
    try {
      await this.transaction(async (db) => {
        const began = performance.now();
        do {
          const [member] = this.next();
          group.push(member);
          answers.push(await this.answerOf(db, member));
          // The engine runs without letting go of the thread: requests that have arrived meanwhile come in here.
          if (!this.waiting.length) await turnOfTheLoop();
        } while (this.waiting.length && group.length < MOST && performance.now() - began < MOST_MS);
      });
    } catch (error) {
      // Where not even the transaction began, the first in the row is told, lest it be tried for ever.
      for (const { reject } of group.length ? group : this.next()) reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  private next(): [Member] {
    const member = this.waiting.shift()!;
    member.stopWaiting();
    return [member];
  }

  /** Runs one unit in its savepoint; answers what its caller is to be told once the group is committed. */
  private async answerOf(db: EntityManager, { unit, resolve, reject }: Member): Promise<() => void> {
    try {
      const value = await db.transaction(unit);
      return () => resolve(value);
    } catch (error) {
      if (!this.isOpen()) throw error;
      return () => reject(error);
    }
  }

  /** Waiting too long is an error, because it is nearly always a unit that waits for itself. */
  private waitingLimit(member: Member): () => void {
    const timer = setTimeout(() => {
      this.waiting.splice(this.waiting.indexOf(member), 1);
      member.reject(new Error(`The database's writer was not free within ${this.limitMs} ms`));
    }, this.limitMs);
    return () => clearTimeout(timer);
  }
}
