import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { OutsideLinkProps } from './outside-link-props';

/** WeChat opens no web page by itself: the address is copied, to be opened in a browser. */
export function OutsideLink({ url, className = '', onPress, children }: OutsideLinkProps) {
  const take = () => {
    void Taro.setClipboardData({ data: url });
    onPress?.();
  };
  return (
    <View className={`press ${className}`} onClick={take} {...{ 'aria-role': 'link' }}>
      {children}
    </View>
  );
}
