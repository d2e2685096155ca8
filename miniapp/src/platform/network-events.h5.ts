/** Tells each change between having a network and having none; Taro's own event is silent in most browsers. */
export function watchNetwork(note: (online: boolean) => void): void {
  note(navigator.onLine);
  window.addEventListener('online', () => note(true));
  window.addEventListener('offline', () => note(false));
}
