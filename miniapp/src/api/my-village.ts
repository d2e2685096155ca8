import { create } from 'zustand';
import { forget, keep, readKept } from '../platform/storage';

const KEY = 'my-village';

/** The village or community the person has said is theirs; chosen once, kept on this device alone. */
export const useMyVillage = create<{ villageId: string | undefined }>(() => ({ villageId: readKept<string>(KEY) }));

export function rememberVillage(villageId: string | undefined): void {
  if (villageId) keep(KEY, villageId);
  else forget(KEY);
  useMyVillage.setState({ villageId });
}
