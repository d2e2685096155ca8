import { shanghaiDay, type Day } from '@county/shared/calendar/day';
import { keep, readKept } from './storage';

const AHEAD = 'clock-ahead';

/** What was found last: a page opened anew without a signal, on a phone that is days wrong, still knows the day. */
let ahead = readKept<number>(AHEAD) ?? 0;
const listeners = new Set<() => void>();

/** Replies tell whole seconds and take some to arrive: less than this is no correction. */
const NOTICEABLE = 10_000;

/** Every reply carries the server's time; a phone whose clock is wrong still shows the right days left. */
export function correctClock(dateHeader: string | undefined): void {
  const server = dateHeader ? Date.parse(dateHeader) : Number.NaN;
  if (Number.isNaN(server)) return;
  const before = ahead;
  ahead = server - Date.now();
  if (Math.abs(ahead - before) <= NOTICEABLE) return;
  keep(AHEAD, ahead);
  listeners.forEach((listener) => listener());
}

/** Calls back when the device's clock turns out to be wrong by more than the way of a reply. */
export function onClockCorrected(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Now by the server's clock, UTC. */
export function now(): string {
  return new Date(Date.now() + ahead).toISOString();
}

/** Today in Shanghai by the server's clock. */
export function today(): Day {
  return shanghaiDay(now());
}
