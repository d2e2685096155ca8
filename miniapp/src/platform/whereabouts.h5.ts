import type { Whereabouts } from './whereabouts-answer';

const PERMISSION_DENIED = 1;

/** Asks the device once where it is; only ever after a tap, and the answer stays on the device. */
export function findWhereabouts(): Promise<Whereabouts> {
  return new Promise((done) => {
    if (!navigator.geolocation) return done({ kind: 'failed' });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => done({ kind: 'found', place: { longitude, latitude } }),
      ({ code }) => done({ kind: code === PERMISSION_DENIED ? 'refused' : 'failed' }),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

/** How a refusal is taken back: in the browser itself, which no page may open. */
export const openLocationSetting: (() => Promise<void>) | null = null;
