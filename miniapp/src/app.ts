import Taro, { useLaunch, usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { forgetDoorsOnSignOut } from './api/kept-door';
import { openOutbox } from './api/outbox';
import { refreshSession, useSession } from './api/session';
import { followUpdates } from './platform/app-update';
import { followNetwork } from './platform/network';
import { confirm } from './ui/dialog';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (WECHAT_CLOUD_ENV) Taro.cloud.init({ env: WECHAT_CLOUD_ENV });
    followNetwork();
    openOutbox();
    forgetDoorsOnSignOut();
    if (useSession.getState().token) void refreshSession();
    followUpdates(() =>
      confirm({
        title: '有新版本',
        words: '现在更新只需几秒，已填写的内容不会丢失。',
        yes: '现在更新',
        no: '以后再说',
      }),
    );
  });
  // An old link must not end on a blank page.
  usePageNotFound(() => void Taro.reLaunch({ url: '/tabs/home/index' }));
  return children;
}
