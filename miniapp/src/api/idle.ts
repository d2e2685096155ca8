/** The warning comes this long before the server ends an idle web session. */
export const WARNING = 2 * 60_000;
const RECENT = 3 * 60_000;

interface IdleClock {
  idleMinutes: number;
  /** When the server last heard from whoever is signed in. */
  lastHeardAt: number;
  /** When the person last typed, tapped or scrolled. */
  lastTouchedAt: number;
  now: number;
}

/**
 * What an idle session needs: nothing yet; a sign of life, because somebody is writing and only the server does not
 * know; a warning; or its end.
 */
export function idleStep({
  idleMinutes,
  lastHeardAt,
  lastTouchedAt,
  now,
}: IdleClock): 'fine' | 'renew' | 'warn' | 'over' {
  const idle = idleMinutes * 60_000;
  const endsAt = lastHeardAt + idle;
  // Whoever works on without a signal is not idle: the server is asked whether the session still holds.
  if (now >= endsAt) return now < lastTouchedAt + idle ? 'renew' : 'over';
  const writing = lastTouchedAt > lastHeardAt && now - lastTouchedAt < RECENT;
  if (now >= endsAt - WARNING) return writing ? 'renew' : 'warn';
  return writing && now - lastHeardAt > idle / 3 ? 'renew' : 'fine';
}
