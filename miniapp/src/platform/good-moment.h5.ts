const IDLE_WITHIN = 10_000;

/** What browsers tell of the connection; Safari and Firefox tell nothing. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/**
 * Waits until the page has nothing else to do, then says whether something large may be fetched that nobody asked
 * for: not over 2G, nor where the person saves data.
 */
export async function isGoodMoment(): Promise<boolean> {
  await new Promise<void>((done) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => done(), { timeout: IDLE_WITHIN });
    else setTimeout(done, 2_000);
  });
  const { connection } = navigator as Navigator & { connection?: Connection };
  return navigator.onLine && !connection?.saveData && !connection?.effectiveType?.includes('2g');
}
