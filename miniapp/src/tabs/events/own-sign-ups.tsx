import { useOwnSignUps } from '../../api/own-sign-ups';
import { SignUpRows } from '../../components/sign-up-rows';

/** Those that are still to come. */
export function OwnSignUps() {
  const { ahead } = useOwnSignUps();
  return ahead.length ? <SignUpRows title="我报了名的" of={ahead} /> : null;
}
