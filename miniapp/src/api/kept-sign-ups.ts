import type { SignUpView } from '@county/shared/public-events/sign-up';
import { now } from '../platform/clock';
import { forget, keep, keptKeys, readKept } from '../platform/storage';

const SIGN_UP = 'event-sign-up:';

/** A sign-up as the server last told it, readable without a signal. */
interface KeptSignUp {
  signUp: SignUpView;
  savedAt: string;
}

export const keepSignUp = (signUp: SignUpView): boolean =>
  keep(SIGN_UP + signUp.id, { signUp, savedAt: now() } satisfies KeptSignUp);

export const keptSignUp = (id: string): KeptSignUp | undefined => readKept<KeptSignUp>(SIGN_UP + id);

/** Nothing of whoever closed their account stays to be read by the next. */
export const forgetAllSignUps = (): void => keptKeys(SIGN_UP).forEach(forget);

/** Where somebody comes by it: neither withdrawn nor cancelled, nor erased after its time. */
export const stands = ({ attendees, cancelledReason, code }: SignUpView): boolean =>
  code !== '' && cancelledReason === null && attendees.some(({ state }) => state !== 'withdrawn');

/** All that were made or opened on this device, the earliest to come first. */
export function keptSignUps(): SignUpView[] {
  const moment = ({ session: { day, from } }: SignUpView) => `${day} ${from}`;
  return keptKeys(SIGN_UP)
    .flatMap((key) => readKept<KeptSignUp>(key)?.signUp ?? [])
    .sort((one, other) => moment(one).localeCompare(moment(other)));
}
