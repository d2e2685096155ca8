import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** In WeChat the field itself speaks its label, so this one is only seen. */
export function LabelFor({ className, children }: PropsWithChildren<{ id: string; className: string }>) {
  return (
    <View className={className} {...{ 'aria-hidden': true }}>
      {children}
    </View>
  );
}
