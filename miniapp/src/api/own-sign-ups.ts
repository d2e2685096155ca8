import type { SignUpView } from '@county/shared/public-events/sign-up';
import { listOwnSignUps } from '@county/shared/public-events/sign-up-routes';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { today } from '../platform/clock';
import { keepSignUp, keptSignUps, stands } from './kept-sign-ups';
import { useSession } from './session';
import { useCall } from './use-call';

/** Those kept on this device and those of the WeChat account: what one still goes to, and what is over or dropped. */
export function useOwnSignUps(): { ahead: SignUpView[]; past: SignUpView[] } {
  const [kept, setKept] = useState(keptSignUps);
  const refresh = () => setKept(keptSignUps());
  useDidShow(refresh);
  const isWechat = useSession(({ token, way }) => Boolean(token) && way === 'wechat');
  const own = useCall(listOwnSignUps, isWechat ? { query: { limit: 50 } } : null);
  useEffect(() => {
    own.data?.items.forEach(keepSignUp);
    refresh();
  }, [own.data]);
  const isAhead = (one: SignUpView) => one.session.day >= today() && stands(one);
  return { ahead: kept.filter(isAhead), past: kept.filter((one) => !isAhead(one)).reverse() };
}
