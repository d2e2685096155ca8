import { createStore, del, get, set } from 'idb-keyval';

const store = createStore('county-kept', 'kept');

/** Something kept on this device that is too large for small storage; undefined when there is nothing to read. */
export const readLarge = <T>(name: string): Promise<T | undefined> => get<T>(name, store).catch(() => undefined);

/** Keeps it; false when the device is full or forbids it. */
export const keepLarge = (name: string, value: unknown): Promise<boolean> =>
  set(name, value, store).then(
    () => true,
    () => false,
  );

/** Forgets what was kept under this name. */
export const forgetLarge = (name: string): Promise<void> => del(name, store).catch(() => undefined);
