import Taro from '@tarojs/taro';
import { useEffect, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { forgetFaults } from '../ui/base/first-fault';

interface PageHeadProps {
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  isTab: boolean;
  shown: boolean;
}

/** WeChat's own bar carries title and way back; what else a head holds stands beneath it. */
export function PageHead({ title, about, action, shown }: PageHeadProps) {
  useEffect(() => {
    if (shown) void Taro.setNavigationBarTitle({ title });
  }, [title, shown]);
  useEffect(forgetFaults, [shown]);
  if (!about && !action) return null;
  return (
    <View className="page-head">
      <View className="page-titles">{about ? <View className="page-about">{about}</View> : null}</View>
      {action ? <View className="page-action">{action}</View> : null}
    </View>
  );
}

export function SkipLink(_props: { to: string }) {
  return null;
}
