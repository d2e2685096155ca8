import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** WeChat has no keyboard focus; `aria-modal` keeps its screen reader inside. */
export function DialogFocus({ label, children }: PropsWithChildren<{ label: string; onClose(): void }>) {
  return (
    <View className="sheet" {...{ 'aria-role': 'dialog', 'aria-modal': true, 'aria-label': label }}>
      {children}
    </View>
  );
}
