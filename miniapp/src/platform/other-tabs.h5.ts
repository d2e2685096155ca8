/** Calls `then` when another tab of the same browser has kept something else under this key. */
export function onKeptElsewhere(key: string, then: () => void): void {
  window.addEventListener('storage', (change) => {
    if (change.key === key) then();
  });
}
