import { checkInput } from '@county/shared/http/input';
import { SignUpLookUp } from '@county/shared/public-events/sign-up';
import { findSignUp } from '@county/shared/public-events/sign-up-routes';
import { call } from '../api/call';
import { keepSignUp } from '../api/kept-sign-ups';
import { LookUpForm } from './look-up-form';
import { signedPage } from '../navigation/event-pages';
import { goTo } from '../platform/navigation';

/** Finds a sign-up again by its number and the phone it was made with. */
export function SignUpLookUpForm() {
  return (
    <LookUpForm
      title="找回报名"
      about="换了手机，或别人帮忙报的，用报名号和手机号找"
      codeLabel="报名号"
      phoneHint="报名时填的那个"
      check={(given) => checkInput(SignUpLookUp, given)}
      find={(body) => call(findSignUp, { body })}
      onFound={(signUp) => {
        keepSignUp(signUp);
        return goTo(signedPage(signUp.id, signUp.key));
      }}
    />
  );
}
