import { shanghaiDay, type Day } from '@county/shared/calendar/day';

let ahead = 0;

/** Every reply carries the server's time; a phone whose clock is wrong still shows the right days left. */
export function correctClock(dateHeader: string | undefined): void {
  const server = dateHeader ? Date.parse(dateHeader) : Number.NaN;
  if (!Number.isNaN(server)) ahead = server - Date.now();
}

/** Now by the server's clock, UTC. */
export function now(): string {
  return new Date(Date.now() + ahead).toISOString();
}

/** Today in Shanghai by the server's clock. */
export function today(): Day {
  return shanghaiDay(now());
}
