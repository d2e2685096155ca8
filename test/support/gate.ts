/** A promise the test keeps when it likes: what waits for it stands still until then, however slow the machine. */
export function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((keep) => (resolve = keep));
  return { promise, resolve };
}
