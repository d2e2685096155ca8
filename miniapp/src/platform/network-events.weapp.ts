import Taro from '@tarojs/taro';

/** Tells each change between having a network and having none. */
export function watchNetwork(note: (online: boolean) => void): void {
  void Taro.getNetworkType({ success: ({ networkType }) => note(networkType !== 'none') });
  Taro.onNetworkStatusChange(({ isConnected }) => note(isConnected));
}
