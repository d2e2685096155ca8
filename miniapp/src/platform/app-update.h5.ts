/**
 * Keeps the pages on this device, and changes to a new version when the person agrees: an open form is not lost.
 * Without it (an old browser, a plain http address) everything works but opening without a network.
 */
export function followUpdates(ask: () => Promise<boolean>): void {
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
