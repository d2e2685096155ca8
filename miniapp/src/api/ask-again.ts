import { NOTHING_LOST } from '@county/shared/http/problem';
import type { Failure } from './failure';

const MOST = 3;
/** Whoever is told to wait longer decides for themselves. */
const LONGEST_S = 30;

/**
 * After how many milliseconds a reading that found too many there is asked for again by itself; undefined where it is
 * not. Never before the server said, each time twice as late, and at no two devices in the same moment: a crowd that
 * comes back at once is the same crowd.
 */
export function againIn(failure: Failure, tried: number, chance = Math.random()): number | undefined {
  if (failure.kind !== 'busy' || failure.againAfter === undefined) return undefined;
  if (tried >= MOST || failure.againAfter > LONGEST_S) return undefined;
  return failure.againAfter * 1000 * 2 ** tried * (1 + chance);
}

/** Why a reading failed: nothing was filled in, and whether it is asked for again is said. */
export function ofReading(failure: Failure, comesAgain = false): Failure {
  if (failure.kind !== 'busy') return failure;
  return { ...failure, message: failure.message.replace(NOTHING_LOST, ''), comesAgain };
}

/** Of one thing that a page reads: how often it was asked for again, and when the next time is. */
export class AskAgain {
  private tried = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Somebody asks anew. */
  begin(): void {
    this.stop();
    this.tried = 0;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Asks again later where that helps; the failure as it is to be shown until then. */
  after(failure: Failure, ask: () => unknown): Failure {
    const wait = againIn(failure, this.tried);
    if (wait === undefined) return ofReading(failure);
    this.tried += 1;
    this.timer = setTimeout(() => void ask(), wait);
    return ofReading(failure, true);
  }
}
