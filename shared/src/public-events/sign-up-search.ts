import type { DoorEntry, StaffSignUpView } from './sign-up.ts';

/** As it is compared: `k7m 2qx` and `Ｋ7Ｍ2ＱＸ` are one number. */
const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Whether a masked phone can be the one whose last digits, or whole number, somebody says. */
function isPhone(masked: string, digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  const last = masked.slice(-4);
  return digits.length <= 4
    ? last.endsWith(digits)
    : digits.endsWith(last) && (digits.length < 11 || digits.startsWith(masked.slice(0, 3)));
}

/** By somebody's name, the last digits of a phone, or the beginning of a number; no words find everybody. */
export function signUpsFound(signUps: readonly StaffSignUpView[], words: string): StaffSignUpView[] {
  const wanted = plain(words);
  return signUps.filter(
    ({ attendees, contactName, phone, code }) =>
      [contactName ?? '', ...attendees.map(({ name }) => name)].some((name) => plain(name).includes(wanted)) ||
      code.startsWith(wanted) ||
      (phone !== null && isPhone(phone, wanted)),
  );
}

/** By name or number, at the door. */
export function entriesFound<Entry extends DoorEntry>(entries: readonly Entry[], words: string): Entry[] {
  const wanted = plain(words);
  return entries.filter(
    ({ name, code }) => plain(name ?? '').includes(wanted) || (code !== '' && code.startsWith(wanted)),
  );
}
