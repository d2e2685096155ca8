/**
 * Keeps the pages on this device, and changes to a new version when the person agrees: an open form is not lost.
 * Without it (an old browser, a plain http address) everything works but opening without a network.
 */
export function followUpdates(ask: () => Promise<boolean>): void {
  window.addEventListener('unhandledrejection', ({ reason }) => openWithNewVersion(reason));
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js').then(
    (registration) => watch(registration, ask),
    () => undefined,
  );
}

/** Fetches the page anew; asked by an app too old for the server (426). */
export function applyUpdate(): void {
  if (!('serviceWorker' in navigator)) return window.location.reload();
  void navigator.serviceWorker
    .getRegistration()
    .then((registration) => registration?.unregister())
    .finally(() => window.location.reload());
}

const OPENED_ANEW = 'opened-anew';

/**
 * A page of the old version that the server has no more: it is opened with the new one. What was being written is kept
 * as the pages are left. Only once in a while, lest a file that is missing for good turns round and round.
 */
function openWithNewVersion(reason: unknown): void {
  if ((reason as Error | undefined)?.name !== 'ChunkLoadError' || !navigator.onLine) return;
  const last = Number(sessionStorage.getItem(OPENED_ANEW));
  if (Date.now() - last < 30_000) return;
  sessionStorage.setItem(OPENED_ANEW, String(Date.now()));
  window.location.reload();
}

function watch(registration: ServiceWorkerRegistration, ask: () => Promise<boolean>): void {
  const offer = () => {
    const { waiting } = registration;
    // The first version of all has nothing to replace.
    if (!waiting || !navigator.serviceWorker.controller) return;
    void ask().then((agreed) => {
      if (!agreed) return;
      navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
