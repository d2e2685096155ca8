import { forget, keep, readKept } from '../../../platform/storage';

const FILED_HERE = 'complaints-filed-here';
const MOST = 20;

/** Numbers of what was filed on this device, the newest first: whoever holds a number may read the answer. */
export const filedHere = (): string[] => readKept<string[]>(FILED_HERE) ?? [];

export function rememberFiled(id: string): void {
  const others = filedHere().filter((one) => one !== id);
  keep(FILED_HERE, [id, ...others].slice(0, MOST));
}

/** For a device that others use too. */
export const forgetFiled = (): void => forget(FILED_HERE);
