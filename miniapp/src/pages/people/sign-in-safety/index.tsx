import { useSession } from '../../../api/session';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Page } from '../../../ui/page';
import { OwnSessions } from './own-sessions';
import { PasswordSection } from './password-section';
import { SecondFactorSection } from './second-factor-section';

/** How one signs in and where one is signed in: password, second factor, other places. */
export default function SignInSafety() {
  const session = useSession();
  const actor = session.token ? session.current?.actor : undefined;
  if (!actor) return <SignInFirst title="登录与安全" />;
  const isByPassword = session.way === 'password';
  return (
    <Page title="登录与安全">
      <OwnSessions />
      {isByPassword ? <PasswordSection /> : null}
      {isByPassword && actor.role === 'administrator' ? <SecondFactorSection /> : null}
    </Page>
  );
}
