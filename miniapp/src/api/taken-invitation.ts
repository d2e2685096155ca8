import { forget, keep, readKept } from '../platform/storage';

const TAKEN = 'invitation-taken';

/** The code that an administrator took on this device, until the second factor is set up too. */
export const keepTakenInvitation = (code: string): boolean => keep(TAKEN, code);

export const forgetTakenInvitation = (): void => forget(TAKEN);

/** Whether it is the one that a page was opened with; without a code, whether there is any. */
export function isTakenInvitation(code: string): boolean {
  const taken = readKept<string>(TAKEN);
  return taken !== undefined && (code === '' || code === taken);
}
