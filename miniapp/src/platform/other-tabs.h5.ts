/** Calls `then` when another tab of the same browser has kept something else under this key, or forgotten all keys. */
export function onKeptElsewhere(key: string, then: () => void): void {
  window.addEventListener('storage', (change) => {
    if (change.key === key || change.key === null) then();
  });
}
