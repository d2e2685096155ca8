import { listWechatCredits } from '@county/shared/channels/channel-routes';
import { useState } from 'react';
import type { Failure } from '../api/failure';
import { signInByWechat, useSession } from '../api/session';
import { useCall } from '../api/use-call';
import { hasWechatSignIn } from '../platform/sign-in';
import { canSubscribe } from '../platform/subscribe';
import { FailureNotice } from '../ui/answer';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import { Card, Section, Stack } from '../ui/surface';
import { WechatRenewal } from './wechat-renewal';

interface RemindMeProps {
  /** Nothing is made yet: whoever signs in now has it as their own. */
  canSignIn?: boolean;
}

/** For a resident in WeChat: the day before and of every change there is a message, where they agree to it. */
export function RemindMe({ canSignIn = false }: RemindMeProps) {
  const isSignedIn = useSession(({ token }) => !!token);
  const credits = useCall(listWechatCredits, canSubscribe && isSignedIn ? {} : null);
  if (!canSubscribe) return null;
  if (!isSignedIn) return canSignIn && hasWechatSignIn ? <SignIn /> : null;
  const items = credits.data?.items ?? [];
  const credit = items.find(({ purpose }) => purpose === 'work');
  if (credit?.reach !== 'open') return null;
  return (
    <Section title="用微信提醒我" about="前一天和有变动时提醒；同意一次提醒一次">
      <WechatRenewal
        credit={credit}
        onChange={(changed) => credits.replace({ items: items.map((one) => (one === credit ? changed : one)) })}
      />
    </Section>
  );
}

function SignIn() {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    const answer = await signInByWechat();
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
  };
  return (
    <Section title="用微信提醒我">
      <FailureNotice failure={failure} />
      <Card>
        <Stack>
          <Box>前一天和有变动时，用微信告诉您。不需要也可以不登录。</Box>
          <Button icon="bell" wide busy={busy} onPress={() => void signIn()}>
            微信登录，提醒我
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
