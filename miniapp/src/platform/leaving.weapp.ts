import Taro from '@tarojs/taro';

/** Calls when somebody turns away from the whole programme. */
export function onLeaving(listener: () => void): () => void {
  Taro.onAppHide(listener);
  return () => Taro.offAppHide(listener);
}
